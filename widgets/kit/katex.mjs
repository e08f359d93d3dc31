// Typesets formulas for the build: one JSON request per line in, one JSON answer per line out.
import { createInterface } from "node:readline";
import katex from "katex";

const options = {
  output: "htmlAndMathml",
  throwOnError: true,
  // Only the colour macros below may reach into HTML; everything else is KaTeX at its strictest.
  trust: ({ command }) => command === "\\htmlClass",
  strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { latex, display } = JSON.parse(line);
  const macros = Object.fromEntries(
    ["ix", "iu", "iy", "id"].map((name) => [`\\${name}`, `\\htmlClass{${name}}{#1}`]),
  );
  let answer;
  try {
    answer = { html: katex.renderToString(latex, { ...options, macros, displayMode: display }) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
