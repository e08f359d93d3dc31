"""Cutting typed text into tokens: numbers, names, signs."""

import re
from dataclasses import dataclass

from calc.errors import ParseError
from calc.formulas.names import GREEK, LARGEST_NUMBER
from calc.formulas.spelling import COMPARED, FRACTIONS, FUNCTION_LETTERS, SIGNS, SUBSCRIPTS, SUPERSCRIPTS, hint
from calc.formulas.words import Token, cut

LONGEST_INPUT = 1_000

GREEK_LETTERS = dict(zip("αβγδεζηθκλμνξρστφχψω", GREEK, strict=True)) | {"π": "pi"}
_POWER_OF_TEN = re.compile(r"\s*[xX]\s*10\s*(?=\^|\*\*|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])")
_CHOICE = re.compile(r"\{[^}]*:|\bif\b", re.IGNORECASE)
_COMPARISONS = {"==": "=", "≤": "<=", "=<": "<=", "⩽": "<=", "≥": ">=", "=>": ">=", "⩾": ">=", "≠": "!=", "<>": "!="}
_ONE_VARIABLE = re.compile(r"\s*[(\[{]\s*([A-Za-z][A-Za-z0-9_]*)\s*[)\]}]")


@dataclass(frozen=True, slots=True)
class Note:
    """How something that has two readings was read, and what to type for the other; ``position`` is from 0."""

    message: str
    position: int


def tokenize(text: str, notes: list[Note]) -> list[Token]:
    """The tokens of ``text``, which is `spelling.plain`. Raises `ParseError`."""
    if len(text) > LONGEST_INPUT:
        raise ParseError(f"A formula may have {LONGEST_INPUT} characters; this one has {len(text)}.", LONGEST_INPUT)
    tokens: list[Token] = []
    in_list: list[bool] = []  # Whether each open bracket holds several arguments, as in max(0, x).
    chooses = bool(_CHOICE.search(text))
    i = 0
    while i < len(text):
        start, c = i, text[i]
        if c.isspace():
            i += 1
        elif c in SIGNS:
            i += 2 if text.startswith("**", i) else 1
            kind = "^" if i - start == 2 else SIGNS[c]
            if kind == "(":
                in_list.append(bool(tokens and tokens[-1].kind == "several") or (chooses and c == "{"))
            elif kind == ")" and in_list:
                in_list.pop()
            tokens.append(Token(kind, text[start:i], start))
        elif chooses and (compared := COMPARED.match(text, i)):
            i = compared.end()
            tokens.append(Token(_COMPARISONS.get(compared[0], compared[0]), compared[0], start))
        elif c in "0123456789.":
            i = _end(text, i, "0123456789.")
            if text[i : i + 1] == "," and text[i + 1 : i + 2].isdecimal() and not (in_list and in_list[-1]):
                i = _end(text, i + 1, "0123456789.,")
                notes.append(_decimal_comma(text[start:i], start))
            tokens.append(Token("number", _checked_number(text, start, i), start, text[start:i]))
        elif c in SUPERSCRIPTS or c == "⁻":
            i = _end(text, i, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
            tokens.append(_raised(text[start:i], start))
        elif c in FRACTIONS:
            i += 1
            tokens += _fraction(c, start, tokens)
        elif _is_letter(c) or c in FUNCTION_LETTERS:
            i = _end_of_word(text, i)
            tokens += _word(text, start, i, notes)
        else:
            raise ParseError(hint(c), start)
    return tokens


def _is_letter(c: str) -> bool:
    return (c.isascii() and c.isalpha()) or c in GREEK_LETTERS


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


def _decimal_comma(typed: str, position: int) -> Note:
    if typed.count(",") > 1 or "." in typed or re.fullmatch(r"[1-9]\d{0,2},\d{3}", typed):
        joined, pointed = typed.replace(",", ""), typed.replace(",", ".", 1)
        raise ParseError(f"{typed} can be read in two ways; write {joined} or {pointed}, without a comma.", position)
    return Note(f"{typed} is read as the decimal {typed.replace(',', '.')}.", position)


def _checked_number(text: str, start: int, end: int) -> str:
    digits = text[start:end].replace(",", ".")
    if digits.count(".") > 1 or digits == ".":
        raise ParseError(f"{digits} is not a number; write one decimal point, for example 1.5.", start)
    _refuse_scientific(text, start, end)
    if float(digits) > LARGEST_NUMBER:
        raise ParseError("Numbers go up to 10^300.", start)
    if float(digits) == 0 and digits.strip("0."):
        raise ParseError("This number is too close to 0; the smallest is about 10^(-323).", start)
    return digits


def _refuse_scientific(text: str, start: int, end: int) -> None:
    """2e-3 is 0.002 in code and 2·e − 3 on paper; 2x10^3 is 2·10³ by hand and 2·x₁₀³ by rule."""
    digits = text[start:end]
    ten = _POWER_OF_TEN.match(text, end)
    if ten:
        raise ParseError(f"Here x stands for a variable; write {digits}*10^3 for {digits} times a power of 10.", end)
    sign = text[end + 1 : end + 2].replace("−", "-") if text[end + 1 : end + 2] in ("+", "-", "−") else ""
    first = end + 1 + len(sign)
    power = text[first : _end(text, first, "0123456789")]
    if text[end : end + 1] in ("e", "E") and power:
        exponent = f"(-{power})" if sign == "-" else power
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
    return Token("raised", sign + "".join(SUPERSCRIPTS[c] for c in raised), position, text)


def _fraction(c: str, position: int, before: list[Token]) -> list[Token]:
    """½ is (1/2)."""
    above, below = FRACTIONS[c][0], FRACTIONS[c][1]
    if before and before[-1].kind == "number" and before[-1].end == position:
        number = before[-1].text
        raise ParseError(
            f"{number}{c} can be read in two ways; write {number} + {above}/{below} or {number}*{above}/{below}.",
            before[-1].position,
        )
    pieces = (("(", "("), ("number", above), ("/", "/"), ("number", below), (")", ")"))
    return [Token(kind, text, position, c) for kind, text in pieces]


def _word(text: str, start: int, end: int, notes: list[Note]) -> list[Token]:
    word = text[start:end].translate(SUBSCRIPTS)
    opens = text[end:].lstrip()[:1] in ("(", "[", "{")
    if word[0] in GREEK_LETTERS and not (word == "σ" and opens):
        tokens = [Token("name", GREEK_LETTERS[word[0]] + word[1:], start, text[start:end])]
    else:
        above = text[max(0, start - 6) : start].replace(" ", "")
        if len(word) == 2 and word[0] == "d" and above.endswith("/") and "d" in above[-3:-1]:
            raise ParseError("Type only what is to be differentiated, for example x^2.", start)
        tokens = cut(word, start, opens)
    inside = _ONE_VARIABLE.match(text, end)
    if inside and tokens[-1].kind == "name":
        name, argument = tokens[-1].text, inside[1]
        if len(tokens) == 1 and name[:1] in "hH" and len(argument) == 1:
            raise ParseError(
                f"{name}({argument}) can be read in two ways; write {name}*{argument} for a product, or type the "
                f"formula that {name}({argument}) stands for.",
                start,
            )
        notes.append(Note(f"{name}({argument}) is read as {name} times {argument}.", tokens[-1].position))
    return tokens
