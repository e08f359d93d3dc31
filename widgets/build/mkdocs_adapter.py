"""All that is MkDocs' own, in one thin file: a hook that MkDocs calls while it builds the site.

It is thin because MkDocs 1.x is in maintenance: what another builder would need anew should be this page and no more.
And it imports nothing of ours before a build begins. MkDocs keeps this module for as long as it serves, while all the
others are forgotten after each build and read again, so that an edit of any of them is seen.
"""

import logging
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from widgets.build.site import Site

_log = logging.getLogger("mkdocs.hooks.widgets")
_command = "build"
_listening = False
_site: "Site"


def on_startup(command: str, **_: Any) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks everything before the last site is thrown away, and brings our Markdown."""
    global _site
    if _command == "serve" and not _listening:
        _require_free_port(*config.dev_addr)
    from widgets.build.site import EXTENSIONS, FENCES, Site

    files = get_files(config)
    pages = {file.src_uri: file.content_string for file in files.documentation_pages()}
    _site = Site(pages, [file.src_uri for file in files], hasty=_command == "serve")
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = FENCES
    config.markdown_extensions += EXTENSIONS
    if documented := cast("Any", config.plugins.get("mkdocstrings")):
        documented.get_handler("python").env.bytecode_cache = _site.templates
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    del markdown, config, files
    return _site.open_page(page.file.src_uri, str(page.meta.get("title", "")), page.meta.get("sections", []))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    del config, files
    return _site.close_page(page.file.src_uri, html)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Links every page to our files. mkdocstrings' style is left out: every page would load it, and none needs it."""
    del files
    _site.ready()
    env.bytecode_cache = _site.templates
    config.extra_css = [path for path in config.extra_css if "_mkdocstrings" not in path] + _site.stylesheets
    script = ExtraScriptValue(_site.script)
    script.type = "module"
    config.extra_javascript.append(script)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    del config
    return _site.finished_page(page.file.src_uri, output, lambda path: get_relative_url(path, page.url))


def on_post_build(config: MkDocsConfig) -> None:
    # Live reload injects a script of its own, which no policy of ours would let run.
    _site.write_to(Path(config.site_dir), sealed=_command != "serve")
    _forget()


def on_build_error(error: Exception) -> None:
    """An author's mistake is told in its own words, without a traceback; `--verbose` shows where we noticed it."""
    told = None if isinstance(error, MkDocsException) else _told(error)
    _forget()
    if told:
        _log.debug("The build stops:", exc_info=error)
        raise Abort(told)


def _told(error: Exception) -> str | None:
    try:
        from widgets.build.check.places import of_error
        from widgets.build.faults import Faults
    except Exception:  # it is these that cannot be imported: MkDocs shows the error as it is
        return None
    if isinstance(error, Faults):
        return str(error)
    where = of_error(error)
    return where and f"{where}: {type(error).__name__}: {error}"


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
    if _command != "serve":
        return
    site = sys.modules.get("widgets.build.site")
    if site:
        site.end_build()
    for name in list(sys.modules):
        if name.split(".")[0] in ("calc", "widgets"):
            del sys.modules[name]
