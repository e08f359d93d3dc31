// Shortens scripts: JSON {modules, scripts} in, each a text by file name, and one object of shorter texts out.
// Modules may be joined; a script of the older kind stays what it is.
import { text } from "node:stream/consumers";
import { minify } from "terser";
import { joined } from "./join.mjs";

const { modules, scripts } = JSON.parse(await text(process.stdin));
// What comes with the first widget, and what a hand on a figure needs a moment later.
const wholes = ["card.js", "drag.js"].filter((name) => name in modules);
const texts = Object.entries({ ...joined(modules, wholes), ...scripts });
const shorten = (name, code) => minify(code, { module: !(name in scripts), ecma: 2020, compress: { passes: 2 } });
const short = texts.map(async ([name, code]) => [name, (await shorten(name, code)).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(short))));
