"""Where the rows of several channels, of what slides over them and of their output stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.font_manager import FontProperties

from animations.rendering.drawing.label import width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.panels.grids.arrangement import refusal
from animations.rendering.theme import DIGIT_FONT, MATH_FONT, NOTE

LARGEST = 48.0  # tiles, in design pixels
NAMES, BESIDE = 80.0, 24.0  # left of the grids for names, and from them to the sums
EQUALS, JOIN = 34.0, 34.0  # in front of a sum, and behind it for what adds the sums
NAMED, LETTERED, NEAR, APART, TICKS = 27.0, 32.0, 9.0, 22.0, 24.0  # over rows of a kind, and under
HEADED, CLOSER, CLOSE = 35.0, 6.0, 18.0  # over lines of sums, between rows, and at the sides
FINE = 11.0  # points of the smallest letters over a kernel
CLEAR = 3.0  # between what stands over tiles side by side


@dataclass(frozen=True)
class RowPlaces:
    """Columns for the shifts from `first` to `last`, and the heights of rows, in design pixels.

    From the top come the picture, if there is one, then the channels, each under its kernel or
    all of them under a shared one, and the output. What a channel adds up stands in a line beside
    it or, `stacked`, in one of those between the channels and the output.
    """

    first: int
    last: int
    side: float
    left: float
    terms: float
    picture: float
    kernels: tuple[float, ...]
    channels: tuple[float, ...]
    lines: tuple[float, ...]
    output: float
    stacked: bool

    @classmethod
    def of(
        cls,
        stage: Stage,
        columns: range,
        letters: Sequence[Sequence[str]],
        channels: int,
        picture: bool,
        terms: float,
    ) -> "RowPlaces":
        """Return the arrangement with the larger tiles.

        A stage is refused where not even shades could be seen. `letters` are what stands over the
        numbers of each kernel, if there is room, and `terms` is how long a sum is.
        """
        rows = _Rows(len(letters), channels, picture)
        sums = terms + EQUALS + JOIN
        wide = LEFT + NAMES + BESIDE + sums + RIGHT
        side = rows.side(stage, (stage.width - wide) / (len(columns) + 1))
        found = [(rows, side, LEFT + NAMES, False)]
        needed = [(wide + (len(columns) + 1) * LEAST, rows.height(LEAST))]

        left = NAMES + CLOSE
        needed.append((left + max(len(columns) * LEAST, sums + LEAST) + CLOSE, 0.0))
        for lettered in (True, False):
            rows = _Rows(len(letters), channels, picture, lettered, stacked=True)
            side = rows.side(stage, (stage.width - left - CLOSE) / len(columns))
            if lettered and not all(fit(each, FINE, side) for each in letters):
                continue
            needed[-1] = needed[-1][0], rows.height(LEAST)
            side = min(side, stage.width - left - sums - CLOSE)
            found.append((rows, side, left, True))
            break
        rows, side, left, stacked = max(found, key=lambda each: each[1])
        if side < LEAST:
            raise refusal(stage, f"{channels} channels of {len(columns)} numbers", needed)
        middles = rows.middles(stage.height, side)
        picture_at, kernel, channel, line, (output,) = (rows.of(kind, middles) for kind in "pkclo")
        return cls(
            columns[0], columns[-1], side, left, terms, next(iter(picture_at), 0.0),
            kernel, channel, line or channel, output, stacked,
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
        return self.left if self.stacked else self.right + BESIDE

    @property
    def sums(self) -> float:
        """The left edge of what channels give."""
        return self.written + self.terms + EQUALS

    @property
    def join(self) -> float:
        """Where these are added."""
        return self.sums + self.side + JOIN / 2


class _Rows:
    """Rows from the top down: which kind each is of, and what is above it.

    Kinds are the picture, kernels, channels, lines of sums, and the output.
    """

    def __init__(
        self,
        kernels: int,
        channels: int,
        picture: bool,
        lettered: bool = True,
        stacked: bool = False,
    ) -> None:
        near, over = (CLOSER if stacked else NEAR), (LETTERED if lettered else APART)
        kinds, above = "p" * picture, [*[NAMED] * picture]
        for number in range(channels):
            kinds += "kc" if number < kernels else "c"
            above += [over, near] if number < kernels else [near]
        if stacked:
            kinds += "l" * channels
            above += [HEADED, *[near] * (channels - 1)]
        self.kinds, self.above = kinds + "o", [*above, APART]

    def height(self, side: float) -> float:
        """Return how high they are with tiles of this side."""
        return sum(self.above) + TICKS + len(self.above) * side

    def side(self, stage: Stage, most: float) -> float:
        """Return the side of their tiles on a stage, at most so much."""
        return min(LARGEST, most, (stage.height - sum(self.above) - TICKS) / len(self.above))

    def middles(self, height: float, side: float) -> list[float]:
        """Return the middles of rows so high in a height."""
        rows = len(self.above)
        free = height - sum(self.above) - TICKS - rows * side
        more = min(12.0, free / (rows + 1))
        middles, top = [], height - (free - more * (rows - 1)) / 2
        for number, gap in enumerate(self.above):
            top -= gap + (more if number else 0.0)
            middles.append(top - side / 2)
            top -= side
        return middles

    def of(self, kind: str, middles: Sequence[float]) -> tuple[float, ...]:
        """Return the middles of the rows of a kind."""
        pairs = zip(self.kinds, middles, strict=True)
        return tuple(middle for each, middle in pairs if each == kind)


def fit(wordings: Sequence[str], size: float, side: float) -> bool:
    """Whether names of this size fit over tiles side by side."""
    font = FontProperties(family=DIGIT_FONT, size=size, math_fontfamily=MATH_FONT)
    return max(width(each, font, DESIGN_DPI) for each in wordings) + CLEAR <= side
