"""Every error `calc` raises on purpose. All are ``ValueError``s, so one ``except`` covers them."""


class ParseError(ValueError):
    """Text that is not a formula: what is wrong, where, and what would be right.

    ``message`` is a sentence for the reader, ``position`` the index in the text (from 0) where it went wrong.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message, position)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return f"Character {self.position + 1}: {self.message}"


class DomainError(ValueError):
    """A function asked for a value it does not have, such as ``ln(-1)``; the message names both."""


class RoundingError(DomainError):
    """A value of which rounding has left no digit, such as (cosh(x) − 1)/x² at 1e-9; there may well be one."""


class SizeError(DomainError):
    """A formula or number larger than this package takes; the message names the limit."""


class ShapeError(ValueError):
    """Matrices whose shapes do not fit; the message names both shapes and what would fit."""
