"""What can be taken hold of in a picture, and moved along its axis."""

from typing import TYPE_CHECKING

from animations.rendering.film import Film

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import MouseEvent


class Grip:
    """The mouse's hold on a film, in a picture whose coordinates are the film's pixels.

    What can be taken hold of are plots along whose axis t goes: those over the animation's span,
    if the sweep lies within it. From there on t goes as far as the mouse, so that what slides
    stays under it. Figures of other kinds have no such plots.
    """

    def __init__(self, film: Film, picture: "Axes") -> None:
        self._picture = picture
        first, last = film.timeline.shifts
        start, stop = film.animation.span
        moves = not film.animation.is_still and start <= first and last <= stop
        self._plots = [
            axes for axes in film.figure.axes if moves and axes.get_xlim() == (start, stop)
        ]
        self._held: Axes | None = None
        self._ahead = 0.0  # of the mouse, in units of the axis

    def __bool__(self) -> bool:
        """Whether there is anything to take hold of."""
        return bool(self._plots)

    @property
    def holds(self) -> bool:
        """Whether something is being moved."""
        return self._held is not None

    def over(self, event: "MouseEvent") -> bool:
        """Whether the mouse is where it can take hold."""
        return self._plot(event) is not None

    def take(self, event: "MouseEvent", t: float) -> bool:
        """Take hold, if there is something under the mouse; t is where it stands."""
        self._held = plot = self._plot(event)
        if plot is not None:
            self._ahead = t - self._along(plot, event)
        return self.holds

    def follow(self, event: "MouseEvent") -> float | None:
        """Return the t that the mouse has come to with what it holds, if anything."""
        return None if self._held is None else self._along(self._held, event) + self._ahead

    def release(self) -> None:
        """Let go."""
        self._held = None

    def _plot(self, event: "MouseEvent") -> "Axes | None":
        if event.inaxes is not self._picture:
            return None
        place = self._pixel(event)
        return next((plot for plot in self._plots if plot.bbox.contains(*place)), None)

    def _along(self, plot: "Axes", event: "MouseEvent") -> float:
        return float(plot.transData.inverted().transform(self._pixel(event))[0])

    def _pixel(self, event: "MouseEvent") -> tuple[float, float]:
        """Return where the mouse is in the film, even if it has left the picture."""
        across, up = self._picture.transData.inverted().transform((event.x, event.y))
        return float(across), float(up)
