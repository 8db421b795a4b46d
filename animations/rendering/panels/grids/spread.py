"""Input elements spread: copies of the kernel, scaled by them, add up to the output."""

from dataclasses import dataclass

from animations.rendering.animation import Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.drawing.wording import shortest
from animations.rendering.panels.grids.scan import APART, NAME, SIDE, SMALL, by, note, write
from animations.rendering.spread import Spread
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class SpreadPanel:
    """Input, weights, the copy of them that is added, and the sums, as tiles with numbers.

    Attributes
    ----------
    spread : Spread
        What happens.
    """

    spread: Spread
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        spread, theme = self.spread, stage.theme
        (rows, columns), (down, across), (tall, wide) = (
            grid.shape for grid in (spread.x, spread.w, spread.y)
        )
        right = stage.width - RIGHT - wide * SIDE
        gap = 0.5 * (right - LEFT - columns * SIDE - across * SMALL)
        middle = LEFT + columns * SIDE + gap
        center = stage.height / 2 - NAME / 2

        image = Tiles(
            stage, (LEFT, center + rows * SIDE / 2), (rows, columns), SIDE,
            tinted(theme, "x", greatest([spread.x])),
        )  # fmt: skip
        image.show(spread.x)
        weights = Tiles(
            stage, (middle, center + down * SMALL + APART / 2), (down, across), SMALL,
            tinted(theme, "h", greatest([spread.w])),
        )  # fmt: skip
        weights.show(spread.w)
        drawn = [spread.drawn(step) for step in range(spread.last + 1)]
        most = greatest(drawn)
        copy = Tiles(
            stage, (middle, center - APART / 2), (down, across), SMALL,
            tinted(theme, "y", most), moving=True,
        )  # fmt: skip
        output = Tiles(
            stage, (right, center + tall * SIDE / 2), (tall, wide), SIDE,
            tinted(theme, "y", most), moving=True,
        )  # fmt: skip
        for tiles, wording, role in (
            (image, f"input $x$    $i = {by(spread.x)}$", "x"),
            (weights, f"weights $w$    $k = {by(spread.w)}$", "h"),
            (output, f"output $y$    $o = {by(spread.y)}$", "y"),
        ):
            write(stage, tiles, NAME, wording, LABEL, role)
        note(stage, output, f"stride $s = {max(spread.stride)}$")
        name = stage.label(LABEL, "y")
        name.set_position((copy.left + 1.5, copy.top + NAME))
        source, stamp, newest = Outline(stage, "x"), Outline(stage, "h"), Outline(stage, "y")

        def show(frame: Frame) -> None:
            step = spread.step(frame)
            place = spread.place(step)
            name.set_text(f"weights times {shortest(float(spread.x[place]))}")
            copy.show(spread.copy(place))
            output.show(drawn[step])
            source.show(image.box(*([n] for n in place)))
            stamp.show(output.box(*spread.reached(place)))
            newest.show(output.box(*([n] for n in spread.target(step))))

        return show
