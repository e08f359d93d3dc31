"""What can happen to a file between the server and a reader: the test server does it on demand, and stops on demand.

faults = Faults({"chapter.zip": missing})
with serve(site, faults=faults) as root:
    …                                   # the page as an unlucky reader meets it
    faults.clear()                      # and from now on the line is good again
    assert faults.asked("chapter.zip") == 2
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase


@dataclass(frozen=True)
class Answer:
    """What the server sends for one request."""

    status: int
    body: bytes
    suffix: str
    length: int | None = None  # the Content-Length it promises, where that is not the length of the body
    chunk: int = 0  # bytes a tenth of a second; 0 sends the body at once
    cache: str = "no-store"  # so that what comes when the fault is lifted is asked for again
    held: bool = False  # nothing is sent before the fault is lifted
    policy: str = ""  # a Content-Security-Policy of the host's own


Fault = Callable[[Answer], Answer]


def missing(answer: Answer) -> Answer:
    """404, with a short page of words."""
    return replace(answer, status=404, body=b"<!doctype html><title>404</title>There is no such file.", suffix=".html")


def web_page(answer: Answer) -> Answer:
    """A web page with status 200 in its place, as a hotel's network answers until its guest has agreed to something."""
    return replace(answer, body=b"<!doctype html><title>Welcome</title>Please agree to the terms.", suffix=".html")


def empty(answer: Answer) -> Answer:
    """Status 200, and nothing in it."""
    return replace(answer, body=b"")


def damaged(answer: Answer) -> Answer:
    """As long as it should be, with twenty bytes in the middle turned round."""
    middle = len(answer.body) // 2
    hurt = bytes(byte ^ 0xFF for byte in answer.body[middle : middle + 20])
    return replace(answer, body=answer.body[:middle] + hurt + answer.body[middle + len(hurt) :])


def cut(share: float = 0.5) -> Fault:
    """The first part of the file, sent as if it were all of it."""
    return lambda answer: replace(answer, body=answer.body[: int(len(answer.body) * share)])


def dropped(answer: Answer) -> Answer:
    """The line breaks when half of the file has come."""
    return replace(answer, length=len(answer.body), body=answer.body[: len(answer.body) // 2])


def held(answer: Answer) -> Answer:
    """No answer at all; when the fault is lifted, the file comes."""
    return replace(answer, held=True)


def drip(bytes_a_second: int = 2_000) -> Fault:
    """A very slow line; when the fault is lifted, the rest comes at once."""
    return lambda answer: replace(answer, chunk=max(1, bytes_a_second // 10))


def scripted(script: str) -> Fault:
    """A script before all else in a page, where even its own policy does not stand yet: this is for tests to listen."""
    opening = f"<head><script>{script}</script>".encode()

    def add(answer: Answer) -> Answer:
        return replace(answer, body=answer.body.replace(b"<head>", opening, 1), cache="max-age=600")

    return add


@dataclass
class Faults:
    """Which files suffer what, by the end of their path (`*` and `?` stand for what they do in a shell).

    It may be changed while the server runs. `requests` counts what was asked for, by path below the site's root.
    """

    rules: dict[str, Fault] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)

    def __setitem__(self, ending: str, fault: Fault) -> None:
        self.rules[ending] = fault

    def __delitem__(self, ending: str) -> None:
        del self.rules[ending]

    def clear(self) -> None:
        """Lifts every fault."""
        self.rules.clear()

    def of(self, path: str) -> Fault | None:
        """What happens to this file now."""
        return next((fault for ending, fault in list(self.rules.items()) if fnmatchcase(path, f"*{ending}")), None)

    def asked(self, ending: str) -> int:
        """How often a file with this ending was asked for."""
        return sum(times for path, times in list(self.requests.items()) if fnmatchcase(path, f"*{ending}"))
