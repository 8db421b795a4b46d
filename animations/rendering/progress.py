"""How far something has come: a bar in a terminal or a notebook, and nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING

from animations.rendering.session import in_notebook

if TYPE_CHECKING:
    from rich.progress import Progress

_STEPS = 50  # at most as often a notebook is told


def bars() -> "Progress":
    """Return bars for a terminal, which vanish when they are stopped."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True, highlight=False),
        transient=True,
        auto_refresh=False,  # by a thread, which a process that forks must not have
    )


@contextmanager
def progress(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar for so many frames, if any; yield what is told how many more are done."""
    if not total:
        yield lambda frames: None
    elif in_notebook():
        with _notebook_bar(name, total) as advance:
            yield advance
    elif sys.stderr is not None and sys.stderr.isatty():
        with bars() as shown:
            task = shown.add_task(name, total=total)
            yield lambda frames: shown.update(task, advance=frames, refresh=True)
    else:
        yield lambda frames: None


@contextmanager
def _notebook_bar(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show an element of the page; rich would need widgets, and leave an empty one behind."""
    from IPython.display import display

    def look() -> dict[str, str]:
        text = f"{name}: {done} of {total} frames"
        bar = f'<progress max="{total}" value="{done}" aria-label="{escape(name)}"></progress>'
        return {"text/plain": text, "text/html": f"{bar} {escape(text)}"}

    done = step = 0
    shown = display(look(), raw=True, display_id=True)

    def advance(frames: int) -> None:
        nonlocal done, step
        done += frames
        if done * _STEPS // total > step:
            step = done * _STEPS // total
            shown.update(look(), raw=True)

    try:
        yield advance
    finally:
        shown.update({"text/plain": ""}, raw=True)
