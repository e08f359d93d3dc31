"""Both planes as they stand before any arrow is in them: steps in their quantity's colour, slopes dashed."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

REACH = 2.0  # J makes no arrow longer than 3.62 of one that is 1 long, and such arrows are drawn half as long
PLANE = Axes(
    xlim=(-REACH, REACH), ylim=(-REACH, REACH), width=260, height=260, left=6, right=6, top=6, bottom=6, x_intervals=4
)
VIEW = f"""
<div class="pinned">
  <div class="both-planes">
    <figure data-figure="inputs"><figcaption><span class="ix">x₁ across, x₂ up</span></figcaption></figure>
    <figure data-figure="outputs"><figcaption><span class="iu">u₁ across, u₂ up</span></figcaption></figure>
  </div>
</div>
<p class="which"><m>J = \\begin{{bmatrix}} 3 &amp; 2 \\\\ -1 &amp; 1 \\end{{bmatrix}}</m>
  <span class="note">Slopes are dashed. The arrows that <i>J</i> makes are drawn half as long.</span></p>
<div class="widget-controls one-line"><div data-control="v"/><div data-control="w"/></div>
<p class="sentence"><b>Forwards</b>: the step <i>v</i> = {value("v", "ix")} moves <b>u</b> along
  <i>J</i>&#160;<i>v</i> = {value("jv", "iu")}.<br/>
  <b>Back</b>: the slopes <i>w</i> = {value("w", "id")} come back as <i>w</i>&#160;<i>J</i> = {value("wj", "id")}.<br/>
  Along <i>v</i> the loss has the slope {value("slope", "id")}, either way: <i>w</i> times <i>J</i>&#160;<i>v</i>, or
  <i>w</i>&#160;<i>J</i> times <i>v</i>.</p>
<p data-summary="" hidden="hidden">The step v = <span data-part="v"/> goes forwards to J v = <span data-part="jv"/>;
  the slopes w = <span data-part="w"/> come back as w J = <span data-part="wj"/>. Along v the loss has the slope
  <span data-part="slope"/>, either way.</p>
"""


def _plane(plot: "Matplotlib", step: str, step_ink: str, slopes: str) -> None:
    plot.set_xticks([])
    plot.set_yticks([])
    plot.grid(False)
    plot.spines["bottom"].set_visible(False)
    ends = (-REACH, REACH)
    plot.plot(ends, (0, 0), color=ink.MUTED, lw=1)
    plot.plot((0, 0), ends, color=ink.MUTED, lw=1)
    plot.plot([0, 1], [0, 1], color=step_ink, lw=3, zorder=4, clip_on=False, gid=f"{step}-arrow")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=3, ls=(0, (3, 1.2)), zorder=4, clip_on=False, gid=f"{slopes}-arrow")


def draw_inputs(plot: "Matplotlib") -> None:
    _plane(plot, "v", ink.X, "wj")
    plot.plot([1], [1], "o", color=ink.PAPER, ms=10, mec=ink.X, mew=2.25, clip_on=False, zorder=5, gid="v-tip")
    plot.plot([0], [0], "o", color=ink.X, ms=7, zorder=5, gid="origin-x")


def draw_outputs(plot: "Matplotlib") -> None:
    _plane(plot, "jv", ink.U, "w")
    plot.plot([1], [1], "o", color=ink.PAPER, ms=10, mec=ink.SLOPE, mew=2.25, clip_on=False, zorder=5, gid="w-tip")
    plot.plot([0], [0], "o", color=ink.U, ms=7, zorder=5, gid="origin-u")


FIGURES = {
    "inputs": Figure(
        axes=PLANE,
        draw=draw_inputs,
        title="The input plane: the step v, and the slopes that come back.",
        shows={"v-arrow": "v", "wj-arrow": "wj"},
        handles={"v-tip": Handle(turns="v", around="origin-x")},
    ),
    "outputs": Figure(
        axes=PLANE,
        draw=draw_outputs,
        title="The output plane: the slopes w, and where the step leads.",
        shows={"jv-arrow": "jv", "w-arrow": "w"},
        handles={"w-tip": Handle(turns="w", around="origin-u")},
    ),
}
