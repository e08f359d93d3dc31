"""The expression tree: what a formula is, before anything is done with it.

Equal expressions are one object (hash consing): building ``x*y`` twice gives the same node, so equality
and hashing cost nothing, and a shared subexpression is a shared node wherever a tree is walked.
Trees are walked with `postorder`, never by recursion, so their depth is bounded by memory alone.
"""

import math
from collections.abc import Iterable, Mapping
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, TypeVar
from weakref import WeakValueDictionary

from calc.function import Function

if TYPE_CHECKING:
    from calc.evaluate import Tape

Scalar = int | float
Self = TypeVar("Self", bound="Expression")

CONSTANTS = {"pi": math.pi, "e": math.e}
GREEK = tuple(
    "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega".split()  # noqa: SIM905
)
LARGEST_NUMBER = 1e300
LONGEST_FLAT = 64

_serials = count()
_interned: "WeakValueDictionary[tuple[object, ...], Expression]" = WeakValueDictionary()


class Expression:
    """A formula, immutable and hashable; equal formulas are the same object.

    Built by `calc.parse`, or with operators: ``x = Variable("x"); (2*x + 1)**2``.
    ``children`` are its parts, ``size`` the number of nodes as written.
    """

    __slots__ = ("__weakref__", "_alike", "_serial", "_tape", "children", "payload", "size")
    commutes: ClassVar[bool] = False
    children: "tuple[Expression, ...]"
    payload: object
    size: int
    _alike: "Expression | None"
    _serial: int
    _tape: "Tape | None"

    @classmethod
    def _make(cls: type[Self], payload: object, children: "tuple[Expression, ...]") -> Self:
        key = (cls, payload, children)
        node = _interned.get(key)
        if node is None:
            size, serial, in_order = 1, -1, True
            for child in children:
                size += child.size
                in_order = in_order and child._alike is None and (child._serial > serial or not cls.commutes)
                serial = child._serial
            node = object.__new__(cls)
            put = object.__setattr__
            put(node, "payload", payload)
            put(node, "children", children)
            put(node, "size", size)
            put(node, "_serial", next(_serials))
            put(node, "_tape", None)
            put(node, "_alike", None if in_order else cls._in_order(payload, children))
            _interned[key] = node
        return node  # type: ignore[return-value]

    @classmethod
    def _in_order(cls: type[Self], payload: object, children: "tuple[Expression, ...]") -> "Self | None":
        """The node over what is alike to the children, sorted if order does not matter; None if that is itself."""
        alike = [child.alike for child in children]
        if cls.commutes:
            alike.sort(key=attrgetter("_serial"))
        return None if tuple(alike) == children else cls._make(payload, tuple(alike))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"An expression cannot be changed, so {name} cannot be set; build a new one.")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"An expression cannot be changed, so {name} cannot be deleted.")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self)._make, (self.payload, self.children)

    @property
    def alike(self) -> "Expression":
        """One and the same expression for all that differ only in the order of terms and factors."""
        return self._alike or self

    def __repr__(self) -> str:
        return f"parse({str(self)!r})" if self.size <= 200 else f"<expression of {self.size} nodes>"

    def __str__(self) -> str:
        """The formula as people type it; `calc.parse` reads it back to an equal expression."""
        from calc.text import to_text

        return to_text(self)

    def latex(self) -> str:
        """The formula in LaTeX, as a textbook prints it."""
        from calc.latex import to_latex

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
        return tuple(sorted([node.name for node in postorder(self) if isinstance(node, Variable)]))

    def evaluate(self, env: Mapping[str, Scalar]) -> float:
        """The value where each variable has the value ``env`` gives it.

        Raises `DomainError` where there is no real value (``ln(-1)``, ``1/0``) or where a finite
        calculation leaves the floats (above 1.8e308); ValueError where ``env`` lacks a variable.
        """
        tape = self._tape
        if tape is None:
            from calc.evaluate import Tape

            tape = Tape(self)
            object.__setattr__(self, "_tape", tape)
        return tape.run(env)

    def __call__(self, x: Scalar) -> float:
        """The value at ``x`` of an expression in at most one variable."""
        names = self.variables
        if len(names) > 1:
            raise ValueError(f"{self} has the variables {', '.join(names)}: give each a value with evaluate.")
        return self.evaluate(dict.fromkeys(names, x))

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
    payload: str

    def __new__(cls, name: str) -> "Variable":
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


class Sum(Expression):
    """a + b + …; a difference is a sum with a `Negative` term."""

    __slots__ = ()
    commutes = True

    def __new__(cls, *terms: Expression) -> "Sum":
        return cls._make(None, _at_least_two(terms, "Sum"))


class Product(Expression):
    """a·b·…"""

    __slots__ = ()
    commutes = True

    def __new__(cls, *factors: Expression) -> "Product":
        return cls._make(None, _at_least_two(factors, "Product"))


class Negative(Expression):
    """−a"""

    __slots__ = ()

    def __new__(cls, argument: Expression) -> "Negative":
        return cls._make(None, (argument,))


class Quotient(Expression):
    """a/b"""

    __slots__ = ()

    def __new__(cls, numerator: Expression, denominator: Expression) -> "Quotient":
        return cls._make(None, (numerator, denominator))


class Power(Expression):
    """aᵇ"""

    __slots__ = ()

    def __new__(cls, base: Expression, exponent: Expression) -> "Power":
        return cls._make(None, (base, exponent))


class Call(Expression):
    """f(a) for a registered function f."""

    __slots__ = ()
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


def postorder(root: Expression) -> list[Expression]:
    """Every distinct node below and including ``root``, children before parents."""
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


def _at_least_two(parts: tuple[Expression, ...], kind: str) -> tuple[Expression, ...]:
    if len(parts) < 2:
        raise ValueError(f"A {kind} has two parts or more, not {len(parts)}.")
    return parts


def _terms(left: Expression) -> tuple[Expression, ...]:
    # a + b + c is one sum of three, as if typed; only long chains nest, or building them would be quadratic.
    return left.children if isinstance(left, Sum) and len(left.children) < LONGEST_FLAT else (left,)


def _factors(left: Expression) -> tuple[Expression, ...]:
    return left.children if isinstance(left, Product) and len(left.children) < LONGEST_FLAT else (left,)
