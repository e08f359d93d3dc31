"""Handles: marks of a figure that a reader takes hold of, and the sliders that follow them."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class Handle:
    """What a mark moves, while a reader drags it.

    `across` and `up` name the sliders that follow the mark to the right and upwards, as the figure's axes tell:
    `Handle(across="x")` for a point on a curve, `Handle(across="x", up="y")` for one in the plane. On a `log` slider
    an axis counts powers of ten.
    With `across_from` or `up_from` the slider holds the distance from another slider's value instead: the point at
    x + h is `Handle(across="h", across_from="x")`. `back` counts that distance the other way, for the point at x − h.
    `turns` names a slider that holds a direction in degrees, seen from the mark `around`.
    `on` is the curve that the mark runs along: a press near the curve moves the mark there.
    """

    across: str = ""
    up: str = ""
    across_from: str = ""
    up_from: str = ""
    back: bool = False
    turns: str = ""
    around: str = ""
    on: str = ""

    def __post_init__(self) -> None:
        example = 'for a point on a curve write Handle(across="x"), for an arrow Handle(turns="angle", around="point")'
        if not self.moves:
            raise ValueError(f"the handle moves nothing: one of across, up and turns must name a slider; {example}")
        if (self.across_from and not self.across) or (self.up_from and not self.up):
            raise ValueError(f"a handle's across_from belongs to its across, and up_from to its up; {example}")
        if bool(self.turns) != bool(self.around) or (self.turns and (self.across or self.up)):
            raise ValueError(f"a handle's turns and around belong together, without across and up; {example}")

    @property
    def moves(self) -> tuple[str, ...]:
        """The sliders that follow."""
        return tuple(dict.fromkeys(name for name in (self.across, self.up, self.turns) if name))

    @property
    def sliders(self) -> tuple[str, ...]:
        """Every slider that it names."""
        return tuple(name for name in (*self.moves, self.across_from, self.up_from) if name)

    @property
    def marks(self) -> tuple[str, ...]:
        """Every other mark that it names."""
        return tuple(name for name in (self.around, self.on) if name)

    def written(self) -> dict[str, str | bool]:
        """What the page is told: all that is not empty."""
        return {key: value for key, value in asdict(self).items() if value}
