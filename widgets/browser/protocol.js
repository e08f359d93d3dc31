// The vocabulary between page and worker, in one place. widgets/browser/protocol.py is its Python twin;
// tests/protocol.json is checked from both sides. Requests are objects, replies are JSON text.

/** @typedef {Record<string, number | string>} State */
/** @typedef {Record<string, string>} Patch  "part.property" → value */

/** Page → worker, first: whether to fetch Python past the browser's cache. @typedef {{ type: "start", fresh: boolean }} Start */
/** Page → worker. @typedef {{ type: "update", id: number, widget: string, state: State }} Update */

/**
 * Why Python does not start.
 * @typedef {"unsupported" | "forbidden" | "missing" | "damaged" | "silent" | "stopped"} Reason
 */
/**
 * Worker → page. A start ends in `ready` or `failed`, and says `progress` on its way: how many bytes have come, and
 * whether these were all. Every update ends in one `patch`, `invalid` (a typed text is no formula: what is wrong, at
 * which character) or `error`.
 * @typedef {{ type: "patch", id: number, patch: Patch }} PatchReply
 * @typedef {{ type: "error", id: number, error: string, reason?: string }} ErrorReply  a sentence for readers; why
 * @typedef {{ type: "invalid", id: number, control: string, message: string, position: number }} InvalidReply
 * @typedef {{ type: "progress", bytes: number, complete: boolean } | { type: "ready" }
 *           | { type: "failed", reason: Reason, error: string }} StartReply
 * @typedef {StartReply | PatchReply | InvalidReply | ErrorReply} Reply
 */

/** @param {number} id @param {string} widget @param {State} state @returns {Update} */
export const update = (id, widget, state) => ({ type: "update", id, widget, state });

/** @param {string} text what the worker says @returns {Reply} */
export const readReply = (text) => JSON.parse(text);
