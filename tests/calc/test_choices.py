"""Choices as people type them, {x < 0: 0, x >= 0: x}: what they mean, and how a mistake in one is told."""

import math

import pytest

import calc

RAMP = "{x < 0: 0, x >= 0: x}"
HUBER = "{|x| <= 1: x^2/2, |x| > 1: |x| - 1/2}"

# typed, and its values at −2, −1, 0, 1 and 2 by hand; NaN where there is none
READ = [
    (RAMP, 0, 0, 0, 1, 2),
    ("{x < 0: 0, x}", 0, 0, 0, 1, 2),
    ("{x < 0: 0, else: x}", 0, 0, 0, 1, 2),
    ("{x < 0: 0, otherwise: x}", 0, 0, 0, 1, 2),
    ("x if x > 0 else 0", 0, 0, 0, 1, 2),
    ("0 if 0 > x else x", 0, 0, 0, 1, 2),
    ("{ x ≤ 0 : 0 , x ≥ 0 : x }", 0, 0, 0, 1, 2),
    ("{x <= -1: -1, x < 1: x, 1}", -1, -1, 0, 1, 1),
    ("-1 if x <= -1 else x if x < 1 else 1", -1, -1, 0, 1, 1),
    ("{-1 < x < 1: 5, 7}", 7, 7, 5, 7, 7),
    ("{-1 <= x <= 1: 5, 7}", 7, 5, 5, 5, 7),
    ("{1 >= x > -1: 5, 7}", 7, 7, 5, 5, 7),
    ("{x = 0: 9, x^2}", 4, 1, 9, 1, 4),
    ("{x == 0: 9, x != 0: x^2}", 4, 1, 9, 1, 4),
    ("{x ≠ 0: 1/x}", -0.5, -1, math.nan, 1, 0.5),
    ("{x > 0: ln(x), x < 0: ln(-x)}", math.log(2), 0, math.nan, 0, math.log(2)),
    ("{x > -1.5: x}", math.nan, -1, 0, 1, 2),
    (HUBER, 1.5, 0.5, 0, 0.5, 1.5),
    ("{x^2 < 2x: 1, 0}", 0, 0, 0, 1, 0),
    ("2{x < 0: 1, 3} + 1", 3, 3, 7, 7, 7),
    ("{x < 0: -1, 1}^3*x", 2, 1, 0, 1, 2),
    ("({x < 0: -1, 1}x)", 2, 1, 0, 1, 2),
    ("sqrt{x < 0: 4, 9}", 2, 2, 3, 3, 3),
    ("e^{x < 0: 0, x >= 0: ln(2)}", 1, 1, 2, 2, 2),
    ("max({x < 0: 1, 0}, x)", 1, 1, 0, 1, 2),
    ("{x < 0: {x < -1: 1, 2}, 3}", 1, 2, 3, 3, 3),
    ("{{x < 0: -x, x} < 2: 1, 0}", 0, 1, 1, 1, 0),
    ("{x < 1/2: 0, x >= 1/2: 1}", 0, 0, 0, 1, 1),
    ("{x < pi/3: 0, 1}", 0, 0, 0, 0, 1),
    ("{x < 0: 1, x >= 0: 1}", 1, 1, 1, 1, 1),
]


@pytest.mark.parametrize(("typed", "values"), [(row[0], row[1:]) for row in READ], ids=[row[0] for row in READ])
def test_a_choice_is_read_as_people_write_it(typed: str, values: tuple[float, ...]) -> None:
    f = calc.parse(typed)
    got = f.values([-2, -1, 0, 1, 2])
    assert got == [pytest.approx(value, nan_ok=True) for value in values]
    assert calc.parse(str(f)) is f


def test_many_values_at_once_are_those_one_by_one() -> None:
    f = calc.parse("{x < -1: ln(-x), -1 <= x < 1: a*sqrt(1 - x^2), x > 1: {x < 2: x, {a > 0: 7}}} + {x < 0.5: 1, 2}/x")
    xs = [k / 16 for k in range(-64, 65)]
    for a in (-1.0, 2.0):

        def one(x: float, a: float = a) -> float:
            try:
                return f.evaluate({"x": x, "a": a})
            except calc.DomainError:
                return math.nan

        assert f.values(xs, a=a) == pytest.approx([one(x) for x in xs], nan_ok=True, abs=0, rel=0)


MISTAKES = [
    ("x < 0", 2, "An inequality has no value; a choice is typed {x < 0: -x, x >= 0: x}."),
    ("(x < 0: 1, 2)", 3, "An inequality has no value; a choice is typed {x < 0: -x, x >= 0: x}."),
    ("if(x < 0, 0, x)", 0, "A choice is typed {x < 0: -x, x >= 0: x}, or -x if x < 0 else x."),
    ("piecewise(x)", 0, "A choice is typed {x < 0: -x, x >= 0: x}."),
    (
        "{x < 0: 1, 2, 3}",
        0,
        "A choice is a list of conditions, each with its formula: {x < 0: -x, x >= 0: x}, or -x if x < 0 else x.",
    ),
    (
        "1 + {x: 1}",
        4,
        "A choice is a list of conditions, each with its formula: {x < 0: -x, x >= 0: x}, or -x if x < 0 else x.",
    ),
    (
        "x if x > 0",
        0,
        "A choice is a list of conditions, each with its formula: {x < 0: -x, x >= 0: x}, or -x if x < 0 else x.",
    ),
    ("x if x else 1", 0, "A choice is a list of conditions, each with its formula: "
     "{x < 0: -x, x >= 0: x}, or -x if x < 0 else x."),
    ("{x < 0: 1, y < 0: 2}", 0, "One choice looks at one quantity, not at x and y; put a choice inside another."),
    ("{1 < 2: x}", 0, "1 < 2 holds always or never; compare something that varies, such as x."),
    ("{x < 1/0: x}", 0, "A bound of this choice has no value."),
    ("{1 < x < 0: x}", 0, "These conditions never hold."),
    ("{x > 0 and x < 1: x}", 7, "Conditions are not joined by words; write 0 < x < 1, or a choice inside another."),
    ("max(x if x > 0 else 1, 2)", 6, "A choice within max stands in brackets: {x < 0: -x, x >= 0: x}."),
    ("{x < 0: 1", 0, "This { is never closed."),
    ("{x < : 1}", 5, "A number, a variable or a bracket belongs here, not :; for example (2x + 1)^2."),
    ("+".join(["{x < 0: 1, 2}"] * 13), 168, "A formula may have 12 choices; this one has more."),
    ("y = x^2", 2, "Type only what stands after the equals sign, for example x^2."),
    ("x : 2", 2, "Write a division with a slash, for example x/2."),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "position", "message"), MISTAKES, ids=[mistake[0][:16] for mistake in MISTAKES])
def test_a_mistake_in_a_choice_is_named(typed: str, position: int, message: str) -> None:
    with pytest.raises(calc.ParseError) as caught:
        calc.parse(typed)
    assert (caught.value.message, caught.value.position) == (message, position)
