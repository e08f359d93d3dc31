"""Generated expressions for Hypothesis: any tree that calc can hold, and tame ones for calculus."""

from hypothesis import strategies as st

import calc
from calc.formulas.cases import joined

NUMBERS = st.one_of(
    st.integers(0, 9),
    st.integers(0, 10**18),
    st.sampled_from([0.5, 0.25, 0.1, 1.5, 2.75, 0.001, 3.14159, 1e-7, 1e-300, 1e22, 123456789.125]),
    st.floats(0, 1e300, allow_nan=False),
).map(calc.Number)
NAMES = ["x", "y", "t", "w_1", "b2", "theta", "X"]
ATOMS = st.one_of(
    NUMBERS,
    st.sampled_from(NAMES).map(calc.Variable),
    st.sampled_from(["pi", "e"]).map(calc.Constant),
)
PRIMED = [calc.find_function(f"{name}'") for name in calc.FUNCTIONS]
CALLABLE = [*calc.FUNCTIONS.values(), *[f for f in PRIMED if f is not None]]


def _compound(parts: st.SearchStrategy[calc.Expression]) -> st.SearchStrategy[calc.Expression]:
    several = st.lists(parts, min_size=2, max_size=4)
    return st.one_of(
        several.map(lambda terms: calc.Sum(*terms)),
        several.map(lambda factors: calc.Product(*factors)),
        parts.map(calc.Negative),
        st.tuples(parts, parts).map(lambda pair: calc.Quotient(*pair)),
        st.tuples(parts, parts).map(lambda pair: calc.Power(*pair)),
        st.tuples(st.sampled_from(CALLABLE), parts).map(lambda pair: calc.Call(*pair)),
        st.builds(_piecewise, parts, BOUNDS, st.lists(parts, min_size=5, max_size=5), st.integers(0, 2)),
    )


BOUNDS = st.sets(st.integers(-3, 3), min_size=1, max_size=2).map(sorted)


def _piecewise(
    subject: calc.Expression, bounds: list[int], values: list[calc.Expression], missing: int
) -> calc.Expression:
    """A formula with a piece of its own in nearly each slot."""
    if not subject.variables:
        subject = calc.Variable("x")
    held: list[calc.Expression | None] = list(values[: 2 * len(bounds) + 1])
    held[missing] = None
    return joined(subject, [calc.number(bound) for bound in bounds], held) or subject


TREES = st.recursive(ATOMS, _compound, max_leaves=20)
"""Any expression, sensible or not."""

SMOOTH = [
    calc.FUNCTIONS[name]
    for name in (
        "sin", "cos", "exp", "ln", "sqrt", "tanh", "sigmoid", "softplus", "silu", "gelu", "mish", "atan", "erf",
        "gaussian", "sinh", "cosh", "tan", "asinh", "gelu_tanh", "cbrt", "log2", "sec",
    )
]  # fmt: skip
CORNERED = [
    calc.FUNCTIONS[name]
    for name in ("abs", "relu", "leaky_relu", "elu", "selu", "hard_sigmoid", "hard_swish", "softsign")
]


def tame(*names: str) -> st.SearchStrategy[calc.Expression]:
    """Expressions such as people type: small numbers, common functions, powers that stay in range."""
    atoms = st.one_of(
        st.sampled_from(names).map(calc.Variable),
        st.sampled_from(names).map(calc.Variable),
        st.integers(1, 9).map(calc.Number),
        st.sampled_from([0.5, 0.1, 2.5]).map(calc.Number),
        st.sampled_from(["pi", "e"]).map(calc.Constant),
    )
    exponents = st.one_of(st.integers(0, 4).map(calc.Number), st.integers(1, 3).map(lambda n: calc.number(-n)))

    def compound(parts: st.SearchStrategy[calc.Expression]) -> st.SearchStrategy[calc.Expression]:
        several = st.lists(parts, min_size=2, max_size=3)
        return st.one_of(
            several.map(lambda terms: calc.Sum(*terms)),
            several.map(lambda factors: calc.Product(*factors)),
            parts.map(calc.Negative),
            st.tuples(parts, parts).map(lambda pair: calc.Quotient(*pair)),
            st.tuples(parts, exponents).map(lambda pair: calc.Power(*pair)),
            st.tuples(st.sampled_from([calc.Number(2), calc.Constant("e")]), parts).map(lambda p: calc.Power(*p)),
            st.tuples(parts, parts).map(lambda pair: calc.Power(*pair)),
            st.tuples(st.sampled_from(SMOOTH), parts).map(lambda pair: calc.Call(*pair)),
            st.tuples(st.sampled_from(SMOOTH), parts).map(lambda pair: calc.Call(*pair)),
            st.tuples(st.sampled_from(CORNERED), parts).map(lambda pair: calc.Call(*pair)),
        )

    return st.recursive(atoms, compound, max_leaves=10)


_monomials = st.tuples(st.integers(1, 6), st.integers(0, 3)).map(lambda p: p[0] * calc.Variable("x") ** p[1])
_signed = st.tuples(_monomials, st.booleans()).map(lambda pair: -pair[0] if pair[1] else pair[0])
_polynomials = st.lists(_signed, min_size=1, max_size=3).map(
    lambda terms: terms[0] if len(terms) == 1 else calc.Sum(*terms)
)
_powers = st.tuples(_polynomials, st.integers(1, 3)).map(lambda pair: pair[0] ** pair[1])
_products = st.lists(_powers, min_size=1, max_size=2).map(lambda fs: fs[0] if len(fs) == 1 else calc.Product(*fs))
_sums = st.lists(_products, min_size=1, max_size=2).map(lambda ts: ts[0] if len(ts) == 1 else calc.Sum(*ts))
RATIONAL = st.tuples(_sums, st.one_of(st.none(), _sums)).map(lambda p: p[0] if p[1] is None else p[0] / p[1])
"""Polynomials in x and their quotients, in the factored and unfactored forms of exercises."""

POINTS = st.integers(-3000, 3000).map(lambda n: n / 1000 + 0.000123457)
"""Coordinates that are never exactly a kink or a pole of a formula with short numbers."""
