"""The characters formulas are typed and pasted in, brought to the few that the reading knows."""

import re

_UPPER_FIRST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK_SMALL = "αβγδεζηθικλμνξοπρςστυφχψω"

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# 𝐱 𝑥 𝒙 𝓍 …: thirteen alphabets of 52 letters, then five rows of digits, as Unicode lists them.
_MATHEMATICAL = {code: _UPPER_FIRST[(code - 0x1D400) % 52] for code in range(0x1D400, 0x1D6A4)}
_MATHEMATICAL |= {code: str((code - 0x1D7CE) % 10) for code in range(0x1D7CE, 0x1D800)}
_MATHEMATICAL |= {start + i: c for start in (0x1D6C2, 0x1D6FC) for i, c in enumerate(_GREEK_SMALL)}
_VARIANTS = dict(zip(map(ord, "ℎℯⅇⅈℓℼϕϵϑϰϱϖςµ’‘ʹˆ∣⁒"), "heeilπφεθκρπσμ'''^|−", strict=True))
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\ufeff"), " ")
_PLAIN = _FULL_WIDTH | _MATHEMATICAL | _VARIANTS | _INVISIBLE

SIGNS = {
    **{sign: sign for sign in "+-*/^()|,"},
    **dict.fromkeys("[{", "("),
    **dict.fromkeys("]}", ")"),
    **dict.fromkeys("·×⋅∙∗•", "*"),
    **dict.fromkeys("−–‒﹣", "-"),
    **dict.fromkeys("÷∕⁄", "/"),
}
COMPARED = re.compile(r"[<>=!]=|=[<>]|<>|[<>=≤≥≠⩽⩾:]")
CLOSING = {"(": ")", "[": "]", "{": "}"}
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉′", "0123456789'")
FRACTIONS = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞", "12 13 23 14 34 15 25 35 45 16 18 38 58 78".split(), strict=True))  # noqa: SIM905
FUNCTION_LETTERS = "σ√∛∜"
EXAMPLE = "for example (2x + 1)^2"

_CYRILLIC = dict(zip("хуаеосртв", "xyaeocptb", strict=True))
_HINTS = {
    "=": "Type only what stands after the equals sign, for example x^2.",
    "∞": "Infinity is not a number; type a formula such as e^(-x).",
    "\\": "Type what you would on a calculator, not LaTeX: 1/x, sqrt(x), sin(x).",
    "$": "Leave the $ signs away; type for example x^2.",
    "°": "Angles are in radians: 180° is pi, 90° is pi/2.",
    "%": "Write a percentage as a number: 5 % is 0.05.",
    "!": "There is no factorial here; multiply the numbers out, for example 6 for 3!.",
    ";": "Type one formula only, for example x^2.",
    ":": "Write a division with a slash, for example x/2.",
    "±": "Type one formula only, with + or with -.",
    **dict.fromkeys("<>≤≥≠⩽⩾", "An inequality has no value; a choice is typed {x < 0: -x, x >= 0: x}."),
    **dict.fromkeys("∫∑∏∂′", "Type only what is to be calculated, for example x^2."),
    **dict.fromkeys("'\"", "A formula has no quotation marks; a derivative is not typed as f' either."),
    **dict.fromkeys("ˣⁿ", "Only digits can be raised; write any other power with ^, for example e^x."),
}


def plain(text: str) -> str:
    """The text with every odd character replaced by a usual one, so that each keeps its place."""
    return text if text.isascii() else text.translate(_PLAIN)


def hint(character: str) -> str:
    """What to type instead of a character that has no meaning here."""
    if character in _HINTS:
        return _HINTS[character]
    if character.lower() in _CYRILLIC:
        return f"This {character} is a Cyrillic letter; type the Latin {_CYRILLIC[character.lower()]}."
    return f"{character!r} has no meaning in a formula; type {EXAMPLE}."
