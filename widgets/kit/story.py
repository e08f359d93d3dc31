"""A story: what Play shows. Motion is a sequence of states, so a story only says where sliders go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, kw_only=True)
class Story:
    """Sliders on their way from value to value, at an even pace along their tracks (by decades on a log slider).

    `moves` maps each slider to the values that it comes to, one after the other; several sliders have equally many.
    `about` says what happens, as a clause: readers hear it after “Play”.
    `seconds` is how long it takes at the ordinary speed, 1 to 60.

        Story(about="the second point runs into the first", moves={"h": (1, 0.01)})

    The slider of a story that moves one of them in one direction shows how far it is, and scrubs; others get a slider
    of their own. Every value named here is prepared, like the stops; Python computes what lies between.
    """

    about: str
    moves: Mapping[str, Sequence[float]] = field(default_factory=dict)
    seconds: float = 6

    def __post_init__(self) -> None:
        example = 'Story(about="the second point runs into the first", moves={"h": (1, 0.01)}, seconds=6)'
        counts = {name: len(values) for name, values in self.moves.items()}
        if not self.about.strip():
            raise ValueError(f"the story has no “about”: say in a clause what happens; {example}")
        if not counts:
            raise ValueError(f"the story moves nothing: name a slider and the values that it comes to; {example}")
        if min(counts.values()) < 2 or len(set(counts.values())) > 1:
            found = ", ".join(f"“{name}” comes to {count}" for name, count in counts.items())
            raise ValueError(
                f"in the story {found}; allowed: two values or more, for each slider equally many; {example}"
            )
        for place, (before, after) in enumerate(pairwise(zip(*self.moves.values(), strict=True))):
            if before == after:
                raise ValueError(f"the story rests: its values {place + 1} and {place + 2} are the same; {example}")
        if not 1 <= self.seconds <= 60:
            raise ValueError(f"the story takes {self.seconds:g} seconds; allowed: 1 to 60; {example}")

    @property
    def scrubs(self) -> bool:
        """Whether its own slider can tell how far it is: there is one, and it goes in one direction."""
        ways = {after > before for values in self.moves.values() for before, after in pairwise(values)}
        return len(self.moves) == 1 and len(ways) == 1

    def written(self) -> dict[str, object]:
        """What the page is told."""
        return {"moves": {name: list(values) for name, values in self.moves.items()}, "seconds": self.seconds}
