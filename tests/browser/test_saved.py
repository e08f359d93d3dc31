"""What an author saves while serving is computed live by the Python that comes with the page."""

import time
from pathlib import Path

from tests.browser.visit import Open
from tests.site.development import serving
from tests.site.project import Project

NO_PRODUCT = "vector-chain-rule/?shapes.n=3&shapes.m=2&shapes.p=4&shapes.order=inner-outer#shapes"


def test_what_is_saved_while_serving_is_what_python_answers(visit: Open, tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    new = f"no such thing {time.time_ns()}"  # that no build has packed yet
    with serving(project, tmp_path / "terminal.txt") as server:
        server.wait_for('id="shapes"', "vector-chain-rule/")
        project.edit("widgets/shapes/__init__.py", '"no product"', f'"{new}"')
        project.edit("widgets/shapes/__init__.py", '    title="', '    title="Edited: ')
        server.wait_for("Edited: ", "vector-chain-rule/")
        opened = visit(NO_PRODUCT, root=f"http://127.0.0.1:{server.port}/")
        opened.wait_for("live", "shapes")
        opened.until("result", new, "shapes")
        assert opened.complaints == []
