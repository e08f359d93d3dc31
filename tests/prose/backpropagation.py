"""The numbers of “Backpropagation: putting the chain to work”."""

import calc
from tests.prose.ask import partial, rule, slope, value
from tests.prose.claims import claim, given, holds
from widgets.race.counting import FORWARD, REVERSE
from widgets.train.data import points
from widgets.train.network import names, output, training

NEURON = "(sigmoid(w*x + b) - t)^2"
AT = {"w": 0.5, "x": 2.0, "b": -1.0, "t": 1.0}
LOSS, BACK = value(NEURON, **AT), calc.gradient(calc.parse(NEURON), AT)
BAR_D = slope("d^2", -0.5)
BAR_A, BAR_T = (partial("(a - t)^2", name, a=0.5, t=1) for name in "at")
BAR_Z = slope("(sigmoid(z) - 1)^2", 0)
BAR_P, BAR_B = (partial("(sigmoid(p + b) - 1)^2", name, p=1, b=-1) for name in "pb")

SIGMA, SIGMA_1 = value("sigmoid(x)", x=2), slope("sigmoid(x)", 2)
SILU, SILU_1 = value("silu(x)", x=2), slope("silu(x)", 2)

NET = "(w_3*relu(w_1*x) + w_4*relu(w_2*x) - t)^2"
WEIGHTS = {"w_1": 0.5, "w_2": 1.5, "w_3": 2.0, "w_4": -1.0}
POINT = {**WEIGHTS, "x": 2.0, "t": 1.0}
G = calc.gradient(calc.parse(NET), POINT)
H = {"h_1": 1.0, "h_2": 3.0}
BAR_Y = partial("(y - t)^2", "y", y=-1, t=1)
BAR_H = [partial("(2h_1 - h_2 - 1)^2", name, **H) for name in H]
BAR_Z12 = [partial("(2relu(z_1) - relu(z_2) - 1)^2", name, z_1=1, z_2=3) for name in ("z_1", "z_2")]
STEPPED = {name: weight - 0.01 * G[name] for name, weight in WEIGHTS.items()}
ALONG = "(-0.5x - 1)^2"

MOONS = training("moons", 4, 1.0)
LEARNT = dict(zip(names(4), MOONS.at(80), strict=True))
RIGHT = sum((value(output(4), x_1=p.x, x_2=p.y, **LEARNT) > 0) == bool(p.target) for p in points("moons"))


def forward(formula: str, name: str) -> float:
    """The slope in one input, carried along with dual numbers."""
    return calc.jvp(calc.parse(formula), AT, {name: 1.0}).tangent


def apart(says: float, h: float = 1e-5) -> float:
    """The share by which a slope in w differs from two correctly rounded runs, h to both sides."""
    up, down = (calc.correctly_rounded(calc.parse(NEURON), {**AT, "w": 0.5 + h * way}) for way in (1, -1))
    quotient = (up - down) / (2 * h)
    return abs(quotient - says) / max(abs(quotient), abs(says))


def doubled(times: int) -> calc.Expression:
    u = calc.parse("x")
    for _ in range(times):
        u = u + u
    return u


CLAIMS = [
    # the opening: one neuron and its loss
    *given("with up to 22 steps"),
    *given("$L = (\\sigma(wx + b) - t)^2$. Every box", "[Step 0]", "[Step 5]", "[Step 10]", "[Step 14]"),
    claim("the formula has been computed, **L = 0.25**", LOSS),
    claim("$a$ hands $-1.00 \\cdot 0.25$ to $z$", BAR_A, slope("sigmoid(z)", 0)),
    claim("to $z$, whose slope is **−0.25**", BAR_Z),
    claim("**−0.50**{.id} in $w$ and **−0.25**{.id} in $b$ are", BACK["w"], BACK["b"]),
    claim("more than 11 days", 1_000_000 // (24 * 60 * 60)),
    # a formula is a graph
    *given("$L = (\\sigma(wx + b) - t)^2$, with $w = 0.5$, $x = 2$, $b = -1$ and $t = 1$"),
    claim(
        "| $p = w \\cdot x$ | 1 | $x = 2$ in $w$, $\\;w = 0.5$ in $x$ |",
        *(value("w*x", w=0.5, x=2), partial("w*x", "w", w=0.5, x=2), partial("w*x", "x", w=0.5, x=2)),
    ),
    claim("| $z = p + b$ | 0 | 1 in $p$, 1 in $b$ |", 1 - 1, *(partial("p + b", n, p=1, b=-1) for n in "pb")),
    claim("| 0.5 | $\\sigma'(0) = 0.25$ |", value("sigmoid(0)"), 0, slope("sigmoid(z)", 0)),
    claim("| −0.5 | 1 in $a$, −1 in $t$ |", 0.5 - 1, *(partial("a - t", n, a=0.5, t=1) for n in "at")),
    claim("| $L = d^2$ | 0.25 | $2d = -1$ |", 2, LOSS, 2, BAR_D),
    # walk back
    claim(r"the answer is easy: $\bar L = 1$", slope("L", LOSS)),
    claim("| $d$ | 1 · (−1) = **−1**{.id} |", 1, slope("d^2", -0.5), BAR_D),
    claim("| $a$ | −1 · 1 = **−1**{.id} |", BAR_D, partial("a - t", "a", a=0.5, t=1), BAR_A),
    claim("| $t$ | −1 · (−1) = **1**{.id} |", BAR_D, partial("a - t", "t", a=0.5, t=1), BAR_T),
    claim("| $z$ | −1 · 0.25 = **−0.25**{.id} |", BAR_A, slope("sigmoid(z)", 0), BAR_Z),
    claim("| $p$ | −0.25 · 1 = **−0.25**{.id} |", BAR_Z, partial("p + b", "p", p=1, b=-1), BAR_P),
    claim("| $b$ | −0.25 · 1 = **−0.25**{.id} |", BAR_Z, partial("p + b", "b", p=1, b=-1), BAR_B),
    claim("| $w$ | −0.25 · 2 = **−0.5**{.id} |", BAR_P, partial("w*x", "w", w=0.5, x=2), BACK["w"]),
    claim("| $x$ | −0.25 · 0.5 = **−0.125**{.id} |", BAR_P, partial("w*x", "x", w=0.5, x=2), BACK["x"]),
    claim("in $w$ and $b$, −0.5 and −0.25, are", BACK["w"], BACK["b"]),
    # a value used twice
    *given(r"$y = x \cdot \sigma(x)$ at $x = 2$", r"back, from $\bar y = 1$", "[Step 4]", "[Step 5]", "[Step 6]"),
    claim("$s = 0.8808$, $y = 1.7616$.", SIGMA, SILU),
    claim(r"the other factor to $x$, **0.8808**", partial("x*s", "x", x=2, s=SIGMA)),
    claim(r"it hands $x = 2$ to $s$, so $\bar s = 2$", *[partial("x*s", "s", x=2, s=SIGMA)] * 2),
    claim(r"local slope 0.1050 and hands $2 \cdot 0.1050$ to $x$, **0.2100**", SIGMA_1, 2, SIGMA_1, 2 * SIGMA_1),
    claim(r"$\bar x = 0.8808 + 0.2100 = \id{1.0908}$", SIGMA, 2 * SIGMA_1, SILU_1),
    claim("at $x$ = **2.0**{moves=fanout.x} both together are **1.0908**", 2, SILU_1),
    # the formula
    claim(r"\qquad \id{\bar y} = 1$$", slope("y", 3)),
    claim("It starts with 1 at the output", slope("y", 3)),
    # a small network
    *given("The loss is $L = (y - t)^2$, with $x = 2$, $t = 1$ and the weights 0.5, 1.5, 2 and −1."),
    claim("so it passes 1 and 3 on", *(value("relu(z)", z=weight * 2) for weight in (0.5, 1.5))),
    holds(r"$y = 2 \cdot 1 - 1 \cdot 3 = -1$", y="w_3*h_1 + w_4*h_2", **WEIGHTS, **H),
    holds("$L = (-1 - 1)^2 = 4$", L=value(NET, **POINT)),
    claim("comes $2(y - t)$, which is **−4.00**", 2, BAR_Y),
    claim("times $h_2$, **−12.00**", G["w_4"]),
    claim("times $w_4$, **4.00**{.id}. ReLU has slope 1 here", BAR_H[1], slope("relu(z)", 3)),
    claim("comes 4.00 times $x$, **8.00**{.id}", BAR_Z12[1], G["w_2"]),
    claim("comes 4.00 times $w_2$, **6.00**", BAR_Z12[1], BAR_Z12[1] * 1.5),
    claim("brings −4.00 to $x$, and both together are **2.00**", BAR_Z12[0] * 0.5, G["x"]),
    claim("At $w_1$ = **0.5**{moves=network.w_1} the slope in $x$ is **2.00**", 0.5, G["x"]),
    *given("[Below 0]"),
    holds(r"$y = -0.5x$", y="2relu(0.5x) - relu(1.5x)"),
    holds("so $L = (-0.5x - 1)^2$", L="(2relu(0.5x) - relu(1.5x) - 1)^2"),
    claim(r"slope is $2(-0.5x - 1) \cdot (-0.5)$, which is 2 at $x = 2$", rule(ALONG), slope(ALONG, 2), 2),
    *given(r"with $\eta = 0.01$"),
    claim("0.66, 1.42, 2.04 and −0.88, and the loss falls from 4", *STEPPED.values(), value(NET, **POINT)),
    claim("from 4 to about 0.65", value(NET, **POINT), value(NET, **{**POINT, **STEPPED})),
    # why one walk is enough
    *given("So with **10**{moves=doubling.n} steps", "All local slopes are 1 here"),
    claim("there are **1,024**{shows=doubling.routes} routes", calc.derivative_at(doubled(10), 1)),
    claim("It makes **10 stops**", len(calc.Graph(doubled(10)).nodes) - 1),
    # two directions
    *given("give it the slope 1 and all other inputs the slope 0"),
    claim("at $L$ with the slope **−0.5**", forward(NEURON, "w")),
    claim("one for $b$ with **−0.25**", forward(NEURON, "b")),
    *given("A hundred layers of 10,000 numbers, 4 bytes each", "for a **batch** of 256"),
    claim("are 4 MB for one training example, and about 1 GB", 100 * 10_000 * 4 / 1e6, round(256 * 4e6 / 1e9)),
    # the race
    *given("Inputs: **1,000,000**{moves=race.n}, outputs: **1**{moves=race.m}"),
    claim("Nudging takes **11.6 days**", 1_000_001 / 86_400),
    claim("forward mode **23.1 days**", 1_000_000 * FORWARD / 86_400),
    claim("reverse mode **3 seconds**", REVERSE),
    # check your own code
    *given("divide the difference by $2h$", "$h$ near $10^{-5}$", "About $10^{-7}$ or less", "$10^{-2}$ is a bug"),
    *given("With $h$ = **10⁻⁵**{moves=slope-check.h}"),
    claim("by a share of **3.8×10⁻¹¹**", apart(BACK["w"]) * 1e11, 10),
    *given("[forget the 2]"),
    claim("slope of $d^2$. The share is 0.50", 2, apart(BACK["w"] / 2)),
    claim("makes it 2.00", apart(-BACK["w"])),
    # train it
    *given("After **80**{moves=train.step}", "[After 400]", "[at a rate of 10]", r"-\ln(1 - p)$ where a cross is"),
    claim("steps the loss is **0.1348**", MOONS.losses_until(80)[80]),
    claim("is right about **97**{shows=train.right} of 100 points", RIGHT, len(points("moons"))),
    claim("(?train.step=400#train) the loss is 0.0119", MOONS.losses_until(400)[400]),
    # what goes wrong here
    claim("$z_1$ alone gives −4", BAR_Z12[0] * 0.5),
    claim("$z_2$ alone gives 6. The truth is 2.", BAR_Z12[1] * 1.5, G["x"]),
    claim("with $s$ held still: 0.8808", partial("x*s", "x", x=2, s=SIGMA)),
    claim("$dy/dx = 1.0908$", SILU_1),
    claim("leaves −0.5 as the gradient of $w$", BACK["w"]),
    claim("and −1.0 is there", 2 * BACK["w"]),
    claim("with slope 1. At $x = 0$", slope("relu(x) - relu(-x)", 2), 0),
    *given("(Set $x$ to 0"),
    claim("code chooses the slope 0. Both deliveries are 0", slope("relu(x)", 0), slope("relu(-x)", 0)),
    claim(r"The slope $\frac12$ at the kink would be right here", 1, 1 / value("1 - k", k=0.5)),  # k + k = 1
    claim("which is always 0, the", value("relu(x) - relu(relu(x))", x=2)),
    claim(r"the slope $\frac12 - \frac14$", 1, 2, 1, 1 / value("k*k", k=0.5)),
    # quick checks
    *given(r"Let $u = x + 1$ and $y = u \cdot x$. What is $\bar x$ at $x = 3$?"),
    claim("**7**\n:   Forward: $u = 4$, $y = 12$.", slope("(x + 1)x", 3), 3 + 1, value("(x + 1)x", x=3)),
    claim(r"hands $x = 3$ to $u$, so $\bar u = 3$, and $u = 4$ to $x$", *(partial("u*x", n, u=4, x=3) for n in "uux")),
    claim("The sum hands the 3 on", partial("u*x", "u", u=4, x=3)),
    holds("$4 + 3 = 7$"),
    claim("Together $4 + 3 = 7$", *(partial("u*x", n, u=4, x=3) for n in "xu"), slope("(x + 1)x", 3)),
    claim("Check: $y = x^2 + x$ has", calc.parse("(x + 1)x")),
    holds("slope $2x + 1 = 7$", x=3),
    claim("4\n:   You held $u$ still", partial("u*x", "x", u=4, x=3)),
    claim("3\n:   You missed the direct route", partial("u*x", "u", u=4, x=3)),
    *given("a function with 10,000 inputs and 10 outputs"),
    *given(
        "**10**\n:   Reverse mode takes one pass for each output, against 10,000 in forward mode. With 3 inputs and"
    ),
    *given("With 3 inputs and 10,000 outputs it is the other way round: forward mode with 3 passes"),
    *given("10000\n:   That is forward mode", "\n1\n:   One pass back serves one output, and here are 10."),
]
