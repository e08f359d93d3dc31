// Runs pytest inside Pyodide: node pyodide_run.mjs <repository> <folder of pure Python packages> <pytest arguments…>
import { loadPyodide } from "pyodide";

const [repository, packages, ...options] = process.argv.slice(2);
// The names of pure Python packages that the tests need; jax and what is compiled stay outside.
const needed = ["_pytest", "pytest", "py.py", "pluggy", "iniconfig", "packaging", "pygments", "sortedcontainers",
  "hypothesis", "_hypothesis_globals.py", "_hypothesis_pytestplugin.py", "_hypothesis_ftz_detector.py", "sympy", "mpmath"];

const pyodide = await loadPyodide({ env: { HOME: "/home", CALC_TEST_SHARE: process.env.CALC_TEST_SHARE ?? "0.1" } });
for (const [from, to] of [[repository, "/repository"], [packages, "/packages"]]) {
  pyodide.FS.mkdirTree(to);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: from }, to);
}
pyodide.globals.set("needed", pyodide.toPy(needed));
pyodide.globals.set("options", pyodide.toPy(options));
try {
  process.exitCode = pyodide.runPython(`
import os, sys
os.makedirs("/pure")
for name in needed:
    os.symlink(f"/packages/{name}", f"/pure/{name}")
sys.path[:0] = ["/repository", "/pure"]
sys.dont_write_bytecode = True
os.chdir("/repository")
import runpy
runpy.run_path("tests/calc/hypothesis_native.py")["install"]()
import pytest
int(pytest.main(list(options)))
`);
} catch (error) {
  console.error(error.message); // The stack would quote all of Pyodide, which is one line.
  process.exitCode = 1;
}
