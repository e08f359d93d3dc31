"""The kinds of nodes formulas are made of."""

from typing import Self

from calc.formulas.expression import Expression
from calc.formulas.kinds import Kind
from calc.formulas.names import CONSTANTS, GREEK, LARGEST_NUMBER, Scalar
from calc.functions.function import Function


class Number(Expression):
    """A literal, 0 or more; ``number`` builds negative ones as `Negative`, which is how they are written."""

    __slots__ = ()
    kind = Kind.NUMBER
    payload: Scalar

    def __new__(cls, value: Scalar) -> "Number":
        if not 0 <= value <= LARGEST_NUMBER:
            raise ValueError(f"A literal is between 0 and 1e300, not {value}; calc.number takes negative ones.")
        whole = int(value)
        return cls._make(whole if whole == value else float(value), ())

    @property
    def value(self) -> Scalar:
        return self.payload


class Constant(Expression):
    """``pi`` or ``e``."""

    __slots__ = ()
    kind = Kind.CONSTANT
    payload: str

    def __new__(cls, name: str) -> "Constant":
        if name not in CONSTANTS:
            raise ValueError(f"The constants are {' and '.join(CONSTANTS)}, not {name!r}.")
        return cls._make(name, ())

    @property
    def name(self) -> str:
        return self.payload

    @property
    def value(self) -> float:
        return CONSTANTS[self.payload]


class Variable(Expression):
    """A name that has a value only once it is given one: ``x``, ``w_1``, ``theta``."""

    __slots__ = ()
    kind = Kind.VARIABLE
    payload: str

    def __new__(cls, name: str) -> "Variable":
        if not isinstance(name, str):
            raise TypeError(f"A variable's name is text, such as 'x', not {type(name).__name__}.")
        stem = name.rstrip("0123456789").removesuffix("_")
        if name in CONSTANTS or not (stem in GREEK or (len(stem) == 1 and stem.isascii() and stem.isalpha())):
            raise ValueError(
                f"{name!r} is not a variable's name: write one letter or a Greek letter's name, with a number "
                "after it if you like: x, w_1, theta."
            )
        return cls._make(name, ())

    @property
    def name(self) -> str:
        return self.payload


class Several(Expression):
    """Two parts or more, in any order."""

    __slots__ = ()
    commutes = True

    def __new__(cls, *parts: Expression) -> Self:
        if len(parts) < 2:
            raise ValueError(f"A {cls.__name__} has two parts or more, not {len(parts)}.")
        return cls._make(None, parts)


class Sum(Several):
    """a + b + …; a difference is a sum with a `Negative` term."""

    __slots__ = ()
    kind = Kind.SUM


class Product(Several):
    """a·b·…"""

    __slots__ = ()
    kind = Kind.PRODUCT


class Negative(Expression):
    """−a"""

    __slots__ = ()
    kind = Kind.NEGATIVE

    def __new__(cls, argument: Expression) -> "Negative":
        return cls._make(None, (argument,))


class Quotient(Expression):
    """a/b"""

    __slots__ = ()
    kind = Kind.QUOTIENT

    def __new__(cls, numerator: Expression, denominator: Expression) -> "Quotient":
        return cls._make(None, (numerator, denominator))


class Power(Expression):
    """aᵇ"""

    __slots__ = ()
    kind = Kind.POWER

    def __new__(cls, base: Expression, exponent: Expression) -> "Power":
        return cls._make(None, (base, exponent))


class Call(Expression):
    """f(a) for a registered function f."""

    __slots__ = ()
    kind = Kind.CALL
    payload: Function

    def __new__(cls, function: Function, argument: Expression) -> "Call":
        return cls._make(function, (argument,))

    @property
    def function(self) -> Function:
        return self.payload
