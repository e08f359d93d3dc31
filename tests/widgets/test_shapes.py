"""Shapes: the product against numpy, the rule's own words where there is none, and the names that must meet."""

import itertools

import numpy as np
import pytest

import calc
from tests.widgets.paths import pieces
from widgets.kit.patch import Patch
from widgets.shapes import J_F, J_G, WIDGET
from widgets.shapes.sheet import CELL, MOST, SIZE

SIZES = list(itertools.product((1, 2, 4), repeat=3))


def at(**state: float | str) -> Patch:
    patch = WIDGET.update({**WIDGET.defaults(), **state})
    return {**patch, "verdict.text": patch["verdict.text"].replace("\u00a0", " ")}  # these hold a product together


def shown(patch: Patch, name: str) -> list[list[int]]:
    """The numbers of a table as they stand on the page, empty places left out."""
    rows = [[patch[f"{name}{r}{c}.text"] for c in range(MOST)] for r in range(MOST)]
    return [[int(text.replace("−", "-")) for text in row if text] for row in rows if any(row)]


def test_the_upper_left_corners_are_the_worked_example() -> None:
    patch = at(n=2, m=2, p=2)
    assert shown(patch, "left") == [[12, 0], [1, 6]]
    assert shown(patch, "above") == [[3, 2], [-1, 1]]
    assert shown(patch, "product") == [[36, 24], [-3, 8]]
    assert patch["verdict.text"] == "How y₂ reacts to x₁, over 2 routes: 1 · 3 + 6 · (−1) = −3."


@pytest.mark.parametrize(("n", "m", "p"), SIZES)
def test_outer_times_inner_always_fits_and_is_numpys_product(n: int, m: int, p: int) -> None:
    patch = at(n=n, m=m, p=p)
    f, g = np.array(J_F)[:p, :m], np.array(J_G)[:m, :n]
    assert shown(patch, "product") == (f @ g).tolist()
    assert patch["result.text"] == f"{p} × {n}"
    assert len(pieces(patch["product-cells.d"])) == p * n
    i, j = min(2, p), min(1, n)
    assert patch["verdict.text"].endswith(f"= {str((f @ g)[i - 1, j - 1]).replace('-', '−')}.")


@pytest.mark.parametrize(("n", "m", "p"), SIZES)
def test_the_other_order_fits_only_where_outputs_are_as_many_as_inputs(n: int, m: int, p: int) -> None:
    patch = at(n=n, m=m, p=p, order="inner-outer")
    f, g = np.array(J_F)[:p, :m], np.array(J_G)[:m, :n]
    if n == p:
        assert shown(patch, "product") == (g @ f).tolist()
        assert "this product means nothing" in patch["verdict.text"]
    else:
        assert shown(patch, "product") == []
        assert patch["verdict.text"] == f"{m}×{n} times {p}×{m} does not fit: {m}×{n} needs {n}×{m} on its right."
        with pytest.raises(calc.ShapeError, match=f"{m}×{n} needs {n}×{m} on its right"):
            calc.matmul(g.tolist(), f.tolist())


@pytest.mark.parametrize(("n", "m", "p"), SIZES)
def test_from_however_near_the_tables_are_seen_they_stay_inside(n: int, m: int, p: int) -> None:
    patch = at(n=n, m=m, p=p)
    near = float(patch["near.var"])
    assert 1 <= near < 2
    for name in ("left", "above", "product"):
        for outline in pieces(patch[f"{name}-cells.d"]):
            for x, y in outline:
                assert 0 <= SIZE / 2 + near * (x - SIZE / 2) <= SIZE
                assert 0 <= SIZE / 2 + near * (y - SIZE / 2) <= SIZE


def test_the_names_between_the_tables_tell_a_product_that_means_something() -> None:
    def arm(patch: Patch, name: str) -> list[str]:
        return [text for k in range(MOST) if (text := patch[f"{name}-arm{k}.text"])]

    right, wrong = at(n=3, m=2, p=3), at(n=3, m=2, p=3, order="inner-outer")
    assert arm(right, "left") == arm(right, "upper") == ["u₁", "u₂"]
    assert arm(right, "right") == ["x₁", "x₂", "x₃"]
    assert arm(right, "lower") == ["y₁", "y₂", "y₃"]
    assert arm(wrong, "left") == ["x₁", "x₂", "x₃"]
    assert arm(wrong, "upper") == ["y₁", "y₂", "y₃"]


def test_a_row_beyond_the_last_is_the_last() -> None:
    assert at(n=2, m=2, p=2, i=4, j=4)["verdict.text"].startswith("How y₂ reacts to x₂")


# Row 2 of J_f is 1, 6 and column 1 of J_g is 3, −1: 3, and then 3 − 6 = −3.
def test_the_sum_grows_term_by_term_in_its_own_cell() -> None:
    said = [at(n=2, m=2, p=2, k=k) for k in range(4)]
    assert [shown(patch, "product")[1][0] for patch in said] == [0, 3, -3, -3]
    assert said[0]["verdict.text"] == "How y₂ reacts to x₁, over 2 routes: row 2 meets column 1."
    assert said[1]["verdict.text"] == "How y₂ reacts to x₁, over 2 routes: 1 · 3 = 3 so far."
    whole = "How y₂ reacts to x₁, over 2 routes: 1 · 3 + 6 · (−1) = −3."
    assert said[2]["verdict.text"] == said[3]["verdict.text"] == whole
    assert shown(said[1], "product")[0] == [36, 24], "the others stand"


def test_the_two_numbers_of_a_term_are_marked_where_they_stand() -> None:
    for k in (1, 2):
        patch = at(n=3, m=2, p=4, k=k)
        (row,), (column,) = pieces(patch["row.d"]), pieces(patch["column.d"])
        in_row, in_column = pieces(patch["pair.d"])
        assert in_row[0] == pytest.approx((row[0][0] + (k - 1) * CELL, row[0][1]))
        assert in_column[0] == pytest.approx((column[0][0], column[0][1] + (k - 1) * CELL))
    assert at(k=0)["pair.d"] == at(m=1, k=2)["pair.d"] == "M0 0"


def test_a_short_sum_stays_in_its_line_and_a_long_one_may_go_on_in_the_next() -> None:
    sums = {m: WIDGET.update({**WIDGET.defaults(), "m": m})["verdict.text"].split(": ")[1] for m in (2, 3, 4)}
    assert " " not in sums[2] + sums[3]
    assert " + " in sums[4]


@pytest.mark.parametrize(("order", "terms"), [("outer-inner", 2), ("inner-outer", 4)])
def test_the_slider_of_the_terms_ends_with_the_last_of_them(order: str, terms: int) -> None:
    """2 values in between; the other way round, a column of ∂u/∂x would meet one of the 4 outputs."""
    assert at(n=3, m=2, p=4, order=order)["terms.text"] == str(terms)
