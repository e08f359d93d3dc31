"""Play, live: how many frames a second the screen shows while a story runs, and whether anything holds them up."""

from itertools import pairwise

from benchmarks.lab import Lab, median, wait_until

ROUNDS = 3
STORIES = {"": "hero", "rules/": "tracer", "chain-rule/": "stretch", "derivative/": "secant"}
SETTLED_MS = 500
RECORD = """
(name) => {
  const section = document.getElementById(name);
  globalThis.frames = [];
  globalThis.tasks = [];
  globalThis.changes = 0;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(duration); })
    .observe({ entryTypes: ["longtask"] });
  new MutationObserver(() => { changes++; })
    .observe(section, { subtree: true, attributes: true, attributeFilter: ["style"] });
  const frame = (now) => {
    if ("playing" in section.dataset) frames.push(now);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
"""


def _played(lab: Lab, path: str, name: str) -> tuple[float, float, list[float]]:
    """Frames a second at the median, states shown a second, and every task of 50 ms or more."""
    context = lab.fresh()
    page = context.new_page()
    page.goto(lab.root + path)
    page.evaluate("document.documentElement.dataset.exact = ''")
    card = page.locator(f"#{name}")
    card.scroll_into_view_if_needed()
    page.locator(f"#{name}[data-status=live]").wait_for(state="attached", timeout=120_000)
    play = card.locator(".player-play")
    play.evaluate("(button) => button.scrollIntoView({ block: 'center', behavior: 'instant' })")
    play.hover()
    page.locator(f"#{name} .player[data-ready]").wait_for()
    page.wait_for_timeout(SETTLED_MS)
    page.evaluate(f"({RECORD})({name!r})")
    play.click()
    wait_until(page, f"document.getElementById({name!r}).matches('[data-playing]') === false", f"{name} plays")
    times, tasks, changes = page.evaluate("[frames, tasks, changes]")
    context.close()
    if len(times) < 2:
        raise RuntimeError(f"{name}: nothing moved")
    between = [later - before for before, later in pairwise(times)]
    return 1000 / median(between), 1000 * changes / (times[-1] - times[0]), tasks


def run(lab: Lab) -> None:
    stories = dict([*STORIES.items()][:1]) if lab.short else STORIES
    print(f"\nPlay, live Python ({lab.rounds(ROUNDS)} times each)")
    print(f"{'':12}{'frames/s':>10}{'states/s':>10}{'tasks over 50 ms':>18}")
    for path, name in stories.items():
        rounds = [_played(lab, path, name) for _ in range(lab.rounds(ROUNDS))]
        frames, states = (median([each[i] for each in rounds]) for i in (0, 1))  # type: ignore[misc]
        held = [task for _, _, tasks in rounds for task in tasks]
        print(
            f"{name:12}{frames:10.1f}{states:10.1f}{len(held):18}"
            + (f", the longest {max(held):.0f} ms" if held else "")
        )
