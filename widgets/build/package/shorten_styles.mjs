// Shortens our styles: JSON {file: text} on standard input, JSON {styles: {file: text}, faults: [[file, line, message]]} out.
import { text } from "node:stream/consumers";
import { transform } from "lightningcss";

const [styles, faults] = [{}, []];
for (const [filename, style] of Object.entries(JSON.parse(await text(process.stdin)))) {
  try {
    styles[filename] = transform({ filename, code: Buffer.from(style), minify: true }).code.toString();
  } catch ({ loc, message }) {
    faults.push([filename, loc.line, message]);
  }
}
process.stdout.write(JSON.stringify({ styles, faults }));
