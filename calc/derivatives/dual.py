"""Forward mode: numbers that carry their own derivative."""

import math
from dataclasses import dataclass, field

from calc.errors import DomainError
from calc.formulas.evaluate import explain
from calc.functions.function import Function
from calc.functions.registry import FUNCTIONS


@dataclass(frozen=True, slots=True)
class Dual:
    """``primal`` + ``tangent``·ε with ε² = 0: a value, and its rate of change along with the input.

    ``f(Dual(x, 1)).tangent`` is f′(x), for any f made of + − · / ** and calc functions.
    ``moves`` tells what depends on the input from what is constant: x² is at rest at 0, and yet √(x²) has a
    corner there. Made from a tangent of 0, a dual number is a constant.
    Ordered by their primals, so that ``max(0, x)`` and ``x if x > 0 else 0`` work; equal where both parts are.
    Baydin et al., Automatic Differentiation in Machine Learning: a Survey, 2018, section 3.1.
    """

    primal: float
    tangent: float = 0.0
    moves: bool | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.moves is None:
            object.__setattr__(self, "moves", self.tangent != 0)

    def __add__(self, other: "Dual | float") -> "Dual":
        b = as_dual(other)
        return Dual(self.primal + b.primal, self.tangent + b.tangent, self.moves or b.moves)

    def __sub__(self, other: "Dual | float") -> "Dual":
        b = as_dual(other)
        return Dual(self.primal - b.primal, self.tangent - b.tangent, self.moves or b.moves)

    def __mul__(self, other: "Dual | float") -> "Dual":
        b = as_dual(other)
        tangent = self.tangent * b.primal + self.primal * b.tangent
        return Dual(self.primal * b.primal, tangent, self.moves or b.moves)

    def __truediv__(self, other: "Dual | float") -> "Dual":
        b = as_dual(other)
        if b.primal == 0:
            raise DomainError(f"{self.primal:.15g}/0 has no value: division by zero.")
        quotient = self.primal / b.primal
        return Dual(quotient, (self.tangent - quotient * b.tangent) / b.primal, self.moves or b.moves)

    def __pow__(self, other: "Dual | float") -> "Dual":
        b = as_dual(other)
        value = power_value(self.primal, b.primal)
        by_base, by_exponent = power_partials(self.primal, b.primal, bool(self.moves), bool(b.moves))
        return Dual(value, by_base * self.tangent + by_exponent * b.tangent, self.moves or b.moves)

    def __neg__(self) -> "Dual":
        return Dual(-self.primal, -self.tangent, self.moves)

    def __pos__(self) -> "Dual":
        return self

    def __abs__(self) -> "Dual":
        return self.apply(FUNCTIONS["abs"])

    def __radd__(self, other: float) -> "Dual":
        return as_dual(other) + self

    def __rsub__(self, other: float) -> "Dual":
        return as_dual(other) - self

    def __rmul__(self, other: float) -> "Dual":
        return as_dual(other) * self

    def __rtruediv__(self, other: float) -> "Dual":
        return as_dual(other) / self

    def __rpow__(self, other: float) -> "Dual":
        return as_dual(other) ** self

    def apply(self, function: Function) -> "Dual":
        """``function(self)``, by the chain rule; a constant needs no derivative to exist."""
        slope = function.derivative(self.primal) * self.tangent if self.moves else 0.0
        return Dual(function.value(self.primal), slope, self.moves)

    def __lt__(self, other: "Dual | float") -> bool:
        return self.primal < as_dual(other).primal

    def __le__(self, other: "Dual | float") -> bool:
        return self.primal <= as_dual(other).primal

    def __gt__(self, other: "Dual | float") -> bool:
        return self.primal > as_dual(other).primal

    def __ge__(self, other: "Dual | float") -> bool:
        return self.primal >= as_dual(other).primal

    def __float__(self) -> float:
        raise TypeError(
            "math and numpy cannot follow a derivative through a dual number; use calc's functions, "
            'for example calc.FUNCTIONS["sin"](x).'
        )


def as_dual(value: "Dual | float") -> Dual:
    """A number as a dual number that does not change."""
    if isinstance(value, Dual):
        return value
    if isinstance(value, int | float):
        return Dual(float(value), 0.0)
    raise TypeError(f"A dual number combines with numbers, not with {type(value).__name__}.")


def power_value(a: float, b: float) -> float:
    """aᵇ for real results. Raises `DomainError`."""
    try:
        value = math.exp(b) if a == math.e else a * a if b == 2 else a * a * a if b == 3 else math.pow(a, b)
    except (ValueError, OverflowError):
        raise DomainError(explain("^", a, b)) from None
    if math.isinf(value) and math.isfinite(a):
        raise DomainError(explain("^", a, b))
    return value


def power_partials(a: float, b: float, base_moves: bool, exponent_moves: bool) -> tuple[float, float]:
    """(∂aᵇ/∂a, ∂aᵇ/∂b) = (b·aᵇ⁻¹, aᵇ·ln a), each only where it is asked for, else 0.

    A moving exponent needs a > 0, for ln a to exist. Raises `DomainError`.
    """
    by_base = by_exponent = 0.0
    if base_moves and b != 0:
        by_base = b * power_value(a, b - 1)
    if exponent_moves:
        if a <= 0:
            raise DomainError(f"The derivative of a^x needs a base a > 0, not {a:.15g}.")
        by_exponent = power_value(a, b) * math.log(a)
    return by_base, by_exponent
