"""A check takes a number, with an answer for each slip, or else choices; one without a right answer is told where it is."""

import pytest

from tests.site.test_passage import convert

QUESTION = "/// check\nWhat is 3 · 2?\n\n"


def test_a_number_is_asked_for_and_the_answers_wait() -> None:
    text = f"# A page\n\n{QUESTION}**6**\n:   Three twos.\n\n5\n:   That is 3 + 2.\n\n−6\n:   The sign is wrong.\n///\n"
    page, told = convert(text)
    assert told == []
    (field,) = page.iter("input")
    assert field.getparent().text_content().strip() == "Your answer"
    (solution,) = page.iter("details")
    assert solution.get("data-answer") == "6"
    assert "open" not in solution.attrib
    assert "Three twos." in solution.text_content()
    slips = page.xpath("//*[@hidden]")
    assert [(slip.get("data-answer"), " ".join(slip.text_content().split())) for slip in slips] == [
        ("5", "That is 3 + 2."),
        ("-6", "The sign is wrong."),
    ]


def test_terms_that_are_no_numbers_are_choices() -> None:
    page, told = convert(f"# A page\n\n{QUESTION}**six**\n:   Three twos.\n\n5\n:   That is 3 + 2.\n///\n")
    assert told == []
    assert [label.text_content() for label in page.iter("label")] == ["six", "5"]
    assert not list(page.iter("form"))


@pytest.mark.parametrize(
    ("answers", "found"),
    [("6\n:   Three twos.", "1 choices, 0 of them in bold type"), ("Nothing.", "0 choices, 0 of them in bold type")],
)
def test_a_check_needs_a_right_answer(answers: str, found: str) -> None:
    _, told = convert(f"# A page\n\n{QUESTION}{answers}\n///\n")
    assert told == [
        f"docs/index.md, line 3: this check has {found}\n  allowed: the right answer in bold type, and other answers "
        "with what is wrong with them\n  for example:\n    /// check\n    What is 3 · 2?\n\n    **6**\n"
        "    :   Three twos.\n\n    5\n    :   That is 3 + 2.\n    ///"
    ]
