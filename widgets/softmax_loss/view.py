"""The softmax-loss widget as it stands before any number is in it: a row for each class."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

CLASSES = ("cat", "dog", "bird")
SCORE = Axes(xlim=(-4.2, 4.2), ylim=(-1, 1), width=220, height=36, left=4, right=4, top=2, bottom=2)


def _row(i: int, name: str) -> str:
    return f"""<tr>
  <th scope="row" data-set="right={name}"><button type="button">{name}</button></th>
  <td class="drawn"><figure data-figure="score{i}"/></td><td>{value(f"score{i}", "iu")}</td>
  <td class="drawn"><i class="share iy" data-part="share{i}"/></td><td>{value(f"p{i}", "iy")}</td>
  <td data-part="t{i}"/>
  <td class="drawn"><i class="slope id" data-part="slope-bar{i}"/></td><td>{value(f"slope{i}", "id")}</td>
</tr>"""


SHARES = ", ".join(f'{name} <span data-part="p{i}"/>' for i, name in enumerate(CLASSES, start=1))

VIEW = f"""
<div class="pinned">
<table class="classes">
  <thead><tr><td/><th scope="col" colspan="2" class="iu">score <i>z</i></th>
    <th scope="col" colspan="2" class="iy">share <i>p</i></th><th scope="col"><i>t</i></th>
    <th scope="col" colspan="2" class="id"><i>p</i> − <i>t</i></th></tr></thead>
  <tbody>{"".join(_row(i, name) for i, name in enumerate(CLASSES, start=1))}</tbody>
  <tfoot><tr><th scope="row">loss</th><td class="drawn" colspan="6"><i class="cost" data-part="loss-bar"/></td>
    <td>{value("loss", "")}</td></tr></tfoot>
</table>
<div class="widget-controls one-line"><div data-control="step"/></div>
</div>
<div class="widget-controls one-line quiet-labels"><div data-control="right"/></div>
<p class="sentence"><span data-part="after"/> right answer, <b><span data-part="right"/></b>, has the
  share {value("p", "iy")}: the loss is <span class="loss">−ln <i>p</i> = <b>{value("loss", "")}</b>.</span>
  <span data-part="remark"/></p>
<details class="fold"><summary>The scores at first, by number</summary>
  <div class="widget-controls one-line">
    <div data-control="z1"/>
    <div data-control="z2"/>
    <div data-control="z3"/>
  </div>
</details>
<p data-summary="" hidden="hidden">Shares: {SHARES}.
  The right answer is <span data-part="right"/>, the loss <span data-part="loss"/>. Slopes in the scores:
  {", ".join(f'<span data-part="slope{i}"/>' for i in (1, 2, 3))}. <span data-part="remark"/></p>
"""


def drawing(i: int) -> "Callable[[Matplotlib], None]":
    """One class's score: a bar from 0, to be pulled at its end."""

    def draw(plot: "Matplotlib") -> None:
        plot.axis("off")
        plot.plot([0, 0], [-1, 1], color=ink.MUTED, lw=1, clip_on=False)
        plot.plot([0, 1], [0, 0], color=ink.U, lw=14, alpha=0.35, solid_capstyle="butt", clip_on=False, gid=f"bar{i}")
        plot.plot([0, 1], [0, 0], color=ink.SLOPE, lw=2.5, clip_on=False, gid=f"way{i}")
        plot.plot([1], [0], "o", color=ink.U, ms=14, mec=ink.PAPER, mew=2, clip_on=False, gid=f"tip{i}")

    return draw


FIGURES = {
    f"score{i}": Figure(
        axes=SCORE,
        draw=drawing(i),
        title=f"The score of {name}.",
        shows={f"tip{i}": f"score{i}"},
        handles={f"tip{i}": Handle(across=f"z{i}")},
    )
    for i, name in enumerate(CLASSES, start=1)
}
