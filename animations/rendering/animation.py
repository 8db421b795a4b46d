"""What a figure script returns."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, Protocol

from animations.rendering.timeline import Beat, Frame, finite

if TYPE_CHECKING:
    from animations.rendering.drawing.stage import Stage

LONGEST = 3600
"""Seconds that a film may take."""

Update = Callable[[Frame], None]
"""Moves a panel's artists to a frame."""


class Panel(Protocol):
    """One part of a figure.

    A panel is a description and keeps no state: `build` draws its still part on a stage once and
    returns the function that moves its artists to any frame, in any order.
    """

    @property
    def height(self) -> float:
        """The panel's share of what the rigid panels leave; for a rigid one, design pixels."""

    @property
    def rigid(self) -> bool:
        """Whether the panel keeps its height, as a line of text does; by default not."""
        return False

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
    timeline : sequence of Beat
        What happens when; empty for a still.
    span : tuple of float
        Limits of the horizontal axes; all panels share them, so that t lines up.
    poster : float
        The shift t that stands for the whole figure; one that the timeline comes to.

    Raises
    ------
    ValueError, TypeError
        If one of them cannot be shown; the message says what is allowed.
    """

    title: str
    caption: str
    alt: str
    panels: Sequence[Panel | Sequence[Panel]]
    timeline: Sequence[Beat] = ()
    span: tuple[float, float] = (0.0, 1.0)
    poster: float = 0.0

    def __post_init__(self) -> None:
        for name in ("title", "caption", "alt"):
            text = getattr(self, name)
            if not isinstance(text, str):
                raise TypeError(f"an animation's {name} must be text, got {text!r}")
        if not self.title.strip():
            raise ValueError("an animation needs a title: a few words that name it")
        object.__setattr__(self, "panels", _rows(self.panels))
        object.__setattr__(self, "timeline", _beats(self.timeline))
        self._check_span()
        self._check_poster()

    def _check_span(self) -> None:
        allowed = "span must be two finite numbers, the second larger by 0.1 to 1,000,000"
        try:
            start, stop = (float(end) for end in self.span)
        except (TypeError, ValueError):
            raise TypeError(f"{allowed}, got {self.span!r}") from None
        object.__setattr__(self, "span", (start, stop))
        if not (isfinite(start) and isfinite(stop) and 0.1 <= stop - start <= 1e6):
            raise ValueError(f"{allowed}, got ({start:g}, {stop:g})")

    def _check_poster(self) -> None:
        poster = finite(self.poster, "poster")
        shown = [
            frame.t for beat in self.timeline for frame in (beat.start, beat.stop) if frame.sweeping
        ]
        if shown and not min(shown) <= poster <= max(shown):
            raise ValueError(
                f"poster must be a shift that the timeline comes to, from {min(shown):g} to "
                f"{max(shown):g}, got {poster:g}"
            )

    @property
    def is_still(self) -> bool:
        """Whether nothing moves."""
        return not self.timeline


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
            name = f"the height of {type(panel).__name__}"
            if not finite(panel.height, name) > 0:
                raise ValueError(f"{name} must be positive, got {panel.height:g}")
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
