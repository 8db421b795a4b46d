"""An animation on a figure: the pixels of every frame."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import numpy as np
from matplotlib.artist import Artist

from animations.rendering.animation import Animation
from animations.rendering.arrays import Pixels
from animations.rendering.canvas import blank, drawn, plain_settings
from animations.rendering.composition import Composition
from animations.rendering.theme import THEMES, Look
from animations.rendering.timeline import Frame, Timeline, finite
from animations.rendering.vector import write_vector

SMALLEST, LARGEST = 16, 2**14


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
    background : str, optional
        A colour such as ``"#fffaf0"``, to match a page; by default the theme's own.

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
        If the theme is unknown, the size or the frame rate is not positive, a side is too long,
        the figure has no room, or something could not be read on the background; the message
        says what is needed.
    """

    def __init__(
        self,
        animation: Animation,
        theme: str = "light",
        width: int = 960,
        height: int = 540,
        scale: float = 1.0,
        fps: int = 25,
        background: str | None = None,
    ) -> None:
        if not isinstance(theme, str) or theme not in THEMES:
            raise ValueError(f"unknown theme {theme!r}: choose from {', '.join(THEMES)}")
        given = {"width": width, "height": height, "scale": scale, "fps": fps}
        if min(finite(value, name) for name, value in given.items()) <= 0 or fps != int(fps):
            raise ValueError("width, height, scale and fps must be positive, and fps whole")
        if max(width, height) * scale > LARGEST or min(width, height) * scale < SMALLEST:
            raise ValueError(f"a film has from {SMALLEST} to {LARGEST} pixels a side")
        self.animation = animation
        self.scale = scale
        self._settings = theme, width, height, scale, fps, background
        self.theme = THEMES[theme] if background is None else THEMES[theme].on(background)
        self.timeline = Timeline(animation.timeline, fps)
        self.size = 2 * round(width * scale / 2), 2 * round(height * scale / 2)
        with plain_settings():
            self.figure, self._renderer = blank(self.size, scale, self.theme.background)
            whole = 0.0, 0.0, self.size[0] / scale, self.size[1] / scale
            composed = Composition(self.figure, animation, self.theme, self.timeline, whole)
            self.boxes, self._move = composed.boxes, composed.move
            self._move(self.poster)
        self._moving = sorted(composed.moving, key=lambda artist: artist.get_zorder())

    @classmethod
    def of(cls, animation: Animation, look: Look, scale: float, fps: int) -> "Film":
        """Return a film of an animation that looks so."""
        return cls(animation, look.theme, *look.size, scale, fps, look.background)

    @property
    def poster(self) -> Frame:
        """The frame that stands for the whole figure."""
        return self.timeline.at(self.animation.poster)

    def another(self, animation: Animation) -> "Film":
        """Return a film of another animation, drawn in the same way."""
        return Film(animation, *self._settings)

    def update(self, frame: Frame) -> Sequence[Artist]:
        """Move the artists to a frame, draw nothing, and return the artists that may move."""
        with plain_settings():
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
        with plain_settings():
            self._move(frame)
            return self._whole()

    def write_vector(self, path: Path, frame: Frame) -> None:
        """Draw a frame as a vector graphic, SVG or PDF, as the file's suffix says."""
        with plain_settings():
            self._move(frame)
            write_vector(path, self.figure)

    def __iter__(self) -> Iterator[Pixels]:
        """Yield the pixels of every frame; a scene that lasts is drawn once."""
        for picture, times in self.pictures():
            yield from [picture.copy()] * times

    def __len__(self) -> int:
        return len(self.timeline)

    def _repr_png_(self) -> bytes:
        from animations.rendering.encoders.still import png  # which only files need else

        return png(self.pixels(self.poster))

    def _draw(self, frame: Frame) -> Pixels:
        """Draw a frame into the film's own pixels, and return these."""
        with plain_settings():
            self._move(frame)
            canvas = np.asarray(self._renderer.buffer_rgba())
            canvas[:] = self._background
            for artist in self._moving:
                if artist.get_visible():
                    artist.draw(self._renderer)
            return canvas

    @cached_property
    def _background(self) -> Pixels:
        for artist in self._moving:
            artist.set_animated(True)  # which a full draw leaves out
        background = self._whole()
        for artist in self._moving:
            artist.set_animated(False)
        return background

    def _whole(self) -> Pixels:
        return drawn(self.figure, self._renderer)
