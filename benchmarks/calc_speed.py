"""Speed of calc in CPython and in Pyodide, beside SymPy and a closure-per-operation autodiff.

python -m benchmarks.calc_speed
"""

import gc
import itertools
import json
import math
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import calc
from calc.formulas.tree import _interned

TYPED = ("(2x+1)^2", "x^2*sin(3x)/(1+e^-x)", "sin((2x+1)^2)*3x + ln(x^2+1)", "gelu(2x+1)*e^(-x^2/2)")
POINTS = [-8 + i / 25 for i in range(400)]
NODES = 1000
ROOT = Path(__file__).parents[1]


class Value:
    """A scalar that records a closure for each operation, as the best-known small autodiff does; for comparison."""

    def __init__(self, data: float, parents: "tuple[Value, ...]" = ()) -> None:
        self.data, self.grad, self.parents = data, 0.0, parents
        self.push: Callable[[], None] = lambda: None

    def __mul__(self, other: "Value") -> "Value":
        out = Value(self.data * other.data, (self, other))

        def push() -> None:
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.push = push
        return out

    def tanh(self) -> "Value":
        t = math.tanh(self.data)
        out = Value(t, (self,))

        def push() -> None:
            self.grad += (1 - t * t) * out.grad

        out.push = push
        return out

    def backward(self) -> None:
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, ready = stack.pop()
            if ready:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent in value.parents)
        self.grad = 1.0
        for value in reversed(order):
            value.push()


def read_differentiate_print(typed: str) -> str:
    result = calc.differentiate(calc.parse(typed), "x").result
    return str(result) + result.latex()


def thousand_nodes() -> calc.Expression:
    """tanh(w·tanh(w·…x)), two nodes a layer."""
    w, y = calc.Variable("w"), calc.Variable("x")
    expression: calc.Expression = y
    for _ in range(NODES // 2):
        expression = calc.FUNCTIONS["tanh"](calc.Product(w, expression))
    return expression


def forward_and_backward(graph: calc.Graph) -> float:
    graph.forward({"x": 0.5, "w": 1.1})
    return graph.backward()["w"]


def closures() -> float:
    x, w = Value(0.5), Value(1.1)
    y = x
    for _ in range(NODES // 2):
        y = (w * y).tanh()
    y.backward()
    return w.grad


def forget() -> None:
    """Drops what calc keeps from one formula to the next, so that each run meets its formula for the first time."""
    for name, module in list(sys.modules.items()):
        if name.startswith("calc."):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
    gc.collect()
    _interned.sweep()


def milliseconds(task: Callable[[], object], repeats: int, before: Callable[[], object] = lambda: None) -> float:
    """The median time of one run, each after ``before``; the very first does not count."""
    task()
    times = []
    for _ in range(repeats):
        before()
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def values(f: Callable[[float], float]) -> list[float]:
    return [f(x) for x in POINTS]


def measure_training(repeats: int) -> dict[str, float]:
    """A step of the network that the page trains, at its largest, alone and with all that the page shows of it."""
    from widgets.train import WIDGET
    from widgets.train.data import points
    from widgets.train.network import UNITS, Training

    data = "spiral"
    alone, counted, shown = Training(data, UNITS, 1.0), itertools.count(1), itertools.count(1)
    state = {**WIDGET.defaults(), "data": data, "units": UNITS}
    name = f"training, {len(points(data))} points, {UNITS} units"
    return {
        f"{name}: a step": milliseconds(lambda: alone.at(next(counted)), repeats),
        f"{name}: a step and its pictures": milliseconds(
            lambda: WIDGET.update({**state, "step": next(shown)}), repeats
        ),
    }


def measure(repeats: int = 30) -> dict[str, float]:
    """Task → milliseconds, in whatever Python runs this."""
    rows: dict[str, float] = {}
    for typed in TYPED:
        rows[f"parse, differentiate, print   {typed}"] = milliseconds(
            partial(read_differentiate_print, typed), repeats, before=forget
        )
    for typed in TYPED:
        slope = calc.differentiate(calc.parse(typed), "x").result
        rows[f"400 values of the derivative  {typed}"] = milliseconds(partial(values, slope), repeats)
    expression = thousand_nodes()
    graph = calc.Graph(expression)
    assert math.isclose(forward_and_backward(graph), closures(), rel_tol=1e-9)
    rows[f"graph of {NODES} nodes: build"] = milliseconds(partial(calc.Graph, expression), repeats)
    rows[f"graph of {NODES} nodes: forward and backward"] = milliseconds(partial(forward_and_backward, graph), repeats)
    rows[f"closures, {NODES} nodes: build, forward and backward"] = milliseconds(closures, repeats)
    return rows | measure_training(repeats)


# The same formulas as SymPy reads them; it has no GELU.
IN_SYMPY = {
    TYPED[0]: "(2*x + 1)**2",
    TYPED[1]: "x**2*sin(3*x)/(1 + exp(-x))",
    TYPED[2]: "sin((2*x + 1)**2)*3*x + log(x**2 + 1)",
}


def measure_sympy(repeats: int = 10) -> dict[str, float]:
    """The same tasks in SymPy, its cache emptied between runs as well."""
    import sympy

    x = sympy.Symbol("x")

    def read_differentiate_print(code: str) -> str:
        result = sympy.diff(sympy.sympify(code, locals={"x": x}), x)
        return str(result) + str(sympy.latex(result))

    rows: dict[str, float] = {}
    for typed, code in IN_SYMPY.items():
        task = partial(read_differentiate_print, code)
        rows[f"SymPy: parse, differentiate, print   {typed}"] = milliseconds(
            task, repeats, sympy.core.cache.clear_cache
        )
        f = sympy.lambdify(x, sympy.diff(sympy.sympify(code, locals={"x": x}), x), "math")
        rows[f"SymPy: 400 values, lambdified        {typed}"] = milliseconds(partial(values, f), repeats)
    return rows


def measure_in_pyodide(repeats: int = 30) -> dict[str, float]:
    from widgets.build.package.node import require_node

    script = f"""
import {{ loadPyodide }} from "pyodide";
const pyodide = await loadPyodide();
pyodide.FS.mkdirTree("/repository");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, {{ root: {json.dumps(str(ROOT))} }}, "/repository");
console.log(pyodide.runPython(`
import sys, time
sys.path.insert(0, "/repository")
sys.dont_write_bytecode = True
start = time.perf_counter()
import calc
imported = 1000 * (time.perf_counter() - start)
import json
from benchmarks.calc_speed import measure
json.dumps({{"import calc, from source": imported}} | measure({repeats}))
`));
"""
    command = [require_node(), "--input-type=module", "--eval", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rows: dict[str, float] = json.loads(done.stdout)
    return rows


def main(short: bool = False) -> None:
    """Prints the table of medians, in milliseconds; `short` measures each once."""
    repeats = (1,) if short else ()
    here, there = measure(*repeats), measure_in_pyodide(*repeats)
    print(f"{'median, ms':62} {'CPython ' + sys.version.split()[0]:>15} {'Pyodide':>9}")
    for name in there:
        print(f"{name:62} {here.get(name, math.nan):15.2f} {there[name]:9.2f}")
    for name, value in measure_sympy(*repeats).items():
        print(f"{name:62} {value:15.2f}")


if __name__ == "__main__":
    main()
