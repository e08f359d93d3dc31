"""What the search finds: each formula once, and lessons before lists of books."""

import json
import re
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def index(site: Path) -> list[dict[str, Any]]:
    docs: list[dict[str, Any]] = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return docs


def test_a_formula_stands_once_in_what_is_searched(index: list[dict[str, Any]]) -> None:
    twice = [(doc["location"], found[0]) for doc in index for found in re.finditer(r"\bnudge (\w)\1\b", doc["text"])]
    assert twice == []
    (formula,) = [doc["text"] for doc in index if doc["location"] == "derivative/#derivative-formula"]
    assert "at any point x where the limit exists" in re.sub(r"<[^>]*>", "", formula)


def test_a_list_of_books_does_not_outrank_the_lesson(index: list[dict[str, Any]]) -> None:
    boosts = {doc["location"].partition("/")[0]: doc.get("boost", 1) for doc in index if "#" in doc["location"]}
    assert boosts["sources"] < boosts["chain-rule"] == 1
