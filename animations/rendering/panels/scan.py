"""A kernel slides over a grid of numbers: patch, products and the output that grows."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Show
from animations.rendering.plane import LEFT, RIGHT
from animations.rendering.scan import Fields, Numbers, Scan
from animations.rendering.stage import Stage
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.timeline import Frame

NAME = 13.0  # from a grid up to the baseline of its name
APART = 54.0  # from the weights to the products, whose name stands between


@dataclass(frozen=True)
class ScanPanel:
    """Input, weights, their products and the output, as tiles with numbers.

    Attributes
    ----------
    scan : Scan
        What happens; of two dimensions.
    side, small : float
        The sides of the tiles of input and output, and of weights and products, in design pixels.
    """

    scan: Scan
    side: float = 52.0
    small: float = 42.0
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Show:
        """Draw the input and the weights; return what shows a step."""
        scan, theme = self.scan, stage.theme
        ring = [(p, p) for p in scan.padding]
        padded = np.pad(scan.x, ring)
        padding = np.pad(np.zeros(scan.x.shape, dtype=bool), ring, constant_values=True)
        down, across = scan.w.shape
        taken = (padded.shape[1] + scan.y.shape[1]) * self.side + across * self.small
        gap = (stage.width - LEFT - RIGHT - taken) / 2
        middle = stage.width - RIGHT - scan.y.shape[1] * self.side - gap - across * self.small
        center = stage.height / 2 - NAME / 2
        halves = down * self.small + APART / 2

        image = Tiles(
            stage, (LEFT, center + padded.shape[0] * self.side / 2), padded.shape, self.side,
            tinted(theme, "x", greatest([scan.x])),
        )  # fmt: skip
        image.show(padded, plain=padding)
        weights = Tiles(
            stage, (middle, center + halves), scan.w.shape, self.small,
            tinted(theme, "h", greatest([scan.w])),
        )  # fmt: skip
        weights.show(scan.w)
        most = greatest(scan.products(scan.place(step)) for step in range(scan.last + 1))
        products = Tiles(
            stage, (middle, center - APART / 2), scan.w.shape, self.small,
            tinted(theme, "y", most), moving=True,
        )  # fmt: skip
        output = Tiles(
            stage, (stage.width - RIGHT - scan.y.shape[1] * self.side,
                    center + scan.y.shape[0] * self.side / 2),
            scan.y.shape, self.side, tinted(theme, "y", greatest([scan.y])), moving=True,
        )  # fmt: skip
        for tiles, wording, role in (
            (image, f"input $x$    $i = {by(scan.x)}$", "x"),
            (weights, f"weights $w$    $k = {by(scan.w)}$", "h"),
            (products, "products", "y"),
            (output, f"output $y$    $o = {by(scan.y)}$", "y"),
        ):
            stage.text(tiles.left, tiles.top + NAME, wording, LABEL, role)
        if max(scan.padding):
            note(stage, image, f"padding  $p = {max(scan.padding)}$")
            self._inner(stage, output)
        window, newest = Outline(stage, "h"), Outline(stage, "y")

        def show(frame: Frame) -> None:
            step = scan.step(frame)
            place = scan.place(step)
            products.show(scan.products(place))
            output.show(scan.drawn(step))
            window.show(*seen(image, scan, scan.fields(place)))
            newest.show(output.box(*((n,) for n in place)))

        return show

    def _inner(self, stage: Stage, output: Tiles) -> None:
        """Frame the part of the output that sees no padding."""
        fields = [self.scan.fields((n, n)) for n in range(max(output.shape))]
        rows, columns = (
            [n for n in range(wide) if fields[n][axis][0] >= 0 and fields[n][axis][-1] < size]
            for axis, (wide, size) in enumerate(
                zip(self.scan.y.shape, self.scan.x.shape, strict=True)
            )
        )
        inner = Outline(stage, "muted", width=1.4, zorder=4, linestyle=(0, (3, 2)))
        inner.show(output.box(rows, columns))
        note(stage, output, rf"without padding: ${len(rows)} \times {len(columns)}$")


def by(grid: Numbers) -> str:
    """Write the size of a grid: 3 × 4."""
    return r" \times ".join(map(str, grid.shape))


def note(stage: Stage, tiles: Tiles, wording: str) -> None:
    """Write something under a grid, from its left edge or, in the right half, to its right one."""
    x, side = tiles.left, "left"
    if x > stage.width / 2:
        x, side = x + tiles.width, "right"
    y = tiles.top - tiles.height - 24
    stage.text(x, y, wording, NOTE, "muted", fontfamily=PROSE_FONT, ha=side)


def seen(image: Tiles, scan: Scan, fields: Fields) -> list[Path]:
    """Return the outline of what the kernel sees: of each tile, where it leaves some out."""
    rows, columns = ([n + p for n in field] for field, p in zip(fields, scan.padding, strict=True))
    if max(scan.dilation) == 1:
        return [image.box(rows, columns)]
    return [image.box([row], [column]) for row in rows for column in columns]
