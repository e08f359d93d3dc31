"""A product of two functions, and how it grows when x is nudged: two strips and a corner."""

from dataclasses import dataclass

import calc

# Both factors, and the height that the picture makes room for. Every f is a multiple of x: the rectangle's corner then
# stands where x does on the ruler below it, and stays under the finger that pulls it.
PRODUCTS = {
    "2x*x^2": ("2x", "x^2", 3.1),
    "x*x": ("x", "x", 1.75),
    "x*e^x": ("x", "e^x", 5.8),
    "x*sigmoid(x)": ("x", "sigmoid(x)", 0.9),
    "x*e^-x": ("x", "e^-x", 0.75),
}


@dataclass(frozen=True)
class Growth:
    """Both sides at x, what a nudge h adds to each, and their slopes at x."""

    f: float
    g: float
    df: float
    dg: float
    h: float
    f_slope: float
    g_slope: float

    @property
    def pieces(self) -> tuple[float, float, float]:
        """What the area gains: Δf·g, f·Δg and Δf·Δg. One is negative where its side shrinks."""
        return self.df * self.g, self.f * self.dg, self.df * self.dg

    @property
    def total(self) -> float:
        return (self.f + self.df) * (self.g + self.dg) - self.f * self.g

    @property
    def slopes(self) -> tuple[float, float, float]:
        """What the pieces divided by h come to as h shrinks: f′g, fg′, and nothing for the corner."""
        return self.f_slope * self.g, self.f * self.g_slope, 0.0

    @property
    def slope(self) -> float:
        return sum(self.slopes)

    @property
    def corner_share(self) -> float:
        """How much of all three pieces together the corner is."""
        return abs(self.pieces[2]) / sum(map(abs, self.pieces))


def growth(product: str, x: float, h: float) -> Growth:
    f, g = (calc.parse(side) for side in PRODUCTS[product][:2])
    at, then = {"x": x}, {"x": x + h}
    here, there = (f.evaluate(at), g.evaluate(at)), (f.evaluate(then), g.evaluate(then))
    slopes = calc.derivative_at(f, x), calc.derivative_at(g, x)
    return Growth(*here, there[0] - here[0], there[1] - here[1], h, *slopes)
