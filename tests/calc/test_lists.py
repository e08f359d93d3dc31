"""Reading lists and matrices of formulas."""

import pytest

import calc

x, y = calc.Variable("x"), calc.Variable("y")
one, two, three, four = (calc.Number(n) for n in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("2x, 3", (2 * x, three)),
        ("(2x, 3)", (2 * x, three)),
        ("[2x; 3]", (2 * x, three)),
        ("{x}", (x,)),
        ("(x + 1)(x - 1), y", ((x + 1) * (x - 1), y)),
        ("(x + 1)", (x + 1,)),
        ("max(0, x), y", (calc.parse("relu(x)"), y)),
        ("［1，2］", (one, two)),
        ("0,5", (calc.Number(0), calc.Number(5))),
    ],
)
def test_a_list_is_read_entry_by_entry(typed: str, entries: tuple[calc.Expression, ...]) -> None:
    assert calc.parse_list(typed) == entries


SQUARE = ((one, 2 * x), (three, four))


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("[[1, 2x], [3, 4]]", SQUARE),
        ("[1, 2x; 3, 4]", SQUARE),
        ("1, 2x; 3, 4", SQUARE),
        ("(1, 2x), (3, 4)", SQUARE),
        ("((1, 2x), (3, 4))", SQUARE),
        ("[[1, 2x, y]]", ((one, 2 * x, y),)),
        ("[1, 2x]", ((one, 2 * x),)),
        ("1; 2x", ((one,), (2 * x,))),
        ("[[1], [2x]]", ((one,), (2 * x,))),
        ("5x", ((5 * x,),)),
        ("(x + 1), (y)", ((x + 1, y),)),
    ],
)
def test_a_matrix_is_read_row_by_row(typed: str, rows: tuple[tuple[calc.Expression, ...], ...]) -> None:
    assert calc.parse_matrix(typed) == rows


@pytest.mark.parametrize(
    ("typed", "position", "message"),
    [
        ("[[1, 2],[3]]", 8, "Row 2 has 1 and row 1 has 2: the rows of a matrix are equally long, for example"),
        ("[1, , 2]", 3, "An entry is missing here; for example [[1, 2x], [3, 4]]."),
        ("", 0, "An entry is missing here"),
        ("[1, 2*]", 6, "Something is missing after *"),
        ("[[1, 2], [3, foo(x)]]", 13, "There is no function foo."),
        ("[1, 2", 0, "This [ is never closed."),
    ],
)
def test_a_mistake_in_a_matrix_is_named_with_its_place_in_the_whole(typed: str, position: int, message: str) -> None:
    with pytest.raises(calc.ParseError) as caught:
        calc.parse_matrix(typed)
    assert caught.value.message.startswith(message)
    assert caught.value.position == position
