"""Where the rows of several channels, of what slides over them and of their output stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.font_manager import FontProperties

from animations.rendering.drawing.label import width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.theme import DIGIT_FONT, MATH_FONT, NOTE

LARGEST = 48.0  # tiles, in design pixels
NAMES, BESIDE = 80.0, 24.0  # left of the grids for names, and from them to the sums
EQUALS, JOIN = 34.0, 34.0  # in front of a sum, and behind it for what adds the sums
NAMED, LETTERED, NEAR, APART, TICKS = 27.0, 32.0, 9.0, 22.0, 24.0  # over rows of a kind, and under
CLEAR = 3.0  # between what stands over tiles side by side


@dataclass(frozen=True)
class RowPlaces:
    """Columns for the shifts from `first` to `last`, and the heights of rows, in design pixels.

    From the top come the picture, if there is one, then the channels, each under its kernel or
    all of them under a shared one, and the output.
    """

    first: int
    last: int
    side: float
    left: float
    terms: float
    picture: float
    kernels: tuple[float, ...]
    channels: tuple[float, ...]
    output: float

    @classmethod
    def of(
        cls, stage: Stage, columns: range, kernels: int, channels: int, picture: bool, terms: float
    ) -> "RowPlaces":
        """Return places on a stage, which is refused where not even shades could be seen.

        `terms` is how long a sum is that stands beside its channel.
        """
        count, rows = len(columns), picture + kernels + channels + 1
        above = [*[NAMED] * picture]
        for number in range(channels):
            above += [LETTERED, NEAR] if number < kernels else [NEAR]
        above.append(APART)
        beside = LEFT + NAMES + BESIDE + terms + EQUALS + JOIN + RIGHT
        side = (stage.width - beside) / (count + 1)
        side = min(LARGEST, side, (stage.height - sum(above) - TICKS) / rows)
        if side < LEAST:
            raise ValueError(
                f"there is no room for {channels} channels of {count} numbers: at most "
                f"{max(0.0, stage.width - beside) // LEAST - 1:.0f} columns fit"
            )
        free = stage.height - sum(above) - TICKS - rows * side
        more = min(12.0, free / (rows + 1))
        middles, top = [], stage.height - (free - more * (rows - 1)) / 2
        for number, gap in enumerate(above):
            top -= gap + (more if number else 0.0)
            middles.append(top - side / 2)
            top -= side
        kinds = "".join("kc" if number < kernels else "c" for number in range(channels))
        kinds = "p" * picture + kinds
        return cls(
            columns[0], columns[-1], side, LEFT + NAMES, terms,
            middles[0],
            tuple(middle for middle, kind in zip(middles, kinds, strict=False) if kind == "k"),
            tuple(middle for middle, kind in zip(middles, kinds, strict=False) if kind == "c"),
            middles[-1],
        )  # fmt: skip

    def column(self, number: float) -> float:
        """Return the left edge of a column."""
        return self.left + (number - self.first) * self.side

    def number(self, stage: Stage, name: str, numbers: Sequence[int], level: float) -> None:
        """Write the numbers of columns on a level, and their name, where they can be read."""
        wordings = [f"${number}$" for number in numbers]
        if fit(wordings, NOTE, self.side):
            stage.text(self.left - 14, level, name, NOTE, "muted", ha="right")
            for number, wording in zip(numbers, wordings, strict=True):
                at = self.column(number) + self.side / 2, level
                stage.text(*at, wording, NOTE, "muted", ha="center")

    @property
    def right(self) -> float:
        """The right edge of the grids."""
        return self.column(self.last + 1)

    @property
    def written(self) -> float:
        """Where what a channel adds up begins."""
        return self.right + BESIDE

    @property
    def sums(self) -> float:
        """The left edge of what channels give."""
        return self.written + self.terms + EQUALS

    @property
    def join(self) -> float:
        """Where these are added."""
        return self.sums + self.side + JOIN / 2


def fit(wordings: Sequence[str], size: float, side: float) -> bool:
    """Whether names of this size fit over tiles side by side."""
    font = FontProperties(family=DIGIT_FONT, size=size, math_fontfamily=MATH_FONT)
    return max(width(each, font, DESIGN_DPI) for each in wordings) + CLEAR <= side
