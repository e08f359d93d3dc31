"""n equal links u → act(w·u + b), one after the other, with or without a shortcut: the numbers of a deep chain."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import mul

import calc

DEEPEST = 16


@dataclass(frozen=True)
class Deep:
    """A chain's numbers: the value before and after every link, and three ways to look at its slopes."""

    values: tuple[float, ...]  # u_0 … u_n
    factors: tuple[float, ...]  # w·act′, one a link; 1 + w·act′ with a shortcut
    products: tuple[float, ...]  # 1, then the product so far after every link
    alone: tuple[float, ...]  # the same with act′ only: what remains if w is forgotten
    kink: bool  # the product hangs on a convention at a kink


@lru_cache(maxsize=64)
def deep(act: str, n: int, w: float, b: float, x: float, shortcut: bool = False) -> Deep:
    """`n` links u → act(w·u + b), started at x. With a `shortcut` each adds this to u: it is a residual connection."""
    function = calc.ACTIVATIONS[act]
    link = calc.parse(f"{'u + ' if shortcut else ''}{act}(w*u + b)").substitute(
        {"w": calc.number(w), "b": calc.number(b)}
    )
    links = calc.chain([link] * n, x).links
    factors = [link.local_derivative for link in links]
    zs = [w * link.input + b for link in links]
    kinked = [any(kink.at == z for kink in function.kinks) for z in zs]
    return Deep(
        values=(x, *(link.output for link in links)),
        factors=tuple(factors),
        products=tuple(accumulate(factors, mul, initial=1.0)),
        alone=tuple(accumulate((function.derivative(z) for z in zs), mul, initial=1.0)),
        # A link that is flat all around silences the chain, kink or no kink.
        kink=any(kinked) and all(factor or kink for factor, kink in zip(factors, kinked, strict=True)),
    )
