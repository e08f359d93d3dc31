"""Shapes in a plane, as SVG paths in a figure's units."""

from collections.abc import Callable, Sequence

from widgets.kit.axes import Axes

Point = tuple[float, float]
Map = Callable[[Point], Point]


def place(axes: Axes, point: Point) -> Point:
    """Where a point of the plane lands in the SVG."""
    return axes.x(point[0]), axes.y(point[1])


def polygon(axes: Axes, corners: Sequence[Point]) -> str:
    """A closed outline with straight sides."""
    return "M" + "L".join(_pair(place(axes, corner)) for corner in corners) + "z"


def bent_polygon(axes: Axes, corners: Sequence[Point], bend: Map) -> str:
    """The outline that `bend` makes of a polygon: each side a parabola through the images of its ends and its middle.

    For a side of length s it is off by a multiple of s³: invisible for the sides that figures show.
    """
    images = [place(axes, bend(corner)) for corner in corners]
    path, pen = f"M{_pair(images[0])}", _rounded(images[0])
    for i, (a, start) in enumerate(zip(corners, images, strict=True)):
        b, end = corners[(i + 1) % len(corners)], images[(i + 1) % len(corners)]
        middle = place(axes, bend(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)))
        pull = _rounded((2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2))
        goal = _rounded(end)
        path += f"q{pull[0] - pen[0]} {pull[1] - pen[1]} {goal[0] - pen[0]} {goal[1] - pen[1]}"
        pen = goal
    return path + "z"


def polyline(axes: Axes, points: Sequence[Point]) -> str:
    """An open line through the points, in relative steps of a tenth of a unit."""
    path, pen = "", (0, 0)
    for point in points:
        x, y = place(axes, point)
        here = round(10 * x), round(10 * y)
        step = f"{(here[0] - pen[0]) / 10:g} {(here[1] - pen[1]) / 10:g}"
        path += f"M{step}l" if not path else f"{step} "
        pen = here
    return path.rstrip(" l")


def _rounded(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])


def _pair(point: Point) -> str:
    return "{} {}".format(*_rounded(point))
