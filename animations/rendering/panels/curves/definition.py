"""A signal as a plot with its formula, piece by piece."""

from dataclasses import dataclass, replace
from math import inf
from typing import Any

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.arrows import Arrows, impulses
from animations.rendering.drawing.curve import fine_outline
from animations.rendering.drawing.formula import formula_width
from animations.rendering.drawing.names import roles_of, symbol
from animations.rendering.drawing.plane import RIGHT, Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.numbers import latex
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.framing.ticks import step_for, tick_names, ticks
from animations.rendering.panels.curves.trace import reach_of
from animations.rendering.panels.kinds import continuous
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal
from signals.latex import impulse

PLOT = 0.61  # the part of the width that the plot takes,
TEXT, NARROW = 264.0, 216.0  # as long as that leaves so many design pixels; its least width
GAP, LEAST_GAP = 34.0, 26.0  # between the lines of the cases, in design pixels
BRACE, APART, LEAST = 18.0, 22.0, 76.0  # around the brace, before an interval, a formula's room
OVER = 36.0  # from the first line up to what the signal is, in design pixels
MARK = 28.0  # between two numbers of the vertical axis, at least
DOTS, DOT = (3.0, 13.0, 23.0), 4.5  # before the edge, of what goes on; and their size in points
FEW = 3  # lines that are always told
SMALLEST = 0.5  # of the usual size of the type
REST = ("0", "elsewhere")


@dataclass(frozen=True)
class DefinitionPanel(Panel):
    """A continuous signal in its name's colour: its curve and, beside it, what defines it.

    A piece of unknown formula is three dots; of very many, the first and the last are told. Three
    dots are also where a curve goes on beyond what is seen.

    Attributes
    ----------
    signal : ContinuousSignal
        What is defined.
    name : str
        Its letter.
    wording : str
        What it is, in a word or two.
    """

    signal: ContinuousSignal
    name: str
    wording: str = ""

    def __post_init__(self) -> None:
        continuous(self, "signal")

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(resting=(self.signal,))

    def room(self, view: View) -> Room:
        """Return the room for the signal in the span."""
        room = room_for(reach_of(self.signal, view.span), labels=0, own_scale=None)
        return replace(room, wide=NARROW + TEXT)

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        (role,) = roles_of([self.name])
        cut = min(PLOT * stage.width, stage.width - TEXT)
        plane = Plane(stage.part(0, 0, cut, stage.height), "t")
        _number_alike(plane)
        first, last = stage.span
        goes_on = self.signal.support[1] > last
        seen = last - (DOTS[-1] + DOTS[1]) * plane.pixel * goes_on
        curve = fine_outline(self.signal, first, seen, plane.pixel)
        style: dict[str, Any] = {"color": stage.theme.color(role), "zorder": 3, "clip_on": False}
        plane.axes.plot(*curve.T, linewidth=3.0, **style)
        if goes_on:
            at = last - np.array(DOTS) * plane.pixel
            plane.axes.plot(at, self.signal(at), "o", markersize=DOT, markeredgewidth=0, **style)
        weights = impulses(self.signal, stage.span)
        Arrows(plane, role, len(weights)).show(weights)
        self._write_pieces(stage.part(cut, 0, stage.width - cut, stage.height), role)
        return _still

    def _write_pieces(self, stage: Stage, role: str) -> None:
        cases = _cases(self.signal, int((stage.height - GAP) / LEAST_GAP))
        gap = min(GAP, (stage.height - GAP / 2) / len(cases))
        head = rf"{symbol(self.name)}(t) ="
        formulas, wheres = zip(*cases, strict=True)
        wide = [formula_width(head, FORMULA)]
        wide.append(max(LEAST, *(formula_width(formula, FORMULA) for formula in formulas)))
        wide.append(max((formula_width(where, LABEL) for where in wheres if where), default=0.0))
        room, free = stage.width - RIGHT / 2, 2 * BRACE + APART
        scale = min(gap / GAP, room / (sum(wide) + free))
        if scale < SMALLEST:  # then the formulas must do without their intervals
            wheres = ("",) * len(cases)
            scale = min(gap / GAP, room / (wide[0] + wide[1] + free))
        brace_at = scale * (wide[0] + BRACE)
        left = brace_at + scale * BRACE
        where_at = left + scale * (wide[1] + APART)
        middle = stage.height / 2 + 8
        rows = [middle + gap * ((len(cases) - 1) / 2 - row) for row in range(len(cases))]
        style = {"va": "center_baseline"}
        stage.text(0, middle, f"${head}$", scale * FORMULA, role, **style)
        told = {"fontfamily": PROSE_FONT, **style}
        stage.text(0, rows[0] + OVER, self.wording, NOTE, role, **told)
        look = {"facecolor": "none", "edgecolor": stage.theme.muted, "transform": stage.pixels}
        shape = brace(brace_at, rows[-1] - 14, rows[0] + 14)
        stage.figure.add_artist(PathPatch(shape, linewidth=1.4, **look))
        for row, formula, where in zip(rows, formulas, wheres, strict=True):
            stage.text(left, row, f"${formula}$", scale * FORMULA, role, **style)
            if where == REST[1]:
                stage.text(where_at, row, where, scale * NOTE, "muted", **told)
            elif where:
                stage.text(where_at, row, f"${where}$", scale * LABEL, "muted", **style)


def _number_alike(plane: Plane) -> None:
    """Write numbers up the axis, in steps that are the same wherever the scale is the same."""
    step = step_for(MARK * plane.pixel_up)
    low, high = plane.stage.row.limits
    up = [tick for tick in ticks(low, high, step) if tick]
    power, names = tick_names(up, step)
    if up and not power:
        plane.axes.set_yticks(up, names)


def _still(frame: Frame) -> None:
    """Nothing moves."""


def _cases(signal: ContinuousSignal, most: int) -> list[tuple[str, str]]:
    """Return the lines of a definition, formulas and where they hold, at most so many."""
    cases = [
        (piece.formula or r"\cdots", _interval(piece.start, piece.stop)) for piece in signal.pieces
    ]
    cases += [(impulse(at, weight), "") for at, weight in signal.impulses]
    if len(cases) + 1 > max(most, FEW):
        cases = [*cases[: max(1, most - 3)], (r"\vdots", ""), cases[-1]]
    covered = sum(piece.stop - piece.start for piece in signal.pieces)
    return cases if covered == inf and signal.support == (-inf, inf) else [*cases, REST]


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
    if start == -inf and stop == inf:
        return r"\mathrm{for\ all\ } t"
    if stop == inf:
        return rf"t \geq {latex(start)}"
    if start == -inf:
        return rf"t < {latex(stop)}"
    return rf"{latex(start)} \leq t < {latex(stop)}"
