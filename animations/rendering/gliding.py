"""What takes its time from one whole shift to a later one."""

from animations.rendering.timeline import Beat, Frame, finite


def glide(start: int, stop: int, seconds: float) -> tuple[Beat, ...]:
    """Move t gently from a whole shift to another; what it passes is no step to rest at."""
    first, last = (Frame(0, 0.0, finite(t, "a shift")) for t in (start, stop))
    return (Beat(seconds, first, last, gently=True, glides=True),)
