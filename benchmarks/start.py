"""Start of live Python: the chapter's runtime against a stock Pyodide page, turn by turn in one browser."""

from benchmarks.lab import Lab, median, wait_until

ROUNDS = 7


def _answered(lab: Lab, page_name: str) -> tuple[float, float]:
    """Milliseconds to the first answer with an empty cache, and again with the files in the browser's cache."""
    context = lab.fresh()
    times = []
    for _ in range(2):
        page = context.new_page()
        page.goto(f"{lab.root}bench/{page_name}.html")
        wait_until(page, "globalThis.answered !== undefined", f"{page_name}.html")
        if (answer := page.inner_text("#out")) != "12.00":
            raise RuntimeError(f"{page_name}.html answers {answer!r}, and not 12.00")
        times.append(float(page.evaluate("globalThis.answered")))
        page.close()
    context.close()
    return times[0], times[1]


def run(lab: Lab) -> None:
    results: dict[str, list[tuple[float, float]]] = {"stock": [], "ours": []}
    for _ in range(lab.rounds(ROUNDS)):
        for name, times in results.items():
            times.append(_answered(lab, name))
    print(f"\nStart of live Python to its first answer, ms (median of {lab.rounds(ROUNDS)}, turn by turn)")
    print(f"{'':28}{'stock':>9}{'ours':>9}{'ratio':>8}")
    for i, label in enumerate(("first visit", "files in the cache")):
        stock, ours = (median([pair[i] for pair in results[name]]) for name in ("stock", "ours"))
        print(f"{label:28}{stock:9.0f}{ours:9.0f}{ours / stock:8.2f}")
