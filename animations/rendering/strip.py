"""A film as a strip: some of its moments side by side, for print, slides and whoever reads."""

from pathlib import Path

from matplotlib.lines import Line2D

from animations.rendering.arrays import Pixels
from animations.rendering.canvas import blank, drawn, plain_settings
from animations.rendering.composition import Composition
from animations.rendering.film import Film
from animations.rendering.theme import LAYOUTS
from animations.rendering.timeline import Frame
from animations.rendering.vector import write_vector

MOST = 4  # moments, which are still readable across a page
RULE = 0.06, 0.94  # of the height, between which a line parts two of them


class Strip:
    """Moments of a film side by side, each laid out for a narrow canvas.

    Parameters
    ----------
    film : Film
        Whose animation, theme and scale they have.

    Attributes
    ----------
    size : tuple of int
        Width and height in pixels.
    frames : sequence of Frame
        The moments.
    """

    def __init__(self, film: Film) -> None:
        width, height = LAYOUTS["narrow"]
        self.frames = key_moments(film)
        self.size = size_of(film)
        with plain_settings():
            self._figure, self._renderer = blank(self.size, film.scale, film.theme.background)
            for column in range(1, len(self.frames)):
                across = column / len(self.frames)
                self._figure.add_artist(
                    Line2D([across, across], RULE, color=film.theme.grid, linewidth=1.5)
                )
            for column, frame in enumerate(self.frames):
                box = column * width, 0.0, width, height
                Composition(self._figure, film.animation, film.theme, film.timeline, box).move(
                    frame
                )

    def pixels(self) -> Pixels:
        """Draw the strip: opaque RGBA, uint8 of shape (height, width, 4)."""
        with plain_settings():
            return drawn(self._figure, self._renderer)

    def write_vector(self, path: Path) -> None:
        """Draw it as a vector graphic, SVG or PDF, as the file's suffix says."""
        with plain_settings():
            write_vector(path, self._figure)


def size_of(film: Film) -> tuple[int, int]:
    """Return the size of a film's strip in pixels."""
    width, height = LAYOUTS["narrow"]
    count = len(key_moments(film))
    return 2 * round(count * width * film.scale / 2), 2 * round(height * film.scale / 2)


def key_moments(film: Film) -> list[Frame]:
    """Return the moments that tell a film's story: poster, end, and what lies farthest from these.

    How far is counted in pictures, so that most of them fall where most changes. The beginning,
    where there is nothing of y yet, is none of them.
    """
    pictures = {f.t: f for f in film.timeline if f.sweeping and not (f.gliding or f.aside)}
    shifts = sorted(pictures)
    poster = min(range(len(shifts)), key=lambda place: abs(shifts[place] - film.poster.t))
    taken = {0, poster, len(shifts) - 1}
    while len(taken) <= min(MOST, len(shifts) - 1):
        apart = [min(abs(place - other) for other in taken) for place in range(len(shifts))]
        taken.add(apart.index(max(apart)))
    frames = {place: pictures[shifts[place]] for place in taken} | {poster: film.poster}
    return [frames[place] for place in sorted(taken - {0} or taken)]
