"""A few pixels of a photograph as numbers, and a kernel that slides over them."""

from collections.abc import Callable

import numpy as np
from matplotlib.path import Path

from animations.rendering.drawing.picture import Picture, grey_tiles
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.panels.grids.scan import APART, NAME
from animations.rendering.photograph import WHITE
from animations.rendering.scan import Place, Scan
from animations.rendering.theme import LABEL

SIDE, SMALL, LARGE = 44.0, 47.0, 50.0  # sides of tiles, in design pixels


def build_zoom(
    stage: Stage, photo: Picture, corner: Place, scan: Scan
) -> Callable[[int | None], None]:
    """Draw pixels of a picture as tiles with numbers, and what a kernel makes of them.

    Parameters
    ----------
    photo : Picture
        Where they come from; they stand to its right.
    corner : tuple of int
        The row and the column of the first.
    scan : Scan
        What happens to them.

    Returns
    -------
    callable
        Shows a step; None hides everything.
    """
    theme, center = stage.theme, stage.height / 2
    (rows, columns), (down, across), (tall, wide) = (
        grid.shape for grid in (scan.x, scan.w, scan.y)
    )
    start, stop = photo.left + photo.width, stage.width - RIGHT
    gap = (stop - start - columns * SIDE - across * SMALL - wide * LARGE) / 3
    left = start + gap
    middle = left + columns * SIDE + gap
    places = [scan.place(step) for step in range(scan.last + 1)]
    paints = [
        grey_tiles(WHITE),
        tinted(theme, "h", greatest([scan.w])),
        tinted(theme, "y", greatest(map(scan.products, places))),
        tinted(theme, "y", greatest([scan.y])),
    ]
    image = Tiles(
        stage, (left, center + rows * SIDE / 2), scan.x.shape, SIDE, paints[0], moving=True
    )
    weights = Tiles(
        stage, (middle, center + down * SMALL + APART / 2 - NAME / 2), scan.w.shape, SMALL,
        paints[1], moving=True,
    )  # fmt: skip
    products = Tiles(
        stage, (middle, center - APART / 2 - NAME / 2), scan.w.shape, SMALL, paints[2],
        moving=True, widest="\N{MINUS SIGN}888",
    )  # fmt: skip
    output = Tiles(
        stage, (stop - wide * LARGE, center + tall * LARGE / 2), scan.y.shape, LARGE,
        paints[3], moving=True, widest="\N{MINUS SIGN}888",
    )  # fmt: skip
    grids = (image, weights, products, output)
    wordings = ("grey levels $x$", "weights $w$", "products", "output $y$")
    names = [stage.label(LABEL, role) for role in ("x", "h", "y", "y")]
    for label, grid, wording in zip(names, grids, wordings, strict=True):
        label.set(text=wording, position=(grid.left + 1.5, grid.top + NAME))
    window, newest = Outline(stage, "h"), Outline(stage, "y")
    mark, rays = Outline(stage, "x", width=2.0), Outline(stage, "x", width=1.0, zorder=4)
    marked = photo.box(*(range(n, n + size) for n, size in zip(corner, scan.x.shape, strict=True)))
    near, far = np.asarray(marked.vertices), np.asarray(image.box(range(rows), [0]).vertices)
    beams = Path([near[1], far[0]]), Path([near[2], far[3]])

    def show(step: int | None) -> None:
        for label in names:
            label.set_visible(step is not None)
        if step is None:
            for grid in grids:
                grid.hide()
            for outline in (window, newest, mark, rays):
                outline.show()
            return
        place = places[step]
        image.show(scan.x)
        weights.show(scan.w)
        products.show(scan.products(place))
        output.show(scan.drawn(step))
        mark.show(marked)
        rays.show(*beams)
        window.show(image.box(*scan.seen(place)))
        newest.show(output.box(*([n] for n in place)))

    return show
