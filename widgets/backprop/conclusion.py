"""What the end of the walk says: the slopes, a check that knows no rule, and one step against them."""

import math
from collections.abc import Mapping

import calc
from widgets.backprop.graphs import VARIABLES, WEIGHTS
from widgets.kit.circuit.circuit import Circuit, Run, shown
from widgets.kit.circuit.passes import Position
from widgets.kit.cross_check import cross_check
from widgets.kit.defined import defined
from widgets.kit.numbers import decimal, lowered, short
from widgets.kit.patch import Patch, show


def concluded(wired: Circuit, run: Run, point: Mapping[str, float], now: Position, rate: float) -> Patch:
    """The patch of the last lines; they show once the walk is done."""
    slope = _slope(wired, point, next(iter(VARIABLES)))
    return {
        **show("outcome", now.done),
        "slope.text": "undefined" if math.isnan(slope) else shown(slope),
        "check.text": _check(wired, run, point),
        **_stepped(wired, run, point, now, rate),
    }


def _slope(wired: Circuit, point: Mapping[str, float], name: str) -> float:
    """What mathematics says of the slope in one input: NaN where there is none."""
    if name not in wired.expression.variables:
        return 0.0
    try:
        found = calc.slope_along(wired.expression, point, {name: 1.0}).value
    except calc.SizeError:
        raise
    except calc.DomainError:
        return math.nan
    return math.nan if found is None else found


def _check(wired: Circuit, run: Run, point: Mapping[str, float]) -> str:
    """The adjoints of the inputs, held against small nudges and against the slope from both sides."""
    if run.trouble:
        return run.trouble
    if not wired.inputs:
        return "Nothing here can be nudged."
    nudged, wrong = [], []
    for i in wired.inputs:
        name = wired.variables[i]

        def output(value: float, name: str = name) -> float:
            return wired.expression.evaluate({**point, name: value})

        check = cross_check(output, point[name], run.adjoints[i])
        true = _slope(wired, point, name)
        if check.kink or math.isnan(true) or abs(true - run.adjoints[i]) > 1e-9 * max(1.0, abs(true)):
            has = "there is no true slope" if math.isnan(true) else f"the true slope is {shown(true)}"
            wrong.append(f"{has} in\u00a0{wired.names[i]}")
        nudged.append(f"{decimal(round(check.quotient, 4), 4)} in\u00a0{wired.names[i]}")
    found = f"A check that knows no rule: nudging each input to both sides gives {', '.join(nudged)}."
    if wrong:
        kink = "The way back stands at a kink, where code takes a slope by convention"
        return f"{found} {kink}; {', '.join(wrong)}."
    return f"{found} The way back found the same."


def _stepped(wired: Circuit, run: Run, point: Mapping[str, float], now: Position, rate: float) -> Patch:
    """One step of the weights against their slopes: before, after, and what a click on the button sets."""
    weights = [i for i in wired.inputs if wired.variables[i] in WEIGHTS and math.isfinite(run.adjoints[i])]
    after = {wired.variables[i]: point[wired.variables[i]] - rate * run.adjoints[i] for i in weights}
    loss = defined(wired.expression.evaluate, {**point, **after})
    steps = ((lowered(name), short(round(point[name], 4)), short(round(to, 4))) for name, to in after.items())
    moves = [f"{name}\u00a0{before}\u00a0→\u00a0{to}" for name, before, to in steps]  # a line ends between two of them
    there = now.done and bool(weights) and math.isfinite(loss)
    end = wired.names[wired.output]
    return {
        **show("update", there),
        **show("learn", bool(weights)),
        "moves.text": ", ".join(moves),
        "fall.text": f"{end}: {decimal(run.values[wired.output], 4)} → {decimal(loss, 4)}",
        "take.set": "; ".join(f"{name}={to:.6g}" for name, to in after.items()) if there else "",
    }
