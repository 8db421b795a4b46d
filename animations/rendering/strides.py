"""From one whole shift to the next that is worth seeing, in beats that take their time."""

from collections.abc import Sequence
from itertools import pairwise

from animations.rendering.beats import END, FIRST, READ, hold
from animations.rendering.timeline import Beat, Frame, finite


def strides(
    shifts: Sequence[int], seconds: float = 0.4, rest: float = 0.6, end: float = END
) -> tuple[Beat, ...]:
    """Rest at whole shifts, and glide from each to the next one, however far that is.

    Parameters
    ----------
    shifts : sequence of int
        Where t rests.
    seconds : float
        How long a stride takes.
    rest : float
        How long t rests; at the first three shifts long enough to read them.
    end : float
        How long it rests at the last one.
    """
    beats: list[Beat] = []
    for number, (before, after) in enumerate(pairwise(shifts)):
        first, last = (Frame(0, 0.0, finite(t, "a shift")) for t in (before, after))
        beats += hold(before, max(rest, READ) if number < FIRST else rest)
        beats.append(Beat(seconds, first, last, gently=True, glides=True))
    return (*beats, *hold(shifts[-1], end))
