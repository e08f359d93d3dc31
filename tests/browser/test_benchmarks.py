"""Every benchmark runs, once and short: what is claimed can be measured again."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks import __main__ as bench
from benchmarks.lab import Lab, add_contenders, wait_until
from tests.browser.server import serve


@pytest.fixture(scope="module")
def lab_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site, with what it is compared with."""
    copy = tmp_path_factory.mktemp("lab") / "site"
    shutil.copytree(site, copy)
    add_contenders(copy)
    return copy


@pytest.mark.parametrize("name", bench.BROWSER)
def test_a_benchmark_of_the_browser_runs(
    browser: Browser, lab_site: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    with serve(lab_site) as root:
        bench.BROWSER[name](Lab(root, lab_site, browser, short=True))
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) >= 4
    assert "nan" not in printed


@pytest.mark.parametrize("name", bench.ALONE)
def test_a_benchmark_without_a_browser_runs(capsys: pytest.CaptureFixture[str], name: str) -> None:
    bench.ALONE[name](short=True)
    assert len(capsys.readouterr().out.splitlines()) >= 4


def test_a_contender_that_does_not_answer_is_an_error(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("none")
    (tmp_path / "silent.html").write_text("<p>starting</p>")
    with serve(tmp_path) as root:
        page = browser.new_page()
        page.goto(root + "silent.html")
        with pytest.raises(RuntimeError, match=r"silent.html: nothing after 0.1 s; the page says: starting"):
            wait_until(page, "globalThis.answered !== undefined", "silent.html", seconds=0.1)
        page.close()


def test_a_benchmark_that_does_not_exist_is_told_which_do() -> None:
    with pytest.raises(SystemExit, match=r"There is no benchmark drags\. There are: weight, .*drag"):
        bench.main(["drags"])
