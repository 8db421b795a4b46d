"""The line of small text at the bottom: which keys there are, or what is wrong."""

from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.theme import PROSE_FONT, Theme
from animations.rendering.window.sheet import EDGE, LINE, MARGIN, SMALL, Sheet


class Note:
    """A line of text as wide as a sheet."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet, self._theme = sheet, theme
        self.label = sheet.figure.text(
            MARGIN[0], EDGE + LINE / 2, "", transform=sheet.pixels, va="center_baseline",
            parse_math=False, fontsize=SMALL, fontfamily=PROSE_FONT,
        )  # fmt: skip

    def hint(self, text: str) -> None:
        """Say what can be done."""
        self.label.set(text=text, x=MARGIN[0], color=self._theme.muted)

    def complain(self, text: str, share: float) -> None:
        """Say what is wrong, from this share of the width on, or farther left if it is long."""
        wide = float(self._sheet.figure.get_size_inches()[0]) * DESIGN_DPI
        start, stop = MARGIN[0], wide - MARGIN[1]
        self.label.set(text=text, color=self._theme.negative)
        width = self._sheet.width(self.label)
        if width > stop - start:
            keep = int(len(text) * (stop - start) / width) - 3
            self.label.set_text(text[: max(keep, 0)].rstrip() + "…")
            width = self._sheet.width(self.label)
        self.label.set_x(max(min(share * wide, stop - width), start))
