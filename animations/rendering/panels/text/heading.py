"""The line on top: the formula, and how the signals lie to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.drawing.formula import write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import overlap, preparation
from animations.rendering.theme import FORMULA, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal, DiscreteSignal

Signal = ContinuousSignal | DiscreteSignal


@dataclass(frozen=True)
class Heading:
    r"""A formula in the colours of what it names, and the state of the overlap.

    Attributes
    ----------
    formula : str
        Mathtext with ``\textcolor``; see `write_formula`.
    fixed : sequence of signals
        What is slid over; several channels count as one.
    sliding : signal
        What slides.
    flip : bool
        Whether it is flipped.
    """

    formula: str
    fixed: Sequence[Signal]
    sliding: Signal
    flip: bool = True
    height: float = 98
    rigid: bool = True

    def build(self, stage: Stage) -> Show:
        """Write the formula and return what shows the state."""
        write_formula(stage, LEFT, 38, self.formula, FORMULA)
        state = stage.label(NOTE, "muted", ha="right", fontfamily=PROSE_FONT)
        state.set_position((stage.width - RIGHT, 38))
        discrete = isinstance(self.sliding, DiscreteSignal)
        supports = [_support(signal) for signal in self.fixed]
        fixed = min(start for start, _ in supports), max(stop for _, stop in supports)
        sliding = _support(self.sliding)

        def show(frame: Frame) -> None:
            if not frame.sweeping:
                state.set_text(preparation(frame))
                return
            extent, limits = overlap(fixed, sliding, frame.t, self.flip, discrete)
            state.set_text(f"{extent} overlap" + (f",  ${limits}$" if limits else ""))

        return show


def _support(signal: Signal) -> tuple[float, float]:
    """Return where a signal is; for a discrete one the first and last index that are not zero."""
    if isinstance(signal, ContinuousSignal):
        return signal.support
    indices = [index for index in range(signal.start, signal.stop) if signal(index)]
    return (indices[0], indices[-1]) if indices else (0, 0)
