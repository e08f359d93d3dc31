"""The outside world: the same formulas in mpmath and SymPy, written from the literature, not from calc."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import mpmath
import sympy
from mpmath import mp

import calc
from calc.formulas.branches import instead
from calc.formulas.tree import postorder

Formula = Callable[[Any], Any]

SELU_ALPHA, SELU_SCALE = "1.6732632423543772848170429916717", "1.0507009873554804934193349852946"


def phi(x: Any) -> Any:
    """The standard normal distribution function."""
    return mp.erfc(-x / mp.sqrt(2)) / 2


def gelu_tanh(x: Any, z: Any) -> Any:
    """x/2·(1 + tanh z); far out as x/(1 + e^−2z), the same number without thousands of digits cancelling."""
    return x / 2 * (1 + mp.tanh(z)) if abs(x) < 9 else x / (1 + mp.exp(-2 * z))


def clip6(x: Any) -> Any:
    return max(mp.mpf(0), min(mp.mpf(6), x))


# Hendrycks and Gimpel 2016 (GELU), Misra 2019 (Mish), Klambauer et al. 2017 (SELU), Clevert et al. 2015 (ELU),
# Howard et al. 2019 (hard swish), Ramachandran et al. 2017 (swish), and the documentation of torch.nn.
ACTIVATIONS: dict[str, Formula] = {
    "identity": lambda x: x,
    "relu": lambda x: max(x, mp.mpf(0)),
    "leaky_relu": lambda x: x if x > 0 else x * mp.mpf("0.01"),
    "elu": lambda x: x if x > 0 else mp.expm1(x),
    "selu": lambda x: mp.mpf(SELU_SCALE) * (x if x > 0 else mp.mpf(SELU_ALPHA) * mp.expm1(x)),
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "tanh": lambda x: mp.sinh(x) / mp.cosh(x),
    "softplus": lambda x: mp.log1p(mp.exp(x)),
    "silu": lambda x: x / (1 + mp.exp(-x)),
    "gelu": lambda x: x * phi(x),
    "gelu_tanh": lambda x: gelu_tanh(x, mp.sqrt(2 / mp.pi) * (x + mp.mpf("0.044715") * x**3)),
    "mish": lambda x: x * mp.tanh(mp.log1p(mp.exp(x))),
    "softsign": lambda x: x / (1 + abs(x)),
    "hard_sigmoid": lambda x: clip6(x + 3) / 6,
    "hard_swish": lambda x: x * clip6(x + 3) / 6,
    "gaussian": lambda x: mp.exp(-(x**2)),
    "sine": mp.sin,
}

FUNCTIONS: dict[str, Formula] = {
    **{
        name: getattr(mp, name)
        for name in ["sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan", "asec", "acsc"]
    },
    **{
        name: getattr(mp, name)
        for name in ["sinh", "cosh", "tanh", "sech", "csch", "coth", "asinh", "acosh", "atanh", "asech", "acsch"]
    },
    "acot": lambda x: mp.pi / 2 - mp.atan(x),
    "acoth": mp.acoth,
    "exp": mp.exp,
    "ln": mp.log,
    "log": mp.log,
    "log2": lambda x: mp.log(x) / mp.log(2),
    "log10": lambda x: mp.log(x) / mp.log(10),
    "sqrt": mp.sqrt,
    "cbrt": lambda x: mp.sign(x) * mp.cbrt(abs(x)),
    "abs": abs,
    "sign": mp.sign,
    "erf": mp.erf,
    **ACTIVATIONS,
    # Slopes piece by piece; the value at a kink is PyTorch's.
    "relu'": lambda x: mp.mpf(x > 0),
    "leaky_relu'": lambda x: mp.mpf(1) if x > 0 else mp.mpf("0.01"),
    "elu'": lambda x: mp.mpf(1) if x > 0 else mp.exp(x),
    "selu'": lambda x: mp.mpf(SELU_SCALE) * (1 if x > 0 else mp.mpf(SELU_ALPHA) * mp.exp(x)),
    "gelu_tanh'": lambda x: mp.diff(ACTIVATIONS["gelu_tanh"], x),
    "hard_sigmoid'": lambda x: mp.mpf(-3 < x < 3) / 6,
    "hard_swish'": lambda x: mp.mpf(0) if x <= -3 else mp.mpf(1) if x >= 3 else (2 * x + 3) / 6,
}


def precise(formula: Formula, x: float, digits: int = 60) -> float:
    """formula(x), calculated with that many digits and rounded once."""
    with mp.workdps(digits):
        return float(formula(mp.mpf(x)))


def precise_slope(formula: Formula, x: float, digits: int = 60) -> float:
    """The derivative of formula at x from difference quotients in high precision (mpmath's own)."""
    with mp.workdps(digits):
        return float(mp.diff(formula, mp.mpf(x)))


def in_mpmath(expression: calc.Expression, env: Mapping[str, Any]) -> Any:
    """The value of an expression in mpmath's arithmetic, NaN where it is not real."""
    choice = next((node for node in reversed(postorder(expression)) if isinstance(node, calc.Cases)), None)
    if choice is not None:
        x, ends = in_mpmath(choice.subject, env), [in_mpmath(bound, {}) for bound in choice.bounds]
        piece = choice.payload[sum((x >= end) + (x > end) for end in ends)]
        return mp.nan if piece < 0 else in_mpmath(instead(expression, choice, choice.pieces[piece]), env)
    done: dict[calc.Expression, Any] = {}
    for node in postorder(expression):
        a = [done[child] for child in node.children]
        match node:
            case calc.Number():
                done[node] = mp.mpf(str(node))
            case calc.Constant():
                done[node] = mp.pi if node.name == "pi" else mp.e
            case calc.Variable():
                done[node] = env[node.name]
            case calc.Negative():
                done[node] = -a[0]
            case calc.Sum():
                done[node] = mp.fsum(a)
            case calc.Product():
                done[node] = mp.fprod(a)
            case calc.Quotient():
                done[node] = a[0] / a[1] if a[1] else mp.nan
            case calc.Power():
                done[node] = a[0] ** a[1] if a[0] or a[1] >= 0 else mp.nan
            case calc.Call():
                done[node] = FUNCTIONS[node.function.name](a[0])
        if not isinstance(done[node], mpmath.mpf | mpmath.ctx_mp_python._constant) or mp.isnan(done[node]):
            return mp.nan
    return +done[expression]


def _rational(node: calc.Number) -> Any:
    return sympy.Rational(str(node))


def gelu_tanh_in_sympy(u: Any) -> Any:
    return u / 2 * (1 + sympy.tanh(sympy.sqrt(2 / sympy.pi) * (u + sympy.Rational("0.044715") * u**3)))


def in_fractions(expression: calc.Expression, x: Fraction) -> tuple[Fraction, Fraction]:
    """Value and slope of a rational function, exactly. Raises ZeroDivisionError at a pole."""
    done: dict[calc.Expression, tuple[Fraction, Fraction]] = {}
    for node in postorder(expression):
        a = [done[child] for child in node.children]
        match node:
            case calc.Number():
                done[node] = Fraction(str(node)), Fraction(0)
            case calc.Variable():
                done[node] = x, Fraction(1)
            case calc.Negative():
                done[node] = -a[0][0], -a[0][1]
            case calc.Sum():
                done[node] = sum((v for v, _ in a), Fraction(0)), sum((s for _, s in a), Fraction(0))
            case calc.Product():
                value, slope = Fraction(1), Fraction(0)
                for v, s in a:
                    value, slope = value * v, slope * v + value * s
                done[node] = value, slope
            case calc.Quotient():
                (f, df), (g, dg) = a
                done[node] = f / g, (df * g - f * dg) / g**2
            case calc.Power():
                (f, df), n = a[0], int(a[1][0])
                done[node] = f**n, n * f ** (n - 1) * df if n else Fraction(0)
            case _:
                raise TypeError(f"{node} is not rational")
    return done[expression]


def in_sympy(expression: calc.Expression) -> Any:
    """The expression in SymPy, with real symbols."""
    symbol = sympy.Symbol("s", real=True)
    special: dict[str, Formula] = {
        "ln": sympy.log,
        "log": sympy.log,
        "log2": lambda u: sympy.log(u, 2),
        "log10": lambda u: sympy.log(u, 10),
        "abs": sympy.Abs,
        "cbrt": lambda u: sympy.sign(u) * sympy.Abs(u) ** sympy.Rational(1, 3),
        "acot": lambda u: sympy.pi / 2 - sympy.atan(u),
        "identity": lambda u: u,
        "relu": lambda u: sympy.Max(u, 0),
        "leaky_relu": lambda u: sympy.Piecewise((u, u > 0), (u / 100, True)),
        "elu": lambda u: sympy.Piecewise((u, u > 0), (sympy.exp(u) - 1, True)),
        "selu": lambda u: (
            sympy.Rational(SELU_SCALE)
            * sympy.Piecewise((u, u > 0), (sympy.Rational(SELU_ALPHA) * (sympy.exp(u) - 1), True))
        ),
        "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
        "softplus": lambda u: sympy.log(1 + sympy.exp(u)),
        "silu": lambda u: u / (1 + sympy.exp(-u)),
        "gelu": lambda u: u * (1 + sympy.erf(u / sympy.sqrt(2))) / 2,
        "gelu_tanh": gelu_tanh_in_sympy,
        "mish": lambda u: u * sympy.tanh(sympy.log(1 + sympy.exp(u))),
        "softsign": lambda u: u / (1 + sympy.Abs(u)),
        "hard_sigmoid": lambda u: sympy.Piecewise((0, u <= -3), (1, u >= 3), ((u + 3) / 6, True)),
        "hard_swish": lambda u: sympy.Piecewise((0, u <= -3), (u, u >= 3), (u * (u + 3) / 6, True)),
        "gaussian": lambda u: sympy.exp(-(u**2)),
        "relu'": lambda u: sympy.Heaviside(u, 0),
        "sine": sympy.sin,
    }
    for name in ("leaky_relu", "elu", "selu", "gelu_tanh", "hard_sigmoid", "hard_swish"):
        special[f"{name}'"] = lambda u, f=special[name]: sympy.diff(f(symbol), symbol).subs(symbol, u)  # type: ignore[misc]
    done: dict[calc.Expression, Any] = {}
    for node in postorder(expression):
        a = [done[child] for child in node.children]
        match node:
            case calc.Number():
                done[node] = _rational(node)
            case calc.Constant():
                done[node] = sympy.pi if node.name == "pi" else sympy.E
            case calc.Variable():
                done[node] = sympy.Symbol(node.name, real=True)
            case calc.Negative():
                done[node] = -a[0]
            case calc.Sum():
                done[node] = sympy.Add(*a)
            case calc.Product():
                done[node] = sympy.Mul(*a)
            case calc.Quotient():
                done[node] = a[0] / a[1]
            case calc.Power():
                done[node] = a[0] ** a[1]
            case calc.Call():
                name = node.function.name
                done[node] = (special.get(name) or getattr(sympy, name))(a[0])
    return done[expression]
