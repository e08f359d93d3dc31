"""The numbers of the glossary."""

import math

from tests.prose.ask import rule, slope, value
from tests.prose.claims import claim, given

CLAIMS = [
    *given(
        "many factors of size above 1", "many factors of size below 1", "as $h$ goes to 0", r"its $1 \times n$ Jacobian"
    ),
    claim(
        "gives 0 for negative $x$ and $x$ itself otherwise. It has a kink at 0",
        *(value("relu(x)", x=-3), value("relu(x)", x=0)),
    ),
    claim("with values between 0 and 1", value("sigmoid(x)", x=-800), value("sigmoid(x)", x=800)),
    claim("with values between −1 and 1", value("tanh(x)", x=-800), value("tanh(x)", x=800)),
    claim("Its slope is $1/x$.", rule("ln(x)")),
    claim("shares that add up to 1", value("e^x/(e^x + e^y) + e^y/(e^x + e^y)", x=0.3, y=-2)),
    claim("2.71828…, the base", math.floor(math.e * 1e5) / 1e5 * slope("e^x", 0)),
]
