"""What the activation widget says of the slope at its cursor."""

import math

import calc
from widgets.kit.numbers import decimal

WITHOUT = {
    "vertical": "The tangent stands upright here, so there is no derivative.",
    "cusp": "The curve comes to a point here and stands upright, so there is no derivative.",
    "jump": "The function jumps here, so there is no derivative.",
    "end": "The function has values on one side only, so there is no derivative here.",
}


def shown(limit: calc.Slope | None) -> float:
    """The number in the readout: the derivative, NaN where there is none, whatever code uses there."""
    return math.nan if limit is None or limit.value is None else limit.value


def remark(limit: calc.Slope | None, slope: float, seen: bool) -> str:
    """One sentence on what the picture shows at the cursor; `slope` is the number beside it."""
    if limit is None:
        return "The function has no value here, and so no derivative either."
    if limit.kind == "corner":
        code = f"; code chooses {decimal(limit.convention)}" if limit.convention is not None else ""
        left, right = decimal(limit.left or 0.0), decimal(limit.right or 0.0)
        return f"A kink: slope {left} on the left, {right} on the right, none here{code}."
    if limit.value is None:
        code = f" Code uses {decimal(limit.convention)}, by convention." if limit.convention is not None else ""
        return WITHOUT[limit.kind] + code
    where = "" if seen else "The point lies outside the picture. "
    if limit.convention is not None:
        return (
            f"{where}The slope is {decimal(limit.value)}. Code, which goes by its choice at a kink, says "
            f"{decimal(limit.convention)}, and is wrong here."
        )
    if slope == 0:
        return where + "Level: no gradient at all passes through."
    if abs(limit.value) < 0.05:
        return where + "Nearly flat: almost no gradient passes through."
    way = "Rising" if limit.value > 0 else "Falling"
    return f"{way}: the tangent has the slope that the dashed curve shows." if seen else f"{where}{way}."
