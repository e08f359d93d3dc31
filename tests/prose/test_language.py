"""Spelling and grammar. A word that is right and unknown goes into words.txt, in its place."""

import re

from tests.conftest import ROOT
from tests.prose.language import WORDS, sentences, slips

TEXTS = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
}
PLANTED = """# A page

The **sigmiod** of $x$ is a number, and its color is green.

!!! remember "The secant are a straight line with a other slope"
    It could of been $y = 3$.

| At | What |
|---|---|
| $x$ | he go down |

``` widget
name: chane-rule
```

The slope is larger [then](?chane-rule.x=1) the the nudge. Run `mkae`. {: .clas }
"""


def test_the_text_has_no_slip_and_planted_slips_are_found_where_they_are() -> None:
    """One run for both: starting the checker costs more than checking."""
    found = slips({**TEXTS, "planted.md": PLANTED})
    planted = [slip for slip in found if slip.startswith("planted.md")]
    rest = [slip for slip in found if slip not in planted]
    assert not rest, "\n" + "\n".join(rest)
    assert [slip.split("”")[0] for slip in planted] == [
        "planted.md:3: “sigmiod",
        "planted.md:3: “color",
        "planted.md:5: “a",
        "planted.md:6: “could of",
        "planted.md:10: “go",
        "planted.md:16: “then",
        "planted.md:16: “the the",
    ]


def test_what_is_no_prose_is_left_out_and_lines_stay_lines() -> None:
    assert sentences(PLANTED).count("\n") == PLANTED.count("\n")
    for code in ("chane", "mkae", "clas", "widget", "$"):
        assert code not in sentences(PLANTED)


def test_the_list_of_words_is_sorted_and_every_word_is_needed() -> None:
    words = WORDS.read_text(encoding="utf-8").split()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    together = " ".join(map(sentences, TEXTS.values()))
    assert [word for word in words if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", together)] == []
