"""An animation on a figure: the pixels of every frame."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure

from animations.rendering.animation import Animation, Panel
from animations.rendering.arrays import Pixels
from animations.rendering.columns import places
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.framing.room import View, rows
from animations.rendering.theme import THEMES
from animations.rendering.timeline import Frame, Timeline

# Not the backend: to set it loads pyplot, and one that may open windows.
_DEFAULTS: dict[Any, Any] = {
    key: value for key, value in mpl.rcParamsDefault.items() if key != "backend"
}


LARGEST = 2**14
EDGE = 12.0  # over a plot or a diagram that no heading stands on, in design pixels


class _Canvas(FigureCanvasAgg):
    """The canvas of a figure that is always printed whole.

    Cut to a tight box, as notebooks would have it, the margins are lost, and what is placed in
    pixels is displaced.
    """

    def print_figure(self, *arguments: Any, **options: Any) -> Any:
        """Print the figure to a file."""
        options["bbox_inches"] = None
        with mpl.rc_context({"savefig.bbox": None}):
            return super().print_figure(*arguments, **options)


class Film:
    """An `Animation` drawn in a theme, at a size.

    Iterating yields the pixels of every frame in order. The film never keeps them. A notebook
    shows it as a still, the poster.

    Parameters
    ----------
    animation : Animation
        What to show.
    theme : str
        ``"light"`` or ``"dark"``.
    width, height : int
        The canvas in design pixels, for which panels are laid out; type and lines are as large on
        every one, meant for 960 × 540, or for 480 × 600 on a phone.
    scale : float
        Pixels per design pixel. Sides are rounded to even numbers, as video asks for.
    fps : int
        Frames per second.

    Attributes
    ----------
    figure : Figure
        The matplotlib figure, at the poster until `update` moves it. With matplotlib's own tools
        ``FuncAnimation(film.figure, film.update, frames=film.timeline, interval=1000 / fps)``
        plays it at its own rate, ``film.timeline.fps``.
    timeline : Timeline
        The frames.
    size : tuple of int
        Width and height in pixels.
    scale : float
        Pixels per design pixel.
    boxes : list of (Panel, tuple of float)
        Each panel with its left, bottom, width and height in design pixels.

    Raises
    ------
    ValueError
        If the theme is unknown, the size or the frame rate is not positive, a side is too long, or
        the figure has no room; the message says what it needs.
    """

    def __init__(
        self,
        animation: Animation,
        theme: str = "light",
        width: int = 960,
        height: int = 540,
        scale: float = 1.0,
        fps: int = 25,
    ) -> None:
        if theme not in THEMES:
            raise ValueError(f"unknown theme {theme!r}: choose from {', '.join(THEMES)}")
        if not (min(width, height, fps) > 0 and 0 < scale < float("inf")):
            raise ValueError("width, height, scale and fps must be positive")
        if max(width, height) * scale > LARGEST:
            raise ValueError(f"a film has at most {LARGEST} pixels a side")
        self.animation = animation
        self.scale = scale
        self._look = theme, width, height, scale, fps
        self.theme = THEMES[theme]
        self.timeline = Timeline(animation.timeline, fps)
        self.size = 2 * round(width * scale / 2), 2 * round(height * scale / 2)
        dpi = DESIGN_DPI * scale
        self._moving: list[Artist] = []
        with _plain_settings():
            self.figure = Figure(
                figsize=(self.size[0] / dpi, self.size[1] / dpi),
                dpi=dpi,
                facecolor=self.theme.background,
            )
            _Canvas(self.figure)
            self._renderer = RendererAgg(*self.size, dpi)
            stages = list(self._stages(*(side / scale for side in self.size)))
            self.boxes = [(panel, stage.box) for panel, stage in stages]
            self._updates = [panel.build(stage) for panel, stage in stages]
            self._move(self.poster)
        self._moving.sort(key=lambda artist: artist.get_zorder())

    @property
    def poster(self) -> Frame:
        """The frame that stands for the whole figure."""
        return self.timeline.at(self.animation.poster)

    def another(self, animation: Animation) -> "Film":
        """Return a film of another animation, drawn in the same way."""
        return Film(animation, *self._look)

    def update(self, frame: Frame) -> Sequence[Artist]:
        """Move the artists to a frame, draw nothing, and return the artists that may move."""
        with _plain_settings():
            self._move(frame)
        return self._moving

    def pixels(self, frame: Frame) -> Pixels:
        """Draw a frame: the still background, and on it what moves.

        Returns
        -------
        ndarray of uint8, shape (height, width, 4)
            Opaque RGBA, the caller's to keep.
        """
        return self._draw(frame).copy()

    def pictures(self, frames: Iterable[Frame] | None = None) -> Iterator[tuple[Pixels, int]]:
        """Yield the pictures of frames, all by default, each with how many of them it stands for.

        The pixels are the film's own, as in `pixels` but overwritten by the next picture.
        """
        chosen = self.timeline if frames is None else frames
        for _, scene in groupby(chosen, key=attrgetter("scene")):
            first, *others = scene
            yield self._draw(first), 1 + len(others)

    def redraw(self, frame: Frame) -> Pixels:
        """Draw the same frame through a full draw of the whole figure; `pixels` is faster."""
        with _plain_settings():
            self._move(frame)
            return self._whole()

    def write_svg(self, path: Path, frame: Frame) -> None:
        """Draw a frame as a vector graphic.

        Type becomes outlines, so that it looks the same where the fonts are missing; a fixed salt
        and no date, so that the same figure always gives the same bytes.
        """
        settings: dict[Any, Any] = {"svg.hashsalt": "convolution", "svg.fonttype": "path"}
        with _plain_settings(), mpl.rc_context(settings):
            self._move(frame)
            self.figure.savefig(path, format="svg", metadata={"Date": None})

    def __iter__(self) -> Iterator[Pixels]:
        """Yield the pixels of every frame; a scene that lasts is drawn once."""
        for picture, times in self.pictures():
            yield from [picture.copy()] * times

    def __len__(self) -> int:
        return len(self.timeline)

    def _repr_png_(self) -> bytes:
        from animations.rendering.encoders.still import png  # which only files need else

        return png(self.pixels(self.poster))

    def _stages(self, width: float, height: float) -> Iterator[tuple[Panel, Stage]]:
        """Yield each panel with its part of the figure; panels in a row share the width."""
        animation = self.animation
        found = places(animation.rows, View(animation.span, self.timeline.shifts, width))
        rooms = [[place.room for place in beside] for beside in found]
        columns: dict[Hashable, list[float]] = {}
        edge = EDGE * any(room.takes_rest for room in rooms[0])
        for beside, row in zip(found, rows(rooms, height, edge), strict=True):
            for panel, _, left, wide, column in beside:
                box = left, row.bottom, wide, row.height
                yield (
                    panel,
                    Stage(
                        self.figure,
                        self.theme,
                        self.timeline,
                        box,
                        animation.span,
                        self._moving,
                        row,
                        columns.setdefault(column, []),
                    ),
                )

    def _draw(self, frame: Frame) -> Pixels:
        """Draw a frame into the film's own pixels, and return these."""
        with _plain_settings():
            self._move(frame)
            canvas = np.asarray(self._renderer.buffer_rgba())
            canvas[:] = self._background
            for artist in self._moving:
                if artist.get_visible():
                    artist.draw(self._renderer)
            return canvas

    def _move(self, frame: Frame) -> None:
        for update in self._updates:
            update(frame)

    @cached_property
    def _background(self) -> Pixels:
        for artist in self._moving:
            artist.set_animated(True)  # which a full draw leaves out
        background = self._whole()
        for artist in self._moving:
            artist.set_animated(False)
        return background

    def _whole(self) -> Pixels:
        self._renderer.clear()
        self.figure.draw(self._renderer)
        return np.array(self._renderer.buffer_rgba())


@contextmanager
def _plain_settings() -> Iterator[None]:
    """Draw with matplotlib's own settings, whatever the user's are; most users have no others."""
    # dict's own view, since rcParams' looks up deprecations and takes longer than to draw a curve.
    plain = _DEFAULTS.items() <= dict.items(mpl.rcParams)
    with nullcontext() if plain else mpl.rc_context(_DEFAULTS):
        yield
