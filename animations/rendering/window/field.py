"""One line of text that can be typed into."""

from math import floor

from animations.rendering.drawing.names import roles_of, symbol
from animations.rendering.theme import LABEL, MATH_FONT, Theme
from animations.rendering.window.sheet import ROW, TYPE, Place, Sheet

_TYPED = "DejaVu Sans Mono"  # in which a place in the text is a place on the sheet
_PAD = 9.0  # from the border to the text
_APART = 8.0  # from the name to the border
_CARET = 0.6  # of the field's height
_EVEN, _BOLD = 0.75, 1.5  # points, of the border


class Field:
    """A name in its colour and a box with a text.

    matplotlib's own text box draws the whole figure for every key and every click anywhere, takes
    a click elsewhere for Enter, and lets long texts run out of the box.

    Attributes
    ----------
    text : str
        What is in the field.
    settled : str
        The text that the figure was made of.
    caret : int
        Before which of its characters the next one goes.
    is_open : bool
        Whether keys go to the field.
    is_wrong : bool
        Whether it is marked.
    """

    def __init__(self, sheet: Sheet, theme: Theme, name: str, text: str, place: Place) -> None:
        self._sheet = sheet
        self.name, self.text, self.settled = name, text, text
        self.caret, self.is_open, self.is_wrong = len(text), False, False
        self._theme = theme
        self._from = 0  # the first character that is seen
        self._role = roles_of([name], usual=["ink"])[0]
        self.axes = axes = sheet.add(place)
        axes.set_facecolor(theme.background)
        axes.spines[:].set_visible(True)
        self._label = axes.text(
            -_APART, ROW / 2, f"${symbol(name)} =$", ha="right", va="center_baseline",
            color=theme.color(self._role), fontsize=LABEL, math_fontfamily=MATH_FONT,
        )  # fmt: skip
        self._typed = axes.text(
            _PAD, 0, "", va="center_baseline", color=theme.ink, parse_math=False, fontsize=TYPE,
            fontfamily=_TYPED,
        )  # fmt: skip
        (self._line,) = axes.plot([], [], color=theme.ink, linewidth=1.2, solid_capstyle="butt")
        self._advance = self._width("0" * 60) / 50 - self._width("0" * 10) / 50
        self.refresh()

    @property
    def named(self) -> float:
        """What the name before the field takes."""
        return self._sheet.width(self._label) + _APART

    @property
    def left(self) -> float:
        """Where the field begins on the sheet, as a share of its width."""
        return float(self.axes.get_position().x0)

    def open(self, caret: int | None = None) -> None:
        """Let keys go to the field; the caret stands at its end, or where it is put."""
        self.is_open = True
        self.caret = len(self.text) if caret is None else min(max(caret, 0), len(self.text))
        self.refresh()

    def close(self) -> None:
        """Let keys go elsewhere; the text stays."""
        self.is_open = False
        self.refresh()

    def settle(self) -> None:
        """Take the text for what the figure was made of."""
        self.settled, self.is_wrong = self.text, False
        self.close()

    def restore(self) -> None:
        """Go back to the text that the figure was made of."""
        self.text = self.settled
        self.settle()

    def place(self, x: float) -> int:
        """Return the place in the text that is nearest to a pixel of the figure."""
        across = float(self.axes.transData.inverted().transform((x, 0))[0])
        return self._from + round((across - _PAD) / self._advance)

    def press(self, key: str) -> None:
        """Type a character, erase one, or move the caret; other keys do nothing."""
        before, after = self.text[: self.caret], self.text[self.caret :]
        if key in ("left", "right"):
            self.caret += 1 if key == "right" else -1
        elif key in ("home", "end"):
            self.caret = len(self.text) if key == "end" else 0
        elif key == "backspace":
            self.text, self.caret = before[:-1] + after, self.caret - 1
        elif key == "delete":
            self.text = before + after[1:]
        elif len(character := key.removeprefix("ctrl+alt+")) == 1:  # as some keyboards type [ and @
            self.text, self.caret = before + character + after, self.caret + 1
        self.open(self.caret)

    def refresh(self) -> None:
        """Show what has changed."""
        axes, theme = self.axes, self._theme
        width, height = axes.get_xlim()[1], axes.get_ylim()[1]
        room = max(floor((width - 2 * _PAD) / self._advance), 2)
        first = min(self._from, max(len(self.text) + 1 - room, 0)) if self.is_open else 0
        self._from = max(min(first, self.caret), self.caret + 1 - room) if self.is_open else 0
        seen = self.text[self._from : self._from + room]
        if not self.is_open and len(self.text) > room:
            seen = seen[:-1] + "…"
        self._typed.set(text=seen, y=height / 2)
        x = _PAD + (self.caret - self._from) * self._advance
        inset = (1 - _CARET) / 2 * height
        self._line.set(data=([x, x], [inset, height - inset]), visible=self.is_open)
        role = "negative" if self.is_wrong else self._role if self.is_open else "axis"
        axes.spines[:].set(
            color=theme.color(role), linewidth=_BOLD if self.is_wrong or self.is_open else _EVEN
        )

    def _width(self, text: str) -> float:
        """Return how wide a text is, in design pixels."""
        self._typed.set_text(text)
        return self._sheet.width(self._typed)
