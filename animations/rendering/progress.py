"""How far something has come: a bar in a terminal or a notebook, and nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from animations.rendering.notebook.bar import bar
from animations.rendering.notebook.session import in_notebook

if TYPE_CHECKING:
    from rich.progress import Progress


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
    if total and in_notebook():
        with bar(name, total) as advance:
            yield advance
    elif total and sys.stderr is not None and sys.stderr.isatty():
        with bars() as shown:
            task = shown.add_task(name, total=total)
            yield lambda frames: shown.update(task, advance=frames, refresh=True)
    else:
        yield lambda frames: None
