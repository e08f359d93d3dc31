// Shortens scripts: JSON {modules, scripts} in, each a text by file name, and one object of shorter texts out.
// A script of the older kind keeps the names at its top, which others may use.
import { text } from "node:stream/consumers";
import { minify } from "terser";

const { modules, scripts } = JSON.parse(await text(process.stdin));
const shorten = (name, code) => minify(code, { module: name in modules, ecma: 2020, compress: { passes: 2 } });
const short = Object.entries({ ...modules, ...scripts }).map(async ([name, code]) => [name, (await shorten(name, code)).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(short))));
