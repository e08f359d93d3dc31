"""Reads the LaTeX that calc prints back into an expression, so that tests can evaluate it."""

import re

import calc

_SYMBOLS = sorted(
    ((f.symbol, name) for name, f in calc.FUNCTIONS.items() if name not in ("log", "sine", "exp")),
    key=lambda pair: -len(pair[0]),
)


def read_latex(latex: str) -> calc.Expression:
    """The expression, as a person would read the formula."""
    return calc.parse(_to_text(latex))


def _to_text(s: str) -> str:
    s = s.replace(r"\left|", "abs(").replace(r"\right|", ")")
    s = s.replace(r"\left(", "(").replace(r"\right)", ")").replace(r"\cdot", "*")
    for symbol, name in _SYMBOLS:
        s = re.sub(re.escape(symbol) + r"\^\{(\d+)\}\(", rf" {name}^\1(", s)
        s = re.sub(re.escape(symbol) + r"(?=['(])", f" {name}", s)
    s = re.sub(r"\\(pi|theta)(?![a-z])", r" \1 ", s)
    for command, arguments in ((r"\frac", 2), (r"\sqrt[3]", 1), (r"\sqrt", 1), ("^", 1), ("_", 1)):
        while (i := s.find(command + "{")) >= 0:
            groups, end = _groups(s, i + len(command), arguments)
            s = s[:i] + _written(command, groups) + s[end:]
    assert "\\" not in s, s
    assert "{" not in s, s
    return s


def _written(command: str, groups: list[str]) -> str:
    first = groups[0]
    return {
        r"\frac": f" (({first})/({groups[-1]}))",
        r"\sqrt[3]": f" cbrt({first})",
        r"\sqrt": f" sqrt({first})",
        "^": f"^({first}) ",
        "_": f"_{first} ",
    }[command]


def _groups(s: str, i: int, count: int) -> tuple[list[str], int]:
    groups = []
    for _ in range(count):
        assert s[i] == "{", s
        depth, start = 1, i + 1
        while depth:
            i += 1
            depth += {"{": 1, "}": -1}.get(s[i], 0)
        groups.append(s[start:i])
        i += 1
    return groups, i
