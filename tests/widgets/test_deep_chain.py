"""The deep chain: its product against oracles, its scale honest from 10⁻⁸⁰ to 10¹⁶, zeros and signs included."""

import itertools
import math

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import calc
from tests.widgets.paths import pieces, points
from widgets.deep_chain import WIDGET
from widgets.deep_chain.decades import SLACK
from widgets.deep_chain.links import DEEPEST, deep
from widgets.kit.controls import Select
from widgets.kit.patch import Patch

u = sympy.Symbol("u")
SYMPY = {
    "sigmoid": 1 / (1 + sympy.exp(-u)),
    "tanh": sympy.tanh(u),
    "identity": u,
}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def rows(path: str) -> list[tuple[float, float]]:
    """Where each bar starts and ends, up and down."""
    return [(bar[0][1], bar[2][1]) for bar in pieces(path)]


def test_ten_sigmoids_with_weight_eight_explode_as_the_page_says() -> None:
    patch = at(w=8, b=-4, x=0.5)
    assert patch["product.text"] == "1024.00"  # 8·¼ = 2, ten times
    assert patch["each.text"] == "2.000"
    assert patch["beside.text"] == "9.54×10⁻⁷"  # 4⁻¹⁰
    assert patch["verdict.text"] == "Gradients explode."
    assert patch["y.text"] == "0.5000"


def test_ten_sigmoids_with_weight_four_pass_a_nudge_on_unchanged() -> None:
    patch = at(w=4, b=-2, x=0.5)
    assert patch["product.text"] == "1.00"
    assert patch["verdict.text"] == "Gradients keep their size."


def test_ten_plain_sigmoids_vanish() -> None:
    value, slope = 0.5, 1.0
    for _ in range(10):
        value = 1 / (1 + np.exp(-value))
        slope *= value * (1 - value)  # σ′ = σ(1 − σ)
    chain = deep("sigmoid", 10, 1.0, 0.0, 0.5)
    assert chain.products[-1] == pytest.approx(slope, rel=1e-12)
    assert chain.alone == chain.products, "with w = 1 nothing is forgotten"
    assert at()["verdict.text"] == "Gradients vanish."


def test_with_a_shortcut_the_bars_stop_falling_and_without_a_function_they_can_still_rise() -> None:
    # By hand: a link has the slope 1 + σ′ there, which is never below 1; the values grow until σ′ is next to nothing.
    value, slope = 0.5, 1.0
    for _ in range(10):
        sigma = 1 / (1 + np.exp(-value))
        slope *= 1 + sigma * (1 - sigma)
        value += sigma
    patch = at(shortcut="on")
    assert float(patch["product.text"]) == pytest.approx(slope, abs=0.005)
    assert float(patch["y.text"]) == pytest.approx(value, abs=5e-5)
    assert all(top <= bottom for bottom, top in rows(patch["bars.d"])), "none falls"
    assert patch["beside.text"] == at()["product.text"], "the dashed line is the same chain without it"
    assert patch["verdict.text"] == "Gradients keep their size."
    assert at(shortcut="on", act="identity")["product.text"] == "1024.00"  # u + u, ten times
    assert at(shortcut="on", act="relu", b=-2)["product.text"] == "1.00", "a dead link is only a wire"


def test_an_explosion_needs_the_value_to_stay_in_the_middle() -> None:
    chain = deep("sigmoid", 10, 8.0, -4.0, 0.51)
    assert max(chain.products) > 10
    assert chain.products[-1] < 0.03


def test_a_dead_relu_silences_the_chain() -> None:
    patch = at(act="relu", b=-0.4, x=1)
    assert patch["each.text"] == "0.000 to 1.000"
    assert patch["product.text"] == "0.00"
    assert patch["verdict.text"] == "A zero silences the chain."
    assert patch["size0.text"] == "0"
    assert patch["break.d"] != at()["break.d"]


def test_a_link_on_a_kink_says_that_its_slope_is_a_convention() -> None:
    assert "convention" in at(act="relu", b=0, x=0)["verdict.text"]
    assert "convention" not in at(act="relu", w=-1, b=0, x=0.5)["verdict.text"], "flat all around before any kink"


@pytest.mark.parametrize("act", SYMPY)
@pytest.mark.parametrize("w", [-1.5, 0.0, 0.5, 2.5])
@pytest.mark.parametrize("n", [1, 3])
@pytest.mark.parametrize("shortcut", [False, True])
def test_value_and_product_are_those_of_sympy(act: str, w: float, n: int, shortcut: bool) -> None:
    whole = u
    for _ in range(n):
        whole = int(shortcut) * whole + SYMPY[act].subs(u, sympy.Rational(w) * whole + sympy.Rational(1, 4))
    chain = deep(act, n, w, 0.25, 0.75, shortcut)
    exact = {u: sympy.Rational(3, 4)}
    assert chain.values[-1] == pytest.approx(float(whole.subs(exact).evalf(30)), rel=1e-12)
    assert chain.products[-1] == pytest.approx(float(whole.diff(u).subs(exact).evalf(30)), rel=1e-12)


@settings(deadline=None)
@given(
    st.sampled_from(["sigmoid", "tanh", "relu", "identity"]),
    st.integers(1, DEEPEST),
    st.floats(-2, 10),
    st.floats(-6, 2),
    st.floats(-2, 2),
)
def test_everywhere_the_product_is_that_of_the_factors_and_the_picture_holds_it(
    act: str, n: int, w: float, b: float, x: float
) -> None:
    chain = deep(act, n, w, b, x)
    assert len(chain.factors) == n
    assert chain.products[-1] == pytest.approx(float(np.prod(np.array(chain.factors))), rel=1e-12, abs=1e-300)
    assert chain.alone[-1] * w**n == pytest.approx(chain.products[-1], rel=1e-9, abs=1e-280)
    patch = at(act=act, n=n, w=w, b=b, x=x)
    assert patch.keys() == at().keys()
    assert patch == at(act=act, n=n, w=w, b=b, x=x)
    assert not any("nan" in text or "inf" in text for text in patch.values())
    assert len(rows(patch["bars.d"])) == n
    assert all(10 <= height <= 120 for _, height in points(patch["between.d"])) or n < 3
    assert 10 <= float(patch["output-point.y"]) <= 120
    # The frame goes from 14 to 264, and a size may hang over its end by the slack of a cell (25 pixels).
    over = math.ceil(25 * SLACK)
    assert all(14 - over <= end <= 264 + over for bar in rows(patch["bars.d"]) for end in bar)


def test_a_bar_begins_where_the_one_before_it_ended_and_equal_factors_are_equally_tall() -> None:
    bars = rows(at(w=8, b=-4, x=0.5)["bars.d"])
    assert all(one[1] == next_[0] for one, next_ in itertools.pairwise(bars))
    heights = [top - bottom for top, bottom in bars]
    assert max(heights) - min(heights) <= 1, "to a pixel"
    assert min(heights) > 0, "a factor above 1 goes up"
    assert all(top < bottom for top, bottom in rows(at()["bars.d"])), "a factor below 1 goes down"


def test_negative_products_are_marked_one_by_one() -> None:
    patch = at(act="identity", w=-2, n=5)
    assert patch["product.text"] == "−32.00"
    assert len(pieces(patch["minus.d"])) == 3  # after the links 1, 3 and 5
    assert patch["minus-key.hidden"] == ""
    assert at()["minus-key.hidden"] == "yes"


def test_a_weight_of_zero_is_a_zero_factor() -> None:
    patch = at(w=0)
    assert patch["product.text"] == "0.00"
    assert patch["size0.text"] == "0"


def test_a_depth_between_two_stops_is_rounded() -> None:
    assert at(n=6.6)["n.text"] == "7"
    assert at(n=1)["links.text"] == "link"


def test_the_options_are_activations_that_calc_knows() -> None:
    select = WIDGET.control("act")
    assert isinstance(select, Select)
    assert select.options.keys() <= calc.ACTIVATIONS.keys()
