"""Cutting a run of letters into the names in it: functions, constants, single letters multiplied, as in 3xy."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from calc.errors import ParseError
from calc.formulas.names import GREEK
from calc.functions.registry import FUNCTIONS, find_function

# Functions that may stand without a space before them or after them: xsin x, lnx.
_GLUED = sorted(
    "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan asin acos atan ln log exp sqrt".split(),  # noqa: SIM905
    key=len,
    reverse=True,
)
_RADIANS = "Angles are in radians: 180 degrees are pi, 90 degrees pi/2."
_INFINITY = "Infinity is not a number; type a formula such as e^(-x)."
_GIVEN = "stands for a formula that is not given; type the formula itself, for example x^2."
_BASE = "Write a logarithm as ln(x), log10(x), log2(x), or log_3(x) for the base 3."
_NOT_JOINED = "Conditions are not joined by words; write 0 < x < 1, or a choice inside another."
_REFUSED = {
    **dict.fromkeys(("deg", "degree", "degrees", "rad"), _RADIANS),
    **dict.fromkeys(("inf", "infinity", "infty"), _INFINITY),
    "nan": "There is no name nan; type a formula such as x^2.",
    **dict.fromkeys(("lim", "limit"), "A limit is not calculated here; type only the formula, for example sin(x)/x."),
    **dict.fromkeys(("lg", "lb", "ld"), f"Books differ on the base of this logarithm. {_BASE}"),
    "base": _BASE,
    "in": "There is no function In; the logarithm is ln(x), with a small L.",
    **dict.fromkeys(("diff", "deriv"), "Type only what is to be differentiated, for example x^2."),
    **dict.fromkeys(("int", "integral", "sum", "prod"), "Type a formula without sum or integral signs, such as x^2."),
    **dict.fromkeys(("root", "nroot"), "Write a root as sqrt(x), cbrt(x), or x^(1/4) for the fourth root."),
    **dict.fromkeys(("pow", "power"), "Write a power with ^, for example x^3."),
    **dict.fromkeys(("and", "or", "not"), _NOT_JOINED),
    **dict.fromkeys(("piecewise", "cases", "where", "then", "elif"), "A choice is typed {x < 0: -x, x >= 0: x}."),
    **dict.fromkeys(("step", "heaviside"), "Write a step from 0 to 1 as (1 + sign(x))/2."),
    "cosine": "There is no function cosine; write cos(x).",
    "softmax": "softmax takes a vector, so it has no place in a formula of numbers.",
}
_ABROAD = {"sh": "sinh", "ch": "cosh", "th": "tanh"}
_ADVICE = "Variables have one letter, and a function's argument stands in brackets: sin(x)."
SEVERAL = ("max", "min")


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is "number", "name", "function", "log" (text is the base), "several" (max, min), "raised" (a
    superscript) or the sign itself. ``text`` is what it means, ``typed`` how it was typed."""

    kind: str
    text: str
    position: int
    typed: str = ""

    @property
    def end(self) -> int:
        return self.position + len(self.typed or self.text)


def cut(word: str, start: int, opens: bool) -> list[Token]:
    """The tokens of a run of letters, digits, _ and primes; ``opens`` if a bracket is next. Raises `ParseError`."""
    lower = word.lower()
    if lower in ("if", "else", "otherwise"):
        return [Token("if" if lower == "if" else "else", lower, start, word)]
    if lower in SEVERAL:
        return [Token("several", lower, start)]
    if lower in _REFUSED:
        raise ParseError(_REFUSED[lower], start)
    if word == "∜" or find_function(word) or (lower == "sigma" and opens):
        return [Token("function", "σ" if lower == "sigma" else word, start, word)]
    if lower == "pi" or word in GREEK:
        return [Token("name", lower, start)]
    if "'" in word:
        if len(word.rstrip("'")) == 1:
            raise ParseError(f"{word} {_GIVEN}", start)
        raise ParseError(
            f"{word} is not known; with a prime there are relu', elu' and their like.",
            start,
        )
    base = re.fullmatch(r"log_?(\d+|(?<=_)[a-z])", word)
    if base:
        return [Token("log", base[1], start, word)]
    stem = word.rstrip("0123456789").removesuffix("_")
    if stem in GREEK:
        return [Token("name", word, start)]
    if opens and stem in ("f", "g", "F", "G"):
        raise ParseError(f"{word}(…) {_GIVEN}", start)
    if opens and lower in _ABROAD:
        raise ParseError(f"There is no function {word}; write {_ABROAD[lower]}(x).", start)
    if lower.endswith("deg") and len(word) <= 4:
        raise ParseError(_RADIANS, start)
    return _pieces(word, start, opens)


def _pieces(word: str, start: int, opens: bool) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    while i < len(word):
        name = _function_at(word, i, opens)
        if name:
            tokens.append(Token("function", name, start + i))
            i += len(name)
            if word[i : i + 1].isdigit():
                raise ParseError(
                    f"The name {word} is not known. A power is written {name}^2(x), a number in the argument "
                    f"{name}(2x).",
                    start,
                )
        elif word.startswith("pi", i):
            tokens.append(Token("name", "pi", start + i))
            i += 2
        else:
            tokens.append(_letter(word, i, start))
            i = tokens[-1].end - start
    _check(word, start, opens, tokens)
    return tokens


def _function_at(word: str, i: int, opens: bool) -> str:
    """The function whose name stands at ``i``: one that may be glued, or any that a bracket follows."""
    if i and opens and find_function(word[i:]):
        return word[i:]
    return next((name for name in _GLUED if word.startswith(name, i)), "")


def _letter(word: str, i: int, start: int) -> Token:
    """x, x1 or x_1"""
    if not word[i].isalpha():
        raise ParseError(f"{word} is not a name; a subscript is a number, for example x_1.", start)
    after = re.compile(r"_?\d*").match(word, i + 1)
    assert after is not None
    name = word[i] + after[0]
    if len(name) > 1 and word[i] == "e":
        raise ParseError(f"{name} can be read in two ways; write e^2 or e*2.", start + i)
    if name[-1] == "_":
        raise ParseError(f"{word} is not a name; a subscript is a number, for example x_1.", start)
    return Token("name", name, start + i)


def _check(word: str, start: int, opens: bool, tokens: list[Token]) -> None:
    """Refuses what is rather a word or a misspelt name than a product."""
    functions = [k for k, token in enumerate(tokens) if token.kind == "function"]
    letters = [token.text for token in tokens if token.kind == "name"]
    if functions:
        too_long = functions[0] > 3 or any(b - a > 2 for a, b in pairwise([*functions, len(tokens)]))
        if too_long or (opens and tokens[-1].kind == "name"):
            raise ParseError(f"The name {word} is not known.{_similar(word)} {_ADVICE}", start)
    elif opens and (len(letters) > 3 or (len(letters) == 3 and not set(letters) <= set("abcuvwxyz"))):
        raise ParseError(f"There is no function {word}.{_similar(word)} To multiply, write x*y*(x + 1).", start)
    elif len(letters) > 3:
        raise ParseError(f"The name {word} is not known.{_similar(word)} {_ADVICE}", start)


@cache
def _similar(word: str) -> str:
    """What was meant: the function the word begins with (sinx), or one that differs by a letter (sni)."""
    word = word.lower()
    begun = [name for name in FUNCTIONS if word.startswith(name)]
    near = [name for name in FUNCTIONS if _one_letter_shorter(name) & _one_letter_shorter(word)]
    found = max(begun, key=len) if begun else next(iter(near), "")
    return f" Did you mean {found}(x)?" if found else ""


def _one_letter_shorter(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
