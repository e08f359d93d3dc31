"""A page of the chapter as its reader sees it: which numbers stand where."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.conftest import ROOT

DOCS = ROOT / "docs"

# What no reader reads as a number of the text. Blanked out before numbers are looked for, so that places stay places.
_UNREAD = re.compile(
    r"""
      \A---\n.*?\n---\n                     # front matter
    | ^[ ]*```.*?^[ ]*```[ ]*$               # fences: widgets' settings, code
    | <!--.*?--> | <svg\b.*?</svg> | <[a-zA-Z/][^>]*>
    | \[\^?[\w-]+\]:.*?$                     # link definitions
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)  # where a link leads
    | `[^`\n]+`                              # code
    | \b[Ss]ection[ ]\d | (?<=\[)\d(?=\]\()   # which section
    | \{:?[ ]*[#.][^}\n]*\}                  # ids and classes
    | \{(?:moves|shows)=[^}\n]*\}            # what stands behind a number
    | ^[ ]*\d+\.(?=[ ])                      # the numerals of a list
    | _\{[^{}]*\} | _\d                      # which one: x₁ is a name
    | \\\\\[[^\]]*\]                         # space between lines of a formula
    | (?<=\\begin)\{[^}]*\}(?:\{[^}]*\})?
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NUMBER = re.compile(
    r"""
      (?<=frac)\d | (?<=frac\d)\d            # \frac16 is 1 and 6
    | (?:(?<![\w.)\]}'’!])[-−])?             # a minus sign; after a letter, a digit or a bracket it means “take away”
      (?<![\w.])
      (?: 10\^\{?-?\d+\}? | (?:\d{1,3}(?:,\d{3})+ | \d+)(?:\.\d+)? | [¼½¾] )
    """,
    re.VERBOSE,
)
_FORMULA = re.compile(r"(\${1,2})(?!\s)(.+?)\1", re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """A number as it is printed, and where."""

    text: str
    start: int
    end: int

    @property
    def value(self) -> float:
        plain = self.text.replace("−", "-").replace(",", "")
        if "^" in plain:
            sign, exponent = plain.partition("10^")[::2]
            return float(f"{sign}1e{exponent.strip('{}')}")
        for sign, fraction in (("¼", "0.25"), ("½", "0.5"), ("¾", "0.75")):
            plain = plain.replace(sign, fraction)
        return float(plain)

    def shows(self, value: float) -> bool:
        """Whether `value`, rounded to the decimals that are printed, is this number. Whole numbers are exact."""
        decimals = len(self.text.partition(".")[2])
        exact = 1e-9 * max(abs(value), 0 if "^" in self.text else 1)
        return abs(self.value - value) <= max(exact, 0.5 * 10**-decimals * (1 + 1e-6) if decimals else 0)


@dataclass(frozen=True)
class Page:
    """The Markdown of one page."""

    name: str
    text: str

    @cached_property
    def read(self) -> str:
        """The text with everything blanked out that no reader reads as a number."""
        return self.unread(lambda gap: re.sub(r"[^\n]", " ", gap))

    def unread(self, stand_in: Callable[[str], str]) -> str:
        """The text with something else in place of what no reader reads."""
        return _UNREAD.sub(lambda m: stand_in(m[0]), self.text)

    @cached_property
    def numbers(self) -> tuple[Printed, ...]:
        return tuple(Printed(m[0], m.start(), m.end()) for m in _NUMBER.finditer(self.read))

    @cached_property
    def formulas(self) -> tuple[tuple[int, int, str], ...]:
        """Start, end and LaTeX of every formula."""
        return tuple((m.start(), m.end(), m[2]) for m in _FORMULA.finditer(self.text))

    def at(self, place: int) -> str:
        """Where that is, for people: the file and the line."""
        return f"docs/{self.name}.md:{self.text.count(chr(10), 0, place) + 1}"


def load(path: Path) -> Page:
    return Page(path.stem, path.read_text(encoding="utf-8"))


# Years, volumes and pages of books and papers are nobody's results.
BIBLIOGRAPHY = "sources"
PAGES = tuple(load(path) for path in sorted(DOCS.glob("*.md")) if path.stem != BIBLIOGRAPHY)
