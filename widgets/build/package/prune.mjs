// Leaves out of style sheets what no page and no script names: JSON {words, styles} in, JSON {name: style} out.
import { text } from "node:stream/consumers";
import { PurgeCSS } from "purgecss";

const { words, styles } = JSON.parse(await text(process.stdin));
const pruned = await new PurgeCSS().purge({
  content: [{ raw: words.join("\n"), extension: "words" }],
  extractors: [{ extensions: ["words"], extractor: (raw) => raw.split("\n") }],
  css: Object.entries(styles).map(([name, raw]) => ({ name, raw })),
  keyframes: true,
  variables: true,
  // The theme turns transitions off for an instant at its start, which reads every style on the page twice more.
  blocklist: [/data-md-color-switching/],
  safelist: { variables: words.filter((word) => word.startsWith("--")) },
});
process.stdout.write(JSON.stringify(Object.fromEntries(pruned.map(({ css }, i) => [Object.keys(styles)[i], css]))));
