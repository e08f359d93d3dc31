// Runs Python in a worker, so that nothing Python does can hold up the page. It imports no other script of ours: one
// file less that can be missing when a start has failed and is tried again.

/** @typedef {import("./protocol.js").Reason} Reason */

const PROGRESS_MS = 500;

/** @param {Exclude<import("./protocol.js").Reply, { id: number }>} reply */
const post = (reply) => self.postMessage(JSON.stringify(reply));

/** @param {unknown} error */
const text = (error) => (error instanceof Error ? error.message : JSON.stringify(error));

/** The first thing that goes wrong ends the start: Pyodide itself only warns, and waits for ever. */
/** @type {(reason: Reason, error: unknown) => void} */
let lose = () => {};
/** @type {Promise<never>} */
const lost = new Promise((_, reject) => (lose = (reason, error) => reject({ reason, error: text(error) })));
lost.catch(() => {});

let bytes = 0;
let coming = 0; // files on their way
let told = 0;

/** Tells the page that a file is still on its way. @param {Uint8Array} chunk */
function arrived(chunk) {
  bytes += chunk.byteLength;
  if (performance.now() < told + PROGRESS_MS) return;
  told = performance.now();
  post({ type: "progress", bytes, complete: false });
}

function complete() {
  if (--coming === 0) post({ type: "progress", bytes, complete: true });
}

const fetched = self.fetch.bind(self);

/** A file of ours: its bytes are counted, and one that does not come ends the start. @param {string} url @param {boolean} fresh */
async function file(url, fresh) {
  coming++;
  try {
    const response = await fetched(url, { cache: fresh ? "reload" : "default" });
    if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}`);
    const counted = new TransformStream({ transform: (chunk, out) => (arrived(chunk), out.enqueue(chunk)), flush: complete });
    return new Response(response.body.pipeThrough(counted), { headers: response.headers });
  } catch (error) {
    lose("missing", error);
    throw error;
  }
}

/** Its bytes, once they are all there and are those of this build. @param {string} url @param {Promise<Response>} response @param {string} [digest] */
async function whole(url, response, digest) {
  try {
    const data = await (await response).arrayBuffer();
    // `subtle` is there wherever pages come over https, or from the reader's own machine.
    const found = digest && self.crypto.subtle && [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))];
    if (found && found.map((byte) => byte.toString(16).padStart(2, "0")).join("") !== digest) throw new Error("not as it was built");
    return data;
  } catch (error) {
    lose("damaged", new Error(`${url}: ${text(error)}`));
    throw error;
  }
}

/** @param {import("./protocol.js").Start} how @returns {Promise<(request: string) => string>} Python's `answer` */
async function start({ fresh }) {
  const [pyodide, stdlib, archive] = [BUILD.pyodide, BUILD.stdlib, BUILD.archive].map((path) => new URL(path, import.meta.url).href);
  const wasm = `${pyodide}pyodide.asm.wasm`;
  const scripts = [`${pyodide}pyodide.mjs`, `${pyodide}pyodide.asm.mjs`];
  // Everything at once, not each when the one before asks for it.
  const early = Object.fromEntries([archive, stdlib, wasm, ...scripts].map((url) => [url, file(url, fresh)]));
  for (const response of Object.values(early)) response.catch(() => {});
  const ours = whole(archive, early[archive], BUILD.digests.archive);
  const library = whole(stdlib, early[stdlib], BUILD.digests.stdlib);
  // Whole as well: on a busy machine, Firefox waits for ever where WebAssembly compiles from a stream that is counted.
  const engine = whole(wasm, early[wasm]);
  for (const data of [ours, library, engine]) data.catch(() => {});
  self.fetch = async (request, settings) => {
    const url = request instanceof Request ? request.url : String(request);
    if (url === wasm) return new Response(await engine, { headers: { "Content-Type": "application/wasm" } });
    if (url === stdlib) return new Response(await library);
    return fetched(request, settings);
  };
  await Promise.all(scripts.map((url) => whole(url, early[url])));
  const { loadPyodide } = await import(scripts[0]);
  const python = await loadPyodide({ indexURL: pyodide, stdLibURL: stdlib, lockFileContents: BUILD.lock, enableRunUntilComplete: false });
  python.FS.writeFile("/chapter.zip", new Uint8Array(await ours));
  python.runPython("import sys; sys.path.insert(0, '/chapter.zip')");
  return python.pyimport("widgets.browser.answer").answer;
}

/** Where Python cannot run at all, it should not be fetched first. */
function check() {
  if (typeof WebAssembly !== "object") return lose("unsupported", "no WebAssembly");
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); // the smallest there is
  } catch (error) {
    return lose("forbidden", error);
  }
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (...given) =>
    instantiate(...given).catch((error) => {
      lose("damaged", error);
      throw error;
    });
}

/** @type {Promise<(request: string) => string>} */
let python;

self.onmessage = async ({ data }) => {
  if (data.type === "start") {
    check();
    python = Promise.race([lost, start(data)]);
    python.then(
      () => post({ type: "ready" }),
      (error) => post({ type: "failed", reason: error.reason ?? "damaged", error: error.error ?? text(error) }),
    );
    return;
  }
  try {
    // Text crosses the boundary, not proxies: those would have to be freed by hand.
    self.postMessage((await python)(JSON.stringify(data)));
  } catch (error) {
    self.postMessage(JSON.stringify({ type: "error", id: data.id, error: text(error) }));
  }
};
post({ type: "progress", bytes, complete: false });
