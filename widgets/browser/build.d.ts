// build.js is written at build time by widgets/build/package/runtime.py: where this build's Python lives.
export const PYODIDE: string;
export const STDLIB: string;
export const ARCHIVE: string;
export const LOCK: string;
/** The SHA-256 of the two archives, by path. */
export const DIGESTS: Record<string, string>;
