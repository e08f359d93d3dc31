"""The race, against numbers counted by hand."""

import pytest

from widgets.build.html.frames import frames, gzipped_size
from widgets.kit.patch import Patch
from widgets.race import WIDGET
from widgets.race.counting import duration


def patch(n: float, m: float) -> Patch:
    return WIDGET.update({"n": n, "m": m})


def test_a_million_weights_take_days_by_nudging_and_seconds_on_the_way_back() -> None:
    # 1,000,001 s / 86,400 s = 11.57 days; one pass back takes three runs.
    training = patch(1e6, 1)
    assert training["nudging-time.text"] == "11.6 days"
    assert training["forward-passes.text"] == "1,000,000"
    assert (training["reverse-passes.text"], training["reverse-time.text"]) == ("1", "3 seconds")
    # 2,000,000 s against 3 s
    assert training["verdict.text"] == "reverse mode is 666,667 times as fast as forward mode."


def test_one_input_and_many_outputs_are_forward_mode_s_race() -> None:
    wide = patch(1, 1e6)
    assert (wide["forward-passes.text"], wide["forward-time.text"]) == ("1", "2 seconds")
    assert wide["reverse-passes.text"] == "1,000,000"
    assert wide["verdict.text"] == "forward mode is 1,500,000 times as fast as reverse mode."


@pytest.mark.parametrize(
    ("n", "m", "verdict"),
    [
        (3, 2, "forward and reverse mode take equally long."),  # 3 passes of 2 seconds, 2 of 3
        (999, 1000, "forward mode is 1.5 times as fast as reverse mode."),
        (2, 1, "reverse mode is 1.3 times as fast as forward mode."),  # 4 seconds against 3
        (3, 1, "reverse mode is twice as fast as forward mode."),  # 6 seconds against 3
        (10, 1000, "forward mode is 150 times as fast as reverse mode."),  # and nudging is faster than both
    ],
)
def test_a_close_race_is_told_truly(n: float, m: float, verdict: str) -> None:
    assert patch(n, m)["verdict.text"] == verdict


def test_one_slope_is_one() -> None:
    assert (patch(1, 1)["slopes.text"], patch(1, 1)["slopes-of.text"]) == ("1", "slope")
    assert (patch(2, 1)["slopes.text"], patch(2, 1)["slopes-of.text"]) == ("2", "slopes")


def test_the_bars_are_as_long_as_their_times_have_noughts() -> None:
    # log₁₀ of 1,000,001, 2,000,000 and 3 seconds.
    lanes = {name: patch(1e6, 1)[f"{name}-lane.var"] for name in ("nudging", "forward", "reverse")}
    assert lanes == {"nudging": "6.00", "forward": "6.30", "reverse": "0.48"}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "1 second"),
        (3, "3 seconds"),
        (61, "1 minute"),
        (90, "1.5 minutes"),
        (1801, "30 minutes"),
        (7200, "2 hours"),
        (1_000_001, "11.6 days"),
    ],
)
def test_a_time_is_told_in_the_unit_that_suits_it(seconds: int, text: str) -> None:
    assert duration(seconds) == text


def test_the_frames_are_light() -> None:
    assert gzipped_size(frames(WIDGET, WIDGET.defaults())) < 5_000
