"""Lighthouse's mobile measurement of every page a reader starts from: a slow phone on a slow line, simulated.

Lighthouse is fetched when it is first needed, into `benchmarks/node_modules`; nothing else needs it.
"""

import json
import os
import subprocess
from pathlib import Path

from benchmarks.lab import Lab, median
from tests.browser.install import ARGUMENTS, find_chromium
from tests.pages import SECTIONS
from widgets.build.package.node import require_node

ROUNDS = 5
PAGES = ("", *SECTIONS, "chapter/")
FOLDER = Path(__file__).parent
LIGHTHOUSE = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
AUDITS = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}


def install() -> None:
    if not LIGHTHOUSE.exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=FOLDER, check=True)


def measure(url: str) -> dict[str, float]:
    """One run: the performance score, 0 to 100, and what it is made from. Raises where Lighthouse cannot say."""
    command = [require_node(), str(LIGHTHOUSE), url, "--output=json", "--quiet", "--only-categories=performance"]
    flags = f"--chrome-flags={' '.join(('--headless=new', *ARGUMENTS))}"
    environment = {**os.environ, "CHROME_PATH": str(find_chromium())}
    done = subprocess.run([*command, flags], env=environment, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        raise RuntimeError(f"Lighthouse on {url}: {done.stderr or done.stdout}")
    report = json.loads(done.stdout)
    if "runtimeError" in report:
        raise RuntimeError(f"Lighthouse on {url}: {report['runtimeError']['message']}")
    score = {"score": 100 * float(report["categories"]["performance"]["score"])}
    return score | {label: float(report["audits"][name]["numericValue"]) for name, label in AUDITS.items()}


def run(lab: Lab) -> None:
    install()
    paths = PAGES[:1] if lab.short else PAGES
    rounds: dict[str, list[dict[str, float]]] = {path: [] for path in paths}
    for _ in range(lab.rounds(ROUNDS)):  # turn by turn, so that a busy minute does not fall on one page alone
        for path, measured in rounds.items():
            measured.append(measure(lab.root + path))
    print(f"\nLighthouse, mobile (median of {lab.rounds(ROUNDS)}, nothing cached)")
    print(f"{'':28}{'score':>8}" + "".join(f"{label:>8}" for label in AUDITS.values()))
    for path, measured in rounds.items():
        score, fcp, lcp, tbt, cls = (median([one[key] for one in measured]) for key in measured[0])
        print(f"{path or '(opening page)':28}{score:8.0f}{fcp:8.0f}{lcp:8.0f}{tbt:8.0f}{cls:8.3f}")
