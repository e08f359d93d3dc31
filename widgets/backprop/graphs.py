"""The graphs that the backprop widget offers, and the inputs that all of them share."""

from dataclasses import dataclass

VARIABLES = {"x": 2.0, "w": 0.5, "b": -1.0, "t": 1.0, "w_1": 0.5, "w_2": 1.5, "w_3": 2.0, "w_4": -1.0}
"""What a formula may read, each with its value at first: an input x, weights and a bias to be learnt, a target t."""
WEIGHTS = ("w", "b", "w_1", "w_2", "w_3", "w_4")


@dataclass(frozen=True)
class Lesson:
    """A graph to step through: ``names`` has a name for each operation, in the order they are computed."""

    title: str
    names: tuple[str, ...]


NEURON, FAN_OUT, NETWORK, KINK = (
    "(sigmoid(w*x + b) - t)^2",
    "x*sigmoid(x)",
    "((w_3*relu(w_1*x) + w_4*relu(w_2*x)) - t)^2",
    "relu(x) - relu(-x)",
)
LESSONS = {
    NEURON: Lesson("one neuron and its loss", ("p", "z", "a", "d", "L")),
    FAN_OUT: Lesson("one value, used twice", ("s", "y")),
    NETWORK: Lesson("a small network", ("z₁", "h₁", "m₁", "z₂", "h₂", "m₂", "y", "d", "L")),
    KINK: Lesson("two ReLUs, at a kink", ("r", "n", "s", "y")),
}
