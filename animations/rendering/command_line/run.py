"""The command line: what a script, or `render_all.py`, does when it is run."""

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from animations.rendering.animation import Animation
from animations.rendering.command_line.arguments import parse_collection, parse_script
from animations.rendering.command_line.collection import FOLDER, built, find_scripts, load
from animations.rendering.command_line.interruption import interruptible
from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.command_line.outcome import Failure, LeftOut, Rendered, attempt
from animations.rendering.command_line.progress import choose
from animations.rendering.command_line.publication import (
    WritingError,
    output_folder,
    workspace,
    writing,
)
from animations.rendering.command_line.record import NAME as RECORD
from animations.rendering.command_line.record import Record
from animations.rendering.command_line.streams import (
    answer,
    complain,
    flush_output,
    prepare_streams,
)

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def run(animation: Callable[[], Animation], arguments: Sequence[str] | None = None) -> NoReturn:
    """Render a script's figure as its command line asks, and exit.

    Parameters
    ----------
    animation : callable
        The script's function; the files are called what the script is called.
    arguments : sequence of str, optional
        The command line; that of the process by default.

    Raises
    ------
    SystemExit
        Always: with 0 if all is done, 1 if something failed, 2 for wrong usage, 130 if
        interrupted.
    """
    name = _name(animation)
    program = f"{name}.py"

    def work() -> int:
        options = parse_script(program, sys.argv[1:] if arguments is None else arguments)
        if options.show:
            return _show(program, name, animation, options)
        return _render(program, name, animation, options)

    _exit(program, work)


def run_collection(
    arguments: Sequence[str] | None = None, folder: Path = FOLDER, program: str = "render_all.py"
) -> NoReturn:
    """Render a folder of scripts as the command line asks, and exit.

    Parameters
    ----------
    arguments : sequence of str, optional
        The command line; that of the process by default.
    folder : Path
        Where the scripts are.
    program : str
        What errors begin with.

    Raises
    ------
    SystemExit
        Always, with the same numbers as `run`.
    """

    def work() -> int:
        scripts = find_scripts(folder)
        options = parse_collection(
            program, sys.argv[1:] if arguments is None else arguments, list(scripts)
        )
        chosen = {name: scripts[name] for name in options.names or scripts}
        if options.titles:
            return _list(program, chosen)
        return _render_all(program, chosen, options)

    _exit(program, work)


def _exit(program: str, work: Callable[[], int]) -> NoReturn:
    """Exit with what the work returns, or with one line that says what is wrong."""
    prepare_streams()
    with interruptible():
        try:
            status = work()
        except UsageError as error:
            complain(f"{program}: error: {_line(str(error))}")
            status = WRONG_USAGE
        except WritingError as error:
            complain(f"{program}: {_line(str(error))}")
            status = FAILED
        except KeyboardInterrupt:
            complain(f"{program}: interrupted")
            status = INTERRUPTED
        finally:
            flush_output()
    sys.exit(status)


def _render(program: str, name: str, animation: Callable[[], Animation], options: Options) -> int:
    script = _script(animation)
    record = Record(options.output)
    # Asked also where the answer does not matter: the sources are read before anything is drawn.
    current = script is not None and record.is_current(name, script, options)
    if current and not options.force:
        if not options.quiet:
            complain(f"{name}: up to date")
        return DONE
    from animations.rendering.command_line.render import check, render

    with (
        output_folder(options.output),
        workspace() as folder,
        choose(options.quiet) as progress,
    ):

        def work() -> Rendered:
            figure = built(animation)
            check(name, figure, options)
            return render(
                name,
                figure,
                options,
                folder,
                lambda frames, total: progress.advance(name, frames, total),
            )

        outcome = attempt(work)
        if isinstance(outcome, Rendered) and script:
            outcome = _noted(record, name, script, options, outcome, folder)
        if isinstance(outcome, LeftOut):
            raise UsageError(outcome.reason)
        if isinstance(outcome, Failure):
            progress.complain(outcome.describe(program, name))
            return FAILED
        progress.finish(name, outcome)
        progress.close({name: outcome})
    return DONE


def _show(program: str, name: str, animation: Callable[[], Animation], options: Options) -> int:
    from animations.rendering.command_line.window import show

    outcome = attempt(lambda: show(built(animation), options))
    if isinstance(outcome, LeftOut):
        raise UsageError(outcome.reason)
    if isinstance(outcome, Failure):
        complain(outcome.describe(program, name))
        return FAILED
    return DONE


def _render_all(program: str, scripts: Mapping[str, Path], options: Options) -> int:
    from animations.rendering.command_line.workers import heaviest_first, render_scripts

    record = Record(options.output)
    current = [
        name
        for name, script in scripts.items()
        if record.is_current(name, script, options) and not options.force
    ]
    if current and not options.quiet:
        complain(f"up to date: {', '.join(current)}")
    scripts = {name: script for name, script in scripts.items() if name not in current}
    if not scripts:
        return DONE
    order = heaviest_first(scripts, options)
    rendered: dict[str, Rendered] = {}
    left_out: dict[str, str] = {}
    with (
        output_folder(options.output),
        workspace() as folder,
        choose(options.quiet) as progress,
        closing(render_scripts(order, options, folder, progress)) as outcomes,
    ):
        for name, outcome in outcomes:
            if isinstance(outcome, Rendered):
                outcome = _noted(record, name, scripts[name], options, outcome, folder)
            if isinstance(outcome, Rendered):
                rendered[name] = outcome
                progress.finish(name, outcome)
                continue
            progress.stop(name)
            if isinstance(outcome, LeftOut):
                left_out[name] = outcome.reason
            else:
                progress.complain(outcome.describe(program, name))
        if left_out and len(left_out) == len(scripts) and not current:
            raise UsageError("; ".join(left_out[name] for name in scripts))
        for reason in left_out.values():
            progress.say(f"left out: {reason}")
        progress.close({name: rendered[name] for name in scripts if name in rendered})
    return DONE if len(rendered) + len(left_out) == len(scripts) else FAILED


def _noted(
    record: Record, name: str, script: Path, options: Options, rendered: Rendered, folder: Path
) -> Rendered | LeftOut | Failure:
    """Note that a figure is rendered, for the next run to know."""

    def work() -> Rendered:
        with writing(options.output / RECORD):
            record.note(name, script, options, rendered.formats, folder)
        return rendered

    return attempt(work)


def _list(program: str, scripts: Mapping[str, Path]) -> int:
    """Print the names of the figures with their titles."""
    width = max(map(len, scripts), default=0)
    status = DONE
    for name, path in scripts.items():
        outcome = attempt(lambda path=path: load(path).title)  # type: ignore[misc]
        if isinstance(outcome, str):
            answer(f"{name:{width}}  {outcome}")
            continue
        if isinstance(outcome, Failure):
            complain(outcome.describe(program, name))
        status = FAILED
    return status


def _name(animation: Callable[[], Animation]) -> str:
    """Return the name of the script that a function is written in."""
    script = _script(animation)
    return script.stem if script else "figure"


def _script(animation: Callable[[], Animation]) -> Path | None:
    """Return the script that a function is written in; None if it was typed in."""
    function = inspect.unwrap(animation)
    module = sys.modules.get(getattr(function, "__module__", ""))
    scope = getattr(function, "__globals__", vars(module) if module else {})
    file = scope.get("__file__") or "<typed in>"
    return None if file.startswith("<") else Path(file).absolute()


def _line(text: str) -> str:
    """Return the text on one line, whatever was typed."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
