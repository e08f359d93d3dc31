"""Trigonometric and hyperbolic functions, their reciprocals and their inverses.

Formulas, branches and derivatives: NIST Digital Library of Mathematical Functions, 4.14-4.40
(dlmf.nist.gov/4). acot has the range (0, π), continuous at 0.
"""

import math

from calc.functions.function import EVERYWHERE, NOT_ZERO, REALS, Domain, Function, Real, overflowing


def _beside_a_zero(wave: Real, x: float) -> bool:
    """Whether x is a zero of sin or cos as nearly as a float can be: none but 0 is a float itself.

    The float next to π/2 is 6e-17 away from it, and tan(pi/2) would be 1.6e16. Far out, where floats lie
    further apart than that, every x is taken at its word.
    """
    return abs(wave(x)) <= min(2 * math.ulp(x), 1e-9)


NOT_POLE_AT_ZERO = Domain("x ≠ kπ", lambda x: math.isfinite(x) and not _beside_a_zero(math.sin, x))
NOT_ODD_QUARTER = Domain("x ≠ π/2 + kπ", lambda x: math.isfinite(x) and not _beside_a_zero(math.cos, x))
UNIT = Domain("−1 ≤ x ≤ 1", lambda x: -1 <= x <= 1, (-1.0, 1.0))
INSIDE_UNIT = Domain("−1 < x < 1", lambda x: -1 < x < 1, (-1.0, 1.0))
OUTSIDE_UNIT = Domain("|x| ≥ 1", lambda x: abs(x) >= 1, (-1.0, 1.0))
BEYOND_UNIT = Domain("|x| > 1", lambda x: abs(x) > 1, (-1.0, 1.0))
FROM_ONE = Domain("x ≥ 1", lambda x: x >= 1, (1.0,))
ABOVE_ONE = Domain("x > 1", lambda x: x > 1, (1.0,))
ZERO_TO_ONE = Domain("0 < x ≤ 1", lambda x: 0 < x <= 1, (0.0, 1.0))
BELOW_ONE = Domain("0 < x < 1", lambda x: 0 < x < 1, (0.0, 1.0))


def sech(x: float) -> float:
    """1/cosh(x), without overflow."""
    e = math.exp(-abs(x))
    return 2 * e / (1 + e * e)


sinh = overflowing(math.sinh)
_cosh = overflowing(math.cosh)


def cosh(x: float) -> float:
    return _cosh(abs(x))


def _csch(x: float) -> float:
    return 1 / sinh(x)


def _leg(x: float) -> float:
    """√(x² − 1) for |x| ≥ 1, exact next to 1 and without overflow."""
    x = abs(x)
    return math.sqrt(x - 1) * math.sqrt(x + 1)


def _other_leg(x: float) -> float:
    """√(1 − x²) for |x| ≤ 1, exact next to 1."""
    return math.sqrt((1 - x) * (1 + x))


def _asec(x: float) -> float:
    angle = math.atan(_leg(x))
    return angle if x > 0 else math.pi - angle


def _acsc(x: float) -> float:
    return math.copysign(math.atan2(1, _leg(x)), x)


def _asech(x: float) -> float:
    return math.asinh(_other_leg(x) / x) if x > 1e-150 else math.log(2) - math.log(x)


def _acsch(x: float) -> float:
    # 1/x overflows next to 0, where asinh(1/x) is ln(2/x) to the last digit.
    return math.asinh(1 / x) if abs(x) > 1e-150 else math.copysign(math.log(2) - math.log(abs(x)), x)


def _acoth(x: float) -> float:
    return math.copysign(0.5 * math.log1p(2 / (abs(x) - 1)), x)


# name, title, f, f′, domain of f, domain of f′, f′ as text and in LaTeX
_TABLE: tuple[tuple[str, str, Real, Real, Domain, Domain, str, str], ...] = (
    ("sin", "Sine", math.sin, math.cos, REALS, REALS, "cos(x)", r"\cos(x)"),
    ("cos", "Cosine", math.cos, lambda x: -math.sin(x), REALS, REALS, "-sin(x)", r"-\sin(x)"),
    ("tan", "Tangent", math.tan, lambda x: 1 / math.cos(x) ** 2, NOT_ODD_QUARTER, NOT_ODD_QUARTER, "sec(x)^2",
     r"\sec^{2}(x)"),
    ("sec", "Secant", lambda x: 1 / math.cos(x), lambda x: math.tan(x) / math.cos(x), NOT_ODD_QUARTER,
     NOT_ODD_QUARTER, "sec(x)*tan(x)", r"\sec(x) \tan(x)"),
    ("csc", "Cosecant", lambda x: 1 / math.sin(x), lambda x: -1 / math.sin(x) / math.tan(x), NOT_POLE_AT_ZERO,
     NOT_POLE_AT_ZERO, "-csc(x)*cot(x)", r"-\csc(x) \cot(x)"),
    ("cot", "Cotangent", lambda x: math.cos(x) / math.sin(x), lambda x: -1 / math.sin(x) / math.sin(x),
     NOT_POLE_AT_ZERO, NOT_POLE_AT_ZERO, "-csc(x)^2", r"-\csc^{2}(x)"),
    ("asin", "Inverse sine", math.asin, lambda x: 1 / _other_leg(x), UNIT, INSIDE_UNIT, "1/sqrt(1 - x^2)",
     r"\frac{1}{\sqrt{1 - x^{2}}}"),
    ("acos", "Inverse cosine", math.acos, lambda x: -1 / _other_leg(x), UNIT, INSIDE_UNIT, "-1/sqrt(1 - x^2)",
     r"-\frac{1}{\sqrt{1 - x^{2}}}"),
    ("atan", "Inverse tangent", math.atan, lambda x: 1 / (1 + x * x), EVERYWHERE, EVERYWHERE, "1/(1 + x^2)",
     r"\frac{1}{1 + x^{2}}"),
    ("asec", "Inverse secant", _asec, lambda x: 1 / (abs(x) * _leg(x)), OUTSIDE_UNIT, BEYOND_UNIT,
     "1/(abs(x)*sqrt(x^2 - 1))", r"\frac{1}{\left|x\right| \sqrt{x^{2} - 1}}"),
    ("acsc", "Inverse cosecant", _acsc, lambda x: -1 / (abs(x) * _leg(x)), OUTSIDE_UNIT, BEYOND_UNIT,
     "-1/(abs(x)*sqrt(x^2 - 1))", r"-\frac{1}{\left|x\right| \sqrt{x^{2} - 1}}"),
    ("acot", "Inverse cotangent", lambda x: math.atan2(1, x), lambda x: -1 / (1 + x * x), EVERYWHERE, EVERYWHERE,
     "-1/(1 + x^2)", r"-\frac{1}{1 + x^{2}}"),
    ("sinh", "Hyperbolic sine", sinh, cosh, EVERYWHERE, EVERYWHERE, "cosh(x)", r"\cosh(x)"),
    ("cosh", "Hyperbolic cosine", cosh, sinh, EVERYWHERE, EVERYWHERE, "sinh(x)", r"\sinh(x)"),
    ("sech", "Hyperbolic secant", sech, lambda x: -sech(x) * math.tanh(x), EVERYWHERE, EVERYWHERE, "-sech(x)*tanh(x)",
     r"-\operatorname{sech}(x) \tanh(x)"),
    ("csch", "Hyperbolic cosecant", _csch, lambda x: -_csch(x) / math.tanh(x), NOT_ZERO, NOT_ZERO, "-csch(x)*coth(x)",
     r"-\operatorname{csch}(x) \coth(x)"),
    ("coth", "Hyperbolic cotangent", lambda x: 1 / math.tanh(x), lambda x: -_csch(x) * _csch(x), NOT_ZERO, NOT_ZERO,
     "-csch(x)^2", r"-\operatorname{csch}^{2}(x)"),
    ("asinh", "Inverse hyperbolic sine", math.asinh, lambda x: 1 / math.hypot(1, x), EVERYWHERE, EVERYWHERE,
     "1/sqrt(1 + x^2)", r"\frac{1}{\sqrt{1 + x^{2}}}"),
    ("acosh", "Inverse hyperbolic cosine", math.acosh, lambda x: 1 / _leg(x), FROM_ONE, ABOVE_ONE, "1/sqrt(x^2 - 1)",
     r"\frac{1}{\sqrt{x^{2} - 1}}"),
    ("atanh", "Inverse hyperbolic tangent", math.atanh, lambda x: 1 / ((1 - x) * (1 + x)), INSIDE_UNIT, INSIDE_UNIT,
     "1/(1 - x^2)", r"\frac{1}{1 - x^{2}}"),
    ("asech", "Inverse hyperbolic secant", _asech, lambda x: -1 / (x * _other_leg(x)), ZERO_TO_ONE, BELOW_ONE,
     "-1/(x*sqrt(1 - x^2))", r"-\frac{1}{x \sqrt{1 - x^{2}}}"),
    ("acsch", "Inverse hyperbolic cosecant", _acsch, lambda x: -1 / (abs(x) * math.hypot(1, x)), NOT_ZERO, NOT_ZERO,
     "-1/(abs(x)*sqrt(1 + x^2))", r"-\frac{1}{\left|x\right| \sqrt{1 + x^{2}}}"),
    ("acoth", "Inverse hyperbolic cotangent", _acoth, lambda x: 1 / ((1 - x) * (1 + x)), BEYOND_UNIT, BEYOND_UNIT,
     "1/(1 - x^2)", r"\frac{1}{1 - x^{2}}"),
)  # fmt: skip

_LATEX_KNOWS = ("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "coth")
_NOTES = {"acot": "The branch between 0 and π, continuous at 0."}


def _symbol(name: str) -> str:
    if name.startswith("a"):
        return rf"\arc{name[1:]}" if name in ("asin", "acos", "atan") else rf"\operatorname{{{_long(name)}}}"
    return rf"\{name}" if name in _LATEX_KNOWS else rf"\operatorname{{{name}}}"


def _long(name: str) -> str:
    """arsinh for asinh (an area, not an arc), arccot for acot: the names textbooks print."""
    return f"ar{name[1:]}" if name.endswith("h") else f"arc{name[1:]}"


TRIGONOMETRIC = tuple(
    Function(
        name=name,
        title=title,
        symbol=_symbol(name),
        latex=f"{_symbol(name)}(x)",
        derivative_latex=derivative_latex,
        rule=rule,
        value=domain.guard(name, value),
        derivative=derivative_domain.guard(f"The derivative of {name}", derivative),
        domain=domain,
        note=_NOTES.get(name, ""),
    )
    for name, title, value, derivative, domain, derivative_domain, rule, derivative_latex in _TABLE
)
