"""What a figure script returns."""

import os
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from animations.rendering.framing.moments import beats_for, poster_for
from animations.rendering.framing.room import FULL, Room, View
from animations.rendering.framing.subject import Subject, interval
from animations.rendering.theme import Look
from animations.rendering.timeline import Beat, Frame, finite

if TYPE_CHECKING:
    from animations.rendering.drawing.stage import Stage

LONGEST = 3600
"""Seconds that a film may take."""

SHORTEST, FARTHEST = 1e-6, 1e6
"""Units of the horizontal axis that a figure may show."""

FROM_PANELS: Any = None
"""In place of a timeline, a span or a poster: it follows from the signals of the panels."""

Update = Callable[[Frame], None]
"""Moves a panel's artists to a frame."""


class Panel(Protocol):
    """One part of a figure.

    A panel is a description and keeps no state: `build` draws its still part on a stage once and
    returns the function that moves its artists to any frame, in any order. What has no `room` or
    `subject` is treated as by default.
    """

    def subject(self) -> Subject:
        """Return the signals that framing follows from; by default none."""
        return Subject()

    def room(self, view: View) -> Room:
        """Return the height that the panel asks for; by default, it takes what the others leave."""
        return FULL

    def build(self, stage: "Stage") -> Update:
        """Draw what stays; return what moves the rest."""


@dataclass(frozen=True)
class Animation:
    """A figure as a storyboard: what it shows and when, not how.

    Attributes
    ----------
    title, caption, alt : str
        Its name, a sentence or two for under the figure, and a description for those who cannot
        see it.
    panels : sequence of Panel, or of sequences of them
        From top to bottom; an inner sequence stands side by side.
    timeline : sequence of Beat, optional
        What happens when; empty for a still. By default t sweeps over what is worth seeing of the
        output, at the pace at which that changes.
    span : tuple of float, optional
        Limits of the horizontal axes; all panels share them, so that t lines up. By default all
        signals are seen, or 99 % of those that go on for long.
    poster : float, optional
        The shift t that stands for the whole figure; one that the timeline comes to. By default
        the output is greatest there.

    `dataclasses.replace` keeps a span and a poster that have been derived; with another timeline
    give these, too.

    Raises
    ------
    ValueError, TypeError
        If one of them cannot be shown; the message says what is allowed.
    """

    title: str
    caption: str
    alt: str
    panels: Sequence[Panel | Sequence[Panel]]
    timeline: Sequence[Beat] = FROM_PANELS
    span: tuple[float, float] = FROM_PANELS
    poster: float = FROM_PANELS

    def __post_init__(self) -> None:
        for name in ("title", "caption", "alt"):
            text = getattr(self, name)
            if not isinstance(text, str):
                raise TypeError(f"an animation's {name} must be text, got {text!r}")
        if not self.title.strip():
            raise ValueError("an animation needs a title: a few words that name it")
        object.__setattr__(self, "panels", _rows(self.panels))
        subject = self.subject
        given = None if self.span is FROM_PANELS else interval(self.span, "span")
        if self.timeline is FROM_PANELS:
            beats = beats_for(subject, subject.sweep_within(given)) if subject.moves else ()
            object.__setattr__(self, "timeline", beats)
        object.__setattr__(self, "timeline", _beats(self.timeline))
        object.__setattr__(self, "span", given or subject.span(self.sweep))
        self._check_length(given is None)
        self._check_span(subject)
        self._check_steps(subject)
        if self.poster is FROM_PANELS:
            object.__setattr__(self, "poster", poster_for(subject, self.sweep))
        self._check_poster(subject)

    def _check_length(self, derived: bool) -> None:
        start, stop = self.span
        if not SHORTEST <= stop - start <= FARTHEST:
            cause = "its signals reach" if derived else "its span goes"
            hint = ": give a span that shows a part of it" if derived else ""
            raise ValueError(
                f"a figure shows between {SHORTEST:g} and {FARTHEST:,.0f} units of its axis, but "
                f"{cause} from {start:g} to {stop:g}{hint}"
            )

    def _check_span(self, subject: Subject) -> None:
        start, stop = self.span
        first, last = self.sweep
        on_axis = bool(subject.outputs or subject.sliding or subject.inputs) and not self.is_still
        if on_axis and (first < start or last > stop):
            raise ValueError(
                f"t must stay within the span, from {start:g} to {stop:g}, but it goes from "
                f"{first:g} to {last:g}"
            )
        support = subject.unseen(self.span, self.sweep)
        if support is not None:
            raise ValueError(
                f"the span, from {start:g} to {stop:g}, shows nothing of a signal that is there "
                f"from {support[0]:g} to {support[1]:g}"
            )

    def _check_steps(self, subject: Subject) -> None:
        for beat in self.timeline if subject.in_steps else ():
            t = beat.stop.t
            if beat.stop.sweeping and t != round(t):
                raise ValueError(
                    "a figure of steps or of discrete signals rests at whole shifts, as steps(…) "
                    f"and follow(…) do, but its timeline comes to t = {t:g}"
                )

    def _check_poster(self, subject: Subject) -> None:
        poster = finite(self.poster, "poster")
        if subject.in_steps and poster != round(poster):
            raise ValueError(f"poster must be a whole shift in a figure of steps, got {poster:g}")
        first, last = self.sweep
        if not self.is_still and not first <= poster <= last:
            raise ValueError(
                f"poster must be a shift that the timeline comes to, from {first:g} to "
                f"{last:g}, got {poster:g}"
            )

    @property
    def rows(self) -> tuple[tuple[Panel, ...], ...]:
        """The panels from top to bottom, each in a row with those beside it."""
        return tuple(row if isinstance(row, tuple) else (row,) for row in self.panels)

    @property
    def subject(self) -> Subject:
        """The signals of all panels together."""
        return reduce(or_, (subject_of(panel) for row in self.rows for panel in row))

    @property
    def sweep(self) -> tuple[float, float]:
        """The least and the greatest shift of the timeline."""
        scenes = [frame for beat in self.timeline for frame in (beat.start, beat.stop)]
        shifts = [frame.t for frame in scenes if frame.sweeping] or [frame.t for frame in scenes]
        return (min(shifts), max(shifts)) if shifts else (0.0, 0.0)

    @property
    def is_still(self) -> bool:
        """Whether nothing moves."""
        return not self.timeline

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        theme: str = "light",
        scale: float = 1.0,
        fps: int = 25,
        at: float | None = None,
        layout: str = "wide",
        background: str | None = None,
    ) -> Path:
        """Write it to a file, with a progress bar in a terminal or a notebook.

        Parameters
        ----------
        path : str or path
            The file; its suffix says what it is: ``.gif``, ``.mp4``, ``.webp``, ``.png``, ``.svg``
            or ``.pdf``.
            It is replaced when the new one is whole, and stays if that fails.
        theme, scale, fps, background
            As in `Film`.
        at : float, optional
            For a still, the shift t that it shows; by default the poster.
        layout : str
            ``"wide"``, or ``"narrow"`` for phones.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        ValueError
            If the suffix is unknown, or what is asked for cannot be shown; the message says what
            is allowed.
        FileNotFoundError
            If there is no such folder.
        WritingError
            If the file cannot be written.
        """
        from animations.rendering.export import save  # which draws, as most of a script does not

        return save(self, path, Look(theme, layout, background), scale, fps, at)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return what a notebook shows, in whatever form it takes: the animation as it plays."""
        from animations.rendering.notebook.display import mimebundle  # which only notebooks need

        return mimebundle(self, include, exclude)


def subject_of(panel: Panel) -> Subject:
    """Return the signals that framing follows from."""
    return panel.subject() if hasattr(panel, "subject") else Subject()


def room_of(panel: Panel, view: View) -> Room:
    """Return the height that a panel asks for."""
    return panel.room(view) if hasattr(panel, "room") else FULL


def _rows(panels: Iterable[Any]) -> tuple[Any, ...]:
    """Return the panels of an animation, all of which can be built."""
    allowed = "panels must be panels, or rows of them, from top to bottom"
    try:
        rows = tuple(row if hasattr(row, "build") else tuple(row) for row in panels)
    except TypeError:
        raise TypeError(f"{allowed}, got {panels!r}") from None
    if not rows or () in rows:
        raise ValueError(f"{allowed}, and at least one in each, got {panels!r}")
    for row in rows:
        for panel in row if isinstance(row, tuple) else (row,):
            if not hasattr(panel, "build") or isinstance(panel, type):
                raise TypeError(f"{allowed}, got {panel!r}")
    return rows


def _beats(timeline: Iterable[Beat]) -> tuple[Beat, ...]:
    """Return the beats of an animation, which take no endless time."""
    allowed = "timeline must be beats, such as sweep(…) or steps(…) + hold(…)"
    try:
        beats = tuple(timeline)
    except TypeError:
        raise TypeError(f"{allowed}, got {timeline!r}") from None
    for beat in beats:
        if not isinstance(beat, Beat):
            raise TypeError(f"{allowed}, got {beat!r}")
    seconds = sum(beat.seconds for beat in beats)
    if seconds > LONGEST:
        raise ValueError(f"a film must not take more than {LONGEST} s, got {seconds:g}")
    return beats
