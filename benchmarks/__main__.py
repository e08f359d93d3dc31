"""`make bench`: measures what benchmarks/README.md claims. `make bench ONLY=drag` runs one of them."""

import os
import platform
import sys
from pathlib import Path

from benchmarks import calc_speed, drag, first_answer, start, weight
from benchmarks.lab import lab

BROWSER = {"weight": weight.run, "first_answer": first_answer.run, "drag": drag.run, "start": start.run}


def machine() -> str:
    """The processor, its cores, and the system, as the results name them."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    processor = next((line.partition(": ")[2] for line in lines if "model name" in line), platform.processor())
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    wanted = [name for name in sys.argv[1:] if name in (*BROWSER, "calc")] or [*BROWSER, "calc"]
    print(machine())
    if "calc" in wanted:
        calc_speed.main()
    if wanted == ["calc"]:
        return
    with lab() as it:
        print(f"Chromium {it.browser.version}")
        for name in wanted:
            if name in BROWSER:
                BROWSER[name](it)


if __name__ == "__main__":
    main()
