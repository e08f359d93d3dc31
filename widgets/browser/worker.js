// Runs Python in a worker, so that nothing Python does can hold up the page.
import { ARCHIVE, LOCK, PYODIDE, STDLIB } from "./build.js";
import { readReply } from "./protocol.js";

/** @typedef {import("./protocol.js").Reply} Reply */

/** @param {Reply} reply */
const post = (reply) => self.postMessage(reply);

/** @param {string} path */
const here = (path) => new URL(path, import.meta.url).href;

/** @param {unknown} error */
const text = (error) => (error instanceof Error ? error.message : String(error));

/** @returns {Promise<(request: string) => string>} Python's `answer` */
async function start() {
  const archive = fetch(here(ARCHIVE)).then((response) => {
    if (!response.ok) throw new Error(`${ARCHIVE}: ${response.status}`);
    return response.arrayBuffer();
  });
  archive.catch(() => {}); // awaited below; a failure must not count as unhandled until then
  const { loadPyodide } = await import(here(`${PYODIDE}pyodide.mjs`));
  const python = await loadPyodide({
    indexURL: here(PYODIDE),
    stdLibURL: here(STDLIB),
    lockFileContents: LOCK,
    enableRunUntilComplete: false,
  });
  python.FS.writeFile("/chapter.zip", new Uint8Array(await archive));
  python.runPython("import sys; sys.path.insert(0, '/chapter.zip')");
  return python.pyimport("widgets.kit.live").answer;
}

const python = start();
python.then(
  () => post({ type: "ready" }),
  (error) => post({ type: "failed", error: text(error) }),
);

self.onmessage = async ({ data }) => {
  try {
    // Text crosses the boundary, not proxies: those would have to be freed by hand.
    post(readReply((await python)(JSON.stringify(data))));
  } catch (error) {
    post({ type: "error", id: data.id, error: text(error) });
  }
};
