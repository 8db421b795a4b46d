"""A signal as a plot with its formula, piece by piece."""

from dataclasses import dataclass
from math import inf

from matplotlib.lines import Line2D

from animations.rendering.animation import Show
from animations.rendering.curve import SPACING, outline
from animations.rendering.plane import Plane
from animations.rendering.stage import Stage
from animations.rendering.theme import LABEL
from animations.rendering.wording import whole
from signals import ContinuousSignal

GAP = 26.0


@dataclass(frozen=True)
class DefinitionPanel:
    """One continuous signal: its curve and, beside it, the pieces that define it.

    Attributes
    ----------
    signal : ContinuousSignal
        What to show.
    name : str
        What it is called; its colour follows from it.
    """

    signal: ContinuousSignal
    name: str
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Show:
        """Draw everything; nothing moves."""
        rough = outline(self.signal, *stage.span, 0.05)
        plot, text = stage.split(0.58)
        plane = Plane(plot, rough[:, 1].tolist(), "t", headroom=0.12)
        curve = outline(self.signal, *stage.span, SPACING * plane.pixel)
        color = stage.theme.color(self.name)
        plane.axes.add_line(Line2D(*curve.T, color=color, linewidth=3.0, zorder=3))
        self._write_pieces(text)
        return lambda frame: None

    def _write_pieces(self, stage: Stage) -> None:
        cases = [
            (piece.formula, _interval(piece.start, piece.stop)) for piece in self.signal.pieces
        ]
        cases.append(("0", r"\mathrm{elsewhere}"))
        middle = stage.height / 2 + 8
        stage.text(0, middle, f"${self.name}(t) =$", LABEL, self.name, va="center_baseline")
        rows = [middle + GAP * ((len(cases) - 1) / 2 - row) for row in range(len(cases))]
        brace = Line2D(
            *_brace(78, rows[-1] - 12, rows[0] + 12),
            color=stage.theme.color("muted"), linewidth=1.3, transform=stage.pixels,
        )  # fmt: skip
        stage.figure.add_artist(brace)
        for row, (formula, where) in zip(rows, cases, strict=True):
            stage.text(96, row, f"${formula}$", LABEL, self.name, va="center_baseline")
            stage.text(180, row, f"${where}$", LABEL - 2, "muted", va="center_baseline")


def _interval(start: float, stop: float) -> str:
    if stop == inf:
        return rf"t \geq {whole(start)}"
    if start == -inf:
        return rf"t < {whole(stop)}"
    return rf"{whole(start)} \leq t < {whole(stop)}"


def _brace(x: float, bottom: float, top: float) -> tuple[list[float], list[float]]:
    """Return a square bracket's line with its opening to the right."""
    return [x + 6, x, x, x + 6], [top, top, bottom, bottom]
