"""Every number printed in the chapter is computed or checked by `calc`. How to add one: see `claims.py`."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from tests.prose.claims import Claim, claim, complaints, given, holds, inside
from tests.prose.page import PAGES, Page


def claims_of(page: Page) -> list[Claim]:
    """What tests/prose/PAGE.py says of docs/PAGE.md; a page without numbers needs no such file."""
    module = f"tests.prose.{page.name.replace('-', '_')}"
    claims: list[Claim] = import_module(module).CLAIMS if find_spec(module) else []
    return claims


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_number_of_a_page_is_claimed_and_right(page: Page) -> None:
    found = complaints(page, claims_of(page))
    assert not found, "\n" + "\n".join(found)


def altered(number: str) -> str:
    """Another number, printed with as many digits."""
    if number in "¼½¾":
        return "¼" if number == "½" else "½"
    last = max(i for i, character in enumerate(number) if character.isdigit())
    return f"{number[:last]}{(int(number[last]) + 1) % 10}{number[last + 1 :]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_wrong_number_is_noticed_even_where_the_claim_repeats_it(page: Page) -> None:
    """Alters each number on the page and in the quote alike: what was computed must then contradict it."""
    noticed: dict[str, bool] = {}
    for one, (start, end) in [(each, place) for each in claims_of(page) for place in each.places(page)[:1]]:
        before, after = page.text.rfind("\n", 0, start) + 1, page.text.find("\n", end)
        for number in inside(page, start, end) if one.result else ():
            text = page.text[before : number.start] + altered(number.text) + page.text[number.end : after]
            moved = len(text) - (after - before) - before
            wrong = one.check(Page(page.name, text), start - before, end + moved)
            name = f"{page.at(number.start)}: {number.text} in “{page.text[number.start - 20 : number.end + 20]}”"
            noticed[name] = noticed.get(name, False) or bool(wrong)
    unnoticed = [name for name, so in noticed.items() if not so]
    assert not unnoticed, "\n" + "\n".join(unnoticed)


def test_an_altered_page_is_reported_with_its_line() -> None:
    page = Page("page", "# A page\n\nAt $x = 3$ the slope of $x^2$ is 6.10.\n")
    claims = [claim("is 6.10.", 6.1), *given("At $x = 3$", "$x^2$")]
    assert complaints(page, claims) == []
    (gone, unchecked) = complaints(Page("page", page.text.replace("6.10", "6.20")), claims)
    assert gone == "docs/page.md no longer says “is 6.10.”"
    assert unchecked == "docs/page.md:3: nobody checks 6.20 in “At $x = 3$ the slope of $x^2$ is 6.20.”"
    (wrong,) = complaints(page, [claim("is 6.10.", 6.11), *claims[1:]])
    assert wrong == "docs/page.md:3: printed 6.10, computed 6.11, in “is 6.10.”"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("from −0.5 to 1,024, $x-1$, $-3$ and ¼", ["−0.5", "1,024", "1", "-3", "¼"]),
        (r"$\frac16 + 10^{-8} x_1 + u_{12}^2$ and $(2, -3)$", ["1", "6", "10^{-8}", "2", "2", "-3"]),
        ("[x = 2](?chain-rule.x=5#chain-rule-7) **3**{#id-4 .iu} `8` <b class=x9>6</b>", ["2", "3", "6"]),
        ("1. first\n\n``` widget\nx: 7\n```\n\n    2. second, 4", ["4"]),
    ],
)
def test_numbers_are_found_where_a_reader_sees_them(text: str, printed: list[str]) -> None:
    assert [number.text for number in Page("page", text).numbers] == printed


@pytest.mark.parametrize(
    ("quote", "true"),
    [
        (r"$\frac{(3+h)^2 - 9}{h} = 6 + h$", True),
        (r"$\frac{(3+h)^2 - 9}{h} = 6 - h$", False),
        (r"$0.8808 \cdot 0.1192 = 0.1050$", True),
        (r"$0.8808 \cdot 0.1192 = 0.1051$", False),
        (r"$1 - \tanh^2 x = \dfrac{4}{(e^x + e^{-x})^2}$", True),
        (r"$\sigma(2) \approx 0.88$", True),
        (r"$2 + 2 = 4 = 5$", False),
        ("it is 4", False),
    ],
)
def test_an_equation_is_put_to_the_test(quote: str, true: bool) -> None:
    assert (complaints(Page("page", quote), [holds(quote)]) == []) is true
