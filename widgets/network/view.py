"""The network widget as it stands before any number is in it."""

from widgets.kit.circuit.diagram import Drawing
from widgets.kit.circuit.walk import SUMMARY, WORDS

DRAWING = Drawing(inputs=6, steps=9, edges=15)
LAST = 25  # steps of the walk: nine forward, the turn, and fifteen arrows back
VIEW = f"""
<div class="network stepped">
  <div class="pinned">
    <figure>{DRAWING.html}</figure>
    <div data-control="step"/>
  </div>
  {WORDS}
</div>
<div class="widget-controls one-line"><div data-control="w_1"/></div>
{SUMMARY}
"""
