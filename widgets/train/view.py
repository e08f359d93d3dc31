"""The training widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.numbers import lowered
from widgets.kit.path import Point
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.train.network import UNITS
from widgets.train.pictures import CURVE, LAST, NET, PLANE, places

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib


def draw_plane(plot: "Matplotlib") -> None:
    plot.set_xticks([])
    plot.set_yticks([])
    plot.grid(False)
    plot.spines["bottom"].set_visible(False)
    plot.fill([0, 1, 1], [0, 0, 1], color=ink.Y, alpha=0.16, lw=0, gid="region")
    plot.plot([0, 1], [0, 1], color=ink.Y, lw=7.5, gid="ones")
    plot.plot([0, 1], [1, 0], color=ink.TEXT, lw=1.75, gid="zeros")
    plot.plot([0], [0], "o", color="none", mec=ink.SLOPE, ms=17, mew=2.5, zorder=6, gid="held-point")


FIGURES = {
    "plane": Figure(
        axes=PLANE,
        draw=draw_plane,
        title="Two kinds of points, and the part of the plane that the network counts to the dots.",
        handles={"held-point": Handle(across="x_1", up="x_2")},
    ),
}


def _node(part: str, at: Point, name: str, quantity: str, attribute: str = "") -> str:
    """A node with its two numbers: below an input, beside the others."""
    place = "" if attribute else f'style="--x:{at[0]:g};--y:{at[1]:g}"'  # a patch places what it may hide
    x, y = (-16, 26) if quantity == "ix" else (15, -2)
    return f"""<g class="node {quantity}" {attribute} {place}><circle r="11"/>
  <text class="name" y="4">{name}</text>
  <text class="number" x="{x}" y="{y}" data-part="{part}-value" data-shows="{part}-value"/>
  <text class="number id" x="{x}" y="{y + 13}" data-part="{part}-adjoint" data-shows="{part}-adjoint"/></g>"""


AT = places(UNITS)
NETWORK = f"""
<svg class="net" viewBox="0 0 {NET[0]:g} {NET[1]:g}" role="img"
  aria-label="The network at the point that is held: values, and below them adjoints.">
  <path class="plus" data-part="plus"/><path class="minus" data-part="minus"/>
  {_node("x1", AT["x_1"], "x₁", "ix")}{_node("x2", AT["x_2"], "x₂", "ix")}
  {"".join(_node(f"h{i}", (0, 0), lowered(f"h_{i}"), "iu", f'data-part="unit{i}"') for i in range(1, UNITS + 1))}
  {_node("z", AT["z"], "z", "iy")}
</svg>"""


def _cell(name: str) -> str:
    return f"<td>{value(f'{name}-value', 'iu')}<br/>{value(f'{name}-adjoint', 'id')}</td>"


def _row(i: int) -> str:
    cells = "".join(_cell(f"{letter}_{i}") for letter in "abcv")
    return f'<tr data-part="row{i}"><th scope="row">{lowered(f"h_{i}")}</th>{cells}</tr>'


WEIGHTS = f"""
<table class="weights"><thead><tr><th scope="col">unit</th><th scope="col"><i>a</i>, from <i>x</i>₁</th>
    <th scope="col"><i>b</i>, from <i>x</i>₂</th><th scope="col"><i>c</i>, bias</th>
    <th scope="col"><i>v</i>, to <i>z</i></th></tr></thead>
  <tbody>{"".join(map(_row, range(1, UNITS + 1)))}
  <tr><th scope="row" colspan="4">v₀, the bias of <i>z</i></th>{_cell("v_0")}</tr></tbody></table>
"""
LOSS = f"""
<svg viewBox="0 0 {CURVE.width:g} {CURVE.height:g}" role="img" aria-label="The loss against the step, so far.">
  <path class="frame" d="M{CURVE.left:g} {CURVE.y(1):g}V{CURVE.y(0):g}H{CURVE.x(LAST):g}"/>
  <path class="loss iy" data-part="losses"/><circle class="now iy" r="5" data-part="now-point" data-shows="loss"/>
  <text x="{CURVE.left - 6:g}" y="{CURVE.y(1) + 10:g}" data-part="most"/>
  <text x="{CURVE.left - 6:g}" y="{CURVE.y(0):g}">0</text>
  <text x="{CURVE.x(LAST):g}" y="{CURVE.height - 4:g}">{LAST} steps</text>
  <text class="iy" x="{CURVE.x(LAST):g}" y="{CURVE.y(1) + 10:g}">loss</text>
</svg>"""

VIEW = f"""
<div class="lesson">
  <div class="pinned">
    <figure class="plane" data-figure="plane"/>
    <div data-control="step"/>
  </div>
  <figure class="curve">{LOSS}</figure>
  <details class="fold look"><summary>The network at the ring</summary>
    <p class="key-line">At the ring: <span class="iu">value</span>, <span class="id">adjoint</span></p>
    <figure>{NETWORK}</figure>
    <div class="ring"><div data-control="x_1"/><div data-control="x_2"/></div>
  </details>
</div>
<p class="sentence">After {value("steps", "")} <span data-part="steps-of"/> the loss is {value("loss", "iy")}, with
  {value("right", "")} of {value("count", "")} points right.</p>
<details class="fold"><summary>Data, units, learning rate</summary>
  <div class="widget-controls">
    <div data-control="data"/><div data-control="units"/><div data-control="rate"/>
  </div>
</details>
<details class="fold"><summary>Every weight, checked by a nudge</summary>
  <p class="note">One example, the ringed point: <i>z</i> = {value("z-value", "iy")}, so the answer is
    <i>p</i> = {value("p", "iy")} where {value("target", "")} is right. The loss there is {value("own", "iy")},
    and its slope in <i>z</i> is <i>p</i> − <i>t</i> = {value("z-adjoint", "id")}. One walk back gives all
    {value("weights", "")} slopes; a nudge of each weight to both sides agrees with
    them to {value("agreed", "")} decimals. Each weight, and below it its adjoint:</p>
  {WEIGHTS}
  <p class="note">The steepest of them: <i data-part="steepest"/> = {value("steepest-value", "")}, with the adjoint
    {value("steepest-adjoint", "id")}; nudged, it gives {value("steepest-nudged", "id")}.</p>
</details>
<p data-summary="" hidden="hidden">Step <span data-part="steps"/>: the loss is <span data-part="loss"/>,
  with <span data-part="right"/> of <span data-part="count"/> points right.</p>
"""
