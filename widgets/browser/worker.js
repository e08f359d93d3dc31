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

// Pyodide waits for ever where a file of its own does not come; here the first failed file ends the start.
const fetched = self.fetch.bind(self);
/** @type {Promise<never>} */
const lost = new Promise((_, reject) => {
  self.fetch = async (...request) => {
    try {
      const response = await fetched(...request);
      if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
      return response;
    } catch (error) {
      reject(error);
      throw error;
    }
  };
});

/** @returns {Promise<(request: string) => string>} Python's `answer` */
async function start() {
  const archive = fetch(here(ARCHIVE)).then((response) => response.arrayBuffer());
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
  return python.pyimport("widgets.browser.answer").answer;
}

const python = Promise.race([start(), lost]);
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
