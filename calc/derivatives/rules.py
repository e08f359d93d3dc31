"""The rules of differentiation in one table: name, law, source, and what applying each one gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from calc.algebra.rational import MINUS_ONE, NOUGHT, UNIT
from calc.algebra.term import E
from calc.derivatives.pieces import slope_of_pieces
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.formulas.parse import parse
from calc.functions.function import Function
from calc.functions.registry import FUNCTIONS, find_function

LN, EXP = FUNCTIONS["ln"], FUNCTIONS["exp"]
TWO = Number(2)


@dataclass(frozen=True, slots=True)
class Task:
    """What a rule is applied to.

    node       what is differentiated with respect to ``x``
    pieces     the parts whose derivatives the rule asks for, in its order
    slopes     those derivatives
    constants  the factors that do not move, for the constant multiple rule
    u          for the chain rule: the letter that stands for ``pieces[1]`` in ``pieces[0]`` and in ``slopes[0]``
    """

    node: Expression
    x: Variable
    pieces: tuple[Expression, ...] = ()
    slopes: tuple[Expression, ...] = ()
    constants: tuple[Expression, ...] = ()
    u: Variable | None = None

    def at(self, formula: Expression, argument: Expression) -> Expression:
        """A formula in u, with ``argument`` for u."""
        assert self.u is not None
        return formula.substitute({self.u.name: argument})


Application = Callable[[Task], Expression]


@dataclass(frozen=True)
class Rule:
    """``title`` is what a teacher calls it, ``law`` what it says, in LaTeX with ′ for d/dx, ``source`` a textbook.

    ``apply`` gives the right-hand side, filled in and not yet simplified. ``note`` says what the law leaves out:
    where there is no slope, and which number is a convention.
    """

    name: str
    title: str
    law: str
    source: str
    apply: Application
    note: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """A rule of the table is copied and stored by its name, so that a copy is the rule itself."""
        if registered_rule(self.name) is self:
            return registered_rule, (self.name,)
        return Rule, (self.name, self.title, self.law, self.source, self.apply, self.note)


def _nothing(_: Task) -> Expression:
    return NOUGHT


def _one(_: Task) -> Expression:
    return UNIT


def constant_multiple(task: Task) -> Expression:
    """(−f)′, (cf)′ and (f/c)′ keep what does not move."""
    return _kept(task.node, task)


def _kept(node: Expression, task: Task) -> Expression:
    """The slope of the one part that moves, with what stands about that part in ``node``."""
    (piece,), (slope,) = task.pieces, task.slopes
    if node is piece:
        return slope
    match node:
        case Negative():
            return Negative(_kept(node.children[0], task))
        case Quotient():
            return Quotient(_kept(node.children[0], task), node.children[1])
        case _:
            return Product(*task.constants, slope)


def product(task: Task) -> Expression:
    """Each factor's derivative times the other factors."""
    fs = task.pieces
    return Sum(*[Product(*fs[:i], slope, *fs[i + 1 :]) for i, slope in enumerate(task.slopes)])


def quotient(task: Task) -> Expression:
    """(f′g − fg′)/g²"""
    (f, g), (df, dg) = task.pieces, task.slopes
    return Quotient(Sum(Product(df, g), Negative(Product(f, dg))), Power(g, TWO))


def power(task: Task) -> Expression:
    """n·xⁿ⁻¹"""
    x, n = task.node.children
    return Product(n, Power(x, Sum(n, MINUS_ONE)))


def logarithmic(task: Task) -> Expression:
    """y = f^g has ln y = g·ln f, so y′/y is the derivative of that."""
    return Product(task.node, task.slopes[0])


def rewritten(task: Task) -> Expression:
    """The derivative of the same thing written differently."""
    return task.slopes[0]


def chain(task: Task) -> Expression:
    """The outer derivative, taken at u, times the inner one."""
    return Product(task.at(task.slopes[0], task.pieces[1]), task.slopes[1])


_RULES = "OpenStax, Calculus Volume 1, §3.3"
_CHAIN = "OpenStax, Calculus Volume 1, §3.6"
_EXPONENTIALS = "OpenStax, Calculus Volume 1, §3.9"

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("constant", "Constant rule", r"c' = 0", _RULES, _nothing),
        Rule("identity", "Identity rule", r"x' = 1", _RULES, _one),
        Rule("sum", "Sum rule", r"(f + g)' = f' + g'", _RULES, lambda task: Sum(*task.slopes)),
        Rule("constant multiple", "Constant multiple rule", r"(c f)' = c f'", _RULES, constant_multiple),
        Rule("product", "Product rule", r"(f g)' = f' g + f g'", _RULES, product),
        Rule(
            "product of several",
            "Product rule",
            r"(f g h \cdots)' = f' g h \cdots + f g' h \cdots + \cdots",
            _RULES,
            product,
        ),
        Rule("quotient", "Quotient rule", r"\left(\frac{f}{g}\right)' = \frac{f' g - f g'}{g^{2}}", _RULES, quotient),
        Rule("power", "Power rule", r"(x^{n})' = n x^{n - 1}", _RULES, power),
        Rule("zero power", "Power form", r"f^{0} = 1", _RULES, rewritten),
        Rule("root or fraction", "Power form", r"\frac{c}{x^{n}} = c x^{-n}", _RULES, rewritten),
        Rule("exponential", "Exponential rule", r"(e^{x})' = e^{x}", _EXPONENTIALS, lambda task: task.node),
        Rule(
            "exponential, base a",
            "Exponential rule",
            r"(a^{x})' = a^{x} \ln(a)",
            _EXPONENTIALS,
            lambda task: Product(task.node, Call(LN, task.node.children[0])),
        ),
        Rule(
            "general power",
            "Logarithmic differentiation",
            r"y = f^{g},\; \ln(y) = g \ln(f),\; y' = y \left(g \ln(f)\right)'",
            _EXPONENTIALS,
            logarithmic,
            "Holds where the base is positive: elsewhere it has no logarithm.",
        ),
        Rule(
            "piece by piece",
            "Piece by piece",
            r"f = \begin{cases} g & x < a \\ h & x > a \end{cases} \;\Rightarrow\; "
            r"f' = \begin{cases} g' & x < a \\ h' & x > a \end{cases}",
            "OpenStax, Calculus Volume 1, §3.2",
            lambda task: slope_of_pieces(task.node, task.x, task.slopes),
            "Where two pieces meet there is a derivative only if they have the same value and the same slope there.",
        ),
        Rule("chain", "Chain rule", r"\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}", _CHAIN, chain),
    )
}


@cache
def own_rule(function: Function) -> Rule:
    """The rule that a registered function brings with it."""
    law = rf"{function.symbol}'(x) = {function.derivative_latex}"
    slope = parse(function.rule)
    return Rule(
        f"{function.name}(x)",
        f"Derivative of {function.title}",
        law,
        "",
        lambda task: slope.substitute({"x": task.node.children[0]}),
        _warning(function),
    )


def _warning(function: Function) -> str:
    """Where there is no derivative, whatever number code returns there."""
    corners = [(f"{kink.at:g}".replace("-", "−"), "a corner") for kink in function.kinks]
    jumps = [(f"{at:g}".replace("-", "−"), "a jump") for at in function.jumps]
    told = " ".join(f"At {at} there is {what} and no derivative." for at, what in (*corners, *jumps))
    if told:
        return f"{told} {function.note}"
    return function.note if "slope" in function.note or "tangent" in function.note else ""


def rule_for(node: Expression, x: Variable) -> str:
    """The name of the rule that gives the derivative of x, xⁿ, aˣ or f(x) for the bare variable x."""
    if node is x:
        return "identity"
    if isinstance(node, Call):
        return "exponential" if node.function is EXP else f"{node.function.name}(x)"
    base = node.children[0]
    return "power" if base is x else "exponential" if base is E else "exponential, base a"


def rule_named(name: str, node: Expression) -> Rule:
    """The rule of the table, or the one that the function at ``node`` brings with it."""
    return own_rule(node.function) if name not in RULES and isinstance(node, Call) else RULES[name]


def registered_rule(name: str) -> Rule | None:
    """The rule of that name: one of the table, or a function's own, such as ``sin(x)``."""
    function = find_function(name.removesuffix("(x)")) if name.endswith("(x)") else None
    return own_rule(function) if function is not None else RULES.get(name)
