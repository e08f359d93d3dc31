"""A finger on the screen: the browser's own touch events, through the DevTools protocol; no mouse in disguise."""

from playwright.sync_api import Locator, Page

Point = tuple[float, float]


class Finger:
    """One finger on a page that was opened with `has_touch`. Places are CSS pixels of the window."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)
        self._at: Point = (0, 0)

    def _send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        self._page.wait_for_timeout(16)

    def down(self, at: Point) -> None:
        self._at = at
        self._send("touchStart", at)

    def move(self, across: float, down: float, steps: int = 8) -> None:
        """Slides on by so much."""
        x, y = self._at
        for i in range(1, steps + 1):
            self._send("touchMove", (x + across * i / steps, y + down * i / steps))
        self._at = (x + across, y + down)

    def up(self) -> None:
        self._send("touchEnd")

    def lost(self) -> None:
        """What a call or a gesture of the system does to a touch."""
        self._send("touchCancel")

    def swipe(self, start: Point, across: float, down: float) -> None:
        self.down(start)
        self.move(across, down)
        self.up()

    def tap(self, at: Point) -> None:
        self.down(at)
        self.up()


def middle(place: Locator) -> Point:
    """The middle of what stands on the screen."""
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
