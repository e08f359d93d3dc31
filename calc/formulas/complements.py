"""Sums that would cancel, calculated by an equal formula that does not: 1 − σ(u) is σ(−u), 1 − cos u is 2 sin²(u/2).

What a page prints is right for symbols and can still lose every digit in floats; a value should not.
NIST Digital Library of Mathematical Functions, 4.21 and 7.2; Higham, Accuracy and Stability of Numerical
Algorithms, 2nd edition, 2002, section 1.14.
"""

import math
from collections.abc import Callable, Sequence

from calc.formulas.kinds import Kind
from calc.formulas.tree import Tree
from calc.functions.registry import FUNCTIONS
from calc.functions.stable import sigmoid, tanh_slope

Fused = tuple[Callable[[float], float], Tree]
_ln = FUNCTIONS["ln"].value

# What stands beside 1, and with which sign: the two together as a function of the argument.
_BESIDE_ONE: dict[tuple[str, str], Callable[[float], float]] = {
    ("-", "sigmoid"): lambda u: sigmoid(-u),
    ("-", "cos"): lambda u: 2 * math.sin(u / 2) ** 2,
    ("+", "cos"): lambda u: 2 * math.cos(u / 2) ** 2,
    ("-", "tanh"): lambda u: 2 * sigmoid(-2 * u),
    ("+", "tanh"): lambda u: 2 * sigmoid(2 * u),
    ("-", "erf"): math.erfc,
    ("+", "erf"): lambda u: math.erfc(-u),
    ("-", "e^"): lambda u: -math.expm1(u),
    ("-", "tanh²"): tanh_slope,
}


def fused(node: Tree) -> Fused | None:
    """The one operation, and the node it is applied to, that gives this sum or logarithm without cancelling."""
    if node.kind is Kind.CALL and node.payload.name in ("ln", "log"):
        inner = node.children[0]
        if inner.kind is Kind.SUM and len(inner.children) == 2 and _is_one(inner.children[0]):
            return _log1p, inner.children[1]
        return None
    if node.kind is not Kind.SUM or len(node.children) != 2:
        return None
    return _pair(*node.children)


def fused_terms(terms: Sequence[Tree]) -> tuple[Fused, list[Tree]] | None:
    """Two terms of a longer sum as one such operation, and the others."""
    for i, one in enumerate(terms):
        if _is_one(one.children[0] if one.kind is Kind.NEGATIVE else one):
            for j, other in enumerate(terms):
                found = _pair(one, other) if i != j else None
                if found:
                    return found, [term for k, term in enumerate(terms) if k not in (i, j)]
    return None


def _pair(first: Tree, second: Tree) -> Fused | None:
    for one, other in ((first, second), (second, first)):
        if _is_one(one):
            sign, part = ("-", other.children[0]) if other.kind is Kind.NEGATIVE else ("+", other)
            name, argument = _named(part)
            operation = _BESIDE_ONE.get((sign, name))
            return (operation, argument) if operation else None
        if one.kind is Kind.NEGATIVE and _is_one(one.children[0]):
            name, argument = _named(other)
            operation = _BESIDE_ONE.get(("-", name))
            return (_negated(operation), argument) if operation else None
    return None


def _negated(operation: Callable[[float], float]) -> Callable[[float], float]:
    return lambda u: -operation(u)


def _log1p(u: float) -> float:
    return math.log1p(u) if u > -1 else _ln(1 + u)


def _is_one(node: Tree) -> bool:
    return node.kind is Kind.NUMBER and node.payload == 1


def _named(node: Tree) -> tuple[str, Tree]:
    """The function a node applies, e^u and tanh²(u) among them, and to what."""
    if node.kind is Kind.CALL:
        return "e^" if node.payload.name == "exp" else node.payload.name, node.children[0]
    if node.kind is Kind.POWER:
        base, exponent = node.children
        if base.kind is Kind.CONSTANT and base.payload == "e":
            return "e^", exponent
        if exponent.kind is Kind.NUMBER and exponent.payload == 2 and base.kind is Kind.CALL:
            return f"{base.payload.name}²", base.children[0]
    return "", node
