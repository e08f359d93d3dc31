"""Activations, softmax, gradients and Jacobians against JAX in double precision."""

import functools
import math
import operator
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given

import calc
from calc.formulas.tree import postorder
from tests.calc import test_functions
from tests.calc.checks import Unfit, size_of_numbers
from tests.calc.conftest import examples
from tests.calc.strategies import POINTS, tame

jax = pytest.importorskip("jax", reason="JAX has no build for Pyodide")
jax.config.update("jax_enable_x64", True)
jnp = jax.numpy
nn = jax.nn

JAX: dict[str, Callable[[Any], Any]] = {
    "identity": lambda x: x,
    "relu": nn.relu,
    "leaky_relu": nn.leaky_relu,
    "elu": nn.elu,
    "selu": nn.selu,
    "sigmoid": nn.sigmoid,
    "tanh": jnp.tanh,
    "softplus": nn.softplus,
    "silu": nn.silu,
    "gelu": lambda x: nn.gelu(x, approximate=False),
    "gelu_tanh": lambda x: nn.gelu(x, approximate=True),
    "mish": nn.mish,
    "softsign": nn.soft_sign,
    "hard_sigmoid": nn.hard_sigmoid,
    "hard_swish": nn.hard_swish,
    "gaussian": lambda x: jnp.exp(-(x**2)),
    "sine": jnp.sin,
}


def after(inner: Callable[[Any], Any], outer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda x: outer(inner(x))


CIRCULAR = ("sin", "cos", "tan", "sinh", "cosh", "tanh")
RECIPROCALS = {"sec": "cos", "csc": "sin", "cot": "tan", "sech": "cosh", "csch": "sinh", "coth": "tanh"}
FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    **{name: getattr(jnp, name) for name in (*CIRCULAR, "exp", "sqrt", "cbrt", "log2", "log10", "abs", "sign")},
    **{f"a{name}": getattr(jnp, f"arc{name}") for name in CIRCULAR},
    **{name: after(getattr(jnp, other), jnp.reciprocal) for name, other in RECIPROCALS.items()},
    **{f"a{name}": after(jnp.reciprocal, getattr(jnp, f"arc{other}")) for name, other in RECIPROCALS.items()},
    "acot": lambda x: jnp.pi / 2 - jnp.arctan(x),
    "ln": jnp.log,
    "log": jnp.log,
    "erf": jax.scipy.special.erf,
    **JAX,
}
FUNCTIONS |= {f"{name}'": jax.grad(JAX[name]) for name in JAX if calc.find_function(f"{name}'")}
_random = random.Random(3)
SCATTERED = [_random.uniform(-8, 8) for _ in range(300)] + [_random.uniform(-1, 1) for _ in range(100)]
SCATTERED += [-1000.0, -50.0, -20.0, 20.0, 50.0, 1000.0]


@pytest.mark.parametrize("name", test_functions.EVERY)
def test_values_and_slopes_agree_with_jax(name: str) -> None:
    f = test_functions.EVERY[name]
    values = jax.vmap(FUNCTIONS[name])(jnp.array(SCATTERED)).tolist()
    slopes = jax.vmap(jax.grad(FUNCTIONS[name]))(jnp.array(SCATTERED)).tolist()
    checked = 0
    for x, value, slope in zip(SCATTERED, values, slopes, strict=True):
        try:
            ours = f.value(x), f.derivative(x)
        except calc.DomainError:
            assert not (math.isfinite(value) and math.isfinite(slope)), x
            continue
        if math.isfinite(value) and math.isfinite(slope):
            assert ours == pytest.approx((value, slope), rel=1e-9, abs=1e-12), x
            checked += 1
    assert checked > 50


@pytest.mark.parametrize("z", [[0.0], [1.0, 2.0, 3.0], [-1000.0, 0.0, 1000.0], [700.0, 701.0, 690.0, -20.0]])
def test_softmax_and_its_jacobian_agree_with_jax(z: list[float]) -> None:
    assert calc.softmax(z) == pytest.approx(nn.softmax(jnp.array(z)).tolist(), rel=1e-12)
    for row, want in zip(calc.softmax_jacobian(z), jax.jacobian(nn.softmax)(jnp.array(z)).tolist(), strict=True):
        assert row == pytest.approx(want, rel=1e-9, abs=1e-15)


def in_jax(expression: calc.Expression, names: list[str]) -> Callable[[Any], Any]:
    """The expression as a JAX function of a vector."""

    def f(vector: Any) -> Any:
        done: dict[calc.Expression, Any] = {}
        for node in postorder(expression):
            a = [done[child] for child in node.children]
            match node:
                case calc.Number() | calc.Constant():
                    done[node] = jnp.float64(float(node.value))
                case calc.Variable():
                    done[node] = vector[names.index(node.name)]
                case calc.Negative():
                    done[node] = -a[0]
                case calc.Sum():
                    done[node] = sum(a)
                case calc.Product():
                    done[node] = functools.reduce(operator.mul, a)
                case calc.Quotient():
                    done[node] = a[0] / a[1]
                case calc.Power():
                    # A whole number as exponent, so that JAX does not ask for the logarithm of a negative base.
                    exponent = float(a[1]) if not node.children[1].variables else a[1]
                    done[node] = a[0] ** (int(exponent) if exponent == int(exponent) else exponent)
                case calc.Call():
                    done[node] = FUNCTIONS[node.function.name](a[0])
        return done[expression]

    return f


@examples(50)
@given(tame("x", "y"), POINTS, POINTS)
def test_gradients_agree_with_jaxs(expression: calc.Expression, x: float, y: float) -> None:
    assume(not any(n.children[1].variables for n in postorder(expression) if isinstance(n, calc.Power)))
    point = {"x": x, "y": y}
    try:
        scale = max(size_of_numbers(expression, point, name) for name in point)
        ours = calc.gradient(expression, point)
    except (Unfit, calc.DomainError):
        assume(False)
    theirs = jax.grad(in_jax(expression, ["x", "y"]))(jnp.array([x, y])).tolist()
    assert list(ours.values()) == pytest.approx(theirs, rel=1e-9, abs=1e-9 * scale), str(expression)


def test_a_jacobian_agrees_with_jaxs() -> None:
    outputs = [calc.parse(t) for t in ("x^2*y + sin(z)", "sigmoid(x*y)/z", "ln(x + y^2)*tanh(z)", "gelu(x)^2*mish(y)")]
    point = {"x": 0.7, "y": -1.3, "z": 2.1}
    vector = jnp.array(list(point.values()))
    whole = lambda v: jnp.stack([in_jax(f, list(point))(v) for f in outputs])  # noqa: E731
    for row, want in zip(calc.jacobian(outputs, point), jax.jacobian(whole)(vector).tolist(), strict=True):
        assert row == pytest.approx(want, rel=1e-12)
