"""The numbers of “The four rules you'll use forever”."""

import math

import calc
from tests.prose.ask import rule, slope, value
from tests.prose.claims import claim, given, holds
from tests.prose.formula import Meaning

HALF, SIGMA_2 = slope("sigmoid(x)", 0), value("sigmoid(x)", x=2)
TANH_1 = value("tanh(x)", x=1)
SIGMA: dict[str, Meaning] = {"sigma": "sigmoid(x)", "\\sigma'": rule("sigmoid(x)")}
P, Q = "e^x - e^-x", "e^x + e^-x"


def shown(name: str, x: float) -> tuple[float, float, float]:
    """x, an activation's value there and its slope there."""
    function = calc.ACTIVATIONS[name]
    return x, function.value(x), function.derivative(x)


def default(name: str, parameter: str) -> float:
    """A parameter as the registry's formula uses it, found from its values."""
    at = calc.ACTIVATIONS[name].value
    return {
        "leaky_relu slope": -at(-1.0),
        "elu alpha": -at(-1000.0),
        "selu scale": at(1.0),
        "selu alpha": -at(-1000.0) / at(1.0),
    }[f"{name} {parameter}"]


def corner(h: float) -> float:
    """The corner's share of what 2x · x² gains between 1 and 1 + h."""
    return (2 * (1 + h) - 2) * ((1 + h) ** 2 - 1) / (value("2x^3", x=1 + h) - 2)


CLAIMS = [
    claim("At every point of $2^x$ the slope is about 0.69 times the height", 2, slope("2^x", 1.5) / 2**1.5),
    claim("For $3^x$ it is about 1.10 times", 3, slope("3^x", 1.5) / 3**1.5),
    claim(r"$e \approx 2.718$", math.e),
    claim("There is one. From 0.69 to 1.10", slope("2^x", 0), slope("3^x", 0)),
    claim("somewhere in between it is exactly 1", slope("e^x", 0)),
    claim(
        "with the base, from 0.69 to 1.10, so it passes 1 just once", slope("2^x", 0), slope("3^x", 0), slope("e^x", 0)
    ),
    # a slope at every point is a curve
    *given("the trace is above 0;", "the trace crosses 0."),
    claim("the wave is steepest: its slope is **1.00**{.id}", slope("sin(x)", 0)),
    claim("#tracer), $\\ix{x}^2$, it is", calc.parse("x^2")),
    claim("it is the straight line $2\\ix{x}$", rule("x^2")),
    claim("it leaps from −1 to 1, and", slope("abs(x)", -1), slope("abs(x)", 1)),
    # as steep as it is high
    claim("With base $b$ = **2.00**{moves=base.b} that number is **0.6931**", 2, slope("2^x", 1) / 2),
    claim("Below 1 the dashed curve", slope("e^x", 0)),
    claim("[With base 3](?base.b=3#base) the number is **1.0986**", 3, slope("3^x", 1) / 3),
    claim(r"$\ln e = 1$", slope("e^x", 0)),
    # the four rules
    claim(
        r"| Logarithm | $\ln \ix{x}$, for $\ix{x} > 0$ | $\dfrac{1}{\ix{x}}$ |", calc.parse("ln(x)"), 0, rule("ln(x)")
    ),
    claim(r"| $n\,\ix{x}^{n-1}$ |", rule("x^n")),
    claim("| $\\ix{x}^n$ | $n\\,\\ix{x}^{n-1}$ |", calc.parse("x^n"), rule("x^n")),
    claim(
        r"$\sigma(\ix{x}) = \dfrac{1}{1 + e^{-\ix{x}}}$ | $\sigma \cdot (1 - \sigma)$ |",
        *(calc.parse("sigmoid(x)"), calc.parse("sigma*(1 - sigma)")),  # the rule itself is checked where it comes from
    ),
    claim(
        r"$\tanh \ix{x} = \dfrac{e^{\ix{x}} - e^{-\ix{x}}}{e^{\ix{x}} + e^{-\ix{x}}}$ | $1 - \tanh^2 \ix{x}$ |",
        *(calc.parse("tanh(x)"), rule("tanh(x)")),
    ),
    *given("any fixed number: 2, 3, −1, ½ …", r"$\tanh^2 x$ means $(\tanh x)^2$"),
    claim("the number 2.71828…", math.floor(math.e * 1e5) / 1e5),
    # power
    claim("Why? $x^3$ is $x \\cdot x \\cdot x$.", calc.parse("x^3"), calc.parse("x*x*x")),
    claim("Together they make $3x^2 h$", calc.parse("(x + h)^3 - x^3 - 3x*h^2 - h^3")),
    *given("plus bits with $h^2$ and $h^3$"),
    claim("So the slope is $3x^2$; at $\\ix{x = 2}$ it is 12.", rule("x^3"), 2, slope("x^3", 2)),
    holds(r"$\sqrt{x} = x^{1/2}$"),
    claim(r"slope $\tfrac12 x^{-1/2}$, which at $\ix{x = 4}$ is 0.25", rule("sqrt(x)"), 4, slope("sqrt(x)", 4)),
    holds(r"$\frac1x = x^{-1}$"),
    claim("slope $-x^{-2}$, which at $\\ix{x = 2}$ is −0.25", rule("1/x"), 2, slope("1/x", 2)),
    claim("its slope is 0. The slope of $\\ix{x}$ itself is 1.", slope("7 + 0x", 3), slope("x", 3)),
    # exponential
    holds(r"$$\frac{e^{x+h} - e^x}{h} = e^x \cdot \frac{e^h - 1}{h}$$"),
    claim("the last fraction goes to 1.", slope("e^h", 0)),
    claim("With $h = 0.001$ it is already 1.0005", 0.001, value("(e^h - 1)/h", h=0.001)),
    # logarithm
    claim("the slope of the logarithm is 1 divided by $\\ix{x}$", slope("ln(x)", 1)),
    *given("A slope of $m$ becomes $1/m$."),
    claim("[At x = 2](?mirror.x=2#mirror) the image has slope **2.00**", 2, slope("e^x", math.log(2))),
    claim("so the logarithm has **0.50**", slope("ln(x)", 2)),
    claim("[At x = 4](?mirror.x=4#mirror) it is **0.25**", 4, 1 / slope("e^x", math.log(4))),
    claim("[At x = 0.25](?mirror.x=0.25#mirror) it is **4.00**", 0.25, 1 / slope("e^x", math.log(0.25))),
    claim("close to 0 the logarithm is steep", 0),
    claim("The slope of this loss is $-1/p$.", rule("-ln(p)", "p")),
    claim("At $p = 0.5$ that is −2, at $p = 0.01$ it is −100", 0.5, slope("-ln(p)", 0.5), 0.01, slope("-ln(p)", 0.01)),
    # sigmoid
    claim("into the range between 0 and 1.", value("sigmoid(x)", x=-800), value("sigmoid(x)", x=800)),
    claim("its value times how far that value is from 1", value("sigmoid(x)", x=800)),
    claim("At $\\ix{x = 0}$: value 0.5, slope $0.5", 0, value("sigmoid(0)"), value("sigmoid(0)")),
    holds(r"$0.5 \cdot 0.5 = 0.25$"),
    claim("= 0.25$. That is the steepest", HALF),
    claim(
        r"At $\ix{x = 2}$: value 0.8808, slope $0.8808 \cdot 0.1192 = 0.1050$",
        *(2, SIGMA_2, SIGMA_2, 1 - SIGMA_2, slope("sigmoid(x)", 2)),
    ),
    # tanh
    claim("but runs from −1 to 1.", value("tanh(x)", x=-800), value("tanh(x)", x=800)),
    claim("its slope is 1 minus its value squared", slope("tanh(x)", 0)),
    claim("At $\\ix{x = 0}$: value 0, slope 1.", 0, value("tanh(0)"), slope("tanh(x)", 0)),
    claim(
        "At $\\ix{x = 1}$: value 0.7616, slope $1 - 0.5800 = 0.4200$", *(1, TANH_1, 1, TANH_1**2, slope("tanh(x)", 1))
    ),
    # see them move
    claim("**1.0**{moves=activation.x} the solid curve is **0.7311**", *shown("sigmoid", 1)[:2]),
    claim("its slope is **0.1966**", shown("sigmoid", 1)[2]),
    claim("[Sigmoid at x = 0.0](?activation.function=sigmoid&activation.x=0#activation)", 0),
    claim("slope 0.2500, the peak", shown("sigmoid", 0)[2]),
    claim("[tanh at x = 1.0]", 1),
    claim("value 0.7616, slope 0.4200.", *shown("tanh", 1)[1:]),
    claim(
        "is $\\ix{x}$ itself for positive $\\ix{x}$, with slope 1, and 0 for negative $\\ix{x}$, with slope 0",
        *(slope("relu(x)", 2), value("relu(x)", x=-3), slope("relu(x)", -3)),
    ),
    claim("leaves a little slope on the left: 0.0100", shown("leaky_relu", -2)[2]),
    claim("at $\\ix{x} = -2.4$ its slope is −0.0998", -2.4, shown("silu", -2.4)[2]),
    claim("slope 0.01 on the left", default("leaky_relu", "slope")),
    *given("Keras: 0.2 or 0.3", "PyTorch takes $\\ix{x}$ itself above 20", "ONNX: $0.2x + 0.5$, kept between 0 and 1"),
    claim(r"$\alpha = 1$", default("elu", "alpha")),
    claim(r"$\alpha \approx 1.6733$, $\lambda \approx 1.0507$", default("selu", "alpha"), default("selu", "scale")),
    claim(r"| Softplus | $\ln(1 + e^x)$", calc.parse("softplus(x)")),
    claim(
        "| Hard sigmoid | $x + 3$ kept between 0 and 6, divided by 6 |",
        *(3, value("6hard_sigmoid(x)", x=-5), value("6hard_sigmoid(x)", x=5), 1 / slope("hard_sigmoid(x)", 1)),
    ),
    # three ways to combine
    *given(
        r"where these two meet, a corner, about $f' g' \cdot h^2$",
        "Here, with $f = 2\\ix{x}$ and $g = \\ix{x}^2$ at $\\ix{x = 1}$",
    ),
    claim("**0.50**{moves=rectangle.h} makes the corner **26.3 %**", 0.5, 100 * corner(0.5)),
    claim("[at h = 0.1](?rectangle.h=0.1#rectangle) it is 6.3 %", 0.1, 100 * corner(0.1)),
    claim("[at h = 0.01](?rectangle.h=0.01#rectangle) only 0.7 %", 0.01, 100 * corner(0.01)),
    claim("The strips come to 2 and 4", slope("2x", 1) * 1, 2 * slope("x^2", 1)),
    claim("$f' g + f g' = 2 + 4 = 6$", slope("2x", 1) * 1, 2 * slope("x^2", 1), slope("2x^3", 1)),
    claim("$2x^3$ has the slope $6x^2$", calc.parse("2x * x^2"), rule("2x^3")),
    claim(r"$f' g' = 2 \cdot 2 = 4$", slope("2x", 1), slope("x^2", 1), slope("2x", 1) * slope("x^2", 1)),
    claim("at $\\ix{x} = 1$ the two cancel. The slope is 0", 1, slope("x*e^-x", 1)),
    claim("#rectangle), $x \\cdot e^{-x}$:", calc.parse("x*e^-x")),
    claim("The 48 is real", slope("x^2", 2) * slope("x^3", 2)),
    *given("times $h^2$, it vanishes"),
    *given(r"where $g \neq 0$"),
    holds(
        r"$$\left(\frac{f}{g}\right)' = \frac{f' g - f g'}{g^2}$$",
        {
            r"\left(\frac{f}{g}\right)'": rule("sin(x)/e^x"),
            "f'": rule("sin(x)"),
            "g'": rule("e^x"),
            "f": "sin(x)",
            "g": "e^x",
        },
    ),
    claim(
        r"For $\sigma = \dfrac{1}{1 + e^{-x}}$ the top is 1, with slope 0",
        calc.parse("sigmoid(x)"),
        1,
        slope("1 + 0x", 3),
    ),
    claim(r"the bottom is $1 + e^{-x}$, with slope $-e^{-x}$", calc.parse("1/sigmoid(x)"), rule("1 + e^-x")),
    holds(
        r"$$\begin{aligned} \sigma' &= \frac{0 - 1 \cdot (-e^{-x})}{(1 + e^{-x})^2} \\[1ex]"
        r" &= \frac{1}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}} \\[1ex] &= \sigma\,(1 - \sigma) \end{aligned}$$",
        SIGMA,
    ),
    holds(r"$1 - \sigma = \dfrac{e^{-x}}{1 + e^{-x}}$", SIGMA),
    holds(
        r"$$\begin{aligned} \tanh' &= \frac{p' q - p q'}{q^2} \\"
        r" &= \frac{q^2 - p^2}{q^2} = 1 - \tanh^2 \end{aligned}$$",
        {r"\tanh'": rule("tanh(x)"), r"\tanh^2": "tanh(x)^2", "p'": rule(P), "q'": rule(Q), "p": P, "q": Q},
    ),
    # a worked example
    *given(r"[A multiple, $3 \tanh x$", "[The quotient $1/(1 + x^2)$"),
    claim("at x = 0.0](?activation.function=x+%2B+tanh%28x%29&activation.x=0#activation)", 0),
    claim("slope 2, which is 1 + 1.", slope("x + tanh(x)", 0), slope("x", 0), slope("tanh(x)", 0)),
    claim("at x = 1.0](?activation.function=3tanh%28x%29&activation.x=1#activation)", 1),
    claim("slope 1.2599, three times that of tanh", 3 * slope("tanh(x)", 1)),
    claim("at x = 1.0](?activation.function=x*tanh%28x%29&activation.x=1#activation)", 1),
    claim("slope 1.1816: the height of tanh there", TANH_1 + slope("tanh(x)", 1)),
    claim("at x = 1.0](?activation.function=1%2F(1%2Bx^2)&activation.x=1#activation)", 1),
    claim("has slope −0.5.", slope("1/(1 + x^2)", 1)),
    claim('"The slope of SiLU at x = 2"', 2),
    claim(r"with slope 1, and $\sigma$, with slope $\sigma(1 - \sigma)$", slope("x", 2), 1),
    holds(
        r"$$(x\,\sigma)' = 1 \cdot \sigma + x \cdot \sigma\,(1 - \sigma)$$", {r"(x \sigma)'": rule("silu(x)"), **SIGMA}
    ),
    claim(r"At $\ix{x = 2}$, where $\sigma = 0.8808$ and $\sigma' = 0.1050$", 2, SIGMA_2, slope("sigmoid(x)", 2)),
    claim(r"$$0.8808 + 2 \cdot 0.1050 = 1.0908$$", *(SIGMA_2, 2, slope("sigmoid(x)", 2), slope("x*sigmoid(x)", 2))),
    claim("[SiLU at x = 2.0]", 2),
    claim("has value 1.7616 and slope 1.0908", *shown("silu", 2)[1:]),
    # what goes wrong here
    holds(r"$x^2 \cdot x^3 = x^5$"),
    claim("The power rule gives $5x^4$, which is 80 at $\\ix{x = 2}$", rule("x^5"), slope("x^5", 2), 2),
    claim(
        r"Multiplying the two derivatives gives $2x \cdot 3x^2 = 6x^3$, which is 48",
        *(rule("x^2") * rule("x^3"), slope("x^2", 2) * slope("x^3", 2)),
    ),
    holds(r"$2x \cdot 3x^2 = 6x^3$"),
    claim(
        "$x^5 / x^2$ is $x^3$, with slope 12 at $\\ix{x = 2}$",
        calc.parse("x^5/x^2"),
        calc.parse("x^3"),
        slope("x^5/x^2", 2),
        2,
    ),
    claim("dividing the two derivatives gives 20", slope("x^5", 2) / slope("x^2", 2)),
    *given("Take $4x^3$ at $\\ix{x = 2}$"),
    claim("where the true slope is $12x^2 = 48$", 12, 2, slope("4x^3", 2)),
    holds("$12x^2 = 48$", x=2),
    claim("- **96**, from $12x^3$", value("4*3x^3", x=2), calc.parse("4*3x^3")),
    claim("- **12**, from $3x^2$: the factor 4 got lost", slope("x^3", 2), rule("x^3"), 4),
    claim(
        "And $x^{-2}$ has slope $-2x^{-3}$, which is −0.25 at $\\ix{x = 2}$",
        calc.parse("1/x^2"),
        rule("x^(-2)"),
        slope("x^(-2)", 2),
        2,
    ),
    claim("One less than −2 is −3, not −1", -2, -2 - 1, -2 + 1),
    holds(r"The product rule gives $2x \cdot x^3 + x^2 \cdot 3x^2 = 5x^4$"),
    *given("$x\\,e^{x-1}$", "as in $x^3$"),
    claim(
        "And $e^{2x}$ has slope $2e^{2x}$, not $e^{2x}$",
        *map(calc.parse, ("e^(2x)",)),
        rule("e^(2x)"),
        calc.parse("e^(2x)"),
    ),
    claim("at $\\ix{x = 0}$ the slope is 2. The extra 2", 0, *[slope("e^(2x)", 0)] * 2),
    claim("“The program says ReLU has slope 0 at 0", slope("relu(x)", 0), 0),
    claim(
        "To the left of 0 the slope is 0, to the right it is 1", *(0, slope("relu(x)", -1e-9), slope("relu(x)", 1e-9))
    ),
    claim("such as PyTorch and JAX return 0", slope("relu(x)", 0)),
    claim("[ReLU at x = 0.0](?activation.function=relu&activation.x=0#activation) has no slope to show", 0),
    claim("That 0 is a convention", slope("relu(x)", 0)),
    claim("with slope 1 everywhere", slope("relu(x) - relu(-x)", 2)),
    claim("At 0 the convention makes a program answer 0.", 0, slope("relu(x) - relu(-x)", 0)),
    claim("exactly on 0.", 0),
    # quick checks
    *given("slope of $4x^3 - 5x + 7$ at $\\ix{x = 2}$", "a sigmoid outputs 0.9"),
    claim("**43**\n:   Term by term", slope("4x^3 - 5x + 7", 2)),
    claim("48\n:   The term $-5x$ has a slope too: −5", slope("4x^3", 2), *[slope("-5x", 2)] * 2),
    claim("50\n:   The 7 is a constant, and its slope is 0", slope("4x^3 - 5x", 2) + 7, 7, slope("7 + 0x", 2)),
    claim("29\n:   That is the value at $\\ix{x = 2}$", value("4x^3 - 5x + 7", x=2), 2),
    holds(r"$4 \cdot 3x^2 - 5 \cdot 1 + 0 = 12x^2 - 5$"),
    claim(
        r"5 \cdot 1 + 0 = 12x^2 - 5$. At $\ix{x = 2}$ that is $48 - 5$",
        5,
        slope("x", 2),
        slope("7 + 0x", 2),
        12,
        2,
        5,
        2,
        12 * 2**2,
        5,
    ),
    claim("0.1\n:   That is only the second factor, $1 - 0.9$", 1 - 0.9, 1, 0.9),
    claim("**0.09**\n:   It is $0.9 \\cdot (1 - 0.9)$", slope("sigmoid(x)", math.log(9)), 0.9, 1, 0.9),
    *given("a share of $p = 0.2$"),
    claim("**−5**\n:   The slope of $\\ln p$ is $1/p = 5$", slope("-ln(p)", 0.2), 1, slope("ln(p)", 0.2)),
    claim("5\n:   That is the slope of $\\ln p$.", slope("ln(p)", 0.2)),
    claim("1.61\n:   That is the loss itself", value("-ln(p)", p=0.2)),
    claim("-0.2\n:   The slope of $\\ln p$ is $1/p$", -0.2, 1),
    claim("with $1/x$ for $\\ln x$ beside them", rule("ln(x)")),
    # backpropagation
    claim(
        r"with one or two operations: $\sigma(1 - \sigma)$ for sigmoid, $1 - \tanh^2$ for tanh, 0 or 1 for ReLU",
        1,
        1,
        2,
        slope("relu(x)", -1),
        slope("relu(x)", 1),
    ),
]
