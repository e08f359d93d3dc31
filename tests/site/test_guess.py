"""A guess without a choice, without an answer of its own or without the right one is told where it was made."""

import pytest

from tests.conftest import ROOT
from tests.site.test_passage import convert

QUESTION = "Is it more than 5?"


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ("yes\n:   It is 6.\n\nno\n:   That adds.", "2 choices, 0 of them in bold type"),
        ("**yes**\n:   It is 6.", "1 choices, 1 of them in bold type"),
        ("**yes**\n:   It is 6.\n\n**no**\n:   That adds.", "2 choices, 2 of them in bold type"),
        ("No choices at all.", "0 choices, 0 of them in bold type"),
    ],
)
def test_a_guess_needs_choices_and_one_that_is_right(choices: str, found: str) -> None:
    _, told = convert(f"# A page\n\n/// guess\n{QUESTION}\n\n{choices}\n///\n")
    assert told == [
        f"docs/index.md, line 3: this guess has {found}\n  allowed: two or more choices, the right one bold\n"
        "  for example:\n    /// guess\n    Is 3 · 2 more than 5?\n\n    **yes**\n    :   It is 6.\n\n    no\n"
        "    :   That is 3 + 2.\n    ///"
    ]


def test_nothing_tells_the_right_choice_before_it_is_chosen() -> None:
    page, told = convert(f"# A page\n\n/// guess\n{QUESTION}\n\n**yes**\n:   It is 6.\n\nno\n:   That *adds*.\n///\n")
    assert told == []
    (guess,) = page.find_class("guess")
    assert [kind.text_content() for kind in guess.xpath("./legend/small")] == ["Guess first"]
    assert [label.text_content() for label in guess.iter("label")] == ["yes", "no"]
    assert not guess.xpath(".//label//strong")
    assert [answer.text_content().strip() for answer in guess.find_class("answer")] == ["It is 6.", "That adds."]


def test_what_is_to_be_guessed_of_the_chain_rule_is_not_told_above() -> None:
    above, *_ = (ROOT / "docs" / "chain-rule.md").read_text(encoding="utf-8").split("/// guess")
    assert "multipl" not in above
    assert "product" not in above
