"""x feeds two functions which meet again: each route's product of slopes, and their sum."""

from dataclasses import dataclass

import calc

# u₁ and u₂ in x, how they meet, and how wide one unit of slope is drawn.
EXAMPLES = {
    "x^2*3x": ("x^2", "3x", "u_1*u_2", 3.5),
    "x^2+3x": ("x^2", "3x", "u_1 + u_2", 9.0),
    "x*sigmoid(x)": ("x", "sigmoid(x)", "u_1*u_2", 26.0),
}


@dataclass(frozen=True)
class Route:
    """One of both ways from x to y: the value on it, and its two local slopes."""

    value: float
    inner: float
    outer: float

    @property
    def product(self) -> float:
        return self.inner * self.outer


@dataclass(frozen=True)
class Meeting:
    """Both routes from an x, and the y where they meet."""

    x: float
    y: float
    routes: tuple[Route, Route]

    @property
    def slope(self) -> float:
        return sum(route.product for route in self.routes)


def meet(example: str, x: float) -> Meeting:
    *inner, outer, _ = EXAMPLES[example]
    functions, meeting = [calc.parse(each) for each in inner], calc.parse(outer)
    u = [each.evaluate({"x": x}) for each in functions]
    point = {"u_1": u[0], "u_2": u[1]}
    slopes = calc.gradient(meeting, point)
    one, other = (
        Route(u[i], calc.derivative_at(function, x), slopes[f"u_{i + 1}"]) for i, function in enumerate(functions)
    )
    return Meeting(x, meeting.evaluate(point), (one, other))
