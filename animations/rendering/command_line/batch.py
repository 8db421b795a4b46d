"""A batch of figures: each is rendered unless it is up to date, published and noted."""

import glob
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import product
from pathlib import Path

from animations.rendering.command_line.figure import Figure, folder_in, render_figure
from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.command_line.outcome import Failure, Outcome, Rendered, attempt
from animations.rendering.command_line.record import NAME as RECORD
from animations.rendering.command_line.record import Record
from animations.rendering.command_line.report import Report
from animations.rendering.command_line.room import alone_in, publish, room_in
from animations.rendering.command_line.sources import digest_of, forget_opened
from animations.rendering.command_line.streams import printable
from animations.rendering.formats import FORMATS, CollectionFormat
from animations.rendering.room import remove_stale
from animations.rendering.theme import LOOKS
from animations.rendering.writing import writing

Outcomes = Generator[tuple[Figure, Outcome], None, None]
Renderer = Callable[[Sequence[Figure], Options, Path, Report], Outcomes]
"""Renders figures in a room, telling a report how far they are; yields what became of each."""


def one_by_one(figures: Sequence[Figure], options: Options, room: Path, report: Report) -> Outcomes:
    """Render figures in this process."""
    for figure in figures:
        advance = partial(report.advance, figure.name)
        yield figure, attempt(partial(render_figure, figure, options, room, advance))


def unguarded(figures: Sequence[Figure], options: Options, room: Path, report: Report) -> Outcomes:
    """Render figures in this process; what goes wrong is raised, for a notebook to show."""
    for figure in figures:
        advance = partial(report.advance, figure.name)
        yield figure, render_figure(figure, options, room, advance)


def side_by_side(
    figures: Sequence[Figure], options: Options, room: Path, report: Report
) -> Outcomes:
    """Render each figure in a process of its own, as many at a time as there are jobs."""
    # What every figure needs is loaded once, before the processes are forked.
    import animations.rendering.render  # noqa: F401
    from animations.rendering.command_line.workers import work_side_by_side

    works = {
        figure: partial(_attempt_alone, figure, options, room)
        for figure in sorted(figures, key=partial(_weight, options=options), reverse=True)
    }
    return work_side_by_side(works, options.jobs, report.advance, report.linger)


def _attempt_alone(
    figure: Figure, options: Options, room: Path, advance: Callable[[int, int], None]
) -> Outcome:
    forget_opened()
    return attempt(partial(render_figure, figure, options, room, advance))


def render_batch(
    program: str,
    figures: Sequence[Figure],
    options: Options,
    renderer: Renderer,
    known: Mapping[str, Path] | None = None,
) -> bool:
    """Render what is not up to date; return whether all is well.

    `known` are the scripts of the whole collection, if that is what is rendered, by their names:
    what a page of all describes.

    Raises
    ------
    UsageError
        If no figure can be rendered as it is asked for, or nothing be written to the folder.
    WritingError
        If what describes all figures cannot be written.
    """
    names, known = [figure.name for figure in figures], known or {}
    _refuse_twins(names, dict.fromkeys([*names, *known]))
    remove_stale(options.output)
    record = Record(options.output)
    waiting = [each for each in figures if options.force or not record.is_current(each, options)]
    current = [each.name for each in figures if each not in waiting]
    report = Report(options.quiet)
    if current:
        report.say(f"up to date: {printable(', '.join(current))}")
    ended: dict[Figure, Rendered | UsageError] = {}
    if waiting:
        with (
            closing(report),
            room_in(options.output) as room,
            closing(renderer(waiting, options, room, report)) as outcomes,
        ):
            for figure, outcome in outcomes:
                if isinstance(outcome, Rendered):
                    outcome = attempt(partial(_publish, figure, outcome, options, room))
                report.finish(figure.name, outcome if isinstance(outcome, Rendered) else None)
                if isinstance(outcome, Failure):
                    report.complain(outcome.describe(program, figure.name))
                else:
                    ended[figure] = outcome
            in_order = [ended[figure] for figure in waiting if figure in ended]
            left_out = [outcome for outcome in in_order if isinstance(outcome, UsageError)]
            if len(left_out) == len(figures):
                raise UsageError("; ".join(map(str, left_out)))
            without_room = [
                f"{figure.name}, {reason}"
                for figure, outcome in ended.items()
                if isinstance(outcome, Rendered)
                for reason in dict.fromkeys(outcome.left_out.values())
            ]
            for reason in [*map(str, left_out), *without_room]:
                report.say(f"left out: {printable(reason)}")
            report.sum_up([outcome for outcome in in_order if isinstance(outcome, Rendered)])
    for kind in options.collections:
        chosen = known if kind.is_whole else names
        described = {name: known[name] for name in chosen if name in known}
        _describe(kind, described, options, report)
    return len(ended) == len(waiting)


def files_named(name: str) -> set[str]:
    """Return all files that a figure of a name can come in."""
    kinds = [kind for kind in FORMATS.values() if not isinstance(kind, CollectionFormat)]
    return {file for look, kind in product(LOOKS, kinds) for file in kind.files(name, look)}


def _refuse_twins(names: Iterable[str], others: Iterable[str]) -> None:
    """Refuse figures that would write files of another: one is called as another's twin."""
    whose = {file: other for other in others for file in files_named(other)}
    for name in names:
        for file in files_named(name):
            if (other := whose.get(file, name)) != name:
                both = " and ".join(sorted([name, other]))
                raise UsageError(f"the figures {both} would write the same files: rename one")


def _publish(figure: Figure, rendered: Rendered, options: Options, room: Path) -> Rendered:
    """Put a figure's files into the output folder, together with the record of them."""
    files = [folder_in(room, figure) / file for file in rendered.files]
    with alone_in(options.output):
        if figure.script and options.at is None:
            # Read again: other runs may have noted theirs.
            noted = Record(options.output).note(figure, options, rendered)
            files.append(_written(RECORD, noted, options.output, room))
        publish(files, options.output)
    return rendered


def _describe(
    kind: CollectionFormat, scripts: Mapping[str, Path], options: Options, report: Report
) -> None:
    """Write what describes figures, unless it is there already."""
    new = _news(kind, scripts, options)
    if new and options.formats is None and kind.is_foreign(options.output):
        report.say(f"{kind.name}: left out, as another one is there")
        return
    if new:
        with room_in(options.output) as room, alone_in(options.output):
            # Described again: other runs may have published theirs.
            new = _news(kind, scripts, options) or new
            publish([_written(*item, options.output, room) for item in new.items()], options.output)
    first, *more = [*new] or ["up to date"]
    if new or options.formats:
        report.say(f"{kind.name}: {first}{f' and {len(more)} more' if more else ''}")


def _news(
    kind: CollectionFormat, scripts: Mapping[str, Path], options: Options
) -> dict[str, bytes]:
    """Return the files that describe figures and are not there as they should be."""
    record = Record(options.output)
    entries = [
        replace(entry, base=options.base_url, script=record.script(scripts[entry.name]))
        for entry in record.entries(scripts)
    ]
    return {
        file: content
        for file, content in (kind.contents(entries) if entries else {}).items()
        if digest_of(options.output / file) != sha256(content).hexdigest()
    }


def _written(file: str, content: bytes, output: Path, room: Path) -> Path:
    """Write a file in the room; what goes wrong names the place that it is meant for."""
    with writing(output / file):
        (room / file).write_bytes(content)
    return room / file


def _weight(figure: Figure, options: Options) -> float:
    """Return the size of what a figure wrote before; those unknown count as the heaviest.

    A long figure that starts last leaves the other processes idle.
    """
    try:
        files = list(options.output.glob(f"{glob.escape(figure.name)}.*"))
        sizes = [path.lstat().st_size for path in files]
    except OSError:
        sizes = []
    return sum(sizes) if sizes else float("inf")
