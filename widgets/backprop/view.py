"""The backprop widget as it stands before any number is in it."""

from widgets.backprop.diagram import DIAGRAM
from widgets.backprop.graphs import VARIABLES
from widgets.kit.view import value

LEAVES = "".join(f'<div class="leaf" data-part="leaf-{name}"><div data-control="{name}"/></div>' for name in VARIABLES)
VIEW = f"""
<div class="walk quiet-labels">
  <div data-control="graph"/>
  <figure>{DIAGRAM}</figure>
  <div data-control="step"/>
  <div class="step" data-part="way">
    <p class="readout-title" data-part="phase"/>
    <p class="says value" data-part="says"/>
    <p><span data-part="notice"/>&#160;{value("result", "id")}</p>
  </div>
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
<p data-summary="" hidden="hidden">Step <span data-part="step"/> of <span data-part="last"/>.
  <span data-part="phase"/>. <span data-part="says"/>. <span data-part="notice"/> <span data-part="result"/></p>
"""
