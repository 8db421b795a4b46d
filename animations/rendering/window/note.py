"""The line of small text at the bottom: which keys there are, or what is wrong."""

from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.theme import PROSE_FONT, Theme
from animations.rendering.window.sheet import Sheet
from animations.rendering.window.strip import EDGE, LINE, MARGIN, SMALL


class Note:
    """A line of text as wide as a sheet."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet, self._theme = sheet, theme
        self.label = sheet.figure.text(
            MARGIN, EDGE + LINE / 2, "", transform=sheet.pixels, va="center_baseline",
            parse_math=False, fontsize=SMALL, fontfamily=PROSE_FONT,
        )  # fmt: skip

    def hint(self, text: str) -> None:
        """Say what can be done."""
        self.label.set(text=text, x=MARGIN, color=self._theme.muted)

    def complain(self, text: str, share: float) -> None:
        """Say what is wrong, from this share of the width on, or farther left if it is long."""
        wide = float(self._sheet.figure.get_size_inches()[0]) * DESIGN_DPI
        room = wide - 2 * MARGIN
        self.label.set(text=text, color=self._theme.negative)
        if self._width > room:
            keep = int(len(text) * room / self._width) - 2
            self.label.set_text(text[: max(keep, 0)].rstrip() + "…")
        self.label.set_x(max(min(share * wide, wide - MARGIN - self._width), MARGIN))

    @property
    def _width(self) -> float:
        return float(self.label.get_window_extent().width) / self._sheet.scale
