"""What is said on stderr while figures are rendered."""

import sys
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from animations.rendering.command_line.outcome import Rendered
from animations.rendering.command_line.streams import complain

if TYPE_CHECKING:
    from rich.progress import TaskID


class Progress(Protocol):
    """Is told what happens to each figure; a context manager around the rendering."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    def advance(self, name: str, frames: int, total: int) -> None:
        """Hear that a figure has come to this frame of so many."""

    def finish(self, name: str, rendered: Rendered) -> None:
        """Hear that a figure's files are there."""

    def stop(self, name: str) -> None:
        """Hear that a figure will not be rendered."""

    def say(self, line: str) -> None:
        """Say something that is no error."""

    def complain(self, text: str) -> None:
        """Report an error."""

    def close(self, rendered: Mapping[str, Rendered]) -> None:
        """All is done: sum it up."""


def choose(quiet: bool) -> Progress:
    """Return bars for a terminal, lines for anything else, and silence if that is wanted."""
    if quiet:
        return Silence()
    if sys.stderr is not None and sys.stderr.isatty():
        return Bars()
    return Lines()


class Silence:
    """Says nothing but errors."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        return

    def advance(self, name: str, frames: int, total: int) -> None:
        """Say nothing."""

    def finish(self, name: str, rendered: Rendered) -> None:
        """Say nothing."""

    def stop(self, name: str) -> None:
        """Say nothing."""

    def say(self, line: str) -> None:
        """Say nothing."""

    def complain(self, text: str) -> None:
        """Report an error."""
        complain(text)

    def close(self, rendered: Mapping[str, Rendered]) -> None:
        """Say nothing."""


class Lines(Silence):
    """Says a line per finished figure, as a log file wants."""

    def finish(self, name: str, rendered: Rendered) -> None:
        """Name the files with their sizes."""
        files = ", ".join(f"{file.name} {_size(file.size)}" for file in rendered.files)
        frames = max(file.frames for file in rendered.files)
        unit = "frame" if frames == 1 else "frames"
        complain(f"{name}: {files}; {frames} {unit}, {rendered.seconds:.1f} s")

    def say(self, line: str) -> None:
        """Say the line."""
        complain(line)


class Bars(Silence):
    """Draws a bar per figure under way, and at the end a table of the files."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._console = Console(stderr=True, highlight=False)
        self._bars = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            console=self._console,
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def advance(self, name: str, frames: int, total: int) -> None:
        """Draw the figure's bar."""
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(name, total=total)
        self._bars.update(self._tasks[name], completed=frames, total=total)

    def finish(self, name: str, rendered: Rendered) -> None:
        """Take the figure's bar away."""
        self.stop(name)

    def stop(self, name: str) -> None:
        """Take the figure's bar away."""
        if name in self._tasks:
            self._bars.remove_task(self._tasks.pop(name))

    def say(self, line: str) -> None:
        """Print the line above the bars."""
        self._console.print(line, markup=False, soft_wrap=True)

    def complain(self, text: str) -> None:
        """Print the error above the bars."""
        self.say(text)

    def close(self, rendered: Mapping[str, Rendered]) -> None:
        """Print the table."""
        from rich.table import Table
        from rich.text import Text

        if not rendered:
            return
        table = Table(box=None)
        table.add_column("file", overflow="fold")
        for heading in ("size", "frames", "seconds"):
            table.add_column(heading, justify="right")
        for figure in rendered.values():
            seconds = f"{figure.seconds:.1f}"
            for file in figure.files:
                table.add_row(Text(file.name), _size(file.size), f"{file.frames}", seconds)
                seconds = ""
        self._bars.stop()
        self._console.print(table)


def _size(size: int) -> str:
    return f"{-(-size // 1000)} kB"
