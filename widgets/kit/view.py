"""Small pieces that views are written with."""

from widgets.kit.ink import QUANTITIES


def value(part: str, quantity: str) -> str:
    """A live number, in its quantity's colour: `ix`, `iu`, `iy`, or `id` for a derivative; "" for none of these."""
    if quantity and quantity not in QUANTITIES:
        raise ValueError(
            f"value({part!r}, {quantity!r}): no quantity is called {quantity!r}; allowed: {', '.join(QUANTITIES)}, "
            f'or "" for none of these; for example value({part!r}, "iy")'
        )
    return f'<output class="value {quantity}" data-part="{part}" aria-live="off"/>'
