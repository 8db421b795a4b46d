"""Rows of stems with names: weights that slide over an input, and the output they add up to."""

from dataclasses import replace

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.named_row import NamedRow
from animations.rendering.drawing.plane import PAD, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import role_of
from animations.rendering.framing.numbers import shortest
from animations.rendering.framing.room import Room, View
from animations.rendering.panels.translated import TranslatedPanel
from animations.rendering.theme import SUM
from animations.rendering.timeline import Frame

STRIP = 58.0  # over the output: its products and what ties them to it, in design pixels
PRODUCT, UNDER = 22.0, 7.0  # from the top down to the products, and from there to their ties
NARROW = 8.0  # between two products, at least
SEAM = 1.0  # by which the bands of two rows overlap, so that no line shows between them


class IndexedWeightsPanel(TranslatedPanel):
    """The weights as named stems, over the columns that they meet."""

    def room(self, view: View) -> Room:
        """Return the room for the stems and their names."""
        return room_for(self.w.values, labels=0)

    def build(self, stage: Stage) -> Update:
        """Draw the axis; return what moves the weights."""
        names = self.translation.weights
        row, count = NamedRow(stage, self.w, names, "h", len(self.x.values) - 1), len(self.w.values)

        def show(frame: Frame) -> None:
            shift = self.shift(frame.t)
            row.cover(shift, shift + count, -SEAM, stage.height)
            row.show(self.translation.part(names, frame.t), moved=shift)

        return show


class IndexedInputPanel(TranslatedPanel):
    """The input as named stems, and the columns that the weights cover."""

    def room(self, view: View) -> Room:
        """Return the room for the stems and their names."""
        return room_for(self.x.values, labels=0)

    def build(self, stage: Stage) -> Update:
        """Draw the axis; return what turns the names."""
        names = self.translation.inputs
        row, count = NamedRow(stage, self.x, names, "x", len(self.x.values) - 1), len(self.w.values)

        def show(frame: Frame) -> None:
            shift = self.shift(frame.t)
            row.cover(shift, shift + count, -SEAM, stage.height)
            row.show(self.translation.part(names, frame.t))

        return show


class IndexedOutputPanel(TranslatedPanel):
    """The products under the columns that are covered, tied to the newest output; its past."""

    def room(self, view: View) -> Room:
        """Return the room for the products, the stems and their names."""
        room = room_for(self.y.values, labels=0)
        return replace(room, above=STRIP + PAD)

    def build(self, stage: Stage) -> Update:
        """Draw the axis; return what adds an output at each shift."""
        names, y, count = self.translation.outputs, self.y, len(self.w.values)
        row = NamedRow(stage, y, names, "y", self.last)
        plane = row.plane
        newest, ties = plane.dot("y"), stage.line("axis", 1.0, 0.7, stage.pixels)
        height = stage.height - PRODUCT
        products = [row.label(SUM) for _ in range(count)]
        j = np.arange(count)
        parts = [(self.w(j) * self.x(i + j)).tolist() for i in range(self.last + 1)]
        widest = max(stage.measure(products[0], shortest(part)) for each in parts for part in each)
        roomy = widest + NARROW < 1 / plane.pixel  # else only ties show what adds up

        def show(frame: Frame) -> None:
            i, shift = self.step(frame.t), self.shift(frame.t)
            row.cover(shift, shift + count, height - UNDER, stage.height)
            row.show(self.translation.part(names, frame.t), until=i)
            newest.set_data([i], [y(i)])
            now, then = float(y(i)), float(y(min(i + 1, self.last)))
            head = now + (then - now) * (shift - i)
            end = row.across(shift), plane.height(head)
            ends = []
            for n, (label, part) in enumerate(zip(products, parts[i], strict=True)):
                at = row.across(shift + n)
                color = stage.theme.color(role_of(part))
                label.set(text=shortest(part) if roomy else "", position=(at, height), color=color)
                ends += [(at, height - UNDER), end, (np.nan, np.nan)]
            ties.set_data(np.array(ends).T)

        return show
