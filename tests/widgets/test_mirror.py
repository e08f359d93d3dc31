"""The logarithm and its image: rise and run change places, and the slope is 1/x."""

import math

import pytest

from tests.widgets.paths import pieces
from widgets.kit.patch import Patch
from widgets.mirror import WIDGET
from widgets.mirror.view import AXES


def at(x: float) -> Patch:
    return WIDGET.update({"x": x})


def place(x: float, y: float) -> tuple[float, float]:
    """A point of the sheet, in the units of the plane."""
    return (
        (x - AXES.x(0)) / (AXES.x(1) - AXES.x(0)),
        (y - AXES.y(0)) / (AXES.y(1) - AXES.y(0)),
    )


@pytest.mark.parametrize("x", [0.25, 0.5, 1.0, 2.0, 3.5, 4.0])
def test_the_slope_of_the_logarithm_is_one_divided_by_x(x: float) -> None:
    patch = at(x)
    h = 1e-6
    assert float(patch["slope.text"]) == pytest.approx((math.log(x + h) - math.log(x - h)) / (2 * h), abs=0.0051)
    assert float(patch["steep.text"]) == pytest.approx(x, abs=0.0051)  # on e^x the slope is the height
    assert float(patch["y.text"].replace("−", "-")) == pytest.approx(math.log(x), abs=0.0051)


def test_a_unit_is_as_long_up_as_across_so_that_a_mirror_keeps_shapes() -> None:
    assert AXES.x(1) - AXES.x(0) == pytest.approx(AXES.y(0) - AXES.y(1))


@pytest.mark.parametrize("x", [0.25, 1.0, 2.0, 4.0])
def test_each_triangle_is_the_image_of_the_other(x: float) -> None:
    patch = at(x)
    run, rise = (pieces(patch[f"exp-{leg}.d"])[0] for leg in ("run", "rise"))
    ln_run, ln_rise = (pieces(patch[f"ln-{leg}.d"])[0] for leg in ("run", "rise"))

    def length(leg: list[tuple[float, float]]) -> float:
        return math.dist(*(place(*end) for end in leg))

    assert length(run) == pytest.approx(length(ln_rise), abs=0.01)
    assert length(rise) == pytest.approx(length(ln_run), abs=0.01)
    assert length(rise) / length(run) == pytest.approx(x, rel=0.02)
    for part, image in (("point", "image"), ("image", "point")):
        across, up = place(float(patch[f"{part}.x"]), float(patch[f"{part}.y"]))
        assert place(float(patch[f"{image}.x"]), float(patch[f"{image}.y"])) == pytest.approx((up, across), abs=0.01)


def test_both_curves_are_mirror_images() -> None:
    (ln,), (exp,) = pieces(at(2)["ln-curve.d"]), pieces(at(2)["exp-curve.d"])
    for one, other in zip(ln, exp, strict=True):
        x, y = place(*one)
        if abs(x) < 5 and abs(y) < 5:
            assert place(*other) == pytest.approx((y, x), abs=0.01)
