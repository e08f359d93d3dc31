"""What the package knows about one function of one variable, in one record."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from calc.errors import DomainError

Real = Callable[[float], float]


@dataclass(frozen=True)
class Kink:
    """A corner of the curve: the derivative's one-sided limits at ``at`` differ, so it has no derivative there."""

    at: float
    left: float
    right: float


@dataclass(frozen=True)
class Domain:
    """Where a function has a value: ``text`` says it in words, ``contains`` decides it, ``ends`` bound it."""

    text: str
    contains: Callable[[float], bool]
    ends: tuple[float, ...] = ()

    def guard(self, label: str, raw: Real) -> Real:
        """``raw``, with a `DomainError` outside this domain; NaN in, NaN out."""
        contains = self.contains

        def guarded(x: float) -> float:
            if contains(x):
                return raw(x)
            if x != x:
                return x
            rounded = f"{x:.15g}"
            shown = repr(x) if contains(float(rounded)) else rounded  # 1.0000000000000002 is not printed as 1.
            raise DomainError(f"{label} has no value at {shown}; it has one for {self.text}.")

        return guarded


def overflowing(raw: Real) -> Real:
    """``raw``, with ±inf, the sign being that of x, instead of an OverflowError."""

    def value(x: float) -> float:
        try:
            return raw(x)
        except OverflowError:
            return math.copysign(math.inf, x)

    return value


REALS = Domain("every real number", math.isfinite)
EVERYWHERE = Domain("every real number", lambda x: x == x)
"""Infinities included: the function has limits there."""
NOT_ZERO = Domain("x ≠ 0", lambda x: x != 0, (0.0,))


@dataclass(frozen=True, eq=False)
class Function:
    """A function R → R with its derivative: the one source for parsing, differentiating and drawing it.

    name              what people type, ``relu`` in ``relu(2x)``
    title             what a page calls it, ``ReLU``
    symbol            LaTeX of the name alone, ``\\operatorname{ReLU}``
    latex             LaTeX of f(x), the right-hand side only: the page writes ``symbol(x) = latex``
    derivative_latex  LaTeX of f′(x): ``rule`` as it is printed, or cases where it is a function of its own
    rule              f′(x) as text `parse` reads; the symbolic derivative
    value, derivative float → float, for every float: ±inf give the limits, NaN gives NaN;
                      outside the domain they raise `DomainError`. At a kink, ``derivative`` returns the
                      convention that ``note`` states.
    kinks             where the slope jumps, with both one-sided slopes
    jumps             where the value jumps
    note              default or convention, one plain sentence, or empty
    """

    name: str
    title: str
    symbol: str
    latex: str
    derivative_latex: str
    rule: str
    value: Real
    derivative: Real
    domain: Domain = EVERYWHERE
    kinks: tuple[Kink, ...] = ()
    jumps: tuple[float, ...] = ()
    note: str = ""

    def __call__(self, argument: Any) -> Any:
        """f of a number, a dual number or an expression; the result is of the same kind."""
        apply = getattr(argument, "apply", None)
        return self.value(argument) if apply is None else apply(self)

    def __repr__(self) -> str:
        return f"<Function {self.name}>"
