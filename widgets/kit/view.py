"""Small pieces that views are written with."""


def value(part: str, quantity: str) -> str:
    """A live number, in its quantity's colour: `ix`, `iu`, `iy`, or `id` for a derivative."""
    return f'<output class="value {quantity}" data-part="{part}" aria-live="off"/>'
