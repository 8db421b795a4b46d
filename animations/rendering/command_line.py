"""The command line of a figure script."""

from collections.abc import Callable

from animations.rendering.animation import Animation


def run(animation: Callable[[], Animation]) -> None:
    """Render the figure of a script as its command line asks."""
    raise SystemExit(animation().title)
