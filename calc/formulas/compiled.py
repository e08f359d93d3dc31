"""A tape as one Python function, for the same formula at many points: some three times as quick as running it.

The function is written from register numbers alone, never from what anyone typed.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import add, mul, neg, sub, truediv
from typing import Any

from calc.errors import DomainError
from calc.formulas.evaluate import Tape
from calc.formulas.names import Scalar
from calc.formulas.rounding import cube, square

NAN = float("nan")
LONGEST = 1_000
FEWEST = 32
"""Below this many points, writing the function costs more than it saves."""
_SIGNS = {add: "+", sub: "-", mul: "*", truediv: "/"}


def values(tape: Tape, name: str, xs: Iterable[Scalar], fixed: Mapping[str, Scalar]) -> list[float]:
    """The formula's value for each x, the variable ``name``; NaN where it has none."""
    points = [float(x) for x in xs]

    def slowly(x: float) -> float:
        try:
            return tape.checked({**fixed, name: x})[-1]
        except DomainError:
            return NAN

    others = [other for other, _ in tape.variables if other != name]
    if len(points) < FEWEST or len(tape.code) > LONGEST or any(other not in fixed for other in others):
        return [slowly(x) for x in points]
    quickly = _function(tape, name, fixed, slowly)
    return [quickly(x) for x in points]


def _function(
    tape: Tape, name: str, fixed: Mapping[str, Scalar], slowly: Callable[[float], float]
) -> Callable[[float], float]:
    """Leaves to ``slowly`` what is not plainly a number: infinities on the way, digits that may be lost."""
    start: list[float] = list(tape.start)
    x_at = -1
    for variable, i in tape.variables:
        if variable == name:
            x_at = i
        else:
            start[i] = float(fixed[variable])
    scope: dict[str, Any] = {f"v{i}": value for i, value in enumerate(start)} | {"slowly": slowly, "nan": NAN}
    lines = []
    for i, (operation, a, b) in enumerate(tape.code, start=len(start)):
        if b >= 0 and operation in _SIGNS:
            right = f"v{a} {_SIGNS[operation]} v{b}"
        elif operation is neg:
            right = f"-v{a}"
        elif operation is square or operation is cube:
            right = "*".join([f"v{a}"] * (2 if operation is square else 3))
        else:
            scope[f"f{i}"] = operation
            right = f"f{i}(v{a}, v{b})" if b >= 0 else f"f{i}(v{a})"
        lines.append(f"v{i} = {right}")
    results = [f"v{i}" for i in range(len(start), len(start) + len(lines))]
    total = "+".join(results) or "0.0"
    doubts = [f"abs(v{i}) < 1e-4*abs(v{before})" for i, before in tape.suspects]
    condition = " or ".join([f"({total})*0.0 != 0.0", *doubts])
    body = "".join(f"        {line}\n" for line in lines) or "        pass\n"
    argument = f"v{x_at}" if x_at >= 0 else "x"
    last = f"v{tape.registers[-1]}"
    source = (
        f"def formula({argument}):\n    try:\n{body}        if {condition}:\n            return slowly({argument})\n"
        f"    except (ValueError, OverflowError, ZeroDivisionError):\n        return nan\n"
        f"    return {last}\n"
    )
    exec(source, scope)
    made: Callable[[float], float] = scope["formula"]
    return made
