"""The expression: what can be asked of a formula, and the kinds of nodes it is made of.

One file, because operators build nodes and nodes are expressions.
"""

from collections.abc import Iterable, Mapping
from typing import Self

from calc.formulas.branches import chosen, values_by_piece
from calc.formulas.compiled import values
from calc.formulas.evaluate import Tape
from calc.formulas.kinds import Kind
from calc.formulas.latex import Latex
from calc.formulas.names import CONSTANTS, GREEK, LARGEST_NUMBER, Scalar
from calc.formulas.text import Text
from calc.formulas.tree import Tree, postorder
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
        return tuple(sorted([node.name for node in postorder(self) if isinstance(node, Variable)]))

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
            if isinstance(node, Variable):
                done[node] = replacements.get(node.name, node)
            else:
                done[node] = node.rebuilt([done[child] for child in node.children])
        return done[self]

    def rebuilt(self, children: "Iterable[Expression]") -> "Expression":
        """The same kind of node over other children."""
        return self._make(self.payload, tuple(children))

    def apply(self, function: Function) -> "Expression":
        """``function(self)``, unevaluated."""
        return Call(function, self)

    def __add__(self, other: "Expression | Scalar") -> "Expression":
        return Sum(*_terms(self), as_expression(other))

    def __radd__(self, other: Scalar) -> "Expression":
        return Sum(as_expression(other), self)

    def __sub__(self, other: "Expression | Scalar") -> "Expression":
        return Sum(*_terms(self), Negative(as_expression(other)))

    def __rsub__(self, other: Scalar) -> "Expression":
        return Sum(as_expression(other), Negative(self))

    def __mul__(self, other: "Expression | Scalar") -> "Expression":
        return Product(*_factors(self), as_expression(other))

    def __rmul__(self, other: Scalar) -> "Expression":
        return Product(as_expression(other), self)

    def __truediv__(self, other: "Expression | Scalar") -> "Expression":
        return Quotient(self, as_expression(other))

    def __rtruediv__(self, other: Scalar) -> "Expression":
        return Quotient(as_expression(other), self)

    def __pow__(self, other: "Expression | Scalar") -> "Expression":
        return Power(self, as_expression(other))

    def __rpow__(self, other: Scalar) -> "Expression":
        return Power(as_expression(other), self)

    def __neg__(self) -> "Expression":
        return Negative(self)


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


def number(value: Scalar) -> Expression:
    """``value`` as an expression, negative or not."""
    return Negative(Number(-value)) if value < 0 else Number(value)


def as_expression(value: Expression | Scalar) -> Expression:
    """An expression as it is, a number as `number`."""
    if isinstance(value, Expression):
        return value
    if isinstance(value, int | float):
        return number(value)
    raise TypeError(f"An expression combines with expressions and numbers, not with {type(value).__name__}.")


def _terms(left: Expression) -> tuple[Expression, ...]:
    # a + b + c is one sum of three, as if typed; only long chains nest, or building them would be quadratic.
    return left.children if isinstance(left, Sum) and len(left.children) < LONGEST_FLAT else (left,)


def _factors(left: Expression) -> tuple[Expression, ...]:
    return left.children if isinstance(left, Product) and len(left.children) < LONGEST_FLAT else (left,)
