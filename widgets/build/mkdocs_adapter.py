"""All that is MkDocs' own, in one thin file: a hook that MkDocs calls while it builds the site."""

import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url
from pymdownx.superfences import SuperFencesException

from widgets.build.fence import Page, current_page
from widgets.build.html import prerender
from widgets.build.html.mathematics import FormulaError
from widgets.build.onepage import one_page
from widgets.build.package.assets import page_assets
from widgets.build.package.policy import policy, with_policy
from widgets.build.package.runtime import PRELOADED, Runtime, build_runtime

_command = "build"
_runtime: Runtime


def on_startup(command: str, **_: Any) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Builds the runtime and links every page to it."""
    global _runtime
    _forget_widgets()
    _runtime = build_runtime()
    config.extra_css += [*page_assets().stylesheets, f"{_runtime.folder}/page.css", f"{_runtime.folder}/widget.css"]
    script = ExtraScriptValue(f"{_runtime.folder}/host.js")
    script.type = "module"
    config.extra_javascript.append(script)
    return config


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Leaves mkdocstrings' style out: every page would load it, and the reference needs none of it."""
    del files
    config.extra_css = [path for path in config.extra_css if "_mkdocstrings" not in path]
    return env


def _forget_widgets() -> None:
    """While serving, a changed widget must be read again."""
    for name in list(sys.modules):
        if name.split(".")[0] == "calc" or (
            name.startswith("widgets.") and not name.startswith(("widgets.kit", "widgets.build", "widgets.browser"))
        ):
            del sys.modules[name]
    prerender.frames_json.cache_clear()


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    sections = page.meta.get("sections")
    if sections:
        texts = {name: _source(files, name) for name in sections}
        markdown = one_page(page.meta["title"], markdown, texts)
    source = (page.file.abs_src_path and Path(page.file.abs_src_path).read_text(encoding="utf-8-sig")) or markdown
    skipped = max(0, len(source.splitlines()) - len(markdown.splitlines())) if not sections else 0
    name = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
    current_page.set(Page(name, tuple(markdown.splitlines()), 1 + skipped))
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
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


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Lets the browser fetch the widgets' scripts side by side instead of one after the other."""
    del config
    if "data-widget=" not in output:
        return output
    links = "".join(
        f'<link rel="modulepreload" href="{get_relative_url(f"{_runtime.folder}/{name}", page.url)}">'
        for name in PRELOADED
    )
    return output.replace("</head>", f"{links}</head>", 1)


def on_post_build(config: MkDocsConfig) -> None:
    """Copies what the pages link to, and seals a published site with its content-security policy."""
    site = Path(config.site_dir)
    _runtime.copy_to(site)
    page_assets().copy_to(site)
    if _command == "serve":  # live reload injects a script of its own
        return
    pages = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    content = policy(pages.values())
    for file, text in pages.items():
        file.write_text(with_policy(text, content), encoding="utf-8")


def on_build_error(error: Exception) -> None:
    """An author's mistake is told in its own words, without a traceback."""
    if isinstance(error, SuperFencesException):
        raise Abort(f"\n{error}")
    if isinstance(error, FormulaError):
        page = current_page.get()
        raise Abort(f"\n{page.path if page else 'a page'}: {error}")
