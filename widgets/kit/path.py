"""Writes SVG paths: the one place that does, so that none is malformed, whatever a formula gives."""

import math
from functools import lru_cache

Point = tuple[float, float]
NOTHING = "M0 0"  # an empty text would be no path
FAR = 10_000.0  # no figure is as large; what lies beyond is drawn there


class Pen:
    """Draws one path in a figure's units: to a tenth of one, or with `whole` to one, which is shorter to send.

    Steps are relative: short to send. Each is the difference of two rounded points, so rounding never adds up.
    A point that is not finite lifts the pen. A piece of one point alone is a dot, where the pen's tip is round.
    """

    def __init__(self, whole: bool = False) -> None:
        self._grains = 1 if whole else 10  # in a unit
        self._written: list[str] = []
        self._letter = ""
        self._at = self._start = (0, 0)  # in grains
        self._drawn = 0  # how many points the piece has so far; 0 with the pen lifted

    def to(self, *points: Point) -> "Pen":
        """Draws to the last point, or moves there where the pen is lifted.

        One more point before it bends the way into a parabola that leaves and arrives towards that point;
        two more make a cubic curve.
        """
        from_x, from_y = self._at
        grains, steps = self._grains, []
        for x, y in points:
            if -FAR <= x <= FAR and -FAR <= y <= FAR:
                at = round(grains * x), round(grains * y)
            elif math.isfinite(x) and math.isfinite(y):
                at = self._cut(x), self._cut(y)
            else:
                return self.lift()
            steps.append((at[0] - from_x, at[1] - from_y))
        if self._drawn:
            self._step(steps)
        else:
            self._add("m" if self._written else "M", *steps[-1])
            self._start = at
        self._at = at
        self._drawn += 1
        return self

    def line(self, *points: Point) -> "Pen":
        """One piece: from the first point straight to the next, and on."""
        for point in points:
            self.to(point)
        return self.lift()

    def close(self) -> "Pen":
        """Back to where the piece began."""
        if self._drawn:
            self._add("z")
            self._at, self._drawn = self._start, 0
        return self

    def lift(self) -> "Pen":
        """Ends the piece; the next point begins another."""
        if self._drawn == 1:
            self._add("h", 0)
        self._drawn = 0
        return self

    def path(self) -> str:
        """What is drawn so far, for a part's `d`."""
        self.lift()
        return "".join(self._written) or NOTHING

    def _step(self, steps: list[tuple[int, int]]) -> None:
        (across, down), bent = steps[-1], len(steps) - 1
        if bent:
            self._add(" qc"[bent], *(number for step in steps for number in step))
        elif down and across:
            self._add("l", across, down)
        else:
            self._add("v", down) if down else self._add("h", across)

    def _add(self, letter: str, *grains: int) -> None:
        again = letter == self._letter and letter in "lhvqc"
        self._written.append((" " if again else letter) + _text(self._grains, *grains))
        self._letter = letter

    def _cut(self, number: float) -> int:
        return round(self._grains * max(-FAR, min(FAR, number)))


@lru_cache(20_000)
def _text(grains: int, *numbers: int) -> str:
    """So many grains in units. Figures draw the same short steps again and again."""
    return " ".join([f"{number / grains:g}" for number in numbers])
