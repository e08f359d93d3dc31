"""The expression: what can be asked of a formula, and what + − · / ** make of two. Its kinds are in `nodes`."""

from collections.abc import Iterable, Mapping

from calc.formulas.branches import chosen, values_by_piece
from calc.formulas.compiled import values
from calc.formulas.evaluate import Tape
from calc.formulas.kinds import Kind
from calc.formulas.latex import Latex
from calc.formulas.names import Scalar
from calc.formulas.text import Text
from calc.formulas.tree import Tree, built, postorder
from calc.functions.function import Function

LONGEST_FLAT = 64


class Expression(Tree):
    """A formula, immutable and hashable; equal formulas are the same object.

    Built by `calc.parse`, or with operators: ``x = Variable("x"); (2*x + 1)**2``.
    ``children`` are its parts, ``size`` the number of nodes as written.
    """

    __slots__ = ()

    @property
    def alike(self) -> "Expression":
        """One and the same expression for all that differ only in the order of terms and factors."""
        return self._alike or self

    def __repr__(self) -> str:
        return f"parse({str(self)!r})" if self.size <= 200 else f"<expression of {self.size} nodes>"

    def __str__(self) -> str:
        """The formula as people type it; `calc.parse` reads it back to an equal expression."""
        return Text().printed(self)

    def latex(self) -> str:
        """The formula in LaTeX, as a textbook prints it."""
        return Latex().printed(self)

    @property
    def depth(self) -> int:
        """The number of nodes on the longest way down."""
        depths: dict[Expression, int] = {}
        for node in postorder(self):
            depths[node] = 1 + max([depths[child] for child in node.children], default=0)
        return depths[self]

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of the variables in it, in alphabetical order."""
        return tuple(sorted([node.payload for node in postorder(self) if node.kind is Kind.VARIABLE]))

    def evaluate(self, env: Mapping[str, Scalar]) -> float:
        """The value where each variable has the value ``env`` gives it; 0^0 is 1, as in Python and PyTorch.

        Raises `DomainError` where there is no real value (``ln(-1)``, ``1/0``) or where a finite
        calculation leaves the floats (above 1.8e308), its kind `RoundingError` where cancellation has left no
        digit of the value; ValueError where ``env`` lacks a variable.
        """
        tape = self.compiled()
        return (tape if tape.choice is None else chosen(self, env)[0].compiled()).checked(env)[-1]

    def __call__(self, x: Scalar) -> float:
        """The value at ``x`` of an expression in at most one variable."""
        tape = self.compiled()
        if len(tape.variables) > 1:
            raise ValueError(f"{self} has the variables {', '.join(self.variables)}: give each a value with evaluate.")
        return self.evaluate({name: x for name, _ in tape.variables})

    def values(self, xs: Iterable[Scalar], **fixed: Scalar) -> list[float]:
        """The value at each of many points, NaN where there is none: ``f.values([0, 0.1, 0.2], w=3)``.

        ``xs`` are values of the one variable that is not ``fixed``. Raises ValueError where there are several.
        """
        tape = self.compiled()
        free = sorted([name for name, _ in tape.variables if name not in fixed])
        if len(free) > 1:
            raise ValueError(f"Many values of one variable are asked for; {', '.join(free)} are free: fix all but one.")
        if tape.choice is not None:
            return values_by_piece(self, tape.choice, list(xs), fixed)
        return values(tape, free[0] if free else "", xs, fixed)

    def compiled(self) -> Tape:
        """The operations that evaluate it, worked out once."""
        if self._tape is None:
            object.__setattr__(self, "_tape", Tape(self))
        assert self._tape is not None
        return self._tape

    def substitute(self, replacements: "Mapping[str, Expression]") -> "Expression":
        """The expression with each named variable replaced."""
        done: dict[Expression, Expression] = {}
        for node in postorder(self):
            if node.kind is Kind.VARIABLE:
                done[node] = replacements.get(node.payload, node)
            else:
                done[node] = node.rebuilt([done[child] for child in node.children])
        return done[self]

    def rebuilt(self, children: "Iterable[Expression]") -> "Expression":
        """The same kind of node over other children."""
        return self._make(self.payload, tuple(children))

    def apply(self, function: Function) -> "Expression":
        """``function(self)``, unevaluated."""
        return built(Kind.CALL, function, self)

    def __add__(self, other: "Expression | Scalar") -> "Expression":
        return built(Kind.SUM, *_parts(self, Kind.SUM), as_expression(other))

    def __radd__(self, other: Scalar) -> "Expression":
        return built(Kind.SUM, as_expression(other), self)

    def __sub__(self, other: "Expression | Scalar") -> "Expression":
        return built(Kind.SUM, *_parts(self, Kind.SUM), built(Kind.NEGATIVE, as_expression(other)))

    def __rsub__(self, other: Scalar) -> "Expression":
        return built(Kind.SUM, as_expression(other), built(Kind.NEGATIVE, self))

    def __mul__(self, other: "Expression | Scalar") -> "Expression":
        return built(Kind.PRODUCT, *_parts(self, Kind.PRODUCT), as_expression(other))

    def __rmul__(self, other: Scalar) -> "Expression":
        return built(Kind.PRODUCT, as_expression(other), self)

    def __truediv__(self, other: "Expression | Scalar") -> "Expression":
        return built(Kind.QUOTIENT, self, as_expression(other))

    def __rtruediv__(self, other: Scalar) -> "Expression":
        return built(Kind.QUOTIENT, as_expression(other), self)

    def __pow__(self, other: "Expression | Scalar") -> "Expression":
        return built(Kind.POWER, self, as_expression(other))

    def __rpow__(self, other: Scalar) -> "Expression":
        return built(Kind.POWER, as_expression(other), self)

    def __neg__(self) -> "Expression":
        return built(Kind.NEGATIVE, self)


def number(value: Scalar) -> Expression:
    """``value`` as an expression, negative or not."""
    return built(Kind.NEGATIVE, built(Kind.NUMBER, -value)) if value < 0 else built(Kind.NUMBER, value)


def as_expression(value: Expression | Scalar) -> Expression:
    """An expression as it is, a number as `number`."""
    if isinstance(value, Expression):
        return value
    if isinstance(value, int | float):
        return number(value)
    raise TypeError(f"An expression combines with expressions and numbers, not with {type(value).__name__}.")


def _parts(left: Expression, kind: Kind) -> tuple[Expression, ...]:
    # a + b + c is one sum of three, as if typed; only long chains nest, or building them would be quadratic.
    return left.children if left.kind is kind and len(left.children) < LONGEST_FLAT else (left,)
