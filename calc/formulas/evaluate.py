"""Evaluating an expression: once compiled to a tape of elementary operations, then run for any values."""

import math
from collections.abc import Callable, Mapping, Sequence
from operator import add, mul, neg, sub, truediv
from typing import Any

from calc.errors import DomainError, RoundingError
from calc.formulas.branches import outermost
from calc.formulas.complements import fused, fused_terms
from calc.formulas.kinds import Kind
from calc.formulas.names import CONSTANTS, Scalar
from calc.formulas.rounding import ROUNDING, cube, is_lost, square
from calc.formulas.tree import Tree, postorder

Operation = Callable[..., Any]
UNARY = -1


class Tape:
    """Registers and the operations that fill them, in order (a straight-line program).

    ``start`` holds constants and a place for each variable; every instruction (operation, a, b) appends
    one register computed from registers a and b. ``registers`` says where each of the ``nodes``, children before
    parents, is found, the root last. No recursion, so no formula is too deep to evaluate.
    Of a formula given piece by piece there are no instructions before a ``choice`` is made; see `branches.chosen`.
    ``suspects`` are the registers in which digits may have been lost, each with one that is then far larger;
    ``ends`` are those that a function is given, each with where its domain ends, and ``raised`` those with an exponent
    that is not whole.
    """

    __slots__ = ("choice", "code", "ends", "labels", "nodes", "raised", "registers", "start", "suspects", "variables")

    def __init__(self, expression: Tree) -> None:
        self.start: list[float] = []
        self.variables: list[tuple[str, int]] = []
        self.code: list[tuple[Operation, int, int]] = []
        self.labels: list[str] = []
        self.suspects: list[tuple[int, int]] = []
        self.ends: list[tuple[int, tuple[float, ...]]] = []
        self.raised: list[int] = []
        nodes = postorder(expression)
        self.choice = outermost(nodes)
        register: dict[Tree, int] = {}
        for node in nodes:
            if node.kind is Kind.NUMBER:
                register[node] = len(self.start)
                self.start.append(float(node.payload))
            elif node.kind is Kind.CONSTANT:
                register[node] = len(self.start)
                self.start.append(CONSTANTS[node.payload])
            elif node.kind is Kind.VARIABLE:
                register[node] = len(self.start)
                self.variables.append((node.payload, len(self.start)))
                self.start.append(math.nan)
        for node in nodes if self.choice is None else ():
            if node.children:
                register[node] = self._append(node, register)
        self.nodes = [node for node in nodes if node in register]
        self.registers = [register[node] for node in self.nodes]

    def _append(self, node: Tree, register: dict[Tree, int]) -> int:
        children = node.children
        whole = fused(node)
        if whole:
            return self._emit(node.payload.name if node.kind is Kind.CALL else "+", whole[0], register[whole[1]])
        if node.kind is Kind.CALL:
            if node.payload.domain.ends:
                self.ends.append((register[children[0]], node.payload.domain.ends))
            if node.payload.name in ("sin", "cos", "sine", "tan"):
                self.suspects.append((len(self.start) + len(self.code), register[children[0]]))
            return self._emit(node.payload.name, node.payload.value, register[children[0]])
        if node.kind is Kind.NEGATIVE:
            return self._emit("−", neg, register[children[0]])
        if node.kind is Kind.QUOTIENT:
            return self._emit("/", truediv, register[children[0]], register[children[1]])
        if node.kind is Kind.POWER and children[0].kind is Kind.CONSTANT and children[0].payload == "e":
            return self._emit("e^", math.exp, register[children[1]])
        if node.kind is Kind.POWER:
            if not (children[1].kind is Kind.NUMBER and isinstance(children[1].payload, int)):
                self.raised.append(register[children[0]])
            if children[1].kind is not Kind.NUMBER:
                self.suspects.append((register[children[0]], register[children[1]]))
            if children[1].payload in (2, 3):
                whole_power = square if children[1].payload == 2 else cube
                return self._emit(f"^{children[1].payload}", whole_power, register[children[0]])
            return self._emit("^", math.pow, register[children[0]], register[children[1]])
        together = fused_terms(children) if node.kind is Kind.SUM and len(children) > 2 else None
        parts = together[1] if together else children
        result = register[parts[0]]
        for part in parts[1:]:
            if node.kind is Kind.PRODUCT:
                result = self._emit("·", mul, result, register[part])
            elif part.kind is Kind.NEGATIVE:
                result = self._add("−", sub, result, register[part.children[0]])
            else:
                result = self._add("+", add, result, register[part])
        if together:
            operation, argument = together[0]
            result = self._add("+", add, result, self._emit("+", operation, register[argument]))
        return result

    def _add(self, label: str, operation: Operation, a: int, b: int) -> int:
        self.suspects.append((len(self.start) + len(self.code), a))
        return self._emit(label, operation, a, b)

    def _emit(self, label: str, operation: Operation, a: int, b: int = UNARY) -> int:
        self.code.append((operation, a, b))
        self.labels.append(label)
        return len(self.start) + len(self.code) - 1

    def is_at_an_end(self, values: Sequence[float]) -> bool:
        """Whether something stands exactly where a domain ends: beyond, there may be no values.

        A base of 0 does; so does a negative one, of which x^x has values at single points.
        """
        return any(values[i] in ends for i, ends in self.ends) or any(values[i] <= 0 for i in self.raised)

    def checked(self, env: Mapping[str, Scalar]) -> list[float]:
        """Every register's value, if rounding left a digit of the last; see `Expression.evaluate`."""
        values = self.run(env)
        for i, before in self.suspects:
            if abs(values[i]) < 1e-4 * abs(values[before]) and self._lost(values):
                raise RoundingError("Rounding leaves no digit of this value: numbers that nearly cancel are enlarged.")
        return values

    def _lost(self, values: list[float]) -> bool:
        given = {i for _, i in self.variables}
        exact = [i in given or (x * 1024).is_integer() for i, x in enumerate(self.start)]
        errors = [0.0 if e else abs(x) * ROUNDING for e, x in zip(exact, self.start, strict=True)]
        return is_lost(self.code, values, errors)

    def run(self, env: Mapping[str, Scalar]) -> list[float]:
        """Every register's value; see `Expression.evaluate`."""
        values = self.start.copy()
        try:
            for name, i in self.variables:
                values[i] = float(env[name])
        except KeyError:
            needed = ", ".join([name for name, _ in self.variables])
            given = ", ".join(env) or "nothing"
            raise ValueError(f"Values are needed for {needed}; {given} was given.") from None
        except (TypeError, ValueError, OverflowError):
            raise ValueError(f"{name} is a number up to 1.8e308, such as 1.5, not {_shortened(env[name])}.") from None
        put = values.append
        try:
            for operation, a, b in self.code:
                put(operation(values[a]) if b < 0 else operation(values[a], values[b]))
        except (ValueError, OverflowError, ZeroDivisionError) as error:
            self._find_overflow(values)
            if isinstance(error, DomainError):
                raise
            i = len(values) - len(self.start)
            _, a, b = self.code[i]
            raise DomainError(explain(self.labels[i], values[a], None if b < 0 else values[b])) from None
        if not math.isfinite(sum(values)):
            self._find_overflow(values)
        return values

    def _find_overflow(self, values: list[float]) -> None:
        """Raises where finite numbers gave an infinite one, or any numbers but NaN gave NaN."""
        results = values[len(self.start) :]
        for label, (_, a, b), result in zip(self.labels, self.code, results, strict=False):
            inputs = [values[a]] if b < 0 else [values[a], values[b]]
            became_nan = result != result and not any(x != x for x in inputs)
            if became_nan or (math.isinf(result) and all(map(math.isfinite, inputs))):
                raise DomainError(explain(label, *inputs))


def explain(label: str, a: float, b: float | None = None) -> str:
    """Why an operation (+ − · / ^) or function has no value for these numbers."""
    asked = f"{label}({a:.15g})" if b is None else f"{_operand(a)}{label}{_operand(b)}"
    if label == "e^":
        asked = f"e^{_operand(a)}"
    elif label in ("^2", "^3"):
        asked = f"{_operand(a)}{label}"
    if label == "/" and b == 0:
        return f"{asked} has no value: division by zero."
    if label == "^" and a == 0:
        return f"{asked} has no value: a negative power of zero divides by zero."
    if label == "^" and a < 0 and b is not None and math.isfinite(b) and b != int(b):
        return (
            f"{asked} has no real value: a negative number takes whole exponents only (for a cube root write cbrt(x))."
        )
    if math.isinf(a) or (b is not None and math.isinf(b)):
        return f"{asked} has no value: infinities that cancel or meet zero leave it open."
    return f"{asked} is above 1.8e308, the largest number a computer's float holds."


def _shortened(value: object) -> str:
    """What was given instead of a number, in at most a line."""
    if isinstance(value, int):  # Longer than Python prints.
        return f"a whole number of {value.bit_length()} bits"
    return repr(value) if len(repr(value)) <= 60 else type(value).__name__


def _operand(x: float) -> str:
    return f"({x:.15g})" if x < 0 else f"{x + 0.0:.15g}"  # + 0.0 makes −0 a 0.
