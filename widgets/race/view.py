"""The race as it stands before any number is in it."""

from widgets.kit.view import value


def _row(name: str, title: str, quantity: str, of: str) -> str:
    return f"""<tr><th scope="row"><span class="{quantity}">{title}</span></th>
  <td>{value(f"{name}-passes", "")} <span data-part="{name}-of">{of}</span></td>
  <td>{value(f"{name}-time", quantity)}</td></tr>
  <tr class="lane {quantity}" aria-hidden="true"><td colspan="3"><span data-part="{name}-lane"/></td></tr>"""


VIEW = f"""
<div class="widget-controls"><div data-control="m"/></div>
<div class="pinned">
<div class="widget-controls"><div data-control="n"/></div>
<table class="lanes"><thead><tr><th scope="col">way</th><th scope="col">it takes</th><th scope="col">time</th></tr>
  </thead>
  <tbody>{_row("nudging", "nudging", "ia", "runs")}{_row("forward", "forward", "iy", "passes")}
  {_row("reverse", "reverse", "id", "passes")}</tbody></table>
</div>
<p class="note">A run takes 1 second, a pass forward 2, a pass there and back 3.
  A step of the bars is a factor of 10.</p>
<p class="sentence" data-summary="">For {value("slopes", "")} <span data-part="slopes-of"/>,
  <span data-part="verdict"/></p>
"""
