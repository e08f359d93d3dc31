"""Bytes over the wire for each page of the chapter: before Python, and what Python adds."""

import gzip

from benchmarks.lab import Lab
from tests.pages import SECTIONS

PAGES = ("", *SECTIONS, "chapter/")


def _weigh(lab: Lab, path: str) -> int:
    context = lab.fresh()
    context.add_init_script("delete globalThis.WebAssembly")  # Python stays away
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(lab.root + path)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(500)
    page.wait_for_load_state("networkidle")
    context.close()
    return int(sum(received))


def run(lab: Lab) -> None:
    print("\nBytes of a page before Python, headers included, as the server sends them (gzip)")
    for path in PAGES:
        print(f"{path or '(opening page)':28}{_weigh(lab, path) / 1000:9.1f} kB")
    site = lab.site
    live = sorted((site / "live").rglob("*"))
    python = [
        file for file in live if file.name in ("chapter.zip", "worker.js", "build.js") or "pyodide-" in str(file.parent)
    ]
    sent = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in python if file.is_file()}
    print("\nWhat live Python adds, once a visit (gzip)")
    for name, size in sent.items():
        print(f"{name:28}{size / 1000:9.1f} kB")
    print(f"{'together':28}{sum(sent.values()) / 1000:9.1f} kB")
    (host,) = site.glob("live/*/host.js")
    scripts = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in sorted(host.parent.glob("*.js"))}
    on_demand = {"worker.js", "build.js", "formula.js", "katex.js", "touch.js", "link.js"}
    on_demand |= {"drag.js", "gesture.js", "pick.js", "follow.js"}
    always = sum(size for name, size in scripts.items() if name not in on_demand)
    print(f"\nOur own JavaScript on every page: {always / 1000:.1f} kB (gzip)")
    print(f"KaTeX, where a reader's own formula needs it: {scripts['katex.js'] / 1000:.1f} kB (gzip)")
