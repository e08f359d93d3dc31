"""A matrix of live numbers in a view: a real table, whose heads say what is a row and what is a column."""

from collections.abc import Sequence

from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.view import value

Rows = Sequence[Sequence[float]]


def matrix_view(name: str, title: str, outputs: Sequence[str], inputs: Sequence[str]) -> str:
    """The table for a Jacobian: a row for each output, a column for each input. `title` and names are XHTML."""
    head = "".join(f'<th scope="col">{name_}</th>' for name_ in inputs)
    rows = "".join(
        f'<tr><th scope="row">{output}</th>'
        + "".join(f"<td>{value(f'{name}-{i}{j}', 'id')}</td>" for j in range(1, len(inputs) + 1))
        + "</tr>"
        for i, output in enumerate(outputs, start=1)
    )
    return (
        f'<table class="matrix"><caption>{title}</caption>'
        f"<thead><tr><td/>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def matrix_patch(name: str, rows: Rows) -> Patch:
    """The numbers of that table: `name-21` is in row 2 and column 1."""
    return {
        f"{name}-{i}{j}.text": decimal(entry)
        for i, row in enumerate(rows, start=1)
        for j, entry in enumerate(row, start=1)
    }
