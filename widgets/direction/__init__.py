"""The slope in any direction: turn an arrow on the map, and its slope follows |∇f| cos θ."""

import math

from widgets.direction.pictures import compass, profile, turn
from widgets.direction.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import bracketed, decimal, short
from widgets.kit.patch import Patch, show
from widgets.kit.relief import relief
from widgets.kit.story import Story
from widgets.kit.terrain import Ground, Place, survey, visit, written
from widgets.kit.widget import Widget

FUNCTIONS = {
    "x^2 + x*y": "x² + xy",
    "3x*e^(-(x^2 + y^2)/8)": "a hill and a hollow",
    "x^2 + y^2": "a bowl: x² + y²",
    "5x - 2y + 7": "a plane: 5x − 2y + 7",
}


def update(state: State) -> Patch:
    """The patch for a state: the arrow faced, its slope among those of all directions, and the slice that way."""
    formula = str(state["function"])
    x, y, angle = float(state["x"]), float(state["y"]), float(state["angle"])
    place = visit(formula, x, y)
    ahead = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    cosine, sine = (decimal(round(number, 4)) for number in ahead)
    apart = off(place, angle)
    return {
        **relief(formula),
        **compass(formula, place, angle),
        **turn(place, angle),
        **profile(formula, place, angle),
        "formula.latex": rf"f(x, y) = {survey(formula).f.latex()}",
        "x.text": decimal(x),
        "y.text": decimal(y),
        "f.text": decimal(place.value),
        "angle.text": f"{short(round(angle, 1))}°",
        "cosine.text": cosine,
        "sine.text": sine,
        "dx.text": written(place.dx),
        "dy-term.text": bracketed(written(place.dy)),
        "cosine-term.text": bracketed(cosine),
        "sine-term.text": bracketed(sine),
        "along.text": written(place.along(angle)),
        "steepness.text": written(place.steepness),
        "theta.text": f"{short(round(apart, 1))}°" if place.ground is Ground.SLOPE else "θ",
        "told.text": told(place, angle),
        "remark.text": remark(place, angle),
        **show("equation", place.smooth),
        **show("dial", place.smooth),
    }


def told(place: Place, angle: float) -> str:
    """The slope in the direction faced, for ears; where there is no gradient, `remark` says all there is."""
    if not place.smooth:
        return ""
    slope, most = written(place.along(angle)), written(place.steepness)
    return f"facing {short(round(angle, 1))}° the slope is {slope}, at most {most}."


def off(place: Place, angle: float) -> float:
    """θ: how many degrees lie between the direction faced and the gradient, 0 to 180."""
    return abs((angle - place.uphill + 180) % 360 - 180)


def remark(place: Place, angle: float) -> str:
    """What the direction faced means on this ground."""
    if place.ground is not Ground.SLOPE:
        return place.ground.value
    apart = off(place, angle)
    if apart < 0.5:
        return "You face along the gradient, the steepest way up."
    if apart > 179.5:
        return "You face against the gradient, the steepest way down."
    if abs(apart - 90) < 0.5:
        return "You face along the contour, where the height stays."
    return f"The steepest way up is at {round(place.uphill) % 360}°: {'uphill' if apart < 90 else 'downhill'} here."


WIDGET = Widget(
    name="direction",
    title="Any direction",
    controls=(
        Slider(name="angle", label="facing (°)", start=0, stop=360, step=15, value=45, ink="ia"),
        Slider(name="x", label="<i>x</i>, east", start=-3, stop=3, step=1, value=2),
        Slider(name="y", label="<i>y</i>, north", start=-3, stop=3, step=1, value=3),
        Select(
            name="function",
            label="landscape <i>f</i>(<i>x</i>, <i>y</i>)",
            options=FUNCTIONS,
            value="x^2 + x*y",
            typed=("x", "y"),
        ),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="the arrow turns once around", moves={"angle": (0, 360)}, seconds=8),
)
