"""Where a panel draws: its part of the figure, the theme, and what moves."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from animations.rendering.drawing.label import Label
from animations.rendering.framing.room import ALONE, Row
from animations.rendering.theme import DIGIT_FONT, MATH_FONT, PROSE_FONT, TICK, Theme
from animations.rendering.timeline import Frame, Timeline, step_within
from signals import ContinuousSignal

AnyArtist = TypeVar("AnyArtist", bound=Artist)

Place = tuple[float, float]
"""Across and up."""

POINTS = 72.0
DESIGN_DPI = 100.0
DOT = MarkerStyle("o")
STRONGER = DESIGN_DPI / POINTS  # times as wide as other lines: what moves stands out


@lru_cache(maxsize=16)
def _known(signal: ContinuousSignal, shifts: tuple[float, ...]) -> dict[float, float]:
    """Return a signal's values by their times, once for all panels and themes."""
    return dict(zip(shifts, signal(np.array(shifts)).tolist(), strict=True))


class Stroke(Line2D):
    """A solid line without markers, as plain and as often drawn as lines in films are.

    `Line2D` looks at every feature that a line may have, which takes longer than the drawing.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Stroke the path; see `matplotlib.artist.Artist.draw`."""
        if not self.get_visible():
            return
        data = np.column_stack(self.get_data())
        if len(data):
            path = Path(self.get_transform().transform(data))
            path.should_simplify = False  # there are no vertices to spare
            context = renderer.new_gc()
            context.set_clip_rectangle(self.get_clip_box() if self.get_clip_on() else None)
            context.set_foreground(self.get_color())
            context.set_linewidth(STRONGER * self.get_linewidth())
            context.set_joinstyle(self.get_solid_joinstyle())
            context.set_capstyle(self.get_solid_capstyle())
            renderer.draw_path(context, path, IdentityTransform())
            context.restore()
        self.stale = False


@dataclass
class Stage:
    """One panel's part of a figure.

    Attributes
    ----------
    figure, theme : Figure, Theme
        What to draw on, and its colours.
    timeline : Timeline
        Every frame that will be asked for, give or take a shift asked for by hand.
    box : tuple of float
        Left, bottom, width and height in design pixels, which scale with the figure.
    span : tuple of float
        Limits of the horizontal axes.
    moving : list of Artist
        Where `move` registers.
    row : Row
        The row of panels that it is in, whose limits are those of vertical axes.
    marks : list of float
        How high in the figure t is marked in this column, from the top down; a line leads down
        from there.
    canvas : tuple of float
        Width and height of all stages together.
    """

    figure: Figure
    theme: Theme
    timeline: Timeline
    box: tuple[float, float, float, float]
    span: tuple[float, float]
    moving: list[Artist]
    row: Row = ALONE
    marks: list[float] = field(default_factory=list)
    canvas: Place = (0.0, 0.0)

    def __post_init__(self) -> None:
        self.left, self.bottom, self.width, self.height = self.box

    def part(self, left: float, bottom: float, width: float, height: float) -> "Stage":
        """Return a part of the stage as a stage, in design pixels from its lower left corner."""
        return replace(self, box=(self.left + left, self.bottom + bottom, width, height))

    def axes(
        self,
        xlim: tuple[float, float],
        ylim: tuple[float, float],
        margins: tuple[float, float, float, float],
    ) -> Axes:
        """Add axes with bare limits; `margins` are left, bottom, right and top in design pixels."""
        left, bottom, right, top = margins
        width, height = self.figure.get_size_inches() * DESIGN_DPI
        across = (self.left + left) / width, (self.width - left - right) / width
        up = (self.bottom + bottom) / height, (self.height - bottom - top) / height
        place = across[0], up[0], across[1], up[1]
        axes = self.figure.add_axes(place, xlim=xlim, ylim=ylim)
        axes.patch.set_visible(False)
        axes.spines[:].set_visible(False)
        axes.tick_params(
            length=0, pad=5, labelsize=TICK, labelcolor=self.theme.muted, labelfontfamily=PROSE_FONT
        )
        return axes

    def step(self, frame: Frame) -> int:
        """Return the whole shift of the timeline that a frame has come to."""
        first, last = (round(t) for t in self.timeline.shifts)
        return step_within(frame, first, last)

    def values(self, signal: ContinuousSignal) -> Callable[[float], float]:
        """Return the signal as a function of t that knows all the timeline's shifts already."""
        known = _known(signal, tuple(sorted({frame.t for frame in self.timeline})))
        return lambda t: known[t] if t in known else float(signal(t))

    def move(self, artist: AnyArtist, zorder: float) -> AnyArtist:
        """Register an artist that changes from frame to frame; it lies above all still ones.

        It hangs on the figure, not on an axes: a figure draws its axes first, and so what moves
        is always drawn last, whether the whole figure is drawn or only the moving artists.
        """
        artist.set_zorder(10 + zorder)
        artist.set_clip_on(False)
        self.figure.add_artist(artist)
        self.moving.append(artist)
        return artist

    def text(self, x: float, y: float, wording: str, size: float, role: str, **style: Any) -> Text:
        """Write still text at (x, y), in design pixels from the panel's lower left corner."""
        return self.figure.add_artist(  # type: ignore[return-value]
            Text(x, y, wording, **self._type(size, role, style))
        )

    def label(
        self, size: float, role: str, at: Place = (0, 0), wording: str = "", **style: Any
    ) -> Label:
        """Add text that moves or changes, in design pixels unless the style has a transform."""
        style = self._type(size, role, style)
        return self.move(Label(*at, wording, halo=self.theme.background, **style), zorder=9)

    def measure(self, label: Label, wording: str) -> float:
        """Return how wide a label is when it says so, in design pixels."""
        before = label.get_text()
        label.set_text(wording)
        width = label.get_window_extent().width / self.figure.dpi * DESIGN_DPI
        label.set_text(before)
        return float(width)

    def line(self, role: str, width: float, zorder: float, transform: Transform) -> Stroke:
        """Add a moving line in the role's colour."""
        color = self.theme.color(role)
        return self.move(Stroke([], [], color=color, linewidth=width, transform=transform), zorder)

    def markers(
        self, role: str, size: float, zorder: float, transform: Transform, **style: Any
    ) -> Line2D:
        """Add moving marks in the role's colour: dots, unless the style has another marker."""
        style = {"linestyle": "none", "marker": DOT, "markeredgewidth": 0.0, **style}
        style |= {"color": self.theme.color(role), "markersize": size, "transform": transform}
        return self.move(Line2D([], [], **style), zorder)

    def patch(self, zorder: float, **style: Any) -> PathPatch:
        """Add a moving shape, without a path yet; it has no face unless the style gives one."""
        look = {"transform": self.pixels, "facecolor": "none", **style}
        return self.move(PathPatch(Path(np.zeros((2, 2))), **look), zorder)

    @property
    def pixels(self) -> Transform:
        """Design pixels from the panel's lower left corner."""
        to_inches = Affine2D().translate(self.left, self.bottom).scale(1 / DESIGN_DPI)
        return to_inches + self.figure.dpi_scale_trans

    def _type(self, size: float, role: str, style: dict[str, Any]) -> dict[str, Any]:
        return {
            "color": self.theme.color(role),
            "fontsize": size,
            "fontfamily": DIGIT_FONT,
            "math_fontfamily": MATH_FONT,
            "verticalalignment": "baseline",
            "transform": self.pixels,
            **style,
        }
