"""The backprop widget as it stands before any number is in it."""

from widgets.backprop.diagram import DIAGRAM, ROWS
from widgets.kit.view import value

PASSES = 4  # the largest number of inputs
NUDGE = 0.01


def _cells(done: str) -> str:
    return f'<span class="cells" data-part="cells"><span class="cells" data-part="{done}"/></span>'


def _pass(i: int) -> str:
    return f"""<p class="pass" data-part="pass{i}"><span>only <i data-part="pass{i}-name"/> moves</span>
      {_cells("cells")}{value(f"pass{i}-slope", "id")}</p>"""


INPUT = f"""With <b class="ix"><span data-part="first"/> = {value("in0-value", "ix")}</b>"""
VIEW = f"""
<div class="widget-controls">
  <div data-control="graph"/>
  <div data-control="input"/>
  <div data-control="step"/>
</div>
<div class="step" data-part="way">
  <p class="readout-title" data-part="phase"/>
  <p class="says value" data-part="says"/>
  <p><span data-part="notice"/> {value("result", "id")}</p>
</div>
<div class="widget-columns">
  <figure><p class="formula"><m data-part="formula"/></p>{DIAGRAM}
    <figcaption><span class="key key-solid">value</span><span class="key key-dashed id">adjoint:
      how fast <span data-part="end"/> moves with it</span></figcaption></figure>
  <div class="readout">
    <table class="tape"><thead><tr><th scope="col">#</th><th scope="col">box</th><th scope="col">value</th>
      <th scope="col">adjoint</th></tr></thead><tbody>{ROWS}</tbody></table>
    <div class="cost">
      <p class="readout-title">Forward mode: once through for each input</p>
      {"".join(_pass(i) for i in range(PASSES))}
      <p>{value("inputs", "")} × {value("size", "")} = {value("forward-cost", "")} operations visited</p>
    </div>
    <div class="cost">
      <p class="readout-title">Reverse mode: once there, once back</p>
      <p class="pass"><span>values</span>{_cells("values")}<span/></p>
      <p class="pass"><span>adjoints</span>{_cells("adjoints")}<span/></p>
      <p>2 × {value("size", "")} = {value("reverse-cost", "")} operations visited, {value("visited", "")} so far</p>
    </div>
  </div>
</div>
<p class="note">With a million inputs, forward mode goes through the graph a million times; reverse mode still twice, if
  there is room to keep every value.</p>
<p class="check">A check that knows no rule: nudging <i data-part="first"/> a little to both sides gives
  {value("quotient", "id")}. <span data-part="verdict"/></p>
<p class="sentence stack">
  <span data-part="progress">{INPUT}: <span data-part="story"/></span>
  <span data-part="outcome">{INPUT}: one pass forward and one pass back give every slope of
    <i data-part="end"/>: <span data-part="slopes"/>.
    <span data-part="tail"/> a nudge of {NUDGE} in <i data-part="first"/> moves <i data-part="end"/> by about
    {value("nudge", "id")}.</span>
</p>
<p data-summary="" hidden="hidden">Step <span data-part="step"/> of <span data-part="last"/>.
  <span data-part="phase"/>. <span data-part="says"/>. <span data-part="notice"/> <span data-part="result"/></p>
"""
