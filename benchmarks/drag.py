"""Slider input → numbers and figure updated: the live chain-rule demo against the same demo with JSXGraph.

A real mouse drags both sliders. The clock runs from the moment the page receives the input event to the last
mutation of the page that follows before the next one, seen by a MutationObserver.
"""

from benchmarks.lab import Lab, quantile
from tests.browser.visit import NO_WASM

ROUNDS = 5
MOVES = 120
OBSERVE = """
(selector, kind) => {
  globalThis.latencies = [];
  let since = 0;
  let last = 0;
  const settle = () => { if (since && last) latencies.push(last - since); since = last = 0; };
  addEventListener(kind, () => { settle(); since = performance.now(); }, { capture: true });
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver(() => { if (since) last = performance.now(); })
    .observe(document.querySelector(selector), everything);
  globalThis.settle = settle;
}
"""


def _drag(lab: Lab, path: str, ready: str, handle: str, observed: str, kind: str, script: str = "") -> list[float]:
    context = lab.fresh()
    context.add_init_script(script)
    page = context.new_page()
    page.goto(lab.root + path)
    page.locator(handle).first.scroll_into_view_if_needed()
    page.locator(ready).first.wait_for(state="attached", timeout=120_000)
    page.wait_for_timeout(500)
    page.evaluate(f"({OBSERVE})({observed!r}, {kind!r})")
    box = page.locator(handle).first.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    if kind == "input":  # the native range: from its middle to its end and back
        start, reach = box["x"] + box["width"] * 2 / 3, box["width"] / 4
    else:  # JSXGraph's slider handle: along its own axis, 6 of the board's 7 units wide
        start, reach = box["x"] + box["width"] / 2, 560 * 1.5 / 7
    page.mouse.move(start, y)
    page.mouse.down()
    for i in range(12 if lab.short else MOVES):
        page.mouse.move(start + reach * abs((i % 60) / 30 - 1), y)
        page.wait_for_timeout(20)
    page.mouse.up()
    page.wait_for_timeout(200)
    page.evaluate("settle()")
    values = [float(value) for value in page.evaluate("latencies")]
    if not values:
        raise RuntimeError(f"{path}: nothing followed the drag")
    context.close()
    return values


def run(lab: Lab) -> None:
    live: list[float] = []
    framed: list[float] = []
    other: list[float] = []
    for _ in range(lab.rounds(ROUNDS)):
        slider = "#chain-rule [type=range]"
        live += _drag(lab, "chain-rule/", "#chain-rule[data-status=live]", slider, "#chain-rule", "input")
        ready = "#chain-rule[data-status=unavailable]"
        framed += _drag(lab, "chain-rule/", ready, slider, "#chain-rule", "input", NO_WASM)
        other += _drag(
            lab, "bench/jsxgraph.html", "#box svg", "#box ellipse:not([display=none])", "body", "pointermove"
        )
    print(f"\nSlider input → numbers and figure updated, ms ({lab.rounds(ROUNDS)} drags each, turn by turn)")
    print(f"{'':28}{'p50':>8}{'p95':>8}{'p99':>8}{'events':>8}")
    for label, values in (("JSXGraph", other), ("ours, live Python", live), ("ours, frames", framed)):
        p50, p95, p99 = (quantile(values, share) for share in (0.5, 0.95, 0.99))
        print(f"{label:28}{p50:8.2f}{p95:8.2f}{p99:8.2f}{len(values):8}")
