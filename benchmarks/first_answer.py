"""From navigation to the first slider that answers: the framed chain-rule page, fresh profile each time."""

from benchmarks.lab import Lab, median, wait_until

ROUNDS = 15
# Goes to the slider and tries it as early as it exists, and notes when the first number follows it.
PROBE = """
addEventListener("DOMContentLoaded", () => { globalThis.loaded = performance.now(); });
(function attempt() {
  const slider = document.querySelector("#chain-rule [type=range]");
  const number = document.querySelector("#chain-rule [data-part=dydx]");
  if (slider) slider.scrollIntoView({ block: "center" });
  if (slider && number && !slider.matches(":disabled")) {
    slider.value = "2";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    if (number.textContent === "20.00") { globalThis.answered = performance.now(); return; }
  }
  setTimeout(attempt, 1);
})();
"""


def run(lab: Lab) -> None:
    loaded: list[float] = []
    answered: list[float] = []
    painted: list[float] = []
    for _ in range(lab.rounds(ROUNDS)):
        context = lab.fresh()
        context.add_init_script(PROBE)
        page = context.new_page()
        page.goto(f"{lab.root}chain-rule/")
        wait_until(page, "globalThis.answered !== undefined && globalThis.loaded !== undefined", "the first slider")
        loaded.append(float(page.evaluate("loaded")))
        answered.append(float(page.evaluate("answered")))
        painted.append(
            float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"))
        )
        context.close()
    late = [first - ready for first, ready in zip(answered, loaded, strict=True)]
    print(f"\nFrom navigation to the first slider that answers, ms (median of {lab.rounds(ROUNDS)}, nothing cached)")
    print(f"DOMContentLoaded                    {median(loaded):8.0f}")
    print(f"first contentful paint              {median(painted):8.0f}")
    print(f"the slider answers                  {median(answered):8.0f}")
    print(f"the slider after DOMContentLoaded   {median(late):8.1f}   (largest {max(late):.1f})")
