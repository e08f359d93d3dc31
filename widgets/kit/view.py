"""Small pieces that views are written with."""

from widgets.kit.ink import QUANTITIES


def landmark_keys(x: str = "x") -> str:
    """For a fold: the keys of a slider that names `points="landmarks"`, and the points that they go to."""
    return f"""<p class="note slider-keys">Keys on the slider of <i>{x}</i>: arrows, with Shift ten stops at once;
  Home and End; <code>.</code> and <code>,</code> for the next point worth a look and the one before:
  <span data-part="landmarks"/>.</p>"""


def value(part: str, quantity: str) -> str:
    """A live number, in its quantity's colour: `ix`, `iu`, `iy`, or `id` for a derivative; "" for none of these."""
    if quantity and quantity not in QUANTITIES:
        raise ValueError(
            f"value({part!r}, {quantity!r}): no quantity is called {quantity!r}; allowed: {', '.join(QUANTITIES)}, "
            f'or "" for none of these; for example value({part!r}, "iy")'
        )
    return f'<output class="value {quantity}" data-part="{part}" aria-live="off"/>'
