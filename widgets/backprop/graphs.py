"""The graphs that the backprop widget steps through: what they compute, and where their boxes stand."""

from dataclasses import dataclass

from widgets.kit.path import Point


@dataclass(frozen=True)
class Lesson:
    """A graph to step through.

    ``names`` has a name for each operation, in the order they are computed; ``places`` has, for each name, the
    middle of its box's upper side; ``fixed`` has the inputs that stay, all but the first, which the slider moves;
    ``moral`` is what to say where code and mathematics disagree.
    """

    title: str
    names: tuple[str, ...]
    places: dict[str, Point]
    fixed: dict[str, float]
    moral: str = ""


NEURON, FAN_OUT, NETWORK, KINK = (
    "(sigmoid(w*x + b) - t)^2",
    "x*sigmoid(x)",
    "(2*relu(w_1*x) - relu(w_2*x) - 1)^2",
    "relu(x) - relu(-x)",
)
LESSONS = {
    NEURON: Lesson(
        "one neuron and its loss",
        ("p", "z", "a", "d", "L"),
        {
            "w": (79, 0),
            "x": (247, 0),
            "p": (163, 113),
            "b": (347, 113),
            "z": (225, 226),
            "a": (225, 339),
            "t": (405, 339),
            "d": (275, 452),
            "L": (275, 565),
        },
        {"x": 2, "b": -1, "t": 1},
    ),
    FAN_OUT: Lesson("one value, used twice", ("s", "y"), {"x": (300, 20), "s": (150, 282), "y": (300, 545)}, {}),
    NETWORK: Lesson(
        "two neurons, one input",
        ("z₁", "h₁", "m", "z₂", "h₂", "d", "L"),
        {
            "w₁": (79, 0),
            "x": (242, 0),
            "w₂": (405, 0),
            "z₁": (130, 113),
            "z₂": (354, 113),
            "h₁": (130, 226),
            "h₂": (354, 226),
            "m": (130, 339),
            "d": (242, 452),
            "L": (242, 565),
        },
        {"x": 2, "w_2": 1.5},
    ),
    KINK: Lesson(
        "two ReLUs, at a kink",
        ("r", "n", "s", "y"),
        {"x": (242, 10), "n": (354, 188), "s": (354, 367), "r": (130, 367), "y": (242, 545)},
        {},
        "But y is x for every x, and the true slope is 1.",
    ),
}
