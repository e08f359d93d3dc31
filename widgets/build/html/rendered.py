"""A widget's HTML, computed once for all that it is made from: an unchanged widget costs a build nothing."""

import json
from collections.abc import Mapping

from widgets.build.cache import digest, kept, of_widget
from widgets.build.html.prepared import CACHE
from widgets.build.html.prerender import FRAMES, prerender
from widgets.kit.controls import Value
from widgets.kit.widget import Widget


def rendered(widget: Widget, state: Mapping[str, Value], identifier: str) -> str:
    """What `prerender` returns, or returned when the same sources were asked for the same state and id."""
    html = kept("html", key(widget, state, identifier), lambda: prerender(widget, state, identifier))
    if not all((CACHE / name).is_file() for name in FRAMES.findall(html)):
        return prerender(widget, state, identifier)  # its frames had to make room in the cache
    return html


def key(widget: Widget, state: Mapping[str, Value], identifier: str) -> str:
    whole = {**widget.defaults(), **state}
    return digest(of_widget(widget.name), json.dumps(sorted(whole.items())), identifier)
