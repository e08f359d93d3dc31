// Typesets formulas for the build: one JSON request per line in, one JSON answer per line out.
import { createInterface } from "node:readline";
import katex from "katex";
import { options } from "../../browser/formula.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { latex, display } = JSON.parse(line);
  let answer;
  try {
    answer = { html: katex.renderToString(latex, options(display)) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
