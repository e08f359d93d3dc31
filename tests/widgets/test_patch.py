"""What may leave Python: no NaN, no infinity, no malformed path, whatever a widget's author writes."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.paths import pieces
from widgets import find_widget
from widgets.kit.patch import PatchError, check_patch, move
from widgets.kit.widget import Widget

PATHS = ("M0 0", "M0 0l1 2 3 4h5v-6.5z", "M1,2 3,4 Q1 2 3 4c.5-.5 1e1 2 3 4Z", "M-1.5 2m3 4h0")
NO_PATHS = ("M0.0", "", "M78 284lM158 284l2 2", "M349 59Lnan nan", "M1 2l3", "l1 2", "M0 0L1e999 inf", "M1 2q3 4")


@pytest.mark.parametrize("path", PATHS)
def test_paths_pass(path: str) -> None:
    assert pieces(path)
    check_patch({"curve.d": path})


@pytest.mark.parametrize("path", NO_PATHS)
def test_what_is_no_path_is_refused_and_told(path: str) -> None:
    with pytest.raises(
        PatchError,
        match=r"^the patch sets “curve\.d” to “.*”; allowed: an SVG path, which the functions of .*M0 0l10 5",
    ):
        check_patch({"curve.d": path})


@given(st.text("MmLlHhVvQqCcZz0123456789.- e", max_size=30))
def test_what_passes_is_a_path_to_an_independent_reader(path: str) -> None:
    try:
        check_patch({"curve.d": path})
    except PatchError:
        return
    assert pieces(path)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_position_that_is_no_number_is_refused_and_told(value: float) -> None:
    with pytest.raises(PatchError, match=r"sets “point\.x” to “-?(nan|inf)”; allowed: a finite number, for example"):
        check_patch(move("point", value, 1.0))


def test_what_is_no_text_is_refused_and_told() -> None:
    says = r"sets “n\.text” to 3, which is no text; allowed: text, as the reader sees it, for example {\"n\.text\": "
    with pytest.raises(PatchError, match=says):
        check_patch({"n.text": 3})


def test_a_text_may_say_anything() -> None:
    check_patch({"y.text": "undefined", "note.text": "", "f.latex": "x", "point.hidden": "yes"})


@pytest.fixture
def careless() -> Widget:
    """A widget whose author forgot that a formula may have no value."""
    return replace(find_widget("tangent"), name="careless", update=lambda _: move("point", 1.0, math.nan))


def test_no_widget_gives_such_a_patch_to_build_frames_or_browser(careless: Widget) -> None:
    with pytest.raises(PatchError, match=r"^the patch sets “point\.y” to “nan”"):
        careless.update(careless.defaults())
