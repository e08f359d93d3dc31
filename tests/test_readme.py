"""What the README shows is what happens."""

import doctest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_lines_of_python_print_what_the_readme_says() -> None:
    (block,) = [part.split("```")[0] for part in README.split("```python\n")[1:]]
    example = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    assert len(example.examples) == 8
    runner = doctest.DocTestRunner(verbose=False)
    assert runner.run(example).failed == 0


def test_every_command_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("serve", "test", "clean"):
        assert f"make {target}" in README
        assert f"\n{target}:" in makefile


def test_every_folder_and_file_it_names_exists() -> None:
    for line in README.splitlines():
        if line.startswith("| `"):
            assert (ROOT / line.split("`")[1]).is_dir(), line
    assert (ROOT / "docs" / "assets" / "chain-rule.png").is_file()
