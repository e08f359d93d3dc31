"""The numbers of “Partial derivatives”."""

from math import cos, hypot, pi, radians, sin

import calc
from tests.prose.ask import rule, slope, value
from tests.prose.claims import claim, given, holds

F = calc.parse("x^2 + x*y")
POINT = {"x": 2.0, "y": 3.0}
DX, DY = (calc.gradient(F, POINT)[name] for name in ("x", "y"))
LENGTH = hypot(DX, DY)
TIED = "x^2 + x(x + 1)"
NEURON = calc.gradient(calc.parse("w*x + b"), {"w": 4, "x": 0.5, "b": 1})
PLANE = calc.gradient(calc.parse("5x - 2y + 7"), {"x": -3, "y": 8})


def f(x: float, y: float) -> float:
    return F.evaluate({"x": x, "y": y})


def gain(x: float, y: float) -> float:
    """What the gradient predicts for this step."""
    return calc.directional_derivative(F, POINT, {"x": x, "y": y})


def facing(degrees: float) -> float:
    """The slope in this direction, anticlockwise from east."""
    return gain(cos(radians(degrees)), sin(radians(degrees)))


def ahead(sign: int) -> float:
    """What it predicts for a step of length 0.1 along the gradient, or against it."""
    return gain(sign * 0.1 * DX / LENGTH, sign * 0.1 * DY / LENGTH)


CLAIMS = [
    *given("$f(x, y) = x^2 + xy$ and stand at $x = 2$, $y = 3$", "one of the two inputs by 0.01."),
    holds("$f = 4 + 6 = 10$", f=f(2, 3)),
    claim("At the start $f = 4 + 6 = 10$", value("x^2", x=2), value("x*y", x=2, y=3), f(2, 3)),
    claim(
        "Nudge $x$: $f(2.01, 3) = 4.0401 + 6.03 = 10.0701$, a gain of about 0.07",
        *(2.01, 3, 2.01**2, 2.01 * 3, f(2.01, 3), f(2.01, 3) - f(2, 3)),
    ),
    claim(
        "Nudge $y$: $f(2, 3.01) = 4 + 6.02 = 10.02$, a gain of 0.02",
        *(2, 3.01, 2**2, 2 * 3.01, f(2, 3.01), f(2, 3.01) - f(2, 3)),
    ),
    claim("about 7 in the direction of $x$, and 2 in the direction of $y$", DX, DY),
    claim("multiplied by $x = 2$; nudging it gains 0.02.", 2, 2 * 0.01),
    claim("and nudging it gains about 0.07", f(2.01, 3) - f(2, 3)),
    claim("nudging $x$ gains about 0.07, and nudging $y$ gains 0.02.", f(2.01, 3) - f(2, 3), f(2, 3.01) - f(2, 3)),
    # the formula, and how to compute one
    claim("$i$ runs from 1 to $n$", 1),
    *given("Both partial derivatives of x² + xy at (2, 3)"),
    claim("Then $x^2$ has slope $2x$.", calc.parse("x^2"), rule("x^2")),
    holds(
        r"$$\frac{\partial f}{\partial x} = 2x + y = 2 \cdot 2 + 3 = 7$$",
        {r"\frac{\partial f}{\partial x}": rule("x^2 + x*y"), **POINT},
    ),
    claim(r"2x + y = 2 \cdot 2 + 3 = 7", 2, 2, 2, 3, DX),
    claim("Now $x^2$ is a constant, with slope 0.", 2, calc.gradient(calc.parse("x^2"), POINT)["y"]),
    holds(
        r"$$\frac{\partial f}{\partial y} = 0 + x = 2$$",
        {r"\frac{\partial f}{\partial y}": rule("x^2 + x*y", "y"), **POINT},
    ),
    claim("These are the 7 and the 2 of the opening question", DX, DY),
    # the gradient
    claim(r"\nabla f(2, 3) = \begin{bmatrix} 7 \\ 2 \end{bmatrix}", 2, 3, DX, DY),
    claim("we write it in one line, $(7, 2)$", DX, DY),
    *given(r"Try $\Delta x = 0.01$ and $\Delta y = 0.02$ at $(2, 3)$."),
    claim(
        r"The formula predicts $7 \cdot 0.01 + 2 \cdot 0.02 = 0.11$",
        *(DX, 0.01, DY, 0.02, gain(0.01, 0.02)),
    ),
    claim("$f(2.01, 3.02) - 10 = 0.1103$", 2.01, 3.02, f(2, 3), round(f(2.01, 3.02) - f(2, 3), 4)),
    # which way is steepest?
    *given("a step of length 0.1 on the map"),
    claim(r"| $7 \cdot 0.1 = 0.700$ |", DX, 0.1, gain(0.1, 0)),
    claim(r"| $2 \cdot 0.1 = 0.200$ |", DY, 0.1, gain(0, 0.1)),
    claim(
        r"| north-east: both by 0.0707 | $9 \cdot 0.0707 = 0.636$ |",
        *(0.1 / 2**0.5, DX + DY, 0.1 / 2**0.5, gain(0.1 / 2**0.5, 0.1 / 2**0.5)),
    ),
    claim("| along the gradient: 7 parts east, 2 parts north |", DX, DY),
    claim(r"$0.1 \cdot \sqrt{7^2 + 2^2} = 0.728$", 0.1, DX, 2, DY, 2, ahead(1)),
    claim("| against the gradient | −0.728 |", ahead(-1)),
    claim(r"its length, here $\sqrt{53} \approx 7.28$", LENGTH**2, LENGTH),
    claim(
        "The cosine is 1 when both point the same way, 0 when they are at right angles and −1 when they are opposed",
        *(value("cos(x)", x=x) for x in (0, pi / 2, pi)),
    ),
    claim("the gain is largest when the angle is 0", 0),
    # what goes wrong here
    *given("tied to $x$ by $y = x + 1$"),
    claim("At $x = 2$ this gives $y = 3$", 2, value("x + 1", x=2)),
    claim(r"holds $y$ still: $\dfrac{\partial f}{\partial x} = 7$", DX),
    holds("$f = x^2 + x(x + 1) = 2x^2 + x$", f=TIED),
    holds(r"$\dfrac{df}{dx} = 4x + 1 = 9$", {r"\dfrac{df}{dx}": rule(TIED), "x": 2}),
    claim("The missing 2 came through $y$: slope 2 of $f$ in $y$, times slope 1", DY, DY, slope("x + 1", 2)),
    holds(r"$9 = 7 + 2 \cdot 1$"),
    claim(r"So $9 = 7 + 2 \cdot 1$", slope(TIED, 2), DX, DY, slope("x + 1", 2)),
    # quick checks
    *given("At $w = 4$, $x = 0.5$, $b = 1$", "$f(x, y) = 5x - 2y + 7$"),
    claim("**0.5, 4 and 1.**", *(NEURON[name] for name in "wxb")),
    claim("the factor that stays is $x = 0.5$", NEURON["w"]),
    claim("it is $w = 4$. And $b$ is a plain term with slope 1", NEURON["x"], NEURON["b"]),
    claim("The gradient is **$(5, -2)$ at every point**", *PLANE.values()),
    claim("opposite direction, **$(-5, 2)$**", *(-entry for entry in PLANE.values())),
    claim("in the proportion 5 to 2", *map(abs, PLANE.values())),
    # the widget
    claim("the slopes are the two partial derivatives, **7** and **2**", DX, DY),
    claim(
        "[North-east](?gradient.angle=45#gradient): **6.36**, ten times what the table says for a step of 0.1",
        *(facing(45), 1 / 10),
    ),
    claim("[Along the gradient](?gradient.angle=15.9454#gradient): **7.28**", facing(15.9454)),
    claim("at a right angle to the gradient: **0.00**", round(facing(105.9454), 4)),
    claim("Our $f$ has a saddle [at (0, 0)]", *calc.gradient(F, {"x": 0, "y": 0}).values()),
    claim("$x^2 + y^2$ has [a hollow]", calc.parse("x^2 + y^2")),
    # backpropagation
    *given(r"from $(2, 3)$ with $\eta = 0.1$"),
    claim(
        r"$(2 - 0.7,\; 3 - 0.2) = (1.3,\; 2.8)$",
        *(2, 0.1 * DX, 3, 0.1 * DY, 2 - 0.1 * DX, 3 - 0.1 * DY),
    ),
    claim("falls from 10 to $1.69 + 3.64 = 5.33$", f(2, 3), 1.3**2, 1.3 * 2.8, f(1.3, 2.8)),
]
