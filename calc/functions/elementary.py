"""Exponentials, logarithms, roots and the like: what people type besides activations.

Formulas and derivatives: NIST Digital Library of Mathematical Functions, chapter 4 (dlmf.nist.gov/4)
and, for erf, 7.2. Each value is written so that it neither overflows nor cancels.
"""

import math

from calc.errors import DomainError
from calc.functions.function import NOT_ZERO, Domain, Function, Kink, Real, overflowing
from calc.functions.stable import zero

POSITIVE = Domain("x > 0", lambda x: x > 0, (0.0,))
NOT_NEGATIVE = Domain("x ≥ 0", lambda x: x >= 0, (0.0,))


exp = overflowing(math.exp)


def sign(x: float) -> float:
    """−1, 0 or 1; the slope of |x| with the convention 0 at 0."""
    return x if x != x else float((x > 0) - (x < 0))


def _logarithm(name: str, title: str, symbol: str, raw: Real, note: str = "") -> Function:
    base = {"log2": 2, "log10": 10}.get(name)
    factor = math.log(base) if base else 1.0
    return Function(
        name=name,
        title=title,
        symbol=symbol,
        latex=rf"{symbol}(x)",
        derivative_latex=rf"\frac{{1}}{{x \ln({base})}}" if base else r"\frac{1}{x}",
        rule=f"1/(x*ln({base}))" if base else "1/x",
        value=POSITIVE.guard(name, raw),
        derivative=POSITIVE.guard(f"The derivative of {name}", lambda x: 1 / (x * factor)),
        domain=POSITIVE,
        note=note,
    )


def _root_slope(name: str, domain: Domain, raw: Real) -> Real:
    def slope(x: float) -> float:
        if x == 0:
            raise DomainError(
                f"{name} has a vertical tangent at 0, so no slope comes from it there; it has one for {domain.text}."
            )
        return raw(x)

    return slope


ELEMENTARY = (
    Function(
        name="exp",
        title="Exponential",
        symbol=r"\exp",
        latex="e^{x}",
        derivative_latex="e^{x}",
        rule="e^x",
        value=exp,
        derivative=exp,
    ),
    _logarithm("ln", "Natural logarithm", r"\ln", math.log),
    _logarithm("log", "Logarithm", r"\ln", math.log, "The natural logarithm, the same as ln."),
    _logarithm("log2", "Binary logarithm", r"\log_{2}", math.log2),
    _logarithm("log10", "Decimal logarithm", r"\log_{10}", math.log10),
    Function(
        name="sqrt",
        title="Square root",
        symbol=r"\operatorname{sqrt}",
        latex=r"\sqrt{x}",
        derivative_latex=r"\frac{1}{2\sqrt{x}}",
        rule="1/(2sqrt(x))",
        value=NOT_NEGATIVE.guard("sqrt", math.sqrt),
        derivative=NOT_NEGATIVE.guard(
            "The derivative of sqrt", _root_slope("sqrt", POSITIVE, lambda x: 0.5 / math.sqrt(x))
        ),
        domain=NOT_NEGATIVE,
        note="The tangent at 0 is vertical.",
    ),
    Function(
        name="cbrt",
        title="Cube root",
        symbol=r"\operatorname{cbrt}",
        latex=r"\sqrt[3]{x}",
        derivative_latex=r"\frac{1}{3(\sqrt[3]{x})^{2}}",
        rule="1/(3cbrt(x)^2)",
        value=math.cbrt,
        derivative=_root_slope("cbrt", NOT_ZERO, lambda x: 1 / (3 * math.cbrt(x) ** 2)),
        note="Real for negative x too: the cube root of −8 is −2. The tangent at 0 is vertical.",
    ),
    Function(
        name="abs",
        title="Absolute value",
        symbol=r"\operatorname{abs}",
        latex=r"\left|x\right|",
        derivative_latex=r"\operatorname{sign}(x)",
        rule="sign(x)",
        value=math.fabs,
        derivative=sign,
        kinks=(Kink(0.0, -1.0, 1.0),),
        note="The slope at 0 is taken as 0 (the convention of PyTorch and JAX).",
    ),
    Function(
        name="sign",
        title="Sign",
        symbol=r"\operatorname{sign}",
        latex=r"\begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}",
        derivative_latex="0",
        rule="0",
        value=sign,
        derivative=zero,
        jumps=(0.0,),
        note="The slope at 0 is taken as 0, though the value jumps there.",
    ),
    Function(
        name="erf",
        title="Error function",
        symbol=r"\operatorname{erf}",
        latex=r"\frac{2}{\sqrt{\pi}} \int_{0}^{x} e^{-t^{2}} \, dt",
        derivative_latex=r"\frac{2e^{-x^{2}}}{\sqrt{\pi}}",
        rule="2e^(-x^2)/sqrt(pi)",
        value=math.erf,
        derivative=lambda x: 2 / math.sqrt(math.pi) * math.exp(-x * x),
    ),
)
