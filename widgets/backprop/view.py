"""The backprop widget as it stands before any number is in it."""

from widgets.backprop.graphs import VARIABLES
from widgets.kit.circuit.diagram import Drawing
from widgets.kit.circuit.walk import SUMMARY, WORDS
from widgets.kit.view import value

DRAWING = Drawing(inputs=len(VARIABLES))
LEAVES = "".join(f'<div class="leaf" data-part="leaf-{name}"><div data-control="{name}"/></div>' for name in VARIABLES)
VIEW = f"""
<div class="walk stepped quiet-labels">
  <div data-control="graph"/>
  <div class="pinned">
    <figure>{DRAWING.html}</figure>
    <div data-control="step"/>
  </div>
  {WORDS}
  <details class="fold leaves"><summary>Set the inputs, take a step</summary>
    {LEAVES}
    <div class="learn" data-part="learn">
      <div data-control="rate"/>
      <div class="update" data-part="update">
        <p><span data-part="moves"/></p>
        <p><b class="value" data-part="fall"/> <button type="button" data-part="take">Take it</button></p>
      </div>
    </div>
  </details>
</div>
<details class="fold"><summary>Check it by nudging</summary>
  <p class="check"><span data-part="outcome"><span data-part="check"/></span></p>
</details>
<p hidden="hidden">{value("slope", "id")}</p>
{SUMMARY}
"""
