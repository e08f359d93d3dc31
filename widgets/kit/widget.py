"""A widget: its controls, its view, its figures, and the one pure function that computes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING

from widgets.kit.axes import Axes
from widgets.kit.controls import Control, Select, Slider, State, Value
from widgets.kit.handle import Handle
from widgets.kit.patch import Patch, check_patch
from widgets.kit.story import Story

if TYPE_CHECKING:  # matplotlib draws at build time only; the browser never imports it
    from matplotlib.axes import Axes as Matplotlib


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure drawn once by matplotlib. Whatever moves afterwards carries a `gid` that patches name.

    With `rescales`, its y axis' labels are the parts `ytick0`, `ytick1`, … that `Axes.y_labels` sets.
    `shows` maps a gid to the part whose number that mark shows: touching either lights both.
    `picks` maps a gid to the values that a click on that mark gives to controls.
    `handles` maps a gid to what that mark moves when a reader drags it; the first is moved from beside it as well: by
    a press near its curve, or anywhere in the plane, and along one axis by any drag that goes sideways.
    """

    axes: Axes
    draw: "Callable[[Matplotlib], None]"
    title: str
    rescales: bool = False
    shows: Mapping[str, str] = field(default_factory=dict)
    handles: Mapping[str, Handle] = field(default_factory=dict)
    picks: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)


@dataclass(frozen=True)
class Preset:
    """A state worth seeing, by a name that tells the story; controls it leaves out go to their defaults."""

    label: str
    state: Mapping[str, Value]


@dataclass(frozen=True, kw_only=True)
class Widget:
    """What a page shows and a reader moves.

    `update` maps a state (a value for every control) to a patch. It is pure: no DOM, no clock, no globals, no
    unseeded randomness. The build calls it once to prerender the page and along its `sweeps` to prepare the
    frames; the reader's browser calls it live. Whoever calls it, it raises `PatchError` rather than give a patch
    that no page can show.

    A sweep names sliders whose stops are prepared together, for every option of every select, while the other
    sliders stay where the page put them. Without `sweeps`, it is the first slider alone. `also` are states beside all
    sweeps to which a text leads: there, what they leave free of the first sweep's sliders is prepared too.

    With a `story` it can be played: Play, Pause and the speed stand beside the slider that the story moves.

    A `bare` widget has no title row: its title is heard but not seen, and Reset and Link stand at its foot.

    `view` is well-formed XHTML. `data-part="name"` marks what patches fill, `<m>…</m>` holds LaTeX,
    `<figure data-figure="name"/>` and `<div data-control="name"/>` are replaced by figures and controls, and
    `<div data-presets=""/>` by the row of presets, which else stands above the view. A click inside
    `data-set="h=0.1; x=2"` gives these values to the controls; it holds a button, for the keyboard.
    """

    name: str
    title: str
    controls: tuple[Control, ...]
    update: Callable[[State], Patch]
    view: str
    figures: Mapping[str, Figure]
    presets: tuple[Preset, ...] = ()
    sweeps: tuple[tuple[str, ...], ...] = ()
    also: tuple[Mapping[str, Value], ...] = ()
    bare: bool = False
    story: Story | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "update", _checked(self.update))
        if not self.sweeps:
            object.__setattr__(self, "sweeps", (tuple(slider.name for slider in self.sliders[:1]),))

    @property
    def sliders(self) -> tuple[Slider, ...]:
        return tuple(control for control in self.controls if isinstance(control, Slider))

    @property
    def selects(self) -> tuple[Select, ...]:
        return tuple(control for control in self.controls if isinstance(control, Select))

    def defaults(self) -> dict[str, Value]:
        return {control.name: control.value for control in self.controls}

    def control(self, name: str) -> Control:
        for control in self.controls:
            if control.name == name:
                return control
        raise KeyError(name)


def _checked(update: Callable[[State], Patch]) -> Callable[[State], Patch]:
    """`update` itself, held to what a page can show: in one place for the build, the frames and the browser."""

    @wraps(update)
    def checked(state: State) -> Patch:
        patch = update(state)
        check_patch(patch)
        return patch

    return checked
