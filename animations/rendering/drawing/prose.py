"""Words in lines: how wide they are, and where they break."""

from collections.abc import Sequence
from functools import lru_cache

from matplotlib.font_manager import FontProperties

from animations.rendering.drawing.label import width
from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.theme import DIGIT_FONT, MATH_FONT, NOTE, PROSE_FONT

PITCH = 24.0  # from line to line of notes, in design pixels
MARGIN = 8.0  # free at the right of lines that have no room to spare
HALVINGS = 8  # times that lines of equal lengths are approached


@lru_cache(maxsize=4096)
def text_width(wording: str, size: float = NOTE, family: str = PROSE_FONT) -> float:
    """Return how wide a label is that says so, in design pixels."""
    font = FontProperties(family=family, size=size, math_fontfamily=MATH_FONT)
    return width(wording, font, DESIGN_DPI)


def math_width(wording: str, size: float) -> float:
    """Return how wide a label in mathematics or numbers is, in design pixels."""
    return text_width(wording, size, DIGIT_FONT)


def broken(wording: str, room: float, size: float = NOTE) -> list[str]:
    """Return prose in as few lines as there must be in a room, all about equally long.

    A word that is wider than the room has a line of its own.
    """
    return in_lines(wording, len(_filled(wording.split(" "), room, size)), size)


def in_lines(wording: str, count: int, size: float = NOTE) -> list[str]:
    """Return prose in so many lines, or fewer, all about equally long."""
    words = wording.split(" ")
    low, high = max(text_width(word, size) for word in words), text_width(wording, size)
    lines = [wording] if count == 1 else _filled(words, low, size)
    for _ in range(HALVINGS if len(lines) > count else 0):
        middle = (low + high) / 2
        if len(_filled(words, middle, size)) > count:
            low = middle
        else:
            high = middle
    return lines if len(lines) <= count else _filled(words, high, size)


def longest(lines: Sequence[str], size: float = NOTE) -> float:
    """Return how wide the widest of some lines is, in design pixels."""
    return max(text_width(line, size) for line in lines)


def _filled(words: Sequence[str], room: float, size: float) -> list[str]:
    """Return words in lines, each as long as there is room."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
