"""Signals that somebody gives: as such, as an expression, or as a file."""

import re
from pathlib import Path
from typing import Any

import numpy as np

from signals import ContinuousSignal, DiscreteSignal, post, sample
from signals.arguments import FloatArray, real_array, shown

Given = str | ContinuousSignal | DiscreteSignal | FloatArray

KINDS: dict[type, str] = {
    ContinuousSignal: "a continuous signal, such as rect(t - 1),",
    DiscreteSignal: "a discrete signal, such as [1, 2, 1] or 0.8^n u(n),",
    np.ndarray: "a grid, such as [[1, 0], [2, 1]],",
}
FEW = 12
"""Values of a discrete signal that are worth typing."""

_STRETCH = re.compile(r"\[[^\[\]]*\]$")
# With a folder before it, or with letters before a suffix of letters: 2.pi is an expression.
_FILE = re.compile(
    r"(?:[~.]{0,2}[/\\].*|[^()*+^<>]*[A-Za-z_][^()*+^<>]*\.[A-Za-z][A-Za-z0-9]{1,4})",
    re.DOTALL,
)


def signal_of(given: Given) -> ContinuousSignal | DiscreteSignal | FloatArray:
    """Return a signal, or a grid; a text is an expression, or the name of a file.

    Raises
    ------
    ValueError
        If a text is neither; see `signals.expression` and `signals.samples`.
    """
    if not isinstance(given, str):
        if isinstance(given, ContinuousSignal | DiscreteSignal):
            return given
        grid = real_array(given, "a grid")
        if grid.ndim < 2:
            raise ValueError(f"a signal, a grid or a text is needed, got {shown(given)}")
        return grid
    # What reads texts and files is loaded where there are any.
    if file_of(given):
        from signals.samples import from_file

        return from_file(given.strip())
    from signals.expression import from_expression

    return from_expression(given)


def samples_of(
    given: str | ContinuousSignal | DiscreteSignal,
    start: int | None = None,
    stop: int | None = None,
) -> DiscreteSignal:
    """Return a discrete signal; of a continuous one, its samples, as from `signals.sample`.

    Raises
    ------
    ValueError
        If a text is no such signal.
    """
    signal = signal_of(given)
    if isinstance(signal, np.ndarray):
        raise ValueError(f"{KINDS[DiscreteSignal].rstrip(',')} is needed, not a grid: {given!r}")
    return sample(signal, start, stop) if isinstance(signal, ContinuousSignal) else signal


def file_of(text: str) -> Path | None:
    """Return the file that a text names, perhaps with a stretch of it; None if it looks like none.

    It need not be there, nor be of a kind that can be read.
    """
    from signals.samples import SUFFIXES

    path = _STRETCH.sub("", text.strip())
    looks_so = path.lower().endswith(SUFFIXES) or _FILE.fullmatch(path)
    return Path(path).absolute() if looks_so else None


def text_of(given: object) -> str:
    """Return how a signal can be typed; nothing if that is not known."""
    match given:
        case str():
            return given
        case ContinuousSignal():
            return post.TYPED.get(given, "")
        case DiscreteSignal() if len(given.values) <= FEW:
            values = ", ".join(f"{value:.12g}" for value in given.values)
            return f"[{values}]" + (f"@{given.start}" if given.start else "")
    return ""


def kind_of(signal: Any) -> str:
    """Say what kind of signal something is."""
    words = next((words for kind, words in KINDS.items() if isinstance(signal, kind)), "nothing")
    return words.split(",")[0]
