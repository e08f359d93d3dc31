"""A small static server that behaves as GitHub Pages does: a sub-path, gzip, `max-age=600`, its own 404 page."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.faults import Answer, Faults

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".mjs": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
    ".png": "image/png",
}
# The address that the pages are built for. Instant navigation goes by the sitemap's addresses, so these are told true.
PUBLISHED = "http://127.0.0.1/calculus/"
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm"}


@cache
def _gzipped(path: Path, changed: int) -> bytes:
    del changed  # part of the key, so that a rebuilt file is compressed again
    return gzip.compress(path.read_bytes(), 6)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Path
    base: str
    faults: Faults
    closing: threading.Event

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.base):
            return self._send(404, b"outside the site", ".html")
        file = self.site / path.removeprefix(self.base)
        if file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        if file.is_dir():
            file = file / "index.html"
        self.faults.requests[path.removeprefix(self.base)] += 1
        if not file.is_file():
            return self._send(404, (self.site / "404.html").read_bytes(), ".html")
        if file.suffix == ".xml":
            here = f"http://{self.headers['Host']}{self.base}"
            body = file.read_bytes().replace(PUBLISHED.encode(), here.encode())
            zipped = "gzip" in self.headers.get("Accept-Encoding", "")
            return self._send(200, gzip.compress(body, 6) if zipped else body, ".xml", gzipped=zipped)
        fault = self.faults.of(path)
        if fault:
            return self._suffer(path, fault(Answer(200, file.read_bytes(), file.suffix)))
        if file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            return self._send(200, _gzipped(file, file.stat().st_mtime_ns), file.suffix, gzipped=True)
        return self._send(200, file.read_bytes(), file.suffix)

    def _head(
        self, status: int, length: int, suffix: str, cache: str = "max-age=600", gzipped: bool = False, policy: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", cache)
        self.send_header("Access-Control-Allow-Origin", "*")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        if gzipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()

    def _send(self, status: int, body: bytes, suffix: str, gzipped: bool = False) -> None:
        self._head(status, len(body), suffix, gzipped=gzipped)
        self.wfile.write(body)

    def _suffer(self, path: str, answer: Answer) -> None:
        """Sends what a fault made of a file."""
        while answer.held and self.faults.of(path) and not self.closing.wait(0.02):
            pass
        length = len(answer.body) if answer.length is None else answer.length
        self._head(answer.status, length, answer.suffix, cache=answer.cache, policy=answer.policy)
        body = answer.body
        while body and answer.chunk and self.faults.of(path) and not self.closing.wait(0.1):
            self.wfile.write(body[: answer.chunk])
            body = body[answer.chunk :]
        self.wfile.write(body)
        self.close_connection = length != len(answer.body)

    def handle(self) -> None:
        with suppress(ConnectionError):  # a reader who has gone
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@contextmanager
def serve(site: Path, base: str = "/calculus/", faults: Faults | None = None) -> Iterator[str]:
    """Serves a built site under `base`; gives the address of its root. What befalls its files is told in `faults`."""
    closing = threading.Event()
    rules = faults if faults is not None else Faults()
    handler = type("Handler", (_Handler,), {"site": site, "base": base, "faults": rules, "closing": closing})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
