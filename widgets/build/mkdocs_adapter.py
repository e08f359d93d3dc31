"""All that is MkDocs' own, in one thin file: a hook that MkDocs calls while it builds the site.

It is thin because MkDocs 1.x is in maintenance: what another builder would need anew should be this page and no more.
And it imports nothing of ours before a build begins. MkDocs keeps this module for as long as it serves, while all the
others are forgotten after each build and read again, so that an edit of any of them is seen.
"""

import re
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from widgets.build.site import Site

_command = "build"
_listening = False
_site: "Site"


def on_startup(command: str, **_: Any) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Prepares what the pages are built with, and links every page to it."""
    global _site
    if _command == "serve" and not _listening:
        _require_free_port(*config.dev_addr)
    from widgets.build.site import FENCES, MATHEMATICS, Site

    _site = Site()
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = FENCES
    config.markdown_extensions.append(MATHEMATICS)
    config.extra_css += _site.stylesheets
    script = ExtraScriptValue(_site.script)
    script.type = "module"
    config.extra_javascript.append(script)
    return config


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Leaves mkdocstrings' style out: every page would load it, and the reference needs none of it."""
    del files
    config.extra_css = [path for path in config.extra_css if "_mkdocstrings" not in path]
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    sections = {name: _source(files, name) for name in page.meta.get("sections", [])}
    name = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
    return _site.open_page(name, page.file.content_string, markdown, str(page.meta.get("title", "")), sections)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tells MkDocs' link check which ids the widgets bring: it looks at the Markdown alone."""
    del config, files
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= set(re.findall(r'<section class="widget" id="([^"]+)"', html))
    return html


def _source(files: Files, name: str) -> str:
    file = files.get_file_from_path(name)
    if file is None:
        raise Abort(f"the page lists the section {name!r}, which is not in docs/")
    return file.content_string


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    del config
    return _site.finished_page(output, lambda path: get_relative_url(path, page.url))


def on_post_build(config: MkDocsConfig) -> None:
    # Live reload injects a script of its own, which no policy of ours would let run.
    _site.write_to(Path(config.site_dir), sealed=_command != "serve")
    _forget()


def on_build_error(error: Exception) -> None:
    """An author's mistake is told in its own words, without a traceback."""
    from pymdownx.superfences import SuperFencesException

    from widgets.build.html.mathematics import FormulaError

    try:
        if isinstance(error, SuperFencesException):
            raise Abort(f"\n{error}")
        if isinstance(error, FormulaError):
            raise Abort(f"\n{_site.page}: {error}")
    finally:
        _forget()


def _require_free_port(host: str, port: int) -> None:
    """MkDocs builds first and binds then: whoever's port is taken should not have to wait to hear of it."""
    global _listening
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as MkDocs' own server does
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Abort(
                f"Port {port} cannot be used here ({error.strerror}). "
                f"Is the chapter being served already? Another port: make serve PORT={port + 1}"
            ) from None
    _listening = True


def _forget() -> None:
    """While serving, whatever was edited must be read again at the next build, and all that depends on it."""
    if _command == "serve":
        for name in list(sys.modules):
            if name.split(".")[0] in ("calc", "widgets"):
                del sys.modules[name]
