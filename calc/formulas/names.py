"""What a formula is spelt with besides functions: letters, constants and numbers."""

import math

CONSTANTS = {"pi": math.pi, "e": math.e}
GREEK = tuple(
    "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega".split()  # noqa: SIM905
)
Scalar = int | float
LARGEST_NUMBER = 1e300
