"""The command line: what a script, or `render_all.py`, does when it is run."""

import inspect
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from animations.rendering.animation import Animation
from animations.rendering.collection import FOLDER, built, find_scripts, load
from animations.rendering.command_line.batch import (
    files_named,
    one_by_one,
    render_batch,
    side_by_side,
    unguarded,
)
from animations.rendering.command_line.figure import Figure, refusing
from animations.rendering.command_line.interruption import (
    be_done,
    interruptible,
    leave_if_forked,
    stop_if_interrupted,
)
from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.command_line.outcome import Failure, attempt
from animations.rendering.command_line.parameters import (
    Parameter,
    files_of,
    parameters_of,
    retyped,
    texts_for,
    texts_of,
    values_of,
)
from animations.rendering.command_line.parser import parse_collection, parse_script
from animations.rendering.command_line.startup import backend
from animations.rendering.command_line.streams import (
    answer,
    complain,
    flush_output,
    marked,
    prepare_streams,
    printable,
)
from animations.rendering.notebook.session import in_session
from animations.rendering.writing import WritingError

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def run(animation: Callable[[], Animation], arguments: Sequence[str] | None = None) -> None:
    """Render a script's figure as its command line asks, and exit.

    Called from a cell of a notebook it goes on when all is done, and else raises what went wrong.

    Parameters
    ----------
    animation : callable
        The script's function; the files are called what the script is called.
    arguments : sequence of str, optional
        The command line; that of the process by default, or in a notebook an empty one.

    Raises
    ------
    SystemExit
        Always, but in a notebook: with 0 if all is done, 1 if something failed, 2 for wrong
        usage, 130 if interrupted.
    """
    if not callable(animation):
        raise TypeError(f"run: the function itself is needed, not {type(animation).__name__}")
    script = _script(animation)
    program = f"{script.stem if script else 'figure'}.py"
    in_cell = _is_called_from_a_cell()
    own = [] if in_cell else sys.argv[1:]  # those of a kernel are not meant for it

    def work() -> bool:
        output = output_of(script.parent if script else None)
        given = own if arguments is None else arguments
        takes = parameters_of(animation)
        options = parse_script(program, given, output, takes)
        figure = _figure(animation, script, options)
        if options.show:
            texts = texts_for(takes, options.given)
            return _show(program, figure, options, texts, partial(build, animation, takes, options))
        return render_batch(program, [figure], options, unguarded if in_cell else one_by_one)

    if in_cell:
        _go_on(program, work)
    else:
        _exit(program, work)


def build(
    animation: Callable[..., Animation],
    takes: Sequence[Parameter],
    options: Options,
    texts: Mapping[str, str],
) -> Animation:
    """Return the figure of signals that were typed in a window; all else is as on the command line.

    Raises
    ------
    ValueError
        If one is no signal of the kind that the script takes, or they cannot be shown.
    """
    others = {name: each for name, each in options.given.items() if name not in texts}
    return built(partial(animation, **values_of({**others, **retyped(takes, texts)})))


def _figure(animation: Callable[..., Animation], script: Path | None, options: Options) -> Figure:
    """Return the figure that is asked for; with signals of one's own it is called otherwise."""
    usual = script.stem if script else "figure"
    build = partial(animation, **values_of(options.given)) if options.given else animation
    name = options.name or (f"{usual}-own" if options.given else usual)
    if name != usual or options.given:
        known = find_scripts(script.parent) if script else {}
        if files_named(name) & {file for each in known for file in files_named(each)}:
            raise UsageError(f"--name: {name} is what another figure is called")
    given, inputs = texts_of(options.given), files_of(options.given)
    return Figure(name, script, partial(built, build), tuple(given.items()), tuple(inputs))


def run_collection(arguments: Sequence[str] | None = None, folder: Path = FOLDER) -> NoReturn:
    """Render a folder of scripts as the command line asks, and exit.

    Parameters
    ----------
    arguments : sequence of str, optional
        The command line; that of the process by default.
    folder : Path
        Where the scripts are.

    Raises
    ------
    SystemExit
        Always, with the same numbers as `run`.
    """
    program = "render_all.py"

    def work() -> bool:
        scripts = find_scripts(folder)
        given = sys.argv[1:] if arguments is None else arguments
        options = parse_collection(program, given, output_of(folder), list(scripts))
        chosen = options.names or scripts
        figures = [Figure(name, scripts[name], partial(load, scripts[name])) for name in chosen]
        if options.titles:
            return _list(program, figures)
        return render_batch(program, figures, options, side_by_side, scripts)

    _exit(program, work)


def output_of(folder: Path | None) -> Path:
    """Return where the files of scripts in a folder go unless something else is said.

    The collection's are written beside `animations/` where this is a clone, and to the current
    folder where it is installed, as are those of a figure without a script. What a reader's own
    scripts draw is written beside them.

    Raises
    ------
    UsageError
        If the current folder is needed and does not exist any more.
    """
    if folder == FOLDER and (FOLDER.parent / "render_all.py").is_file():
        return FOLDER.parent / "output"
    try:
        return (Path.cwd() if folder in (None, FOLDER) else folder) / "output"
    except OSError:
        raise UsageError("the current folder does not exist any more") from None


def _exit(program: str, work: Callable[[], bool]) -> NoReturn:
    """Exit with what the work comes to, or with one line that says what is wrong."""
    prepare_streams()
    process = os.getpid()
    try:
        with interruptible():
            status = _status(program, work)
            leave_if_forked(process)
            be_done(status)
    except KeyboardInterrupt:
        leave_if_forked(process)
        be_done(INTERRUPTED)
        complain(f"{program}: interrupted")
        status = INTERRUPTED
    sys.exit(status)


def _go_on(program: str, work: Callable[[], bool]) -> None:
    """Return when the work is done, for a session in which more is to come, or raise."""
    with interruptible():
        try:
            done = work()
        except SystemExit as end:  # of --help
            done = not end.code
    if not done:
        raise RuntimeError(f"{program}: not all was done, for the cause above")


def _is_called_from_a_cell() -> bool:
    """Whether code is typed into a session, and it is not running a script, as ``%run`` does."""
    script = getattr(sys.modules["__main__"], "__file__", None) or ""
    return in_session() and Path(script).name != Path(sys.argv[0]).name


def _status(program: str, work: Callable[[], bool]) -> int:
    try:
        try:
            done = work()
        except SystemExit as end:  # of --help
            done = not end.code
        flush_output()
        return DONE if done else FAILED
    except UsageError as error:
        complain(f"{program}: error: {marked(str(error))}")
        return WRONG_USAGE
    except WritingError as error:
        complain(f"{program}: {printable(str(error))}")
        return FAILED
    except Exception:
        stop_if_interrupted()  # which can be what went wrong
        raise


def _show(
    program: str,
    figure: Figure,
    options: Options,
    texts: Mapping[str, str],
    build: Callable[[Mapping[str, str]], Animation],
) -> bool:
    """Show a figure in a window until that is closed; what is typed there builds another."""
    from animations.rendering.film import Film
    from animations.rendering.window import WindowError, show

    def work() -> None:
        with refusing(figure):
            animation = figure.build()
            (look,) = options.looks
            film = Film.of(animation, look, options.scale, options.fps)
        try:
            show(film, backend(), texts, build)
        except WindowError as error:
            raise UsageError(f"--show {error}") from None

    outcome = attempt(work)
    if isinstance(outcome, UsageError):
        raise outcome
    if isinstance(outcome, Failure):
        complain(outcome.describe(program, figure.name))
    return outcome is None


def _list(program: str, figures: Sequence[Figure]) -> bool:
    """Print the names of the figures with their titles."""
    width = max((len(figure.name) for figure in figures), default=0)
    well = True
    for figure in figures:
        outcome = attempt(figure.build)
        if isinstance(outcome, Animation):
            answer(f"{figure.name:{width}}  {outcome.title}")
            continue
        well = False
        if isinstance(outcome, Failure):
            complain(outcome.describe(program, figure.name))
    return well


def _script(animation: Callable[[], Animation]) -> Path | None:
    """Return the script that a function is written in; None if it was typed in."""
    function = inspect.unwrap(animation.func if isinstance(animation, partial) else animation)
    module = sys.modules.get(getattr(function, "__module__", ""))
    scope = getattr(function, "__globals__", vars(module) if module else {})
    file = scope.get("__file__") or "<typed in>"
    return None if file.startswith("<") else Path(file).absolute()
