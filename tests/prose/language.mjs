// Reads {name: text} as JSON and answers, for each text, what Harper holds against its spelling and grammar.
// Harper is a grammar checker in WebAssembly: offline, with a British dictionary. https://writewithharper.com

import { readFileSync } from "node:fs";
import { Dialect, LocalLinter } from "harper.js";
// Inlined: the other one is looked up by address, and does not find a folder with a space in its name.
import { slimBinaryInlined as binary } from "harper.js/slimBinaryInlined";

// Rules that are taste, or that cannot know a page's Markdown. All others are on.
const OFF = {
  CapitalizePersonalPronouns: "i is an index",
  DisjointPrefixes: "“move over powers of ten” is right",
  ExpandMemoryShorthands: "kB is a unit",
  ExpandMinimum: "12 min is a duration",
  ExpandTimeShorthands: "so is ms",
  HowTo: "“see how output i reacts” is right",
  LongSentences: "a matter of style",
  OrthographicConsistency: "u and du are names",
  Overall: "“over all points” is right",
  OxfordComma: "British usage leaves it out",
  SentenceCapitalization: "cells of tables, and text that goes on after a formula",
  Spaces: "what stands in for a formula brings its own",
  UseTitleCase: "headings are in sentence case",
};

const { words, texts } = JSON.parse(readFileSync(0, "utf8"));
const linter = new LocalLinter({ binary, dialect: Dialect.British });
await linter.importWords(words);
const rules = await linter.getDefaultLintConfig();
for (const rule of Object.keys(OFF)) {
  if (!(rule in rules)) throw new Error(`Harper has no rule ${rule}`);
  rules[rule] = false;
}
await linter.setLintConfig(rules);

const found = [];
for (const [name, text] of Object.entries(texts)) {
  const characters = [...text]; // Harper counts code points
  for (const [rule, lints] of Object.entries(await linter.organizedLints(text, { language: "markdown" }))) {
    for (const lint of lints) {
      const line = characters.slice(0, lint.span().start).filter((character) => character === "\n").length + 1;
      const better = lint.suggestions().map((suggestion) => suggestion.get_replacement_text());
      const [problem, message] = [lint.get_problem_text(), lint.message()];
      found.push({ name, line, at: lint.span().start, rule, problem, message, better });
    }
  }
}
process.stdout.write(JSON.stringify(found));
