"""The numbers of “The vector chain rule”."""

from itertools import pairwise
from math import dist, log

import calc
from tests.prose.ask import slope, value
from tests.prose.claims import claim, given, holds

X = {"x_1": 2.0, "x_2": 3.0}
G = [calc.parse("x_1*x_2"), calc.parse("x_2 - x_1")]
F = [calc.parse("u_1^2"), calc.parse("u_1*u_2")]
U = {name: g.evaluate(X) for name, g in zip(("u_1", "u_2"), G, strict=True)}
J_G, J_F = calc.jacobian(G, X), calc.jacobian(F, U)
PRODUCT, WRONG = calc.matmul(J_F, J_G), calc.matmul(J_G, J_F)
NUDGE = ((0.01,), (0.02,))
NUDGED = [g.evaluate({"x_1": 2.01, "x_2": 3.02}) for g in G]
SINGLE = calc.jacobian([calc.parse("x_1^2 + x_1*x_2")], X)

W = ((1.0, -1.0, 0.0), (2.0, 0.0, 1.0))
INPUT = ((1.0,), (2.0,), (-1.0,))
Z = [row[0] + b for row, b in zip(calc.matmul(W, INPUT), (1, -1), strict=True)]
BENDS = ((slope("sigmoid(z)", Z[0]), 0.0), (0.0, slope("sigmoid(z)", Z[1])))
ABOVE = ((1.0, 2.0),)
AT_Z = calc.matmul(ABOVE, BENDS)
AT_X = calc.matmul(AT_Z, W)
ONES = ((1.0, 1.0),)


def flat(*matrices: calc.Matrix) -> list[float]:
    """The entries as they are read: row by row."""
    return [entry for matrix in matrices for row in matrix for entry in row]


def shapes(*sizes: int) -> list[float]:
    """The shapes of layers that turn sizes[-1] numbers into … into sizes[0], and the shape of their product."""
    layers = [tuple((1.0,) * n for _ in range(m)) for m, n in pairwise(sizes)]
    product = layers[0]
    for layer in layers[1:]:
        product = calc.matmul(product, layer)
    return [float(size) for matrix in (*layers, product) for size in calc.shape(matrix)]


def shares(p: float, q: float) -> list[float]:
    """Softmax's Jacobian where its outputs are p and q: the diagonal, then beside it."""
    (a, b), (_, c) = calc.softmax_jacobian([log(p), log(q)])
    assert abs(a - c) < 1e-12
    return [a, b]


def stand_in(h: float) -> tuple[list[float], list[float]]:
    """Where g puts the far corner of a square with side h at the example's point, and where its Jacobian does."""
    corner = {name: at + h for name, at in X.items()}
    moved = calc.matmul(J_G, [[h], [h]])
    return [g.evaluate(corner) for g in G], [u + by for u, (by,) in zip(U.values(), moved, strict=True)]


def miss(h: float) -> float:
    return dist(*stand_in(h))


def polar_miss(h: float) -> float:
    """How far the table misses the far corner of the opening's square, at the distance 2 and the angle 1."""
    g = [calc.parse("x_1*cos(x_2)"), calc.parse("x_1*sin(x_2)")]
    at, corner = {"x_1": 2.0, "x_2": 1.0}, {"x_1": 2.0 + h, "x_2": 1.0 + h}
    moved = calc.matmul(calc.jacobian(g, at), [[h], [h]])
    return dist([f.evaluate(corner) for f in g], [f.evaluate(at) + by for f, (by,) in zip(g, moved, strict=True)])


def loss(*scores: float, right: int = 1) -> float:
    """Cross-entropy of softmax, as −ln of the right share."""
    return -log(calc.softmax(scores)[right])


def slopes(*scores: float, right: int = 1) -> list[float]:
    """The loss's slopes in the scores, by the chain rule through softmax's Jacobian: −1/p_c times its row."""
    row = calc.softmax_jacobian(scores)[right]
    return [-entry / calc.softmax(scores)[right] for entry in row]


FIRST_COLUMN, FIRST_ROW = flat(calc.matmul(J_G, [[1.0], [0.0]])), flat(calc.matmul([[1.0, 0.0]], J_G))
DELTA = calc.transpose(AT_Z)
OF_W = calc.matmul(DELTA, calc.transpose(INPUT))


def folded(x_1: float, x_2: float) -> list[float]:
    """The two columns of the Jacobian there, one after the other."""
    return flat(calc.transpose(calc.jacobian(G, {"x_1": x_1, "x_2": x_2})))


def after(steps: int, *scores: float) -> list[float]:
    """The scores after steps of length 1 against the slopes, the second class being right."""
    now = list(scores)
    for _ in range(steps):
        now = [z - s for z, s in zip(now, slopes(*now), strict=True)]
    return now


CLAIMS = [
    # the opening
    *given("With a side of **1**{moves=jacobian.h}", "[With 0.2]"),
    claim("the far corners are **1.48**", polar_miss(1)),
    claim("only 0.06: from close by", polar_miss(0.2)),
    # the question
    *given("turns 3 numbers into 2. The next turns those 2 into 4"),
    claim("9\n", 3 + 2 + 4),
    holds("That counts the numbers, $3 + 2 + 4 = 9$."),
    claim("**12**", 4 * 3),
    claim("each of the 4 outputs reacts to each of the 3 inputs.", 4, 3),
    claim("14\n", 3 * 2 + 2 * 4),
    holds(r"$3 \cdot 2 + 2 \cdot 4 = 14$"),
    claim("from end to end there are 3 inputs and 4 outputs.", 3, 4),
    claim("Lay them out as 4 rows (outputs) and 3 columns (inputs)", *shapes(4, 2, 3)[4:]),
    claim(
        "this 4 × 3 table by multiplying a 4 × 2 table by a 2 × 3 table. The 2 in the middle",
        *(*shapes(4, 2, 3)[4:], *shapes(4, 2, 3)[:4], 2),
    ),
    claim(r"has a $1 \times n$ Jacobian", len(SINGLE)),
    # the best straight stand-in
    *given("at the point $(2, 3)$, where"),
    claim(r"where $\mathbf{u} = (6, 1)$", *U.values()),
    claim(
        r"J_g = \begin{bmatrix} x_2 & x_1 \\ -1 & 1 \end{bmatrix} = \begin{bmatrix} 3 & 2 \\ -1 & 1 \end{bmatrix}",
        *(*J_G[1], *flat(J_G)),
    ),
    claim(
        r"&\begin{bmatrix} 3 & 2 \\ -1 & 1 \end{bmatrix} \begin{bmatrix} 0.01 \\ 0.02 \end{bmatrix} \\[1ex] &="
        r" \begin{bmatrix} 3 \cdot 0.01 + 2 \cdot 0.02 \\ -1 \cdot 0.01 + 1 \cdot 0.02 \end{bmatrix} ="
        r" \begin{bmatrix} 0.07 \\ 0.01 \end{bmatrix} \end{aligned}$$",
        *(*flat(J_G), 0.01, 0.02),
        *(n for row in J_G for pair in zip(row, (0.01, 0.02), strict=True) for n in pair),
        *flat(calc.matmul(J_G, NUDGE)),
    ),
    claim(
        "The nudge (0.01, 0.02) should add 0.07 to $u_1$ and 0.01 to $u_2$", 0.01, 0.02, *flat(calc.matmul(J_G, NUDGE))
    ),
    claim("The true new values are 6.0702 and 1.01", *NUDGED),
    # forwards and back
    claim(
        "[The step (1, 0)](?ways.v=0#ways) goes to the first column, (3, −1)", 1, 0, *flat(calc.matmul(J_G, [[1], [0]]))
    ),
    claim(
        "[The row (1, 0)](?ways.w=0#ways) comes back as the first row, (3, 2)", 1, 0, *flat(calc.matmul([[1, 0]], J_G))
    ),
    # the formula
    claim("If every table is 1 × 1", *shapes(1, 1)[:2]),
    # a worked example
    *given(r"Keep $g$ from above, with $\mathbf{u} = (6, 1)$ at $(2, 3)$."),
    claim(r"with $\mathbf{u} = (6, 1)$", *U.values()),
    *given(r"put $\iy{y_1} = \iu{u_1}^2$"),
    claim("Shapes: 2 × 2 times 2 × 2 gives 2 × 2.", *shapes(2, 2, 2)),
    claim(
        r"J_f = \begin{bmatrix} 2u_1 & 0 \\ u_2 & u_1 \end{bmatrix} = \begin{bmatrix} 12 & 0 \\ 1 & 6 \end{bmatrix}",
        *(J_F[0][0] / U["u_1"], J_F[0][1], *flat(J_F)),
    ),
    claim(
        r"J_f\, J_g &= \begin{bmatrix} 12 & 0 \\ 1 & 6 \end{bmatrix} \begin{bmatrix} 3 & 2 \\ -1 & 1 \end{bmatrix}",
        *flat(J_F, J_G),
    ),
    claim(
        r"&= \begin{bmatrix} 12 \cdot 3 - 0 \cdot 1 & 12 \cdot 2 + 0 \cdot 1 \\"
        r" 1 \cdot 3 - 6 \cdot 1 & 1 \cdot 2 + 6 \cdot 1 \end{bmatrix}",
        *(n for row in J_F for j in range(2) for k in range(2) for n in (row[k], abs(J_G[k][j]))),
    ),
    claim(r"\begin{bmatrix} 36 & 24 \\ -3 & 8 \end{bmatrix}", *flat(PRODUCT)),
    claim(
        "Look at the −3, the slope of $y_2$ in $x_1$. It is a sum over two routes:"
        " 3 through $u_1$ and −6 through $u_2$",
        *(PRODUCT[1][0], J_F[1][0] * J_G[0][0], J_F[1][1] * J_G[1][0]),
    ),
    holds("$y_2 = x_1 x_2 (x_2 - x_1)$", y_2="u_1*u_2", u_1=G[0], u_2=G[1]),
    claim(" is $x_1 x_2^2 - x_1^2 x_2$, so", calc.parse("x_1*x_2*(x_2 - x_1)")),
    holds("$x_2^2 - 2 x_1 x_2 = 9 - 12 = -3$", X),
    claim("= 9 - 12 = -3$", value("x_2^2", **X), value("2x_1*x_2", **X), PRODUCT[1][0]),
    claim("in $x_1$ is $x_2^2 - 2 x_1 x_2 = 9", 2, 2, value("x_2^2", **X)),
    # what goes wrong here
    claim(
        r"J_g\, J_f = \begin{bmatrix} 38 & 12 \\ -11 & 6 \end{bmatrix}",
        *flat(WRONG),
    ),
    claim("gets 3 in place of −3", J_F[1][0] * J_G[0][0], PRODUCT[1][0]),
    *given(r"Take the row $\begin{bmatrix} 1 & 1 \end{bmatrix}$ times $J_g$"),
    claim(r"which is $\begin{bmatrix} 2 & 3 \end{bmatrix}$", *flat(calc.matmul(ONES, J_G))),
    claim(
        r"J_g^\top \begin{bmatrix} 1 \\ 1 \end{bmatrix} = \begin{bmatrix} 3 & -1 \\ 2 & 1 \end{bmatrix}"
        r" \begin{bmatrix} 1 \\ 1 \end{bmatrix} = \begin{bmatrix} 2 \\ 3 \end{bmatrix}",
        *flat(ONES, calc.transpose(J_G), ONES, calc.matmul(calc.transpose(J_G), calc.transpose(ONES))),
    ),
    claim("and you get $(5, 0)$", *flat(calc.matmul(J_G, calc.transpose(ONES)))),
    claim("what the *nudge* $(1, 1)$ does", *flat(ONES)),
    # the demonstrations
    *given("[our example, side 1]", "[side 0.2]", "[at (0, 0)]", "[3 to 2 to 4]", "[2 to 2 to 2, the other way round]"),
    claim("the columns are **(3.00, −1.00)**{.id} and **(2.00, 1.00)**", *flat(calc.transpose(J_G))),
    claim("lands at **(12.00, 1.00)**", *stand_in(1)[0]),
    claim("the stand-in says **(11.00, 1.00)**", *stand_in(1)[1]),
    claim("falls from 1.00 to 0.04", miss(1), miss(0.2)),
    claim("the columns, (0, −1) and (0, 1)", *folded(0, 0)),
    claim("a 4 × 3 table of 12 slopes", *shapes(4, 2, 3)[4:], 4 * 3),
    claim("the 3 meets a 4", 3, 4),
    # quick checks
    *given("$g$ turns 2 numbers into 5, and $f$ turns 5 numbers into 3."),
    claim("**3 × 2**\n:   $J_f$ is 3 × 5 and $J_g$ is 5 × 2", *shapes(3, 5, 2)[4:], *shapes(3, 5, 2)[:4]),
    claim("2 × 3\n:   Rows belong to outputs, and columns to inputs: there are 3 outputs and 2 inputs", 2, 3, 3, 2),
    claim("5 × 5\n:   The 5 values in between", 5, 5, 5),
    claim(r"$(3 \times 5)(5 \times 2) = 3 \times 2$", *shapes(3, 5, 2)),
    claim(r"$(5 \times 2)(3 \times 5)$, the 2 meets a 3", 5, 2, 3, 5, 2, 3),
    *given("the single number $f = x_1^2 + x_1 x_2$ at $(2, 3)$"),
    claim("**the row [7 2]**", *flat(SINGLE)),
    claim("the column of 7 and 2\n:   That is the gradient", *flat(SINGLE)),
    claim("10\n:   That is the value of $f$", calc.parse("x^2 + x*y").evaluate({"x": 2, "y": 3})),
    claim(
        r"the 2 × 1 column $\begin{bmatrix} 7 \\ 2 \end{bmatrix}$",
        *(*calc.shape(calc.transpose(SINGLE)), *flat(SINGLE)),
    ),
    # backpropagation
    claim("to bottom right, and 0 elsewhere", BENDS[0][1]),
    *given(
        "Let 3 numbers go into a layer of 2 neurons",
        r"W = \begin{bmatrix} 1 & -1 & 0 \\ 2 & 0 & 1 \end{bmatrix}, \qquad"
        r" \mathbf{x} = \begin{bmatrix} 1 \\ 2 \\ -1 \end{bmatrix}",
        r"With $\mathbf{b} = (1, -1)$",
        r"the row $\begin{bmatrix} 1 & 2 \end{bmatrix}$. Then",
    ),
    claim(r"both entries of $\mathbf{z}$ are 0, and $\sigma'(0)$ is 0.25", Z[0], Z[1], BENDS[0][0]),
    claim(r"$(1 \times 2)(2 \times 2)(2 \times 3) = 1 \times 3$", *shapes(1, 2, 2, 3)),
    claim(
        r"&\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 0.25 & 0 \\ 0 & 0.25 \end{bmatrix} W",
        *flat(ABOVE, BENDS),
    ),
    claim(
        r"&= \begin{bmatrix} 0.25 & 0.5 \end{bmatrix} \begin{bmatrix} 1 & -1 & 0 \\ 2 & 0 & 1 \end{bmatrix}",
        *flat(AT_Z, W),
    ),
    claim(r"\begin{bmatrix} 1.25 & -0.25 & 0.5 \end{bmatrix}", *flat(AT_X)),
    claim("that add up to 1:", sum(calc.softmax([0.3, -2, 5]))),
    claim("the diagonal holds $p_i (1 - p_i)$", shares(0.7, 0.3)[0] / 0.7 + 0.7),
    # all weights at once, and a batch
    claim("here it is 0.25 and 0.5", *flat(DELTA)),
    claim("a bias has the input 1", calc.gradient(calc.parse("w*x + b"), {"w": 3, "x": 2, "b": 1})["b"]),
    claim("Check the shape: 2 × 1 times 1 × 3 is 2 × 3", *shapes(2, 1, 3)),
    claim("with $x_2$ at **2**{moves=layer.x}", INPUT[1][0]),
    claim("are **0.5**{.id shows=layer.w01} and **1**{.id", *(row[1] for row in OF_W)),
    claim(r"with $\delta_1$ at **0.25**{moves=layer.delta}", DELTA[0][0]),
    claim("its row begins with **0.25**{.id", OF_W[0][0]),
    *given("[An input of 0]", "a neuron whose δ is 0"),
    # softmax and its loss
    claim("A share of 1 costs nothing", 1),
    *given("The right class has the share 0.25."),
    claim("**−0.75**", *slopes(0, 0, 0, 0)[1:2]),
    claim("Yes: 0.25 − 1.", 0.25, 1),
    claim("\n−4\n", slope("-ln(p)", 0.25)),
    claim("−1/0.25. The share itself moves", -1, 0.25),
    claim("at the slope 0.25 · 0.75: multiply", 0.25, 0.75),
    claim("\n0.1875\n", calc.softmax_jacobian([0, 0, 0, 0])[1][1]),
    claim("in the score, 0.25 · 0.75. The loss falls", 0.25, 0.75),
    claim("the outer slope, −1/0.25, is missing", -1, 0.25),
    claim("by the chain rule, 1 over the sum", slope("ln(x)", 1)),
    claim("The slope of $z_k$ is 1 for the right class and 0 for the others", slope("z", 3), slope("5", 3)),
    claim(
        "always add up to 1, and the slopes *p* − *t* always to 0", sum(calc.softmax([1, 0, -1])), sum(slopes(1, 0, -1))
    ),
    *given("[All scores 0]"),
    claim(
        "every share is **0.33**{.iy}, and the loss is 1.10, which is $\\ln 3$",
        calc.softmax([0, 0, 0])[0],
        loss(0, 0, 0),
        3,
    ),
    claim("the loss is 0.04, and the slopes are close to 0", loss(-2, 2, -2), 0),
    *given("After **0**{moves=softmax-loss.step}"),
    claim("the loss is **1.41**{shows", loss(1, 0, -1)),
    claim("#softmax-loss), 0.22.", loss(*after(3, 1, 0, -1))),
    claim("the loss is 4.04. The slopes, **0.96**{.id} and **−0.98**", loss(2, -2, -2), *slopes(2, -2, -2)[:2]),
]
