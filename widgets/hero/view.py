"""The hero as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.hero.pictures import CHAIN, NUDGE, STATIONS, VALLEY, WIRE
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

INKS = {"w": "ix", "u": "iu", "loss": "iy"}
TICKS = 7  # of a nudge each, above the wire and below
TOP = WIRE - TICKS * NUDGE


def _ruler(name: str) -> str:
    """A quantity's own line, marked as everywhere: w dotted, u double, the loss solid; a tick for every nudge."""
    x, bottom = STATIONS[name], WIRE + TICKS * NUDGE
    ticks = "".join(f"M{x - 7:g} {WIRE + i * NUDGE:g}h7" for i in range(-TICKS, TICKS + 1))
    lines = [x - 2, x + 2] if name == "u" else [x]
    ruler = "".join(f"M{at:g} {TOP:g}V{bottom:g}" for at in lines)
    return f'<path class="ticks" d="{ticks}"/><path class="ruler ruler-{name} {INKS[name]}" d="{ruler}"/>'


def _bar(name: str, shows: str) -> str:
    """The nudge where it has arrived, with a round head at the end that it moves to."""
    shown = f' data-shows="{shows}"' if shows else ""
    return f"""<path class="bar {INKS[name]}" data-part="{name}-bar"{shown}/>
  <circle class="tip {INKS[name]}" r="4.5" data-part="{name}-tip"/>"""


def _times(part: str) -> str:
    return f'<p class="times times-{part} id">×{value(part, "id")}</p>'


def _station(name: str, letter: str, what: str) -> str:
    return f"""<p><b class="{INKS[name]}"><i>{letter}</i> = {value(name, INKS[name])}</b> <small>{what}</small></p>"""


_START, _, _END = STATIONS.values()
CHAIN_SVG = f"""
<svg viewBox="0 0 {CHAIN.width:g} {CHAIN.height:g}" role="img"
  aria-label="A nudge of w travels through the chain: each link makes it longer or shorter, or turns it round.">
  <path class="arc id" d="M{_START + 6:g} {TOP - 6:g}C{_START + 70:g} 4 {_END - 70:g} 4 {_END - 9:g} {TOP - 9:g}"/>
  <path class="head id" d="M{_END - 4:g} {TOP - 5:g}l-13 -2 7 -9z"/>
  <path class="wire" d="M{_START:g} {WIRE:g}H{_END:g}"/>
  {"".join(map(_ruler, STATIONS))}
  <g class="first"><path class="beam" data-part="first-beam"/><path class="edge" data-part="first-edge"/></g>
  <g class="second"><path class="beam" data-part="second-beam"/><path class="edge" data-part="second-edge"/></g>
  {_bar("w", "")}{_bar("u", "inner")}{_bar("loss", "product")}
</svg>"""

VIEW = f"""
<div class="hero">
  <div class="hero-chain">
    <div class="hero-picture">{CHAIN_SVG}
      {_times("inner")}{_times("outer")}{_times("product")}
      <p class="measure measure-w">one nudge</p>
      <p class="measure measure-loss">{value("product", "id")} <span data-part="nudges"/></p>
    </div>
    <div class="hero-values">
      {_station("w", "w", "the weight")}
      {_station("u", "u", "<i>u</i> = 2<i>w</i> + 1")}
      {_station("loss", "L", "<i>L</i> = <i>u</i>², the loss")}
    </div>
  </div>
  <figure class="hero-valley" data-figure="valley"/>
</div>
<div class="widget-controls"><div data-control="w"/></div>
<p class="sentence">A nudge reaches the loss multiplied by <span class="unbroken"><span class="id"
  data-part="factors"/> = <b class="id">{value("product", "id")}</b>.</span> <span data-part="advice"/></p>
<p data-summary="" hidden="hidden">w = <span data-part="w"/>, loss <span data-part="loss"/>: a nudge reaches the loss
  multiplied by <span data-part="factors"/> = <span data-part="product"/>. <span data-part="advice"/>
  <span data-part="here"/></p>
<p data-part="landmarks" hidden="hidden"/>
"""


def draw(plot: "Matplotlib") -> None:
    plot.set_xticks([-2, -1, 0, 1])
    plot.set_yticks([0, 3, 6, 9, 12], ["0", "3", "6", "9", "12"])
    plot.grid(False, axis="x")
    plot.plot([-2.2, 1.2], [11.56, 11.56], color=ink.Y, lw=3, gid="valley")
    plot.plot([0, 0], [0, 1], color=ink.X, lw=1.5, gid="guide")
    plot.plot([0], [1], marker="_", ls="", ms=100, mew=2, color=ink.SLOPE, gid="tangent")
    plot.plot([0, 1], [1, 1], color=ink.X, lw=2.25, gid="downhill")
    plot.plot([0], [1], "o", color=ink.Y, ms=16, mec=ink.PAPER, mew=2.5, zorder=6, clip_on=False, gid="ball-point")
    plot.text(1.5, 0.15, "w", color=ink.X, style="italic", ha="right", va="bottom")
    plot.text(-2.5, 12, "L", color=ink.Y, style="italic", ha="left", va="bottom")


FIGURES = {
    "valley": Figure(
        axes=VALLEY,
        draw=draw,
        title="The loss against the weight: a valley, lowest at w = −0.5, with a ball at the present weight.",
        shows={"ball-point": "loss", "tangent": "product"},
        handles={"ball-point": Handle(across="w", on="valley")},
    ),
}
