"""One object for each value, kept while anyone refers to it."""

from collections.abc import Callable
from sys import getrefcount
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

FIRST_SWEEP = 10_000


def _references(stack: list[V]) -> int:
    value = stack[-1]
    return getrefcount(value)


_PROBE = {"": object()}
_UNUSED = _references(list(_PROBE.values()))
"""The count for a value that only the table and the sweep's own stack hold; it differs between Pythons."""


class Table(Generic[K, V]):
    """Values by key, like a WeakValueDictionary, but without its callbacks.

    A long chain of nodes that dies all at once would be taken apart from the top down, each node inside the
    last, and overflow the stack (in a browser at a few thousand nodes). Here the table itself holds every
    node, and `sweep` drops those that nobody else holds one by one, the newest first, so that what a node
    is made of, being older, outlives it.
    """

    def __init__(self, key_of: Callable[[V], K]) -> None:
        self._values: dict[K, V] = {}
        self._key_of = key_of
        self._next_sweep = FIRST_SWEEP
        self.get = self._values.get

    def __len__(self) -> int:
        return len(self._values)

    def __setitem__(self, key: K, value: V) -> None:
        if len(self._values) >= self._next_sweep:
            self.sweep()
        self._values[key] = value

    def sweep(self) -> None:
        """Forgets the values that are referred to from nowhere else."""
        stack = list(self._values.values())
        while stack:
            if _references(stack) == _UNUSED:
                del self._values[self._key_of(stack[-1])]
            stack.pop()
        self._next_sweep = max(FIRST_SWEEP, 2 * len(self._values))
