// The vocabulary between page and worker, in one place. widgets/browser/protocol.py is its Python twin;
// tests/protocol.json is checked from both sides.

/** @typedef {Record<string, number | string>} State */
/** @typedef {Record<string, string>} Patch  "part.property" → value */

/** Page → worker. @typedef {{ type: "update", id: number, widget: string, state: State }} Update */

/**
 * Worker → page. Every update ends in one `patch`, `invalid` (a typed text is no formula: what is wrong, at which
 * character) or `error`; a start ends in `ready` or `failed`.
 * @typedef {{ type: "patch", id: number, patch: Patch }} PatchReply
 * @typedef {{ type: "error", id: number, error: string, reason?: string }} ErrorReply  a sentence for readers; why
 * @typedef {{ type: "invalid", id: number, control: string, message: string, position: number }} InvalidReply
 * @typedef {{ type: "ready" } | { type: "failed", error: string } | PatchReply | InvalidReply | ErrorReply} Reply
 */

/** @param {number} id @param {string} widget @param {State} state @returns {Update} */
export const update = (id, widget, state) => ({ type: "update", id, widget, state });

/** @param {string} text what Python answered @returns {PatchReply | InvalidReply | ErrorReply} */
export const readReply = (text) => JSON.parse(text);
