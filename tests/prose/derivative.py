"""The numbers of “What a derivative actually is”."""

import sys
from math import log10, nextafter

import calc
from tests.prose.ask import rule, secant, slope, value
from tests.prose.claims import claim, given, holds

F = calc.parse("x^2")


def near(number: float) -> float:
    """The nearest power of ten."""
    return float(f"1e{round(log10(number))}")


def central_error(h: float) -> float:
    """How far the central quotient of e^x at 3 is off."""
    return abs(calc.central_difference(calc.parse("e^x"), 3, h) - slope("e^x", 3))


CLAIMS = [
    # two points become one
    holds(r"Two points lie on the curve $\iy{y} = \ix{x}^2$", {"y": "x^2"}),
    claim("- [one step away](?secant.h=1#secant), its slope is **7**;", secant("x^2", 3, 1)),
    claim("- [a tenth of a step away](?secant.h=0.1#secant), it is **6.1**;", secant("x^2", 3, 0.1)),
    claim("- [a tenth to the other side](?secant.h=-0.1#secant), it is **5.9**.", secant("x^2", 3, -0.1)),
    claim("**1.0**{moves=secant.h} the slope of the line is **7**", 1, secant("x^2", 3, 1)),
    claim("its slope is **6**{.id}.", slope("x^2", 3)),
    claim("the **derivative** of $x^2$ at 3", calc.parse("x^2"), 3),
    claim("why it is exactly 6", slope("x^2", 3)),
    *given("$x^2$"),
    # a first guess
    *given(r"At $\ix{x = 3}$ the curve $\iy{y} = \ix{x}^2$", r"Move $\ix{x}$ from 3 to 3.01."),
    claim("is 9 high, and its slope is 6.", F(3), slope("x^2", 3)),
    claim("by 0.03\n", 3 * 0.01),
    claim("That is 3 times the nudge, and the 3 is only *where* you stand.", 3, 3),
    claim("**by 0.06**", slope("x^2", 3) * 0.01),
    claim("Yes: 6 times the nudge.", slope("x^2", 3)),
    holds("$3.01^2 = 9.0601$"),
    claim("so $y$ moved by 0.0601 while $x$ moved by 0.01.", F(3.01) - F(3), 0.01),
    claim("by 0.09\n", F(3) * 0.01),
    claim("That is 9 times the nudge, but the 9 is how *high*", F(3), F(3)),
    claim("how *steep* it is, and that is 6.", slope("x^2", 3)),
    # the slope of a straight line
    *given("Call it $f$, and $f(3)$ is what it gives for 3.", "“double and add 1”, $f(x) = 2x + 1$"),
    claim("has $f(3) = 7$", 3, value("2x + 1", x=3)),
    claim(r"Its graph is the line $\iy{y} = 2\ix{x} + 1$", calc.parse("1 + 2x")),
    claim(r"Whenever $\ix{x}$ goes up by 1, $\iy{y}$ goes up by 2.", 1, value("2x + 1", x=8) - value("2x + 1", x=7)),
    claim("That number, **2**{.id}, is the line's **slope**", slope("2x + 1", 7)),
    # a curve has a slope at each point
    *given(r"On $\iy{y} = \ix{x}^2$, for example"),
    claim(r"| $\ix{x = -1}$ | $\id{-2}$ |", -1, slope("x^2", -1)),
    claim(r"| $\ix{x = 0}$ | $\id{0}$ |", 0, slope("x^2", 0)),
    claim(r"| $\ix{x = 1}$ | $\id{2}$ |", 1, slope("x^2", 1)),
    claim(r"| $\ix{x = 3}$ | $\id{6}$ | rising, three times as steeply as at $\ix{x = 1}$", 3, 3 * slope("x^2", 1), 1),
    # from two points to one
    *given(r"For $f(\ix{x}) = \ix{x}^2$ at $\ix{x = 3}$:"),
    claim(r"| Step $h$ | Height, $\iy{f(3 + h)}$ | Rise, $\iy{f(3 + h) - 9}$ |", 3, 3, F(3)),
    *(
        claim(row, h, F(3 + h), F(3 + h) - F(3), secant("x^2", 3, h))
        for h, row in {
            1: "| 1 | 16 | 7 | 7 |",
            0.1: "| 0.1 | 9.61 | 0.61 | 6.1 |",
            0.01: "| 0.01 | 9.0601 | 0.0601 | 6.01 |",
            0.001: "| 0.001 | 9.006001 | 0.006001 | 6.001 |",
            -0.001: "| −0.001 | 8.994001 | −0.005999 | 5.999 |",
            -0.1: "| −0.1 | 8.41 | −0.59 | 5.9 |",
        }.items()
    ),
    claim(
        "- [h = 1](?tangent.h=1#tangent): the curve rises by 7 over a run of 1. The secant to the right has slope "
        "**7**, the one to the left **5**.",
        *(1, F(4) - F(3), 4 - 3, secant("x^2", 3, 1), secant("x^2", 3, -1)),
    ),
    claim("- [h = 0.1](?tangent.h=0.1#tangent): **6.1** and **5.9**", 0.1, *(secant("x^2", 3, h) for h in (0.1, -0.1))),
    claim(
        "- [h = 0.001](?tangent.h=0.001#tangent): **6.001** and **5.999**",
        *(0.001, secant("x^2", 3, 0.001), secant("x^2", 3, -0.001)),
    ),
    claim("the slopes close in on 6.", slope("x^2", 3)),
    holds(
        r"$$\begin{aligned} \frac{(3+h)^2 - 9}{h} &= \frac{9 + 6h + h^2 - 9}{h} \\[1ex]"
        r" &= \frac{6h + h^2}{h} = 6 + h \end{aligned}$$"
    ),
    claim("The secant's slope is $6 + h$.", calc.parse("((3 + h)^2 - 3^2)/h")),
    claim("as close to 6 as you like. That is what “the limit is 6” means", *[slope("x^2", 3)] * 2),
    # the formula
    claim("special about $x^2$ or about 3.", 2, 3),
    *given("as $h$ goes to 0", "Why not simply set $h = 0$? Because that gives $0/0$"),
    # a worked example
    *given(r"with $\ix{x}$ in place of 3"),
    holds(r"$$\frac{(\ix{x}+h)^2 - \ix{x}^2}{h} = \frac{2\ix{x}h + h^2}{h} = 2\ix{x} + h$$"),
    claim(r"As $h$ goes to 0, this goes to $2\ix{x}$.", 0, rule("x^2")),
    holds(r"if $f(\ix{x}) = \ix{x}^2$, then $\id{f'}(\ix{x}) = 2\ix{x}$", {"f(x)": "x^2", "f'(x)": rule("x^2")}),
    claim("−2 at −1, 0 at 0, 2 at 1, 6 at 3", *[n for x in (-1, 0, 1, 3) for n in (slope("x^2", x), x)]),
    claim(r"$$\iy{f(3 + h)} \approx \iy{f(3)} + \id{f'(3)}\, h = \iy{9} + \id{6} h$$", 3, 3, 3, F(3), slope("x^2", 3)),
    claim(r"Near $\ix{x = 3}$ the curve", 3),
    claim("For $h = 0.01$ the prediction is 9.06.", 0.01, calc.tangent_line(F, 3)(3.01)),
    claim(
        "The true value is 9.0601. The prediction is off by 0.0001", F(3.01), F(3.01) - calc.tangent_line(F, 3)(3.01)
    ),
    claim("which is $h^2$", calc.parse("(x + h)^2 - (x^2 + 2x*h)")),
    claim("a number, such as 6.", slope("x^2", 3)),
    claim("a new function, such as $2x$", rule("x^2")),
    # where there is no slope
    holds("$|3| = 3$ and $|{-3}| = 3$"),
    *given("also called a kink, at 0."),
    claim("Every secant to the right has slope **1**,", secant("abs(x)", 0, 1)),
    claim("(?secant-2.h=-1#secant-2) has slope **−1**.", secant("abs(x)", 0, -1)),
    claim("has no derivative at 0**", 0),
    # what goes wrong here
    claim(
        r"The tangent to $\iy{y} = \ix{x}^3$ at $\ix{x = 1}$ is $\iy{y} = 3\ix{x} - 2$.",
        3,
        1,
        calc.parse("1 + 3(x - 1)"),
    ),
    claim(r"at $\ix{x = -2}$, where both equal −8", -2, value("x^3", x=-2)),
    claim("about 16 significant digits", round(sys.float_info.mant_dig * log10(2))),
    claim(
        "slope of $x^2$ at 3. With $h = 10^{-8}$ you get [6.00000](?rounding.h=1e-8#rounding)",
        *(2, 3, 1e-8, secant("x^2", 3, 1e-8)),
    ),
    claim("With $h = 10^{-15}$ you get [about 5.33](?rounding.h=1e-15#rounding)", 1e-15, secant("x^2", 3, 1e-15)),
    claim("With $h = 10^{-16}$ you [get 0](?rounding.h=1e-16#rounding)", 1e-16, secant("x^2", 3, 1e-16)),
    claim("tell $3 + h$ from 3", 3, 3 + 1e-16),
    claim(
        r"roughly the square root of $\varepsilon \approx 2.2 \cdot 10^{-16}$",
        *(round(sys.float_info.epsilon * 1e16, 1), 1e-16),
    ),
    claim("the spacing of the computer's numbers just above 1", nextafter(1, 2) - sys.float_info.epsilon),
    claim("The best $h$ here is near $10^{-8}$", near(sys.float_info.epsilon ** (1 / 2))),
    claim(r"$$\frac{\iy{f(\ix{x}+h)} - \iy{f(\ix{x}-h)}}{2h}$$", ((3 + 0.5) - (3 - 0.5)) / 0.5),
    claim("Its error shrinks with $h^2$", round(log10(central_error(0.1) / central_error(0.01)), 2)),
    claim(r"near the cube root of $\varepsilon$, about $10^{-5}$", near(sys.float_info.epsilon ** (1 / 3))),
    claim("For $e^x$ at 3 with $h = 10^{-5}$", 3, 1e-5),
    claim(r"rounding.h=1e-5#rounding) $4 \cdot 10^{-10}$", round(central_error(1e-5) * 1e10), 1e-10),
    claim("the quotient from the right is off by $10^{-4}$", near(abs(secant("e^x", 3, 1e-5) - slope("e^x", 3)))),
    claim("and still by $10^{-7}$", near(abs(secant("e^x", 3, 1e-8) - slope("e^x", 3)))),
    # quick checks
    *given("the derivative of $f(x) = 5x - 2$ at $x = 4$?"),
    claim("**5**\n:   The same as at $x = -100$", slope("5x - 2", 4), -100),
    claim(r"$\dfrac{5(x+h) - 2 - (5x - 2)}{h}$, which", calc.parse("5")),
    holds(r"which is $\dfrac{5h}{h} = 5$"),
    claim("18\n:   That is how high", value("5x - 2", x=4)),
    claim("3\n:   The $-2$ moves", slope("5x", 4) - 2, -2),
    *given("if $x$ goes up by 0.01 from $-1.5$?"),
    claim("**−0.03**", slope("x^2", -1.5) * 0.01),
    holds(r"The slope is $2 \cdot (-1.5) = -3$"),
    claim(r"The change is about $-3 \cdot 0.01$", slope("x^2", -1.5), 0.01),
    claim("Exactly, $(-1.49)^2 - (-1.5)^2$ is $-0.0299$", -1.49, 2, -1.5, 2, (-1.49) ** 2 - (-1.5) ** 2),
    claim("\n0.03\n:   By so much", -slope("x^2", -1.5) * 0.01),
    claim("−3\n:   That is the slope", slope("x^2", -1.5)),
    # where it returns in backpropagation
    *given("the loss is $L(w) = (w - 4)^2$", "You stand at $w = 1$"),
    claim("$w = 1$, where the loss is 9.", 1, value("(w - 4)^2", w=1)),
    claim("the slope $2(w - 4)$, which is −6 here", rule("(w - 4)^2", "w"), slope("(w - 4)^2", 1)),
    holds(r"$w = 1 - 0.1 \cdot (-6) = 1.6$", w=1 - 0.1 * slope("(w - 4)^2", 1)),
    holds("$(1.6 - 4)^2 = 5.76$"),
]
