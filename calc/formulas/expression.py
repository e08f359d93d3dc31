"""The expression: what a formula is, and what can be asked of it.

Trees are walked with `postorder`, never by recursion, so their depth is bounded by memory alone.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from calc.formulas.tree import Tree
from calc.functions.function import Function

if TYPE_CHECKING:
    from calc.formulas.evaluate import Tape

Scalar = int | float
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
        from calc.formulas.text import to_text

        return to_text(self)

    def latex(self) -> str:
        """The formula in LaTeX, as a textbook prints it."""
        from calc.formulas.latex import to_latex

        return to_latex(self)

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
        return tuple(sorted([node.name for node in postorder(self) if isinstance(node, nodes.Variable)]))

    def evaluate(self, env: Mapping[str, Scalar]) -> float:
        """The value where each variable has the value ``env`` gives it; 0^0 is 1, as in Python and PyTorch.

        Raises `DomainError` where there is no real value (``ln(-1)``, ``1/0``) or where a finite
        calculation leaves the floats (above 1.8e308); ValueError where ``env`` lacks a variable.
        """
        return self.compiled().run(env)[-1]

    def __call__(self, x: Scalar) -> float:
        """The value at ``x`` of an expression in at most one variable."""
        tape = self.compiled()
        if len(tape.variables) > 1:
            raise ValueError(f"{self} has the variables {', '.join(self.variables)}: give each a value with evaluate.")
        return tape.run({name: x for name, _ in tape.variables})[-1]

    def compiled(self) -> "Tape":
        """The operations that evaluate it, worked out once."""
        if self._tape is None:
            from calc.formulas.evaluate import Tape

            object.__setattr__(self, "_tape", Tape(self))
        assert self._tape is not None
        return self._tape

    def substitute(self, replacements: "Mapping[str, Expression]") -> "Expression":
        """The expression with each named variable replaced."""
        done: dict[Expression, Expression] = {}
        for node in postorder(self):
            if isinstance(node, nodes.Variable):
                done[node] = replacements.get(node.name, node)
            else:
                done[node] = node.rebuilt([done[child] for child in node.children])
        return done[self]

    def rebuilt(self, children: "Iterable[Expression]") -> "Expression":
        """The same kind of node over other children."""
        return self._make(self.payload, tuple(children))

    def apply(self, function: Function) -> "Expression":
        """``function(self)``, unevaluated."""
        return nodes.Call(function, self)

    def __add__(self, other: "Expression | Scalar") -> "Expression":
        return nodes.Sum(*_terms(self), nodes.as_expression(other))

    def __radd__(self, other: Scalar) -> "Expression":
        return nodes.Sum(nodes.as_expression(other), self)

    def __sub__(self, other: "Expression | Scalar") -> "Expression":
        return nodes.Sum(*_terms(self), nodes.Negative(nodes.as_expression(other)))

    def __rsub__(self, other: Scalar) -> "Expression":
        return nodes.Sum(nodes.as_expression(other), nodes.Negative(self))

    def __mul__(self, other: "Expression | Scalar") -> "Expression":
        return nodes.Product(*_factors(self), nodes.as_expression(other))

    def __rmul__(self, other: Scalar) -> "Expression":
        return nodes.Product(nodes.as_expression(other), self)

    def __truediv__(self, other: "Expression | Scalar") -> "Expression":
        return nodes.Quotient(self, nodes.as_expression(other))

    def __rtruediv__(self, other: Scalar) -> "Expression":
        return nodes.Quotient(nodes.as_expression(other), self)

    def __pow__(self, other: "Expression | Scalar") -> "Expression":
        return nodes.Power(self, nodes.as_expression(other))

    def __rpow__(self, other: Scalar) -> "Expression":
        return nodes.Power(nodes.as_expression(other), self)

    def __neg__(self) -> "Expression":
        return nodes.Negative(self)


def check_expression(value: object) -> None:
    """Raises TypeError for text and numbers where a formula is needed."""
    if not isinstance(value, Expression):
        raise TypeError(f'A formula is needed here, for example calc.parse("x^2"), not {type(value).__name__}.')


def postorder(root: Expression) -> list[Expression]:
    """Every distinct node below and including ``root``, children before parents."""
    check_expression(root)
    order: dict[Expression, None] = {}
    stack = [root]
    while stack:
        node = stack[-1]
        if node in order:
            stack.pop()
            continue
        waiting = [child for child in node.children if child not in order]
        if waiting:
            stack.extend(reversed(waiting))
        else:
            order[node] = None
            stack.pop()
    return list(order)


def _terms(left: Expression) -> tuple[Expression, ...]:
    # a + b + c is one sum of three, as if typed; only long chains nest, or building them would be quadratic.
    return left.children if isinstance(left, nodes.Sum) and len(left.children) < LONGEST_FLAT else (left,)


def _factors(left: Expression) -> tuple[Expression, ...]:
    return left.children if isinstance(left, nodes.Product) and len(left.children) < LONGEST_FLAT else (left,)


# Last, because nodes are kinds of Expression and the operators above build nodes.
from calc.formulas import nodes  # noqa: E402
