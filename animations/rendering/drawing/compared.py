"""Another output in hollow stems, and at the end the peaks of both."""

from animations.rendering.drawing.plane import LEFT, Plane
from animations.rendering.drawing.stems import BAR, hollow_stems
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.profile import peak, profile
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

BESIDE = 14.0  # from a stem to what is written beside its head, in design pixels
UNDER = 24.0  # from a number down to the words under it


class Compared:
    """Hollow stems behind those of an output; at the last shift, both peaks are named.

    The earlier peak is named on its left, the later one on its right.
    """

    def __init__(
        self, plane: Plane, y: DiscreteSignal, other: DiscreteSignal, told: tuple[str, str]
    ) -> None:
        stage = plane.stage
        first, self._last = stage.timeline.shifts
        at, values = profile(other, first, self._last)
        hollow_stems(plane, at[values != 0], values[values != 0])
        peaks = [peak(each, first, self._last) for each in (y, other)]
        numbers = Numbers.of(profile(y, first, self._last).values)
        self._labels = []
        beside = max(BESIDE, BAR / plane.pixel + 6)
        for each, place, words, role in zip((y, other), peaks, told, ("y", "muted"), strict=True):
            left = place == min(peaks) and (role == "y" or peaks[0] != peaks[1])
            side, ha = (-beside, "right") if left else (beside, "left")
            across = LEFT + (place - plane.span[0]) / plane.pixel + side
            up = plane.height(float(each(place))) - 8
            number = stage.label(LABEL, role, (across, up), numbers(float(each(place))), ha=ha)
            under = stage.label(NOTE, role, (across, up - UNDER), words, ha=ha)
            under.set_fontfamily(PROSE_FONT)
            self._labels += [number, under]

    def show(self, frame: Frame) -> None:
        """Name the peaks once all is there."""
        for label in self._labels:
            label.set_visible(frame.sweeping and frame.t >= self._last)
