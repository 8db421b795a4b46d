"""How large the output is: along each axis, the numbers that this follows from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.grids.size_table import (
    LEAD,
    LETTERS,
    LOWER,
    OVER,
    SizeTable,
    prose_width,
    tables_of,
)
from animations.rendering.panels.kinds import one_of
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import LayerSteps, TransposedSteps

AXES = {1: ("",), 2: ("rows", "columns"), 3: ("slices", "rows", "columns")}
ROUNDED = "⌊ ⌋: rounded down"  # beside the headings

Layer = LayerSteps | TransposedSteps


@dataclass(frozen=True)
class SizePanel(Panel):
    """The size of an output from the sizes of its input and its weights, along each axis.

    Only what plays a part is in the formula: of padding, stride and dilation those that do
    something. Words say what the numbers under them are. Before the first step, when a figure only
    prepares for its layer, they are those without padding and dilation.

    Attributes
    ----------
    layer : LayerSteps or TransposedSteps
        Whose output it is.
    words : sequence of (float, str)
        From which t on to say what, in ascending order: in one or two lines, beside the numbers of
        two axes where there is room, or under them.
    """

    layer: Layer
    words: Sequence[tuple[float, str]] = ()

    def __post_init__(self) -> None:
        one_of(self, "layer", LayerSteps, TransposedSteps)

    def room(self, view: View) -> Room:
        """Return the room of its lines."""
        return line(sum(table.height for table in self._tables(view.width)))

    def build(self, stage: Stage) -> Update:
        """Write the formula; return what shows its numbers and says the words."""
        numbers: list[tuple[Label, str, str]] = []
        top, first, tables = stage.height, 0, self._tables(stage.width)
        for table in tables:
            numbers += self._write(stage, table, top, first)
            first += len(table.tokens)
            top -= table.height
        prose: dict[str, Any] = {"fontfamily": PROSE_FONT}
        stage.text(LEFT, stage.height - OVER, LEAD, NOTE, "muted", **prose)
        last, bottom = tables[-1], top
        levels = last.levels(bottom + last.height)
        if last.under:
            places, ha = [(LEFT, y) for y in last.said(bottom + last.height)], "left"
        else:
            places, ha = [(stage.width - RIGHT, y) for y in levels], "right"
        said = [stage.label(NOTE, "muted", at, ha=ha, **prose) for at in places]

        def show(frame: Frame) -> None:
            for label, before, after in numbers:
                label.set_text(f"${before if frame.t < 0 else after}$")
            words = next((text for t, text in self.words[::-1] if frame.t >= t), "")
            lines = last.lines(words, len(said))
            lines += [""] * (len(said) - len(lines))
            for label, text in zip(said, lines, strict=True):
                label.set_text(text)

        return show

    def _write(
        self, stage: Stage, table: SizeTable, top: float, first: int
    ) -> list[tuple[Label, str, str]]:
        """Write a table from the top down; return its numbers, which may change.

        It begins with this one of the formula's letters and signs.
        """
        prose: dict[str, Any] = {"fontfamily": PROSE_FONT}
        for row, headed in enumerate(table.headings):
            for n in headed:
                role, heading = LETTERS[table.tokens[n]]
                at = table.start + table.middles[n], top - OVER - LOWER * row
                stage.text(*at, heading, NOTE, role, ha="center", **prose)
        if r"\lfloor" in table.tokens and prose_width(ROUNDED) <= table.free:
            at = stage.width - RIGHT, top - OVER
            stage.text(*at, ROUNDED, NOTE, "muted", ha="right", **prose)
        numbers = []
        shown = slice(first, first + len(table.tokens))
        levels, pairs = table.levels(top), zip(self._rows(True), self._rows(False), strict=True)
        for name, y, (before, after) in zip(table.names, levels, pairs, strict=True):
            stage.text(LEFT, y, name, NOTE, "muted", **prose)
            written = zip(table.middles, table.tokens, before[shown], after[shown], strict=True)
            for middle, token, old, new in written:
                role, _ = LETTERS.get(token, ("ink", ""))
                label = stage.label(table.size, role, (table.start + middle, y), ha="center")
                numbers.append((label, old, new))
        return numbers

    def _rows(self, plain: bool) -> list[list[str]]:
        """Return the formulas of all axes."""
        return [self._numbers(n, plain) for n in range(self.layer.x.ndim)]

    def _tables(self, width: float) -> list[SizeTable]:
        """Return how the formulas stand on a stage of this width."""
        rows = [*self._rows(True), *self._rows(False)]
        return tables_of(size(self.layer), rows, AXES[self.layer.x.ndim], self.words, width)

    def _numbers(self, axis: int, plain: bool) -> list[str]:
        """Return the formula with the numbers of an axis, without padding and dilation if plain."""
        layer = self.layer
        grids = layer.y, layer.x, layer.w
        sides = {name: each.shape[axis] for name, each in zip("oik", grids, strict=True)}
        settings = zip("psd", (layer.padding, layer.stride, layer.dilation), strict=True)
        sides |= {name: setting[axis] for name, setting in settings}
        usual = layer.plain if plain and isinstance(layer, LayerSteps) else None
        if usual:
            sides |= {"p": 0, "d": 1, "o": usual.y.shape[axis]}
        return [str(sides.get(token, token)) for token in size(layer)]


def size(layer: Layer) -> list[str]:
    """Return the formula of the size as letters, numbers and signs in mathtext."""
    if isinstance(layer, TransposedSteps):
        return [r"o", r"=", r"s", r"\cdot", r"(", r"i", r"-", r"1", r")", r"+", r"k"]
    strided, dilated = "stride" in layer.unusual, "dilation" in layer.unusual
    room = "i" + (r" + 2 \cdot p" if "padding" in layer.unusual else "")
    room += r" - d \cdot ( k - 1 )" if dilated else " - k"
    if strided:
        one = " - 1" if dilated else ""
        return rf"o = \lfloor ( {room}{one} ) / s \rfloor + 1".split()
    return f"o = {room}".split() + ([] if dilated else ["+", "1"])
