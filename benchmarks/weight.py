"""Bytes over the wire for each page of the chapter: before Python, and what Python adds."""

import gzip
from pathlib import Path

from playwright.sync_api import BrowserContext

from benchmarks.lab import Lab
from tests.pages import SECTIONS
from widgets.build.package.scripts import imported_by

PAGES = ("", *SECTIONS, "chapter/")


def weigh(context: BrowserContext, address: str) -> tuple[float, float]:
    """Before anybody scrolls, and once the page was read to its end, a screen at a time."""
    context.add_init_script("delete globalThis.WebAssembly")  # Python stays away
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    # What stands in a style as a data: address came with the style.
    asked: dict[str, str] = {}
    received: dict[str, float] = {}
    session.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    session.on(
        "Network.loadingFinished", lambda event: received.update({event["requestId"]: event["encodedDataLength"]})
    )

    def weight() -> float:
        return sum(size for request, size in received.items() if not asked.get(request, "").startswith("data:"))

    page.goto(address)
    page.wait_for_load_state("networkidle")
    first = weight()
    for top in range(0, page.evaluate("document.body.scrollHeight"), 800):
        page.evaluate("(top) => window.scrollTo(0, top)", top)
        page.wait_for_timeout(50)
    page.wait_for_load_state("networkidle")
    context.close()
    return first, weight()


def run(lab: Lab) -> None:
    print("\nBytes of a page before Python, headers included, as the server sends them (gzip)")
    print(f"{'':28}{'at first':>12}{'read to its end':>20}")
    for path in PAGES[:1] if lab.short else PAGES:
        first, whole = weigh(lab.fresh(), lab.root + path)
        print(f"{path or '(opening page)':28}{first / 1000:9.1f} kB{whole / 1000:17.1f} kB")
    site = lab.site
    live = sorted((site / "live").rglob("*"))
    python = [file for file in live if file.name in ("chapter.zip", "worker.js") or "pyodide-" in str(file.parent)]
    sent = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in python if file.is_file()}
    print("\nWhat live Python adds, once a visit (gzip)")
    for name, size in sent.items():
        print(f"{name:28}{size / 1000:9.1f} kB")
    print(f"{'together':28}{sum(sent.values()) / 1000:9.1f} kB")
    (host,) = site.glob("live/*/host.js")
    scripts = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in sorted(host.parent.glob("*.js"))}
    print(f"\nOur own JavaScript on every page: {scripts['host.js'] / 1000:.1f} kB (gzip)")
    modules: dict[str, bytes | Path] = {file.name: file.read_bytes() for file in live if file.suffix == ".js"}
    first = sum(scripts[name] for name in imported_by("card.js", modules))
    print(f"What comes with the first widget: {first / 1000:.1f} kB")
    print(f"KaTeX, where a reader's own formula needs it: {scripts['katex.js'] / 1000:.1f} kB (gzip)")
