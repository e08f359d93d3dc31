"""Both sides of an operator stay in one line, in running text and nowhere else."""

from widgets.build.html.held import held

HOLD = "\u00a0"


def test_what_stands_on_either_side_of_an_operator_stays_with_it() -> None:
    assert held("<p>It is 2 · 6 = 12.</p>") == f"<p>It is 2{HOLD}·{HOLD}6{HOLD}={HOLD}12.</p>"


def test_an_operator_between_two_elements_is_held_as_well() -> None:
    assert held("<em>p</em> −\n  <em>t</em>") == f"<em>p</em>{HOLD}−{HOLD}<em>t</em>"


def test_a_minus_before_a_number_is_part_of_it() -> None:
    assert held("<p>at −1, or to 3</p>") == "<p>at −1, or to 3</p>"


def test_the_numbers_of_a_point_stay_together() -> None:
    assert held("<b>(12.00, −7)</b>, (1, 2, 3)") == f"<b>(12.00,{HOLD}−7)</b>, (1,{HOLD}2,{HOLD}3)"
    assert held("<p>in (1990, reprinted) and (4, or 5)</p>") == "<p>in (1990, reprinted) and (4, or 5)</p>"


def test_code_and_what_a_patch_writes_are_left_as_they_are() -> None:
    for html in ("<pre>x = 1</pre>", "<code>x + y</code>", '<b data-part="says">p = w · x</b>', '<a title="a = b">c</a>'):
        assert held(html) == html


def test_two_boxes_with_an_equals_sign_between_them_stay_together() -> None:
    boxes = '<strong class="id">2 · 6</strong> = <strong class="id">12</strong>.'
    assert held(f"<p>by {boxes}</p>").startswith('<p>by <span class="unbroken"><strong')
