"""The kinds of nodes, told apart without knowing their classes."""

from enum import IntEnum


class Kind(IntEnum):
    """Loosest binding first: a part gets brackets where it binds more loosely than what it is part of."""

    CASES = 0
    SUM = 1
    NEGATIVE = 2
    PRODUCT = 3
    QUOTIENT = 4
    POWER = 5
    CALL = 6
    VARIABLE = 7
    CONSTANT = 8
    NUMBER = 9
