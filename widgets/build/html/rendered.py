"""A widget's HTML, computed once for all that it is made from: an unchanged widget costs a build nothing.

Its frames, most of the work, are kept by themselves: they stay when it is only the card around them that changes.
"""

import json
from collections.abc import Mapping

from widgets.build.cache import digest, kept, of_widget
from widgets.build.html.prepared import are_there, frames_file
from widgets.build.html.prerender import FRAMES, prerender
from widgets.kit.controls import Value
from widgets.kit.widget import Widget


def rendered(widget: Widget, state: Mapping[str, Value], identifier: str) -> str:
    """What `prerender` returns, or returned when the same sources were asked for the same state and id."""
    html = kept("html", key(widget, state, identifier), lambda: prerender(widget, state, identifier, _framed))
    if not all(are_there(name) for name in FRAMES.findall(html)):
        return prerender(widget, state, identifier)  # its frames had to make room in the cache
    return html


def key(widget: Widget, state: Mapping[str, Value], identifier: str) -> str:
    return digest(of_widget(widget.name, prerender.__module__), _written({**widget.defaults(), **state}), identifier)


def _framed(widget: Widget, state: Mapping[str, Value]) -> str:
    made_from = digest(of_widget(widget.name, frames_file.__module__), _written(state))
    name = kept("framed", made_from, lambda: frames_file(widget, state))
    return name if are_there(name) else frames_file(widget, state)


def _written(state: Mapping[str, Value]) -> str:
    return json.dumps(sorted(state.items()))
