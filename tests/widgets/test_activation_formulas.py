"""The shorter formulas beside the list of activations say what is computed, too."""

import re

import pytest

import calc
from tests.calc.latex_reader import read_latex
from widgets.activation.formulas import SHORT

POINTS = (-4.5, -3.0, -2.9, -0.4, 0.0, 0.3, 2.9, 3.0, 4.5)


@pytest.mark.parametrize("name", ["gelu_tanh", "mish"])
@pytest.mark.parametrize("at", POINTS)
def test_with_a_letter_for_what_is_in_it_twice(name: str, at: float) -> None:
    value, let = SHORT[name][0].split(r" \allowbreak \quad ")
    letter, inner = let[1:-1].split(" = ")
    t = read_latex(inner)
    known = {"x": at, letter: t.evaluate({"x": at}), "d": calc.derivative_at(t, at)}
    slope = re.sub(r"\+ \{(.*)\}$", r"+ \1", SHORT[name][1]).replace(f"{letter}'", " d")
    if name == "mish":  # the slope of ln(1 + eˣ), by its name
        assert calc.ACTIVATIONS["sigmoid"].value(at) == pytest.approx(known["d"], rel=1e-12)
    f = calc.ACTIVATIONS[name]
    assert read_latex(value).evaluate(known) == pytest.approx(f.value(at), rel=1e-12)
    assert read_latex(slope).evaluate(known) == pytest.approx(f.derivative(at), rel=1e-12)


@pytest.mark.parametrize(("name", "factor"), [("hard_sigmoid", ""), ("hard_swish", r"x \cdot ")])
@pytest.mark.parametrize("at", POINTS)
def test_with_a_ramp(name: str, factor: str, at: float) -> None:
    value, slope = SHORT[name]
    assert value == factor + r"\frac{1}{6} \min(\max(x + 3, 0), 6)"
    ramp = min(max(at + 3, 0), 6) / 6
    f = calc.ACTIVATIONS[name]
    assert (at if factor else 1) * ramp == pytest.approx(f.value(at), rel=1e-12)
    rows = slope.removeprefix(r"\begin{cases} ").removesuffix(r" \end{cases}").split(r" \\ ")
    for formula, where in (row.split(" & ") for row in rows):
        condition = where.replace("|x|", "abs(x)").replace(r"\le", "<=").replace(r"\ge", ">=")
        if eval(condition, {"x": at}):
            assert read_latex(formula).evaluate({"x": at}) == pytest.approx(f.derivative(at), rel=1e-12)
            return
    pytest.fail("no row holds here")
