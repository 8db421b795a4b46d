"""Another output in hollow stems, and at the end the peaks of both."""

from matplotlib.text import Text
from matplotlib.transforms import Bbox

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT, Plane
from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.drawing.stems import BAR, hollow_stems
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.profile import peak, profile
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

BESIDE = 14.0  # from a stem to what is written beside its head, in design pixels
NUMBER = 10.0  # half of what a number up the axis takes
OVER = 25.0  # from a name up to the number over it


class Compared:
    """Hollow stems with their name, and at the last shift the peaks of both.

    The earlier peak is named on its left, the later one on its right; what has no room beside
    the other names is left out.
    """

    def __init__(
        self,
        plane: Plane,
        y: DiscreteSignal,
        other: DiscreteSignal,
        told: tuple[str, str],
        name: Text,
    ) -> None:
        stage = plane.stage
        first, self._last = stage.timeline.shifts
        at, values = profile(other, first, self._last)
        hollow_stems(plane, at[values != 0], values[values != 0])
        peaks = [peak(each, first, self._last) for each in (y, other)]
        numbers = Numbers.of(profile(y, first, self._last).values)
        self._late: list[Label] = []
        taken = [name.get_window_extent()]
        numbers_up = [_box(plane, tick) for tick in plane.numbers]
        beside = max(BESIDE, BAR / plane.pixel + 6)
        # The name of the other one is always there, and so has first choice.
        for each, words, role in ((other, told[1], "muted"), (y, told[0], "y")):
            place = peak(each, first, self._last)
            left = place == min(peaks) and (role == "y" or peaks[0] != peaks[1])
            side, ha = (-beside, "right") if left else (beside, "left")
            across = LEFT + (place - plane.span[0]) / plane.pixel + side
            up = plane.height(float(each(place))) - 8
            value = numbers(float(each(place)))
            look = {"ha": ha, "fontfamily": PROSE_FONT}
            named = stage.label(NOTE, role, (across, up), words, **look)
            number = stage.label(LABEL, role, (across, up + OVER), value, ha=ha)
            for label in (named, number):
                box = label.get_window_extent()
                outside = box.x0 < 0 or box.x1 > stage.figure.bbox.width
                if outside or any(box.overlaps(one) for one in taken + numbers_up):
                    label.set_text("")
                taken.append(box)
            self._late += [number] if each is other else [named, number]

    def show(self, frame: Frame) -> None:
        """Name the peak of the output, and tell both, once all is there."""
        for label in self._late:
            label.set_visible(frame.sweeping and frame.t >= self._last)


def _box(plane: Plane, tick: float) -> Bbox:
    """Return the box of a number up the axis, in pixels."""
    stage = plane.stage
    dots = stage.figure.dpi / DESIGN_DPI
    left, up = stage.left, stage.bottom + plane.height(tick)
    corners = [[left, up - NUMBER], [left + LEFT, up + NUMBER]]
    return Bbox([[dots * across, dots * high] for across, high in corners])
