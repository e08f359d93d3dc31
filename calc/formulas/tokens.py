"""Cutting typed text into tokens: numbers, names, signs."""

from dataclasses import dataclass

from calc.errors import ParseError
from calc.formulas.names import GREEK, LARGEST_NUMBER
from calc.functions.registry import FUNCTIONS, find_function

LONGEST_INPUT = 1_000
EXAMPLE = "for example (2x + 1)^2"

_SIGNS = {
    **{sign: sign for sign in "+-*/^()|"},
    **dict.fromkeys("·×⋅∙∗•", "*"),
    **dict.fromkeys("−–‒﹣－", "-"),
    **dict.fromkeys("÷∕⁄", "/"),
}
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉′", "0123456789'")
_GREEK_LETTERS = dict(zip("αβγδεζηθκλμνξρστφχψω", GREEK, strict=True)) | {"π": "pi"}
_FUNCTION_LETTERS = "σ√∛"
_HINTS = {
    ",": "A decimal is written with a point, 1.5, and a function takes one argument.",
    "=": "Type only what stands after the equals sign, for example x^2.",
    "[": "Use round brackets, for example 2(x + 1).",
    "{": "Use round brackets, for example 2(x + 1).",
    "∞": "Infinity is not a number; type a formula such as e^(-x).",
    "\\": "Type what you would on a calculator, not LaTeX: 1/x, sqrt(x), sin(x).",
    **dict.fromkeys("½⅓⅔¼¾", "Write a fraction with a slash, for example (1/2)x."),
    **dict.fromkeys("ˣⁿ", "Only digits can be raised; write any other power with ^, for example e^x."),
}
_MEANT = {
    "softmax": " softmax takes a vector, so it has no place in a formula of numbers.",
    "max": " The larger of x and 0 is relu(x).",
}


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is "number", "name", "function", "raised" (a superscript) or the sign itself."""

    kind: str
    text: str
    position: int


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text``. Raises `ParseError`."""
    if len(text) > LONGEST_INPUT:
        raise ParseError(f"A formula may have {LONGEST_INPUT} characters; this one has {len(text)}.", LONGEST_INPUT)
    tokens: list[Token] = []
    i = 0
    while i < len(text):
        start, c = i, text[i]
        if c.isspace():
            i += 1
        elif c in _SIGNS:
            i += 2 if text.startswith("**", i) else 1
            tokens.append(Token("^" if i - start == 2 else _SIGNS[c], text[start:i], start))
        elif c in "0123456789.":
            i = _end(text, i, "0123456789.")
            tokens.append(Token("number", _checked_number(text, start, i), start))
        elif c in _SUPERSCRIPTS or c == "⁻":
            i = _end(text, i, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
            tokens.append(_raised(text[start:i], start))
        elif _is_letter(c) or c in _FUNCTION_LETTERS:
            i = _end_of_word(text, i)
            tokens += _words(text, start, i)
        else:
            raise ParseError(_HINTS.get(c, f"{c!r} has no meaning in a formula; type {EXAMPLE}."), start)
    return tokens


def _is_letter(c: str) -> bool:
    return (c.isascii() and c.isalpha()) or c in _GREEK_LETTERS


def _end(text: str, i: int, allowed: str) -> int:
    while i < len(text) and text[i] in allowed:
        i += 1
    return i


def _end_of_word(text: str, i: int) -> int:
    """A Greek or function letter stands alone; ASCII letters run on, with digits, _ and primes."""
    if text[i].isascii():
        while i < len(text) and text[i].isascii() and (text[i].isalnum() or text[i] == "_"):
            i += 1
        return _end(text, i, "₀₁₂₃₄₅₆₇₈₉'′")
    return _end(text, i + 1, "₀₁₂₃₄₅₆₇₈₉")


def _checked_number(text: str, start: int, end: int) -> str:
    digits = text[start:end]
    if digits.count(".") > 1 or digits == ".":
        raise ParseError(f"{digits} is not a number; write one decimal point, for example 1.5.", start)
    _refuse_scientific(text, start, end)
    if float(digits) > LARGEST_NUMBER:
        raise ParseError("Numbers go up to 10^300.", start)
    if float(digits) == 0 and digits.strip("0."):
        raise ParseError("This number is too close to 0; the smallest is about 10^(-323).", start)
    return digits


def _refuse_scientific(text: str, start: int, end: int) -> None:
    """2e-3 is 0.002 in code and 2·e − 3 on paper."""
    sign = text[end + 1 : end + 2].replace("−", "-") if text[end + 1 : end + 2] in ("+", "-", "−") else ""
    first = end + 1 + len(sign)
    power = text[first : _end(text, first, "0123456789")]
    if text[end : end + 1] in ("e", "E") and power:
        digits, exponent = text[start:end], f"(-{power})" if sign == "-" else power
        product = f"{digits}*e {sign} {power}" if sign else f"{digits}*e*{power}"
        raise ParseError(
            f"{text[start : first + len(power)]} can be read in two ways; write {digits}*10^{exponent}, or "
            f"{product} for a multiple of e.",
            start,
        )


def _raised(text: str, position: int) -> Token:
    sign = "-" if text.startswith("⁻") else ""
    raised = text.removeprefix("⁻")
    if not raised or "⁻" in raised:
        raise ParseError("A raised minus stands before raised digits, for example x⁻².", position)
    return Token("raised", sign + "".join(_SUPERSCRIPTS[c] for c in raised), position)


def _words(text: str, start: int, end: int) -> list[Token]:
    """A run of letters: a function's name, a constant, or single-letter names multiplied, as in 3xy."""
    word = text[start:end].translate(_SUBSCRIPTS)
    opens = text[end:].lstrip()[:1] == "("
    if word[0] in _GREEK_LETTERS and not (word == "σ" and opens):
        return [Token("name", _GREEK_LETTERS[word[0]] + word[1:], start)]
    if find_function(word):
        return [Token("function", word, start)]
    if word.lower() == "pi" or word in GREEK:
        return [Token("name", word.lower(), start)]
    if "'" in word:
        raise ParseError(f"{word} is not known; with a prime there are relu', elu' and their like.", start)
    stem = word.rstrip("0123456789").removesuffix("_")
    if stem in GREEK and word != stem:
        return [Token("name", word, start)]
    above = text[max(0, start - 6) : start].replace(" ", "")
    if len(word) == 2 and word[0] == "d" and above.endswith("/") and "d" in above[-3:-1]:
        raise ParseError("Type only what is to be differentiated, for example x^2.", start)
    if opens and len(stem) > 1:
        return _product_with_function(word, start)
    return _single_letters(word, start)


def _product_with_function(word: str, start: int) -> list[Token]:
    """xsin(x) is x*sin(x)."""
    for i in range(1, min(len(word), 4)):
        if find_function(word[i:]):
            return [*_single_letters(word[:i], start), Token("function", word[i:], start + i)]
    raise ParseError(f"There is no function {word}.{_similar(word)} To multiply, write x*y*(x + 1).", start)


def _single_letters(word: str, start: int) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    while i < len(word):
        first = i
        if word.startswith("pi", i):
            i += 2
            tokens.append(Token("name", "pi", start + first))
            continue
        if not word[i].isalpha():
            raise ParseError(f"{word} is not a name; a subscript is a number, for example x_1.", start)
        i += 1
        after = _end(word, i + word.startswith("_", i), "0123456789")
        if after > i and word[first] == "e":
            raise ParseError(f"{word[first:after]} can be read in two ways; write e^2 or e*2.", start + first)
        if after > i and word[after - 1] == "_":
            raise ParseError(f"{word} is not a name; a subscript is a number, for example x_1.", start)
        i = after
        tokens.append(Token("name", word[first:i], start + first))
    if len(tokens) > 3 or any(find_function(word[:i]) for i in range(2, len(word) + 1)):
        raise ParseError(
            f"The name {word} is not known.{_similar(word)} Variables have one letter, and a function's "
            "argument stands in brackets: sin(x).",
            start,
        )
    return tokens


def _similar(word: str) -> str:
    """What was meant: the function the word begins with (sinx), or one that differs by a letter (sni)."""
    word = word.lower()
    if word in _MEANT:
        return _MEANT[word]
    begun = [name for name in FUNCTIONS if word.startswith(name)]
    near = [name for name in FUNCTIONS if _one_letter_shorter(name) & _one_letter_shorter(word)]
    found = max(begun, key=len) if begun else next(iter(near), "")
    return f" Did you mean {found}(x)?" if found else ""


def _one_letter_shorter(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
