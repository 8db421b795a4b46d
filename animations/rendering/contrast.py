"""How well colours can be told from what they stand on."""

from math import floor

LINES, TEXT = 3.0, 4.5
"""WCAG 2's least contrast of lines, and of text."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two hexadecimal RGB colours, from 1 to 21.

    Formula: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def told(ratio: float) -> str:
    """Return a ratio in words; rounded down, so that what misses a limit is seen to miss it."""
    return f"{floor(ratio * 100) / 100:g} : 1"


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    """Return linear light of a channel of sRGB (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
