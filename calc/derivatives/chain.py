"""A chain of functions, one after another, and the chain rule link by link."""

from collections.abc import Sequence
from dataclasses import dataclass

from calc.derivatives.forward import derivative_at
from calc.formulas.expression import Expression
from calc.formulas.parse import parse
from calc.functions.function import Function
from calc.functions.registry import find_function

Linkable = Function | Expression | str


@dataclass(frozen=True)
class Link:
    """One function of a chain: what went in, what came out, and f′ at what went in."""

    function: Function | Expression
    input: float
    output: float
    local_derivative: float


@dataclass(frozen=True)
class Chain:
    """The links in the order they are applied, innermost first."""

    links: tuple[Link, ...]

    @property
    def value(self) -> float:
        """What comes out of the last link."""
        return self.links[-1].output

    @property
    def derivative(self) -> float:
        """d(value)/d(input of the first link): the product of the local derivatives."""
        product = 1.0
        for link in self.links:
            product *= link.local_derivative
        return product


def chain(functions: Sequence[Linkable], x: float) -> Chain:
    """f_n(…f_2(f_1(x))) with every local derivative, each taken at its own input.

    ``functions`` has f_1 first: calc functions, their names, expressions, or text in at most one
    variable of any name: ``chain(["2x + 1", "u^2"], 1.0).derivative`` is 12.0.
    Raises ValueError for an empty chain or a link in several variables; `ParseError`; `DomainError`.
    """
    if not functions:
        raise ValueError('A chain has one link or more, for example chain(["2x + 1", "u^2"], 1.0).')
    links = []
    for given in functions:
        f = _link_function(given)
        output = f(float(x))
        links.append(Link(f, float(x), output, derivative_at(f, float(x))))
        x = output
    return Chain(tuple(links))


def _link_function(given: Linkable) -> Function | Expression:
    f = (find_function(given) or parse(given)) if isinstance(given, str) else given
    if isinstance(f, Expression) and len(f.variables) > 1:
        raise ValueError(f"A link has one variable; {f} has {', '.join(f.variables)}.")
    if not isinstance(f, (Function, Expression)):
        raise TypeError(f"A link is a calc function, its name, an expression or text, not {type(f).__name__}.")
    return f
