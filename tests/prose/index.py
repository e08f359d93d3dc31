"""The numbers of the first page: those of its picture are worked out, the others count sections and minutes."""

import calc
from tests.prose.claims import claim, given


def slopes(w: float) -> list[float]:
    """The slope of each link at w, and their product."""
    chain = calc.chain(["2w + 1", "u^2"], w)
    return [*(link.local_derivative for link in chain.links), chain.derivative]


CLAIMS = [
    *given(
        "At [a weight of 1](?hero.w=1#hero)",
        "At [a weight of −2](?hero.w=-2#hero)",
        "At [a weight of −0.5](?hero.w=-0.5#hero)",
    ),
    *given("at a weight of **1.00**{moves=hero.w}"),
    claim("the loss is **9.00**{.iy shows=hero.loss}", calc.chain(["2w + 1", "u^2"], 1).value),
    claim("by **2 · 6**{.id shows=hero.factors} = **12**{.id shows=hero.product}.", *slopes(1)),
    claim("the second makes it **6**{.id} times larger", slopes(1)[1]),
    claim("that is **2 · 6 = 12**{.id}: the loss moves twelve times", *slopes(1)),
    claim("the product is **−12**{.id}", slopes(-2)[2]),
    claim("the second link multiplies by **0**{.id}", slopes(-0.5)[1]),
    *(claim for k in range(1, 7) for claim in given(f"| {k}. [")),
    *given("| 12\N{NO-BREAK SPACE}min |", "| 15\N{NO-BREAK SPACE}min |", "| 20\N{NO-BREAK SPACE}min |"),
]
