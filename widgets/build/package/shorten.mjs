// Shortens our scripts: a JSON object of texts by file name on standard input, and the same, shorter, on standard output.
import { text } from "node:stream/consumers";
import { minify } from "terser";

const scripts = Object.entries(JSON.parse(await text(process.stdin)));
const short = scripts.map(async ([name, code]) => [name, (await minify(code, { module: true })).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(short))));
