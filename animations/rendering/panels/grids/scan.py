"""A kernel slides over a grid of numbers: patch, products and the output that grows."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.animation import Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.scan import Numbers, Scan
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

SIDE, SMALL = 52.0, 42.0  # sides of tiles: of input and output, of weights and products
NAME = 13.0  # from a grid up to the baseline of its name
APART = 54.0  # from the weights to the products, whose name stands between
USUAL = {"stride": 1, "padding": 0, "dilation": 1}


@dataclass(frozen=True)
class ScanPanel:
    """Input, weights, their products and the output, as tiles with numbers.

    Attributes
    ----------
    scan : Scan
        What happens; of two dimensions.
    """

    scan: Scan
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        scan, theme = self.scan, stage.theme
        padded = scan.padded
        down, across = scan.w.shape
        taken = (padded.shape[1] + scan.y.shape[1]) * SIDE + across * SMALL
        gap = 0.45 * (stage.width - LEFT - RIGHT - taken)
        middle = LEFT + padded.shape[1] * SIDE + gap
        center = stage.height / 2 - NAME / 2
        halves = down * SMALL + APART / 2

        image = Tiles(
            stage, (LEFT, center + padded.shape[0] * SIDE / 2), padded.shape, SIDE,
            tinted(theme, "x", greatest([scan.x])),
        )  # fmt: skip
        image.show(padded, plain=~scan.used)
        weights = Tiles(
            stage, (middle, center + halves), scan.w.shape, SMALL,
            tinted(theme, "h", greatest([scan.w])),
        )  # fmt: skip
        weights.show(scan.w)
        most = greatest(scan.products(scan.place(step)) for step in range(scan.last + 1))
        products = Tiles(
            stage, (middle, center - APART / 2), scan.w.shape, SMALL,
            tinted(theme, "y", most), moving=True,
        )  # fmt: skip
        output = Tiles(
            stage, (stage.width - RIGHT - scan.y.shape[1] * SIDE,
                    center + scan.y.shape[0] * SIDE / 2),
            scan.y.shape, SIDE, tinted(theme, "y", greatest([scan.y])), moving=True,
        )  # fmt: skip
        for tiles, wording, role in (
            (image, f"input $x$    $i = {by(scan.x)}$", "x"),
            (weights, f"weights $w$    $k = {by(scan.w)}$", "h"),
            (products, "products", "y"),
            (output, f"output $y$    $o = {by(scan.y)}$", "y"),
        ):
            write(stage, tiles, NAME, wording, size=LABEL, role=role)
        self._note(stage, image, output)
        window, newest = Outline(stage, "h"), Outline(stage, "y")
        span = Outline(stage, "h", width=1.2, zorder=4, linestyle=(0, (3, 2)))

        def show(frame: Frame) -> None:
            step = scan.step(frame)
            place = scan.place(step)
            products.show(scan.products(place))
            output.show(scan.drawn(step))
            rows, columns = scan.seen(place)
            span.show(image.box(rows, columns))
            window.show(
                *(image.box([row], [column]) for row in rows for column in columns)
                if max(scan.dilation) > 1
                else [image.box(rows, columns)]
            )
            newest.show(output.box(*((n,) for n in place)))

        return show

    def _note(self, stage: Stage, image: Tiles, output: Tiles) -> None:
        """Say under the grids what is special, and mark what it does."""
        scan = self.scan
        moves: dict[str, Any] = {name: getattr(scan, name) for name in USUAL}
        special = [name for name, move in moves.items() if max(move) != USUAL[name]]
        wordings = [
            f"{name} ${name[0]} = {', '.join(map(str, sorted(set(moves[name]))))}$"
            for name in special
        ]
        if max(scan.stride) > 1 and not scan.used.all() and not max(scan.padding):
            wordings.append("grey: never seen")
        note(stage, image, ";  ".join(wordings))
        if len(special) == 1:
            without = Scan(scan.x, scan.w)
            note(stage, output, f"without {special[0]}: ${by(without.y)}$")
        if max(scan.padding) and max(scan.stride) == 1:
            inner = Outline(stage, "muted", width=1.4, zorder=4, linestyle=(0, (3, 2)))
            inner.show(output.box(*scan.unpadded))
        if max(scan.stride) > 1:
            stops = [scan.seen(scan.place(step)) for step in range(scan.last + 1)]
            middles = np.array([image.center(rows[0], columns[0]) for rows, columns in stops])
            stage.figure.add_artist(
                Line2D(
                    *(middles + np.array((-1, 1)) * (image.side / 2 - 9)).T,
                    transform=stage.pixels, linestyle="none", zorder=3,
                    marker="o", markersize=6, markeredgewidth=0, color=stage.theme.h,
                )
            )  # fmt: skip


def by(grid: Numbers) -> str:
    """Write the size of a grid: 3 × 4."""
    return r" \times ".join(map(str, grid.shape))


def note(stage: Stage, tiles: Tiles, wording: str) -> None:
    """Write something under a grid."""
    write(stage, tiles, -tiles.height - 24, wording, NOTE, "muted", fontfamily=PROSE_FONT)


def write(
    stage: Stage, tiles: Tiles, up: float, wording: str, size: float, role: str, **style: Any
) -> None:
    """Write over a grid, flush with its left edge or, on the stage's far side, with its right."""
    far = tiles.left > stage.width * 0.6
    x = tiles.left + 1.5 + far * (tiles.width - 3)
    stage.text(x, tiles.top + up, wording, size, role, ha="right" if far else "left", **style)
