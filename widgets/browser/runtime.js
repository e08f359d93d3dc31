// Starts the worker and answers for it: every request ends in an answer or an error, every start in live or unavailable.
//
//   idle ──wake()──▶ starting ──ready──▶ live
//                     │  ▲  ▲             │ an answer overdue, or the worker died
//                     │  │  └─────────────┘ the state that it died of is not sent again
//                     ▼  │ retry()
//                  unavailable              failed, silent for too long, or dead too often
import { readReply, update } from "./protocol.js";

/** @typedef {"idle" | "starting" | "live" | "unavailable"} Status */
/** @typedef {import("./protocol.js").Reason} Reason */
/** @typedef {import("./protocol.js").PatchReply | import("./protocol.js").InvalidReply} Answer */
/** What there is to tell: the reason where Python is unavailable, or that it takes long to come. @typedef {Reason | "slow" | ""} Why */

const ANSWER_MS = 10_000; // an update takes milliseconds; ten seconds means it will not come
const SILENT_MS = 12_000; // no byte and no word for so long: nothing more will come
const SETTLE_MS = 60_000; // all files are there, and a slow phone unpacks them
const SLOW_MS = 12_000;
const DEATHS = 5;

/** @type {Status} */
let status = "idle";
/** @type {Why} */
let why = "";
/** @type {Worker | undefined} */
let worker;
let lastId = 0;
let deaths = 0;
let silence = 0;
let come = "no word"; // how far the start has got
let slowness = 0;
/** @type {Map<number, { resolve: (reply: Answer) => void, reject: (error: Error) => void, timer: number, asked: string }>} */
const waiting = new Map();
/** @type {Set<string>} */
const deadly = new Set();
/** @type {Set<(status: Status, why: Why) => void>} */
const listeners = new Set();

/** Calls `listener` with the status now and at every change. @param {(status: Status, why: Why) => void} listener */
export function watch(listener) {
  listeners.add(listener);
  listener(status, why);
  return () => listeners.delete(listener);
}

/** @param {Status} next @param {Why} [reason] */
function become(next, reason = "") {
  [status, why] = [next, reason];
  for (const listener of [...listeners]) listener(status, why);
}

/** Starts Python unless that has happened already. */
export function wake() {
  if (status === "idle") void start(false);
}

/** Starts Python once more, past whatever the browser has kept of the failed start. */
export function retry() {
  if (status !== "unavailable" && why !== "slow") return;
  stop("tried again");
  deaths = 0;
  void start(true);
}

/** @param {boolean} fresh */
async function start(fresh) {
  become("starting");
  hush(SILENT_MS);
  slowness = setTimeout(() => status === "starting" && become("starting", "slow"), SLOW_MS);
  if (typeof WebAssembly !== "object") return fail("unsupported", "no WebAssembly");
  const script = new URL("./worker.js", import.meta.url);
  if (fresh) await fetch(script, { cache: "reload" }).catch(() => {});
  try {
    worker = new Worker(script, { type: "module", name: "python" });
  } catch (error) {
    return fail("forbidden", String(error));
  }
  const own = worker;
  worker.onmessage = ({ data }) => own === worker && receive(readReply(data));
  worker.onerror = (event) => {
    event.preventDefault();
    if (own !== worker) return;
    if (status === "live") died(event.message);
    else fail("missing", event.message || "its script could not be loaded");
  };
  worker.postMessage(/** @type {import("./protocol.js").Start} */ ({ type: "start", fresh }));
}

/** A worker that says nothing for so long has failed. @param {number} limit */
function hush(limit) {
  clearTimeout(silence);
  silence = setTimeout(fail, limit, "silent", `nothing more came after ${come}`);
}

/** @param {import("./protocol.js").Reply} reply */
function receive(reply) {
  if (reply.type === "progress") {
    come = `${reply.bytes} bytes${reply.complete ? ", all of them" : ""}`;
    return void (status === "starting" && hush(reply.complete ? SETTLE_MS : SILENT_MS));
  }
  if (reply.type === "ready") {
    stopClocks();
    return become("live");
  }
  if (reply.type === "failed") return fail(reply.reason, reply.error);
  const request = waiting.get(reply.id);
  if (!request) return;
  waiting.delete(reply.id);
  clearTimeout(request.timer);
  if (reply.type === "error") request.reject(new Error(reply.error));
  else request.resolve(reply);
}

function stopClocks() {
  clearTimeout(silence);
  clearTimeout(slowness);
}

/** @param {Reason} reason @param {string} detail */
function fail(reason, detail) {
  console.info(`Live Python is not available: ${detail}`);
  stop(detail);
  become("unavailable", reason);
}

/** @param {string} reason */
function stop(reason) {
  stopClocks();
  worker?.terminate();
  worker = undefined;
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(new Error(reason));
  }
  waiting.clear();
}

/** The worker is replaced; what it was busy with is what it died of. @param {string} reason */
function died(reason) {
  const [busy] = waiting.values();
  if (busy) deadly.add(busy.asked);
  if (++deaths > DEATHS) return fail("stopped", reason);
  console.info(`Python is started anew: ${reason}`);
  stop(reason);
  void start(false);
}

// A page whose host forbids workers hears of it here; from the worker it only hears that its script did not come.
document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
  if (effectiveDirective === "worker-src" && status !== "live" && status !== "idle") fail("forbidden", "the policy allows no worker");
});

/** Asks live Python for a patch. @param {string} widget @param {import("./protocol.js").State} state */
export function ask(widget, state) {
  return /** @type {Promise<Answer>} */ (
    new Promise((resolve, reject) => {
      const asked = JSON.stringify([widget, state]);
      if (deadly.has(asked)) return reject(new Error("Python stopped at this state before"));
      if (status !== "live" || !worker) return reject(new Error("Python is not live"));
      const id = ++lastId;
      waiting.set(id, { resolve, reject, asked, timer: setTimeout(died, ANSWER_MS, "it stopped answering") });
      worker.postMessage(update(id, widget, state));
    })
  );
}
