"""What is said on stderr while figures are rendered."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from animations.rendering.command_line.outcome import Rendered
from animations.rendering.command_line.streams import answer, complain, printable
from animations.rendering.notebook.session import in_notebook
from animations.rendering.progress import bars

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


LISTED = 9  # files that a line names one by one, at most


class Report:
    """Bars and a table for a terminal, lines for anything else, or nothing but errors."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._terminal = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def advance(self, name: str, frames: int, total: int) -> None:
        """Hear that a figure has come to this frame of so many."""
        if not self._terminal:
            return
        if self._bars is None:
            self._bars = bars()  # known before they hide the cursor
            self._bars.start()
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(name, total=total)
        self._bars.update(self._tasks[name], completed=frames, refresh=True)

    def linger(self, name: str, seconds: float) -> None:
        """Hear that there has been no news of a figure for long."""
        self.say(f"{printable(name)}: nothing new for {seconds:.0f} s")

    def finish(self, name: str, rendered: Rendered | None = None) -> None:
        """Hear that nothing more will come of a figure, and what has."""
        if self._bars and name in self._tasks:
            self._bars.remove_task(self._tasks.pop(name))
        if rendered and rendered.files and not self._terminal:
            files = ", ".join(f"{file} {_kilo(it.size)}" for file, it in rendered.files.items())
            if len(rendered.files) > LISTED:
                total = sum(it.size for it in rendered.files.values())
                files = f"{len(rendered.files)} files, {_kilo(total)}"
            frames = max(file.frames for file in rendered.files.values())
            unit = "frame" if frames == 1 else "frames"
            self.say(
                f"{printable(name)}: {printable(files)}; {frames} {unit}, {rendered.seconds:.1f} s"
            )

    def say(self, line: str) -> None:
        """Say something that is no error."""
        if self._quiet:
            return
        if in_notebook():
            answer(line)  # there stderr looks like an alarm
        else:
            self.complain(line)

    def complain(self, text: str) -> None:
        """Report an error; above the bars, if there are any."""
        if self._bars:
            with suppress(OSError):
                self._bars.console.print(text, markup=False, soft_wrap=True)
        else:
            complain(text)

    def close(self) -> None:
        """Take the bars away."""
        if self._bars:
            with suppress(OSError):  # the terminal may be gone
                self._bars.stop()

    def sum_up(self, rendered: Sequence[Rendered]) -> None:
        """All is done: name the files on a terminal, where that was not done line by line."""
        self.close()
        if not self._terminal or not rendered:
            return
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None)
        table.add_column("file", overflow="fold")
        for heading in ("size", "frames", "seconds"):
            table.add_column(heading, justify="right")
        for figure in rendered:
            seconds = f"{figure.seconds:.1f}"
            for name, file in figure.files.items():
                table.add_row(Text(name), _kilo(file.size), f"{file.frames}", seconds)
                seconds = ""
        Console(stderr=True, highlight=False).print(table)


def _kilo(size: int) -> str:
    return f"{-(-size // 1000)} kB"
