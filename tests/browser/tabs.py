"""Tabs that are used again, so that the scripts, styles and fonts that one test has read are there for the next.

A test meets its tab as a first visitor does: nothing is stored, emulated, held or remembered of the one before.
"""

from typing import Any, Literal

from playwright.sync_api import Browser, Error, Page

FORGET = "(localStorage.clear(), sessionStorage.clear(), history.length)"
LONG = 30  # steps of history; a browser keeps fifty, and then a step more is not seen in their number
MEDIA: tuple[Literal["color_scheme", "reduced_motion", "forced_colors"], ...] = (
    "color_scheme",
    "reduced_motion",
    "forced_colors",
)


class Tabs:
    """A browser's tabs, by the settings that they were opened with."""

    def __init__(self, browser: Browser, quiet: str) -> None:
        """`quiet` is the address of a file of the site that runs no script: where a tab waits for its next visitor."""
        self._browser, self._quiet = browser, quiet
        self._idle: dict[str, list[Page]] = {}
        self._settings: dict[Page, tuple[str, dict[str, Any]]] = {}

    def take(self, script: str = "", **options: Any) -> Page:
        """A tab in which `script` runs before all others, in a profile with Playwright's `options`."""
        settings = repr((script, sorted(options.items())))
        if waiting := self._idle.get(settings):
            return waiting.pop()
        context = self._browser.new_context(**options)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        self._settings[page] = settings, options
        return page

    def give_back(self, page: Page) -> None:
        """Leaves the site and clears the tab; one that does not answer any more is closed."""
        settings, options = self._settings[page]
        try:
            for other in page.context.pages:
                if other is not page:
                    other.close()
            page.unroute_all()
            page.context.clear_permissions()
            page.mouse.up()
            page.mouse.move(0, 0)
            page.goto(self._quiet)  # first: a page that is left may store something yet
            steps = page.evaluate(FORGET)
            page.emulate_media(media="null", **{each: options.get(each, "null") for each in MEDIA})
        except Error:
            self.close(page)
        else:
            if steps < LONG:
                self._idle.setdefault(settings, []).append(page)
            else:
                self.close(page)

    def close(self, page: Page) -> None:
        """Closes a tab that nobody should have after this visitor."""
        del self._settings[page]
        page.context.close()
