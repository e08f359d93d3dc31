"""The second process of a build makes what the first would have made, and nothing of what was saved meanwhile."""

from pathlib import Path

from tests.site.project import Project

FENCES = "".join(f"``` widget\nname: {name}\n```\n\n" for name in ("rectangle", "base", "mirror", "stretch"))
AHEAD = """
from pathlib import Path
from widgets import find_widget, widget_names
from widgets.build.ahead import Ahead
from widgets.build.source import read_page

usable = {{name: find_widget(name) for name in widget_names()}}
ahead = Ahead([read_page("docs/index.md", {fences!r})], usable)
{meanwhile}
ahead._process.wait()
"""
HERE = """
from widgets import find_widget
from widgets.build.html.rendered import key
from widgets.build.html.prerender import prerender

for name in ("rectangle", "base", "mirror", "stretch"):
    print(key(find_widget(name), {{}}, name), prerender(find_widget(name), {{}}, name).replace("\\n", ""))
"""


def kept(project: Project) -> dict[str, str]:
    return {
        file.name: file.read_text(encoding="utf-8").replace("\n", "")
        for file in (project.folder / ".cache" / "html").glob("*")
    }


def test_it_makes_what_the_build_itself_makes(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", cold=True)
    made = project.run("-c", AHEAD.format(fences=FENCES, meanwhile=""))
    assert made.returncode == 0, made.stderr
    found = kept(project)
    here = project.run("-c", HERE.replace("{{", "{").replace("}}", "}"))
    assert here.returncode == 0, here.stderr
    assert found == dict(line.split(" ", 1) for line in here.stdout.splitlines())


def test_what_was_saved_since_the_build_began_is_left_to_the_next(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", cold=True)
    save = "Path('widgets/kit/numbers.py').open('a').write('# saved')"
    made = project.run("-c", AHEAD.format(fences=FENCES, meanwhile=save))
    assert made.returncode == 0, made.stderr
    assert kept(project) == {}
