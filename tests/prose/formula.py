"""A printed formula as `calc` reads it, so that what the page says can be put to the test."""

import re
from collections.abc import Mapping
from itertools import pairwise

import calc

Meaning = float | str | calc.Expression  # of a name, or of a whole side such as f'(x); text is what calc.parse takes

_RELATION = re.compile(r"\\approx|=")
_SPACE = re.compile(r"\\[,;:! ]|~|&|\\\\(?:\[[^\]]*\])?|\\(?:begin|end)\{aligned\}|\\bigl|\\bigr|\\left|\\right")
_INK = re.compile(r"\\i[xuyd]\s*\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dt]?frac\s*(?:\{([^{}]*)\}\s*\{([^{}]*)\}|(\d)([\da-z]))")
_ROOT = re.compile(r"\\sqrt\{([^{}]*)\}")
_BRACES = re.compile(r"(?<![a-zA-Z}])\{([^{}]*)\}")
_SUBSCRIPT = re.compile(r"_\{(\w+)\}")
_APPLIED = re.compile(r"\\(tanh|sin|cos|exp|ln)(?:\^\{?(\d+)\}?)?\s*(\([^()]*\)|[a-z]\b)")


def plain(latex: str) -> str:
    """The formula without inks and spacing: f'(\\ix{x}) becomes f'(x)."""
    text = _SPACE.sub(" ", latex)
    while (inked := _INK.sub(r"\1", text)) != text:
        text = inked
    return re.sub(r"\s+", " ", text).strip()


def right_side(latex: str) -> str:
    """What a formula ends with: the 2x of f'(x) = 2x, or the whole where nothing is set equal."""
    return _RELATION.split(plain(latex))[-1].strip()


def equations(latex: str) -> list[tuple[str, str]]:
    """The pairs that a formula sets equal: a = b = c are two; \\qquad separates statements."""
    statements = [_RELATION.split(plain(part)) for part in re.split(r"\\q?quad", latex)]
    return [(left.strip(), right.strip()) for sides in statements for left, right in pairwise(sides)]


def spoken(latex: str) -> str:
    """The formula as `calc.parse` takes it."""
    text = _SUBSCRIPT.sub(r"_\1", plain(latex))
    while True:
        step = _FRACTION.sub(lambda m: f"(({m[1] or m[3]})/({m[2] or m[4]}))", text)
        step = _BRACES.sub(r"(\1)", _ROOT.sub(r"sqrt(\1)", step))
        if step == text:
            break
        text = step
    text = _APPLIED.sub(lambda m: f" {m[1]}({m[3].strip('()')})" + (f"^{m[2]}" if m[2] else ""), text)
    text = re.sub(r"\\sigma\(", " sigmoid(", text).replace(r"\cdot", "*").replace("−", "-")
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\\([a-z]+)", r" \1 ", text).rstrip(" ,;.")
    return re.sub(r"\bsigma\s*\(", "sigma*(", text)  # With a space between, as in σ (1 − σ), σ stands for its value.


def expression(latex: str, where: Mapping[str, Meaning]) -> calc.Expression:
    """One side of a formula, with what `where` explains put in: names, and pieces of LaTeX such as f'(x)."""
    text, meanings = plain(latex), dict(where)
    for k, piece in enumerate(sorted((name for name in where if not name.isidentifier()), key=len, reverse=True)):
        text = text.replace(plain(piece), f" z_{900 + k} ")
        meanings[f"z_{900 + k}"] = meanings.pop(piece)
    parsed = calc.parse(spoken(text))
    while known := {name: _meant(meanings.pop(name)) for name in parsed.variables if name in meanings}:
        parsed = parsed.substitute(known)
    return parsed


def _meant(meaning: Meaning) -> calc.Expression:
    if isinstance(meaning, calc.Expression):
        return meaning
    return calc.parse(meaning) if isinstance(meaning, str) else calc.number(meaning)
