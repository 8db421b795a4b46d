"""What a film's artists show, for tests that compare it with values found elsewhere."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray

from animations.rendering import Film, Frame
from animations.rendering.drawing.label import Label

Points = NDArray[np.float64]

SOLID = "-", "solid"


def moved(film: Film, frame: Frame) -> Sequence[Any]:
    """The moving artists that a frame shows."""
    return [artist for artist in film.update(frame) if artist.get_visible()]


def scenes(film: Film, step: int = 1) -> Iterator[Frame]:
    """The first frame of every so many scenes, and of the last."""
    frames = [next(run) for _, run in groupby(film.timeline, key=lambda frame: frame.scene)]
    yield from [*frames[:-1:step], frames[-1]]


def swept(film: Film, step: int = 1) -> Iterator[Frame]:
    """The same of the sweep alone, where it is not between two steps, and nothing is aside."""
    plain = [frame for frame in scenes(film) if frame.sweeping]
    plain = [frame for frame in plain if not (frame.gliding or frame.aside)]
    yield from plain[::step]


def lines(film: Film, frame: Frame, axes: Axes, role: str) -> list[Points]:
    """The vertices of moving lines in the role's colour, stalks and curves, over some axes."""
    return _lines(film, frame, axes, film.theme.color(role), marked=False)


def marks(film: Film, frame: Frame, axes: Axes, role: str) -> list[Points]:
    """The places of moving dots and other marks in the role's colour over some axes."""
    return _lines(film, frame, axes, film.theme.color(role), marked=True)


def patches(film: Film, frame: Frame, axes: Axes, color: str) -> list[Points]:
    """The outlines of moving patches of a colour over some axes, from the back to the front."""
    return [
        artist.get_path().vertices
        for artist in moved(film, frame)
        if isinstance(artist, Patch)
        and artist.get_data_transform() is axes.transData
        and to_hex(artist.get_facecolor()) == color
    ]


def wordings(film: Film, frame: Frame) -> list[str]:
    """The moving texts that a frame shows."""
    return [artist.get_text() for artist in moved(film, frame) if isinstance(artist, Label)]


def wires(film: Film) -> list[tuple[str, Points]]:
    """Every line of the wires that are shown now: its colour, and its corners in pixels."""
    found = []
    for patch in film.figure.findobj(PathPatch):
        color, width = to_hex(patch.get_edgecolor()), patch.get_linewidth()
        if patch.get_visible() and width == 1.2 and patch.get_linestyle() in SOLID:
            path = patch.get_path()
            corners = patch.get_transform().transform(path.vertices)
            starts = np.flatnonzero(path.codes == Path.MOVETO) if path.codes is not None else [0]
            found += [(color, line) for line in np.split(corners, starts[1:])]
    return found


def _lines(film: Film, frame: Frame, axes: Axes, color: str, marked: bool) -> list[Points]:
    return [
        artist.get_xydata()
        for artist in moved(film, frame)
        if isinstance(artist, Line2D)
        and artist.get_transform() is axes.transData
        and to_hex(artist.get_color()) == color
        and (artist.get_marker() not in ("None", None, "")) == marked
    ]
