// Runs in Node at build time: Pyodide's own Python compiles what the browser will need.
// Arguments: Pyodide's folder, the folder with the inputs, the folder for the outputs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

async function compile(folder, inputs, outputs) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
  const python = await loadPyodide({ indexURL: folder });
  python.FS.mkdir("/out");
  for (const name of ["sources.json", "sources.zip", "requests.json", "known.zip"]) {
    if (existsSync(join(inputs, name))) python.FS.writeFile(`/${name}`, readFileSync(join(inputs, name)));
  }
  python.runPython(readFileSync(new URL("pack_in_pyodide.py", import.meta.url), "utf8"));
  for (const name of ["stdlib.zip", "chapter.zip"]) {
    writeFileSync(join(outputs, name), python.FS.readFile(`/out/${name}`));
  }
}

try {
  await compile(...process.argv.slice(2));
} catch (error) {
  // Left to itself, Node would print the whole minified line that the error comes from.
  console.error(error.message);
  process.exitCode = 1;
}
