"""What an author did wrong: where, what was found, what is allowed, and the smallest right example."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One mistake. `where` names the file and the line that its author wrote."""

    where: str
    found: str
    allowed: str = ""
    example: str = ""

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.found}"]
        if self.allowed:
            lines.append(f"  allowed: {self.allowed}")
        if self.example:
            lines.append("  for example:" + (_indented(self.example) if "\n" in self.example else f" {self.example}"))
        return "\n".join(lines)


def _indented(text: str) -> str:
    return "".join(f"\n    {line}".rstrip() if line else "\n" for line in text.splitlines())


class Faults(Exception):
    """All the mistakes that one build has found, each once, in the order in which they were met."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n\n".join(map(str, self.faults)))


class Report:
    """Collects mistakes, so that an author hears of all of them at once."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def add(self, *faults: Fault) -> None:
        self.faults += faults

    def stop(self) -> None:
        """Raises `Faults` where there are any."""
        if self.faults:
            raise Faults(self.faults)


def said(state: Mapping[str, float | str]) -> str:
    """A widget's state, as messages name it."""
    return ", ".join(f"{name} = {value if isinstance(value, str) else f'{value:g}'}" for name, value in state.items())
