"""`make bench`: measures what benchmarks/README.md claims. `make bench ONLY=drag` runs one of them."""

import os
import platform
import sys
from pathlib import Path

from benchmarks import build, calc_speed, drag, first_answer, memory, pages, play, start, weight
from benchmarks.lab import lab

BROWSER = {
    module.__name__.split(".")[1]: module.run for module in (weight, pages, first_answer, drag, play, start, memory)
}
ALONE = {"calc": calc_speed.main, "build": build.main}


def machine() -> str:
    """The processor, its cores, and the system, as the results name them."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    processor = next((line.partition(": ")[2] for line in lines if "model name" in line), platform.processor())
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in (*BROWSER, *ALONE)]
    if unknown:
        sys.exit(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join((*BROWSER, *ALONE))}.")
    wanted = names or [*BROWSER, *ALONE]
    print(machine())
    for name in wanted:
        if name in ALONE:
            ALONE[name]()
    if not set(wanted) & set(BROWSER):
        return
    with lab() as it:
        print(f"Chromium {it.browser.version}")
        for name in wanted:
            if name in BROWSER:
                BROWSER[name](it)


if __name__ == "__main__":
    main(sys.argv[1:])
