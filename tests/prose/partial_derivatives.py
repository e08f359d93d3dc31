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
HILL = calc.parse("3x*e^(-(x^2 + y^2)/8)")
VALLEY = calc.parse("x^2/4 + 2y^2")
PLANE = calc.gradient(calc.parse("5x - 2y + 7"), {"x": -3, "y": 8})


def f(x: float, y: float) -> float:
    return F.evaluate({"x": x, "y": y})


def gain(x: float, y: float) -> float:
    """What the gradient predicts for this step."""
    return calc.directional_derivative(F, POINT, {"x": x, "y": y})


def facing(degrees: float) -> float:
    """The slope in this direction, anticlockwise from east."""
    return gain(cos(radians(degrees)), sin(radians(degrees)))


def hill(x: float, y: float) -> list[float]:
    """The slopes to the east and to the north on the opening's landscape."""
    return list(calc.gradient(HILL, {"x": x, "y": y}).values())


def factor(name: str, eta: float) -> float:
    """What a step down the valley multiplies x or y by: both slopes are multiples of their own input."""
    return 1 - eta * calc.gradient(VALLEY, {"x": 1.0, "y": 1.0})[name]


def ahead(sign: int) -> float:
    """What it predicts for a step of length 0.1 along the gradient, or against it."""
    return gain(sign * 0.1 * DX / LENGTH, sign * 0.1 * DY / LENGTH)


CLAIMS = [
    # the opening
    *given(
        "From [(0, 1)]", "([At (1, 2)]", r"At $\ix{x}$ = **1**{moves=gradient.x}, $\ix{y}$ = **2**{moves=gradient.y}:"
    ),
    claim("the slope is **1.20**{.id shows=gradient.dx}", hill(1, 2)[0]),
    claim("the slope is **−0.80**{.id shows=gradient.dy}. Below 0", hill(1, 2)[1], 0),
    claim("and the way east steep: **2.65**", hill(0, 1)[0]),
    claim("both slopes are **0.00**", hill(2, 0)[0]),
    # the question
    *given(
        r"$\iy{f}(\ix{x}, \ix{y}) = x^2 + xy$. Stand at $\ix{x = 2}$, $\ix{y = 3}$", "one of the two inputs by 0.01."
    ),
    holds("$f = 4 + 6 = 10$", f=f(2, 3)),
    claim("At the start $f = 4 + 6 = 10$", value("x^2", x=2), value("x*y", x=2, y=3), f(2, 3)),
    claim(
        r"Nudge $\ix{x}$: $f(2.01, 3) = 4.0401 + 6.03 = 10.0701$, a gain of about 0.07",
        *(2.01, 3, 2.01**2, 2.01 * 3, f(2.01, 3), f(2.01, 3) - f(2, 3)),
    ),
    claim(
        r"Nudge $\ix{y}$: $f(2, 3.01) = 4 + 6.02 = 10.02$, a gain of 0.02",
        *(2, 3.01, 2**2, 2 * 3.01, f(2, 3.01), f(2, 3.01) - f(2, 3)),
    ),
    claim(r"about 7 in the direction of $\ix{x}$, and 2 in the direction of $\ix{y}$", DX, DY),
    claim(r"multiplied by $\ix{x = 2}$; nudging it gains 0.02.", 2, 2 * 0.01),
    claim("and nudging it gains about 0.07", f(2.01, 3) - f(2, 3)),
    claim(
        r"nudging $\ix{x}$ gains about 0.07, and nudging $\ix{y}$ gains 0.02.",
        f(2.01, 3) - f(2, 3),
        f(2, 3.01) - f(2, 3),
    ),
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
    claim("These are the 7 and the 2 of the question above", DX, DY),
    # the gradient
    claim(r"\nabla f(2, 3) = \begin{bmatrix} 7 \\ 2 \end{bmatrix}", 2, 3, DX, DY),
    claim("we write it in one line, $(7, 2)$", DX, DY),
    *given(r"Try $\ix{\Delta x = 0.01}$ and $\ix{\Delta y = 0.02}$ at $(2, 3)$."),
    claim(
        r"The formula predicts $7 \cdot 0.01 + 2 \cdot 0.02 = 0.11$",
        *(DX, 0.01, DY, 0.02, gain(0.01, 0.02)),
    ),
    claim("$f(2.01, 3.02) - 10 = 0.1103$", 2.01, 3.02, f(2, 3), round(f(2.01, 3.02) - f(2, 3), 4)),
    # arrows
    *given("$(7, 2)$ goes 7 east and 2 north", "Take an arrow of length 1 that"),
    claim(
        r"$|\nabla f| = \sqrt{7^2 + 2^2}$, which is $\sqrt{53} \approx 7.28$",
        *(DX, 2, DY, 2, DX**2 + DY**2, (DX**2 + DY**2) ** 0.5),
    ),
    claim(
        r"all the way, 1, if it lies on the line ($\theta = 0°$); half the way, 0.5, at 60°; not at all, 0, at a right"
        " angle; and backwards, −1, if",
        *(cos(0), 0, cos(pi / 3), 60, round(cos(pi / 2), 9), cos(pi)),
    ),
    claim(r"$(7, 2) \cdot (1, 0) = 7 \cdot 1 + 2 \cdot 0 = 7$", *(DX, DY, 1, 0, DX, 1, DY, 0, facing(0))),
    # which way is steepest?
    claim(r"| $7 \cdot 0.1 = 0.700$ |", DX, 0.1, gain(0.1, 0)),
    claim(r"| $2 \cdot 0.1 = 0.200$ |", DY, 0.1, gain(0, 0.1)),
    claim(
        r"| north-east: both by 0.0707 | $9 \cdot 0.0707 = 0.636$ |",
        *(0.1 / 2**0.5, DX + DY, 0.1 / 2**0.5, gain(0.1 / 2**0.5, 0.1 / 2**0.5)),
    ),
    claim("| along the gradient: 7 parts east, 2 parts north |", DX, DY),
    claim(r"$0.1 \cdot \sqrt{7^2 + 2^2} = 0.728$", 0.1, DX, 2, DY, 2, ahead(1)),
    claim("| against the gradient | −0.728 |", ahead(-1)),
    *given(r"let $v$ be a step of length 1", r"|\nabla f| \cdot 1 \cdot", "one is the gradient, $(7, 2)$"),
    claim("the slopes are the two partial derivatives, **7.00**{.id} and **2.00**", facing(0), facing(90)),
    claim("[North-east](?direction.angle=45#direction): **6.36**", facing(45)),
    *given("at **45**{moves=direction.angle}°"),
    claim("the slope is **6.36**{.id shows=direction.along}", facing(45)),
    claim("[Along the gradient](?direction.angle=15.9454#direction): **7.28**", facing(15.9454)),
    claim("at a right angle to the gradient: **0.00**", round(facing(105.9454), 4)),
    claim(r"Of all the cosines the largest is 1, where $\theta$ is 0", max(cos(radians(a)) for a in range(360)), 0),
    *given("The same in numbers, for a step of length 0.1 from $(2, 3)$"),
    claim(r"Our $\iy{f}$ has a saddle [at (0, 0)]", *calc.gradient(F, {"x": 0, "y": 0}).values()),
    claim("$x^2 + y^2$ has [a hollow]", calc.parse("x^2 + y^2")),
    # what goes wrong here
    *given(r"tied to $\ix{x}$ by $y = x + 1$"),
    claim(r"At $\ix{x = 2}$ this gives $\ix{y = 3}$", 2, value("x + 1", x=2)),
    claim(r"holds $\ix{y}$ still: $\dfrac{\partial f}{\partial x} = 7$", DX),
    holds("$f = x^2 + x(x + 1) = 2x^2 + x$", f=TIED),
    holds(r"$\dfrac{df}{dx} = 4x + 1 = 9$", {r"\dfrac{df}{dx}": rule(TIED), "x": 2}),
    claim(
        r"The missing 2 came through $\ix{y}$: slope 2 of $\iy{f}$ in $\ix{y}$, times slope 1",
        DY,
        DY,
        slope("x + 1", 2),
    ),
    holds(r"$9 = 7 + 2 \cdot 1$"),
    claim(r"So $9 = 7 + 2 \cdot 1$", slope(TIED, 2), DX, DY, slope("x + 1", 2)),
    # quick checks
    *given("At $w = 4$, $x = 0.5$, $b = 1$", "$f(x, y) = 5x - 2y + 7$"),
    claim("**0.5**\n:   With respect", NEURON["w"]),
    claim("4\n:   That is $\\partial z/\\partial x$", NEURON["x"]),
    claim("3\n:   That is $z$ itself", value("w*x + b", w=4, x=0.5, b=1)),
    claim("1\n:   That is $\\partial z/\\partial b$", NEURON["b"]),
    claim("the factor that stays is $x = 0.5$", NEURON["w"]),
    claim("it is $w = 4$. And $b$ is a plain term with slope 1", NEURON["x"], NEURON["b"]),
    claim("**(−5, 2)**", *(-entry for entry in PLANE.values())),
    claim("The gradient is $(5, -2)$ at every point", *PLANE.values()),
    claim("(5, −2)\n:   That is the gradient", *PLANE.values()),
    claim("(2, 5)\n:   That way runs along a contour", -PLANE["y"], PLANE["x"]),
    claim("in the proportion 5 to 2", *map(abs, PLANE.values())),
    # backpropagation
    *given("[η = 0.15]", "[η = 0.45]", "[η = 0.55]"),
    claim(r"$f(x, y) = \frac{x^2}{4} + 2y^2$", VALLEY),
    claim(r"Its slopes are $\frac{x}{2}$ and $4y$", rule("x^2/4"), rule("2y^2", "y")),
    claim(r"multiplies $x$ by $1 - 0.5\eta$ and $y$ by $1 - 4\eta$", 1, 1 - factor("x", 1), 1, 1 - factor("y", 1)),
    claim(r"With $\eta = 0.45$ that is 0.775 and −0.8", 0.45, factor("x", 0.45), factor("y", 0.45)),
    claim(r"With $\eta = 0.55$ the second factor is −1.2", 0.55, factor("y", 0.55)),
    *given(r"Try it with $f = x^2 + xy$ as", r"from $(2, 3)$ with $\eta = 0.1$"),
    claim(
        r"$(2 - 0.7,\; 3 - 0.2) = (1.3,\; 2.8)$",
        *(2, 0.1 * DX, 3, 0.1 * DY, 2 - 0.1 * DX, 3 - 0.1 * DY),
    ),
    claim("falls from 10 to $1.69 + 3.64 = 5.33$", f(2, 3), 1.3**2, 1.3 * 2.8, f(1.3, 2.8)),
]
