"""Stands in for Hypothesis' compiled part where it has no build: Pyodide.

Ten small functions on floats, which Hypothesis had in Python before; `install` puts them where it looks.
"""

import math
import struct
import sys
from types import ModuleType

_FORMATS = {16: ("!H", "!e"), 32: ("!I", "!f"), 64: ("!Q", "!d")}
_SMALLEST_NORMALS = {16: 2.0**-14, 32: 2.0**-126, 64: 2.0**-1022}


def float_to_int(value: float, width: int = 64) -> int:
    """The bits of a float."""
    whole, real = _FORMATS[width]
    (bits,) = struct.unpack(whole, struct.pack(real, value))
    return int(bits)


def int_to_float(bits: int, width: int = 64) -> float:
    whole, real = _FORMATS[width]
    (value,) = struct.unpack(real, struct.pack(whole, bits))
    return float(value)


def float_of(value: float, width: int) -> float:
    """The nearest float of that width."""
    return float(value) if width == 64 else int_to_float(float_to_int(float(value), width), width)


def is_negative(value: float) -> bool:
    return math.copysign(1.0, value) < 0


def next_up(value: float, width: int = 64) -> float:
    """IEEE 754's nextUp."""
    if math.isnan(value) or value == math.inf:
        return value
    if value == 0:
        return 0.0 if is_negative(value) else int_to_float(1, width)
    return int_to_float(float_to_int(value, width) + (1 if value > 0 else -1), width)


def next_down(value: float, width: int = 64) -> float:
    return -next_up(-value, width)


def width_smallest_normals(width: int) -> float:
    return _SMALLEST_NORMALS[width]


def next_up_normal(value: float, width: int, *, allow_subnormal: bool) -> float:
    """nextUp, passing over subnormal numbers where they are not allowed."""
    after, smallest = next_up(value, width), _SMALLEST_NORMALS[width]
    if not allow_subnormal and 0 < abs(after) < smallest:
        return smallest if after > 0 else -0.0
    return after


def next_down_normal(value: float, width: int, *, allow_subnormal: bool) -> float:
    return -next_up_normal(-value, width, allow_subnormal=allow_subnormal)


def count_between_floats(low: float, high: float, width: int = 64) -> int:
    """The number of floats from low to high, both included; −0.0 and 0.0 are two."""
    if is_negative(low) and is_negative(high):
        return float_to_int(low, width) - float_to_int(high, width) + 1
    if is_negative(low):
        return count_between_floats(low, -0.0, width) + count_between_floats(0.0, high, width)
    return float_to_int(high, width) - float_to_int(low, width) + 1


def cathetus(hypotenuse: float, side: float) -> float:
    """The other side of a right triangle."""
    return math.sqrt((hypotenuse - side) * (hypotenuse + side))


def install() -> None:
    """Makes ``import hypothesis`` find this module instead of its compiled one."""
    floats = [float_to_int, int_to_float, float_of, is_negative, next_up, next_down, next_up_normal, next_down_normal]
    contents: dict[str, dict[str, object]] = {
        "hypothesis._native": {"__version__": "0"},
        "hypothesis._native.internal": {},
        "hypothesis._native.internal.floats": {
            f.__name__: f for f in (*floats, count_between_floats, width_smallest_normals)
        },
        "hypothesis._native.internal.cathetus": {"cathetus": cathetus},
    }
    for name, members in contents.items():
        module = ModuleType(name)
        module.__dict__.update(members)
        sys.modules[name] = module
