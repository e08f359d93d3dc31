"""What the tests of backprop share: a walk at a step, and what a reader sees of it."""

from widgets.backprop import WIDGET
from widgets.backprop.graphs import NEURON
from widgets.backprop.view import DRAWING
from widgets.kit.patch import Patch


def patch(graph: str = NEURON, step: float = 0, **inputs: float) -> Patch:
    """With plain spaces, where a line of the card must not break."""
    found = WIDGET.update({**WIDGET.defaults(), "graph": graph, "step": step, **inputs})
    return {key: text.replace("\u00a0", " ").replace("\u2060", "") for key, text in found.items()}


def boxes(patch: Patch) -> dict[str, tuple[str, str]]:
    """What a reader sees: each box's name with its value and its adjoint, empty while they are not there."""
    seen = {}
    for slot in DRAWING.slots:
        if not patch[f"{slot}.hidden"]:
            name = patch[f"{slot}-formula.text"].partition(" ")[0]
            seen[name] = patch[f"{slot}-value.text"], patch[f"{slot}-adjoint.text"]
    return seen
