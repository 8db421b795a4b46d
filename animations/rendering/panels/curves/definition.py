"""A signal as a plot with its formula, piece by piece."""

from dataclasses import dataclass
from math import inf

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.curve import SPACING, outline
from animations.rendering.drawing.plane import Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.numbers import latex
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.curves.trace import reach_of
from animations.rendering.panels.kinds import continuous
from animations.rendering.theme import FORMULA, LABEL
from signals import ContinuousSignal

GAP = 34.0  # between the lines of the cases, in design pixels


@dataclass(frozen=True)
class DefinitionPanel(Panel):
    """A continuous signal in its name's colour: its curve and, beside it, what defines it."""

    signal: ContinuousSignal
    name: str

    def __post_init__(self) -> None:
        continuous(self, "signal")

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(resting=(self.signal,))

    def room(self, view: View) -> Room:
        """Return the room for the signal in the span."""
        return room_for(reach_of(self.signal, view.span), labels=0)

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        cut = 0.56 * stage.width
        plot = stage.part(0, 0, cut, stage.height)
        plane = Plane(plot, "t")
        curve = outline(self.signal, *stage.span, SPACING * plane.pixel)
        plane.axes.plot(*curve.T, color=stage.theme.color(self.name), linewidth=3.0, zorder=3)
        self._write_pieces(stage.part(cut, 0, stage.width - cut, stage.height))
        return lambda frame: None

    def _write_pieces(self, stage: Stage) -> None:
        cases = [
            (piece.formula, _interval(piece.start, piece.stop)) for piece in self.signal.pieces
        ]
        cases.append(("0", r"\mathrm{elsewhere}"))
        middle = stage.height / 2 + 8
        rows = [middle + GAP * ((len(cases) - 1) / 2 - row) for row in range(len(cases))]
        stage.text(0, middle, f"${self.name}(t) =$", FORMULA, self.name, va="center_baseline")
        look = {"facecolor": "none", "edgecolor": stage.theme.muted, "transform": stage.pixels}
        shape = brace(98, rows[-1] - 14, rows[0] + 14)
        stage.figure.add_artist(PathPatch(shape, linewidth=1.4, **look))
        for row, (formula, where) in zip(rows, cases, strict=True):
            stage.text(120, row, f"${formula}$", FORMULA, self.name, va="center_baseline")
            stage.text(226, row, f"${where}$", LABEL, "muted", va="center_baseline")


def brace(x: float, bottom: float, top: float) -> Path:
    """Return a curly brace around what stands to its right."""
    middle, arm = (bottom + top) / 2, 7.0
    corners = [
        (x + arm, top), (x, top), (x, top - arm), (x, middle + arm), (x, middle),
        (x - arm, middle), (x, middle), (x, middle - arm), (x, bottom + arm), (x, bottom),
        (x + arm, bottom),
    ]  # fmt: skip
    curve, line = Path.CURVE3, Path.LINETO
    codes = [Path.MOVETO, curve, curve, line, curve, curve, curve, curve, line, curve, curve]
    return Path(corners, codes)


def _interval(start: float, stop: float) -> str:
    if stop == inf:
        return rf"t \geq {latex(start)}"
    if start == -inf:
        return rf"t < {latex(stop)}"
    return rf"{latex(start)} \leq t < {latex(stop)}"
