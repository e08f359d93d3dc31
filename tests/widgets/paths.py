"""Reads SVG paths as the SVG specification writes them, so that tests see points and not text.

It knows nothing of how ours are written: any path may come, and one that is malformed is refused.
"""

import re

Point = tuple[float, float]
Corners = list[Point]

# Letters with how many numbers each takes: https://www.w3.org/TR/SVG2/paths.html#PathDataBNF
TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "q": 4, "c": 6, "z": 0}
TOKEN = re.compile(r"[\s,]*(?:([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))")


def pieces(path: str) -> list[Corners]:
    """Where the pen goes, piece by piece, in absolute units; of a bent step, its end. A closed piece ends as it began.

    Raises `ValueError` where the text is no path.
    """
    found: list[Corners] = []
    here = start = (0.0, 0.0)
    closed = False
    for letter, numbers in _commands(path):
        low, takes = letter.lower(), TAKES[letter.lower()]
        if not found and low != "m":
            raise ValueError(f"a path begins by moving somewhere: {path[:60]}")
        if low == "z":
            found[-1].append(start)
            here, closed = start, True
            continue
        if not numbers or len(numbers) % takes:
            raise ValueError(f"{letter} takes {takes} numbers at a time, not {len(numbers)}: {path[:60]}")
        for i in range(0, len(numbers), takes):
            base = here if letter.islower() else (0.0, 0.0)
            across, up = _end(low, numbers[i : i + takes], base, here)
            if low == "m" and i == 0:
                start = across, up
                found.append([])
            elif closed:
                found.append([start])  # drawing on where the last piece was closed
            here, closed = (across, up), False
            found[-1].append(here)
    return found


def points(path: str) -> Corners:
    """Every corner of every piece."""
    return [point for piece in pieces(path) for point in piece]


def _end(low: str, numbers: list[float], base: Point, here: Point) -> Point:
    if low == "h":
        return base[0] + numbers[0], here[1]
    if low == "v":
        return here[0], base[1] + numbers[0]
    return base[0] + numbers[-2], base[1] + numbers[-1]


def _commands(path: str) -> list[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    at = 0
    while path[at:].strip():
        token = TOKEN.match(path, at)
        if not token or not (found or token[1]) or (token[1] and token[1].lower() not in TAKES):
            raise ValueError(f"no path from character {at} on: {path[max(0, at - 20) : at + 20]!r}")
        if token[1]:
            found.append((token[1], []))
        else:
            found[-1][1].append(float(token[2]))
        at = token.end()
    return found
