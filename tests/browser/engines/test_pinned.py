"""A passage on a phone, in Firefox and in WebKit: the picture stays while its text passes, and leaves with it."""

from tests.browser.engines.engine import Engine

# As large as a phone is: neither browser's window becomes so narrow.
PHONE = """void (() => {
  const phone = Object.assign(document.createElement("iframe"), { src: location.href, id: "phone" });
  phone.style.cssText = "border: 0; height: 740px; inset: 0 auto auto 0; position: fixed; width: 360px; z-index: 9";
  document.body.append(phone);
})()"""
INSIDE = "document.getElementById('phone').contentDocument"
COME = f"({INSIDE}?.readyState === 'complete' && !!{INSIDE}.querySelector('#secant[data-status] svg'))"
PINNED = f"(({{ top, bottom }}) => [top, bottom])({INSIDE}.querySelector('#secant .pinned').getBoundingClientRect())"
HEADER = f"{INSIDE}.querySelector('.md-header').getBoundingClientRect().bottom"


def put(engine: Engine, part: str, down: int) -> None:
    """Scrolls until a part of the page is so far down the screen."""
    off = f"{INSIDE}.querySelector('{part}').getBoundingClientRect().top - {down}"
    engine.run(f"void {INSIDE}.defaultView.scrollBy({{ top: {off}, behavior: 'instant' }})")


def test_the_picture_stays_while_its_text_passes_and_leaves_with_it(engine: Engine, root: str) -> None:
    engine.goto(f"{root}derivative/")
    engine.run(PHONE)
    engine.until(lambda: engine.run(COME), True, 30)
    engine.run(f"void ({INSIDE}.documentElement.dataset.exact = '')")
    for down in (500, 300, 100):
        put(engine, ".passage-text", down)
        engine.until(lambda: abs(engine.run(PINNED)[0] - engine.run(HEADER)) < 2, True, 3)
        assert engine.run(PINNED)[1] <= 740 / 2
    put(engine, "article > h2", 60)
    engine.until(lambda: engine.run(PINNED)[1] < 60, True, 3)
