"""The page's content-security policy: everything comes from our own address, and only known scripts run.

A static host sends no headers, so the policy travels in a `<meta>` element. It is the same on every page:
instant navigation carries one page's policy over to the next.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/json\")[^>]*>(.*?)</script>", re.DOTALL)


def inline_scripts(html: str) -> list[str]:
    """The text of every inline script that a browser would run."""
    return _INLINE.findall(html)


def policy(pages: Iterable[str]) -> str:
    """One policy for all the pages, with the hash of each inline script of theirs."""
    scripts = sorted({script for page in pages for script in inline_scripts(page)})
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",  # KaTeX and matplotlib place glyphs with style attributes
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def with_policy(html: str, content: str) -> str:
    """The page with the policy right after its character set, before anything it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return re.sub(r"(<meta charset=[^>]*>)", lambda m: m[1] + meta, html, count=1, flags=re.IGNORECASE)
