"""The race as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

LANES = Axes(
    x_labels=("nudging", "forward", "reverse"),
    xlim=(-0.5, 2.5),
    ylim=(0, 7),
    width=430,
    height=250,
    left=80,
    bottom=28,
    y_intervals=7,
)
TIMES = {0: "1 s", 1.778: "1 min", 3.556: "1 h", 4.937: "1 day", 6.413: "1 month"}


def draw(plot: "Matplotlib") -> None:
    plot.set_yticks(list(TIMES), list(TIMES.values()))
    plot.fill([0, 1, 1], [0, 0, 1], color=ink.MUTED, gid="nudging-bar")
    plot.fill([0, 1, 1], [0, 0, 1], color=ink.Y, gid="forward-bar")
    plot.fill([0, 1, 1], [0, 0, 1], color=ink.SLOPE, gid="reverse-bar")


FIGURES = {
    "lanes": Figure(
        axes=LANES,
        draw=draw,
        title="Three bars, each as high as its way takes, on a scale of powers of ten: nudging, forward, reverse.",
        shows={f"{name}-bar": f"{name}-time" for name in ("nudging", "forward", "reverse")},
    )
}


def _row(name: str, title: str, quantity: str, of: str) -> str:
    return f"""<tr><th scope="row"><span class="{quantity}">{title}</span></th>
  <td>{value(f"{name}-passes", "")} {of}</td><td>{value(f"{name}-time", quantity)}</td></tr>"""


VIEW = f"""
<div class="widget-controls"><div data-control="n"/><div data-control="m"/></div>
<div class="widget-columns">
  <figure data-figure="lanes"><figcaption>A run takes 1 second, a pass forward 2, a pass there and back 3.</figcaption>
  </figure>
  <div class="readout">
    <table class="lanes"><thead><tr><th scope="col">way</th><th scope="col">it takes</th><th scope="col">time</th></tr>
      </thead><tbody>
      {_row("nudging", "nudging", "", "runs")}
      {_row("forward", "forward", "iy", "passes")}
      {_row("reverse", "reverse", "id", "passes")}
    </tbody></table>
  </div>
</div>
<p class="sentence" data-summary="">For {value("slopes", "")} slopes, <span data-part="winner"/></p>
"""
