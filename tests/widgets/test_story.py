"""Stories: what a declaration must say, and that every state of one is there before Python is."""

from typing import Any

import pytest

from widgets import find_widget, widget_names
from widgets.build.html.frames import frames
from widgets.build.html.prerender import prerender
from widgets.kit.story import Story
from widgets.kit.widget import Widget

STORIES = [name for name in widget_names() if find_widget(name).story]
EXAMPLE = 'Story(about="the second point runs into the first", moves={"h": (1, 0.01)}, seconds=6)'


def test_there_are_stories() -> None:
    assert {"secant", "hero", "chain-rule", "deep-chain"} <= {*STORIES}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"about": " "}, "the story has no “about”: say in a clause what happens"),
        ({"moves": {}}, "the story moves nothing: name a slider and the values that it comes to"),
        (
            {"moves": {"h": (1,)}},
            "in the story “h” comes to 1; allowed: two values or more, for each slider equally many",
        ),
        (
            {"moves": {"h": (1, 0), "x": (1, 2, 3)}},
            "in the story “h” comes to 2, “x” comes to 3; allowed: two values or more, for each slider equally many",
        ),
        ({"moves": {"h": (1, 0, 0)}}, "the story rests: its values 2 and 3 are the same"),
        ({"seconds": 0.2}, "the story takes 0.2 seconds; allowed: 1 to 60"),
    ],
)
def test_a_story_that_cannot_be_told_says_so_with_an_example(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError) as error:
        Story(**{"about": "h shrinks", "moves": {"h": (1, 0.01)}, **wrong})
    assert str(error.value) == f"{told}; {EXAMPLE}"


@pytest.mark.parametrize("name", STORIES)
def test_every_value_that_a_story_names_is_prepared(name: str) -> None:
    widget = find_widget(name)
    assert widget.story
    tables = frames(widget, widget.defaults())
    for step in zip(*widget.story.moves.values(), strict=True):
        state = {**widget.defaults(), **dict(zip(widget.story.moves, step, strict=True))}
        assert any(holds(table, state) for table in tables), state


def holds(table: dict[str, Any], state: dict[str, Any]) -> bool:
    """Whether a table of the frames has exactly this state."""
    fixed = all(state[name] == value for name, value in table["fixed"].items())
    return fixed and all(state[name] in positions for name, positions in table["axes"])


def test_a_slider_that_the_story_moves_one_way_shows_how_far_it_is_and_others_get_a_track() -> None:
    assert Story(about="h shrinks", moves={"h": (1, 0.1, 0.01)}).scrubs
    assert not Story(about="h comes and goes", moves={"h": (1, 0.01, 1)}).scrubs
    assert not Story(about="a point walks", moves={"x": (0, 1), "y": (0, 1)}).scrubs
    secant = find_widget("secant")
    there_and_back = Story(about="h comes and goes", moves={"h": (1, 0, 1)})
    assert 'aria-label="How far' not in prerender(secant, {}, "secant")
    assert 'aria-label="How far: h comes and goes"' in prerender(told(secant, there_and_back), {}, "secant")


def told(widget: Widget, story: Story) -> Widget:
    return Widget(**{**vars(widget), "story": story})
