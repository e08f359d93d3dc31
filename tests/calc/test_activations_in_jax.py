"""Activations, their slopes and softmax against JAX in double precision."""

import random
from collections.abc import Callable
from typing import Any

import pytest

import calc

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
POINTS = [random.Random(3).uniform(-8, 8) for _ in range(400)]


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_values_and_slopes_agree_with_jax(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    x = jnp.array(POINTS)
    values = JAX[name](x)
    slopes = jax.vmap(jax.grad(JAX[name]))(x)
    for i, point in enumerate(POINTS):
        assert f.value(point) == pytest.approx(float(values[i]), rel=1e-9, abs=1e-14)
        assert f.derivative(point) == pytest.approx(float(slopes[i]), rel=1e-9, abs=1e-13)


@pytest.mark.parametrize("z", [[0.0], [1.0, 2.0, 3.0], [-1000.0, 0.0, 1000.0], [700.0, 701.0, 690.0, -20.0]])
def test_softmax_and_its_jacobian_agree_with_jax(z: list[float]) -> None:
    assert calc.softmax(z) == pytest.approx(nn.softmax(jnp.array(z)).tolist(), rel=1e-12)
    for row, want in zip(calc.softmax_jacobian(z), jax.jacobian(nn.softmax)(jnp.array(z)).tolist(), strict=True):
        assert row == pytest.approx(want, rel=1e-9, abs=1e-15)
