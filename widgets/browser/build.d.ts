// Written at the top of worker.js at build time by widgets/build/package/runtime.py: where this build's Python lives.
declare const BUILD: {
  pyodide: string;
  stdlib: string;
  archive: string;
  lock: string;
  /** The SHA-256 of the two archives. */
  digests: { stdlib: string; archive: string };
};
