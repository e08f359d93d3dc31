"""What the chain-rule widget says where there is no product of slopes to speak of."""

import math

from widgets.chain_rule.composition import Links
from widgets.kit.numbers import decimal, short

ENDS = {
    "vertical": "The tangent stands upright there: the slope grows without bound, so dy/dx does not exist.",
    "cusp": "The curve comes to a point there, and its slope grows without bound: dy/dx does not exist.",
    "jump": "The curve jumps there, so dy/dx does not exist.",
    "end": "The curve has points on one side only, so two sides cannot agree on a slope: dy/dx does not exist.",
}


def story(at: Links) -> str:
    """Why the slopes do not multiply here; empty where they do."""
    if math.isnan(at.u):
        return "Without u there is no y either: the curve is not there."
    if at.whole is None:
        return f"For u = {short(at.u)} the outer function has no value: the curve is not there."
    if at.whole.value is not None:
        if math.isnan(at.dydu * at.dudx):
            return (
                "One of the two has no slope of its own there: nothing to multiply. "
                f"Yet the quotients of y settle, on {short(at.whole.value)}."
            )
        return ""
    if at.whole.kind != "corner":
        return ENDS[at.whole.kind]
    left, right = short(at.whole.left or 0.0), short(at.whole.right or 0.0)
    code = f" Code uses {short(at.whole.convention)}, by convention." if at.whole.convention is not None else ""
    return f"A kink: the slope of y is {left} on the left and {right} on the right, so dy/dx does not exist.{code}"


def verdict(at: Links) -> str:
    """What the difference quotient says of the product."""
    if at.whole is None:
        return "there is no value here"
    if at.whole.kind == "corner":
        return "at a kink, that is no slope"
    if at.whole.value is None:
        return "there is no slope here"
    return "the product is right" if math.isfinite(at.dydu * at.dudx) else "which no product gives"


def closeness(at: Links) -> str:
    """What becomes of Δy/Δx as the nudge shrinks, where it does not come to dy/dx."""
    if not story(at):
        return ""
    if at.whole is None:
        return "."
    if at.whole.kind == "corner":
        return f": it settles on {decimal(at.whole.right or 0.0)}, the slope on the right."
    return f": it settles on {decimal(at.whole.value)}." if at.whole.value is not None else ": it settles on no slope."
