"""A window on a figure, with a slider for t."""

from animations.rendering.animation import Animation
from animations.rendering.options import Options, UsageError


def show(animation: Animation, options: Options) -> None:
    """Show a figure."""
    raise UsageError("--show needs a display")
