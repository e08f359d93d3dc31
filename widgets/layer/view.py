"""The layer's table as it stands before any number is in it: δ at its left, the inputs above it."""

from widgets.kit.numbers import lowered
from widgets.kit.view import value

NEURONS, INPUTS = 2, 3


def _row(i: int) -> str:
    cells = "".join(
        f'<td data-part="shade{i}{j}" class="{"both" if (i, j) == (0, 1) else ""}">{value(f"w{i}{j}", "id")}</td>'
        for j in range(INPUTS + 1)
    )
    return f"""<tr><th scope="row"><i>δ</i>{lowered(str(i + 1))}<br/>{value(f"d{i}", "id")}</th>{cells}</tr>"""


HEAD = "".join(
    f'<th scope="col"><i class="ix">x</i>{lowered(str(j + 1))}<br/>{value(f"x{j}", "ix")}</th>' for j in range(INPUTS)
)
SPOKEN = "; ".join(" ".join(f'<span data-part="w{i}{j}"/>' for j in range(INPUTS)) for i in range(NEURONS))
VIEW = f"""
<div class="pinned">
  <table class="outer">
    <thead><tr><td/>{HEAD}<th scope="col">bias<br/>{value("ones", "")}</th></tr></thead>
    <tbody>{"".join(map(_row, range(NEURONS)))}</tbody>
  </table>
  <div class="widget-controls one-line"><div data-control="x"/></div>
</div>
<div class="widget-controls one-line"><div data-control="delta"/><div data-control="batch"/></div>
<p class="sentence">The slope in <i>W</i>₁₂ is {value("sum", "id")}. <span data-part="remark"/></p>
<p data-summary="" hidden="hidden">The slopes in the weights, row by row: {SPOKEN}; in the biases:
  <span data-part="w03"/> <span data-part="w13"/>. <span data-part="remark"/></p>
"""
