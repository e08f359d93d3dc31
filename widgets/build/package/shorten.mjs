// Shortens our scripts: a JSON object of texts by file name on standard input, and the same, shorter, on standard output.
import { text } from "node:stream/consumers";
import { minify } from "terser";
import { joined } from "./join.mjs";

// What comes with the first widget, and what a hand on a figure needs a moment later.
const scripts = joined(JSON.parse(await text(process.stdin)), ["card.js", "drag.js"]);
const short = Object.entries(scripts).map(async ([name, code]) => [name, (await minify(code, { module: true })).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(short))));
