// Starts the worker once per visit and answers for it: every request ends in an answer or an error.
//
//   idle ──wake()──▶ starting ──ready──▶ live
//                       │                  │ an answer overdue: the worker is replaced, once
//                       └──failed──▶ unavailable
import { update } from "./protocol.js";

/** @typedef {"idle" | "starting" | "live" | "unavailable"} Status */
/** @typedef {import("./protocol.js").PatchReply | import("./protocol.js").InvalidReply} Answer */

const ANSWER_MS = 10_000; // an update takes milliseconds; ten seconds means it will not come
const START_MS = 300_000; // five megabytes over a very slow line

/** @type {Status} */
let status = "idle";
/** @type {Worker | undefined} */
let worker;
let lastId = 0;
let replacements = 1;
let starting = 0;
/** @type {Map<number, { resolve: (reply: Answer) => void, reject: (error: Error) => void, timer: number }>} */
const waiting = new Map();
/** @type {Set<(status: Status) => void>} */
const listeners = new Set();

/** Calls `listener` with the status now and at every change. @param {(status: Status) => void} listener */
export function watch(listener) {
  listeners.add(listener);
  listener(status);
  return () => listeners.delete(listener);
}

/** @param {Status} next */
function become(next) {
  status = next;
  clearTimeout(starting);
  for (const listener of [...listeners]) listener(next);
}

/** Starts Python unless that has happened already. */
export function wake() {
  if (status !== "idle") return;
  become("starting");
  if (typeof WebAssembly !== "object") return fail("no WebAssembly");
  try {
    worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "python" });
  } catch (error) {
    return fail(String(error));
  }
  starting = setTimeout(fail, START_MS, "Python did not start");
  worker.onmessage = ({ data }) => receive(data);
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message || "its script could not be loaded");
  };
}

/** @param {import("./protocol.js").Reply} reply */
function receive(reply) {
  if (reply.type === "ready") return become("live");
  if (reply.type === "failed") return fail(reply.error);
  const request = waiting.get(reply.id);
  if (!request) return;
  waiting.delete(reply.id);
  clearTimeout(request.timer);
  if (reply.type === "error") request.reject(new Error(reply.error));
  else request.resolve(reply);
}

/** @param {string} reason */
function fail(reason) {
  console.info(`Live Python is not available: ${reason}`);
  stop(reason);
  become("unavailable");
}

/** @param {string} reason */
function stop(reason) {
  worker?.terminate();
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(new Error(reason));
  }
  waiting.clear();
}

function overdue() {
  if (replacements-- < 1) return fail("Python stopped answering");
  stop("Python stopped answering");
  status = "idle";
  wake();
}

/** Asks live Python for a patch. @param {string} widget @param {import("./protocol.js").State} state */
export function ask(widget, state) {
  return /** @type {Promise<Answer>} */ (
    new Promise((resolve, reject) => {
      if (status !== "live" || !worker) return reject(new Error("Python is not live"));
      const id = ++lastId;
      waiting.set(id, { resolve, reject, timer: setTimeout(overdue, ANSWER_MS) });
      worker.postMessage(update(id, widget, state));
    })
  );
}
