"""A walk through a graph as a view and as a patch: the drawing up to a step, and the step in words."""

from widgets.kit.circuit.circuit import Circuit, Run
from widgets.kit.circuit.diagram import Drawing
from widgets.kit.circuit.passes import position, told
from widgets.kit.patch import Patch
from widgets.kit.view import value

WORDS = f"""
<div class="step" data-part="way">
  <p class="readout-title" data-part="phase"/>
  <p class="says value" data-part="says"/>
  <p><span data-part="notice"/>&#160;{value("result", "id")}</p>
</div>"""
SUMMARY = """
<p data-summary="" hidden="hidden">Step <span data-part="step"/> of <span data-part="last"/>.
  <span data-part="phase"/>. <span data-part="says"/>. <span data-part="notice"/> <span data-part="result"/></p>"""


def walked(drawing: Drawing, wired: Circuit, run: Run, step: float) -> Patch:
    """The patch of all that `Drawing.html`, `WORDS` and `SUMMARY` hold."""
    now = position(wired, step)
    return {
        "step.text": str(now.at),
        "last.text": str(now.last),
        "way.var": str(int(now.turned)),  # the colour beside the words: forward or backward
        **drawing.laid_out(wired),
        **drawing.filled(wired, run, now),
        **told(wired, run, now),
    }
