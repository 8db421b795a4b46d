"""Input elements spread: copies of the kernel, scaled by them, add up to the output."""

from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.drawing.wording import whole
from animations.rendering.panels.scan import APART, NAME, by, note, write
from animations.rendering.spread import Spread
from animations.rendering.stage import Stage
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class SpreadPanel:
    """Input, weights, the copy of them that is added, and the sums, as tiles with numbers.

    Attributes
    ----------
    spread : Spread
        What happens.
    side, small : float
        The sides of the tiles of input and output, and of the weights, in design pixels.
    """

    spread: Spread
    side: float = 52.0
    small: float = 42.0
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Show:
        """Draw the input and the weights; return what shows a step."""
        spread, theme = self.spread, stage.theme
        (rows, columns), (down, across), (tall, wide) = (
            grid.shape for grid in (spread.x, spread.w, spread.y)
        )
        right = stage.width - RIGHT - wide * self.side
        gap = 0.5 * (right - LEFT - columns * self.side - across * self.small)
        middle = LEFT + columns * self.side + gap
        center = stage.height / 2 - NAME / 2

        image = Tiles(
            stage, (LEFT, center + rows * self.side / 2), (rows, columns), self.side,
            tinted(theme, "x", greatest([spread.x])),
        )  # fmt: skip
        image.show(spread.x)
        weights = Tiles(
            stage, (middle, center + down * self.small + APART / 2), (down, across), self.small,
            tinted(theme, "h", greatest([spread.w])),
        )  # fmt: skip
        weights.show(spread.w)
        drawn = [spread.drawn(step) for step in range(spread.last + 1)]
        most = greatest(drawn)
        copy = Tiles(
            stage, (middle, center - APART / 2), (down, across), self.small,
            tinted(theme, "y", most), moving=True,
        )  # fmt: skip
        output = Tiles(
            stage, (right, center + tall * self.side / 2), (tall, wide), self.side,
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
            name.set_text(f"weights times {whole(float(spread.x[place]))}")
            copy.show(spread.copy(place))
            output.show(drawn[step])
            source.show(image.box(*([n] for n in place)))
            stamp.show(output.box(*spread.reached(place)))
            newest.show(output.box(*([n] for n in spread.target(step))))

        return show
