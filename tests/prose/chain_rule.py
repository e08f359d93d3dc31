"""The numbers of “The chain rule”."""

import calc
from tests.prose.ask import rule, secant, slope, value
from tests.prose.claims import claim, given, holds

EXAMPLE = calc.parse("(2x + 1)^2")
TWO = calc.chain(["2x + 1", "u^2"], 1.0)
INNER, OUTER = (link.local_derivative for link in TWO.links)
U = TWO.links[1].input


def at(x: float) -> tuple[float, float, float, float, float]:
    """u, y, the inner slope, the outer slope and their product."""
    chain = calc.chain(["2x + 1", "u^2"], x)
    inner, outer = chain.links
    return inner.output, chain.value, inner.local_derivative, outer.local_derivative, chain.derivative


def nudged(x: float) -> tuple[float, float]:
    return value("2x + 1", x=x), EXAMPLE(x)


FOURTH = calc.chain(["3x - 1", "u^4"], 1.0)
ROOT = calc.chain(["2x + 1", "u^2", "sqrt(u)"], 1.0)
NEURON = calc.Graph(calc.parse("(sigmoid(w*x + b) - t)^2"))
LOSS = NEURON.forward({"w": 0.5, "x": 2, "b": -1, "t": 1})
BACKWARD = NEURON.backward()
BACK = calc.chain(["0.5x - 1", "sigmoid", "(a - 1)^2"], 2.0).links
DEEP = {w_b: calc.chain([f"sigmoid({w_b})"] * 10, 0.5) for w_b in ("u", "4u - 2", "8u - 4", "8u - 2")}
PAST = calc.chain(["u + sigmoid(u)"] * 10, 0.5)
BARE = calc.chain(["u + u"] * 10, 0.5)

CLAIMS = [
    # two machines
    *given(r"gives $\iu{u} = 2\ix{x} + 1$", r"gives $\iy{y} = \iu{u}^2$"),
    # a first guess
    *given("makes every nudge 5 times larger", "it 3 times larger again. You nudge the input by 0.01."),
    claim("by 0.08\n", (5 + 3) * 0.01),
    holds("That adds the factors, $5 + 3 = 8$."),
    claim("**by 0.15**", 5 * 3 * 0.01),
    claim(
        "The first machine turns 0.01 into 0.05, and the second turns 0.05 into 0.15.", 0.01, 0.05, 5 * 0.01, 3 * 0.05
    ),
    holds(r"The factors *multiply*, $5 \cdot 3 = 15$"),
    # a machine behind a machine
    *given(r"\iu{u} = 2\ix{x} + 1, \qquad \iy{y} = \iu{u}^2", r"$\sigma(x^2)$"),
    holds(r"$\iy{y} = (2\ix{x} + 1)^2$", y="u^2", u="2x + 1"),
    holds(r"At $\ix{x = 2}$ the first is $\sigma(4) = 0.9820$", x=2),
    claim(
        r"$\sigma(4) = 0.9820$, the second $\sigma(2) \cdot 4 = 3.5232$",
        2**2,
        value("sigmoid(x^2)", x=2),
        2,
        2**2,
        value("sigmoid(x)*x^2", x=2),
    ),
    # follow a nudge
    *given(r"Start at $\ix{x = 1.00}$ and add 0.01:"),
    claim("| **x**{.ix} | 1.00 | 1.01 | 0.01 |", 1, 1.01, 0.01),
    claim(
        "| **u**{.iu} | 3.00 | 3.02 | 0.02 | 2 |",
        *(value("2x + 1", x=x) for x in (1, 1.01)),
        value("2x + 1", x=1.01) - value("2x + 1", x=1),
        secant("2x + 1", 1, 0.01),
    ),
    claim(
        "| **y**{.iy} | 9.00 | 9.1204 | 0.1204 | 6.02 |",
        *(EXAMPLE(1), EXAMPLE(1.01), EXAMPLE(1.01) - EXAMPLE(1), secant("u^2", 3, 0.02)),
    ),
    claim("The first factor is the slope of $2x + 1$, which is 2.", 2, 1, INNER),
    claim("the slope of $u^2$, which is $2u = 6$", 2, 2, OUTER),
    holds(r"about $2 \cdot 6 = 12$"),
    # why slopes multiply
    claim("[The first machine](?stretch.way=1#stretch) makes it 2 times", INNER),
    claim("already 2 times as long", INNER),
    claim("about 6 times. So the nudge comes out about 12 times", OUTER, slope("(2x + 1)^2", 1)),
    claim("To add 2 and 6", INNER, OUTER),
    claim("Why only *about* 6? The curve of $u^2$", OUTER, calc.parse("u^2")),
    claim("a nudge of **0.20**{moves=stretch.h} it comes to **6.4**{.id", 0.2, secant("u^2", U, 0.2 * INNER)),
    claim("[one of 0.02](?stretch.h=0.02#stretch) to 6.04.", 0.02, secant("u^2", U, 0.02 * INNER)),
    claim("is the slope, **6**{.id}", OUTER),
    # the formula
    *given("The slope of (2x + 1)² at x = 1"),
    holds(r"$\iu{u} = 2 \cdot 1 + 1 = 3$", u=U),
    claim(r"the slope of $2x + 1$ is $\id{2}$", calc.parse("2x + 1"), INNER),
    claim(
        r"the slope of $u^2$ is $2u$; **at $\iu{u = 3}$** it is $\id{6}$", calc.parse("u^2"), rule("u^2", "u"), U, OUTER
    ),
    holds(r"$\id{6} \cdot \id{2} = \id{12}$"),
    holds("$(2x + 1)^2 = 4x^2 + 4x + 1$"),
    claim(r"whose slope $8x + 4$ is 12 at $\ix{x = 1}$", rule("4x^2 + 4x + 1"), slope("(2x + 1)^2", 1), 1),
    # slide it yourself
    claim("**1.00**{moves=chain-rule.x} we have", 1),
    claim("**3.00**{.iu shows=chain-rule.u}", at(1)[0]),
    claim("**9.00**{.iy shows=chain-rule.y}", at(1)[1]),
    claim("The slopes are **2.00**{.id shows=chain-rule.dudx} and **6.00**{.id shows=chain-rule.dydu}", *at(1)[2:4]),
    claim("that of the whole is **12.00**{.id shows=chain-rule.dydx}", at(1)[4]),
    claim("- [x = −0.5](?chain-rule.x=-0.5#chain-rule): **u = 0.00**{.iu}.", -0.5, at(-0.5)[0]),
    claim("The outer slope is 0.00, so nothing gets through: $dy/dx$ is **0.00**{.id}", *at(-0.5)[3:]),
    claim("[x = −2.0](?chain-rule.x=-2#chain-rule): **u = −3.00**{.iu}, and **y = 9.00**{.iy}", -2, *at(-2)[:2]),
    claim("the factor moves away from 12.", slope("(2x + 1)^2", 1)),
    claim("but now the outer slope is −6.00 and $dy/dx$ is **−12.00**{.id}", *at(-2)[3:]),
    claim("the inner slope is 2.00 at every stop;", at(-3)[2]),
    claim(r"$\iu{u}$ is still 3.00", U),
    claim("(slope 0.01), and $dy/dx$ drops to 0.02", slope("tanh(u)", 3), slope("tanh(2x + 1)", 1)),
    # what goes wrong here
    *given("“The slope of (2x + 1)² is 2(2x + 1).”"),
    claim(r"Three wrong answers at $\ix{x = 1}$", 1),
    claim("**6**: the inner slope was forgotten. 6 would be right", OUTER, OUTER),
    claim(r"**4**: the outer slope was taken at $\ix{x = 1}$", slope("u^2", 1) * INNER, 1),
    claim(r"as $2 \cdot 1 \cdot 2$", 2, 1, INNER),
    claim(r"What reaches it is $\iu{u = 3}$.", U),
    claim("**8**: the slopes were added.", INNER + OUTER),
    claim("$e^{3x}$ has slope $3e^{3x}$", calc.parse("e^(3x)"), rule("e^(3x)")),
    *given(r"not $e^{3 \cdot 3x}$"),
    # several routes
    *given(r"Let $\iu{u_1} = \ix{x}^2$ and $\iu{u_2} = 3\ix{x}$"),
    claim(
        r"[At x = 2](?routes.x=2#routes) we have $\iu{u_1} = 4$ and $\iu{u_2} = 6$.",
        2,
        value("x^2", x=2),
        value("3x", x=2),
    ),
    holds(r"The first route gives $4 \cdot 6 = 24$, the second $3 \cdot 4 = 12$"),
    claim(r"gives $4 \cdot 6 = 24$", slope("x^2", 2), value("3x", x=2), value("3x", x=2) * slope("x^2", 2)),
    claim(r"the second $3 \cdot 4 = 12$", slope("3x", 2), value("x^2", x=2), value("x^2", x=2) * slope("3x", 2)),
    claim("together **36.00**{.id}", slope("3x^3", 2)),
    claim("[At x = 1](?routes.x=1#routes)", 1),
    claim(
        "they give 6 and 3; together **9.00**", *(value("3x", x=1) * slope("x^2", 1), slope("3x", 1), slope("3x^3", 1))
    ),
    claim("Check: $y = 3x^3$ has", calc.parse("x^2 * 3x")),
    claim(r"has slope $9x^2$, which is 36 at $\ix{x = 2}$", rule("3x^3"), slope("3x^3", 2), 2),
    # any depth
    claim(r"$1 \to 3 \to 9 \to 3$", 1, *(link.output for link in ROOT.links)),
    claim("The local slopes are 2, 6 and", *(link.local_derivative for link in ROOT.links[:2])),
    holds(r"$\frac{1}{2\sqrt{9}} = \frac16$"),
    claim(
        r"$\frac{1}{2\sqrt{9}} = \frac16$. Their product is $\id{2}$",
        1,
        2,
        9,
        1,
        1 / ROOT.links[2].local_derivative,
        ROOT.derivative,
    ),
    claim(r"near $\ix{x = 1}$ the root undoes the square and leaves $2x + 1$.", 1, calc.parse("2x + 1")),
    claim("Ten factors of 0.25 make about 0.00000095; ten factors of 2 make 1,024.", 0.25, 0.25**10, 2, 2**10),
    *given("with weight 1 and bias 0:", "with weight 4 and bias −2:", "with weight 8 and bias −4:", "with bias −2:"),
    claim("every factor is below ¼", slope("sigmoid(x)", 0)),
    claim("the product of ten is **3.48×10⁻⁷**", DEEP["u"].derivative * 10**7, 10),
    claim("every factor is **1.000**", DEEP["4u - 2"].links[9].local_derivative),
    claim("every factor is **2.000**", DEEP["8u - 4"].links[9].local_derivative),
    claim("the product **1024.00**", DEEP["8u - 4"].derivative),
    claim("and the product is **1.19×10⁻¹⁵**", DEEP["8u - 2"].derivative * 10**15, 10),
    *given("with weight 1 and bias −2 the first link turns 0.5 into"),
    claim("into −1.5, where ReLU is flat. A single slope of 0", value("u - 2", u=0.5), slope("relu(u - 2)", 0.5)),
    *given("[With weight 1 again]"),
    claim(r"its slope is $1 + w \cdot \sigma'$", slope("u", 0.5)),
    claim("no factor is below 1,", 1 + slope("sigmoid(x)", 40)),  # σ′ falls to 0, but no further
    claim("and the product is **1.79**", PAST.derivative),
    claim("the 1 takes the nudge past it", slope("u", 0.5)),
    claim("each factor is **2.000**{.id}, and ten make **1024.00**", BARE.links[9].local_derivative, BARE.derivative),
    claim("the factors lie around 1, neither", slope("sigmoid(4u - 2)", 0.5)),
    claim("slope is at most ¼.”", slope("sigmoid(x)", 0)),
    claim("With $w = 1$ the factor is at most ¼", 1, slope("sigmoid(1x)", 0)),
    *given("Now take $w = 8$ and $b = -4$, and send in 0.5."),
    holds(r"$8 \cdot 0.5 - 4 = 0$"),
    holds(r"the link gives $\sigma(0) = 0.5$"),
    holds(r"$8 \cdot \frac14 = 2$"),
    claim(r"$8 \cdot \frac14 = 2$", 8, 1, 1 / slope("sigmoid(x)", 0), slope("sigmoid(8x - 4)", 0.5)),
    claim("The next link receives 0.5 again.", value("sigmoid(8x - 4)", x=0.5)),
    claim("multiply a nudge by 1,024", calc.chain(["sigmoid(8x - 4)"] * 10, 0.5).derivative),
    # quick checks
    *given(r"the slope of $y = (3x - 1)^4$ at $\ix{x = 1}$?", r"the slope of $y = \sigma(5x)$ at $\ix{x = 0}$?"),
    claim("**96**\n:   The inner value is $\\iu{u = 2}$.", FOURTH.derivative, FOURTH.links[1].input),
    claim("Outer slope $4u^3 = 32$", 4, 3, FOURTH.links[1].local_derivative),
    holds("Outer slope $4u^3 = 32$", u=2),
    claim("inner slope 3, product 96", FOURTH.links[0].local_derivative, FOURTH.derivative),
    claim("32\n:   That is the outer slope alone", FOURTH.links[1].local_derivative),
    claim(
        "12\n:   That takes the outer slope at $\\ix{x}$. It belongs at $\\iu{u = 2}$",
        slope("u^4", 1) * 3,
        FOURTH.links[1].input,
    ),
    claim("**1.25**\n:   The inner value is $\\iu{u = 0}$", slope("sigmoid(5x)", 0), value("5x", x=0)),
    claim(r"where $\sigma' = 0.25$. The inner slope is 5", slope("sigmoid(x)", 0), slope("5x", 0)),
    claim("can have a slope above ¼", slope("sigmoid(x)", 0)),
    claim("0.25\n:   That is the slope of the sigmoid alone", slope("sigmoid(x)", 0)),
    # backpropagation
    *given("$L = (a - t)^2$", "Take $w = 0.5$, $x = 2$, $b = -1$, $t = 1$."),
    claim("$z = 0$, $a = 0.5$, $L = 0.25$", BACK[0].output, BACK[1].output, LOSS),
    holds("$2(a - t) = -1$", a=0.5, t=1),
    claim("= -1$ | −1 |", *[BACK[2].local_derivative] * 2),
    claim(
        r"| $\sigma'(0) = 0.25$ | −0.25 |",
        *(0, BACK[1].local_derivative, BACK[2].local_derivative * BACK[1].local_derivative),
    ),
    claim(r"| $x = 2$ | $\partial L/\partial w = \id{-0.5}$ |", 2, BACKWARD["w"]),
    claim(r"| $1$ | $\partial L/\partial b = \id{-0.25}$ |", slope("0.5*2 + b", -1), BACKWARD["b"]),
    claim("A step of size 1 against both slopes, to $w = 1$", 1, 0.5 - BACKWARD["w"]),
    claim("and $b = -0.75$, brings the loss down from 0.25", -1 - BACKWARD["b"], LOSS),
    claim("from 0.25 to about 0.05", LOSS, NEURON.forward({"w": 1, "x": 2, "b": -0.75, "t": 1})),
]
