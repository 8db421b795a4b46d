"""A row of texts from which a figure is made."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from animations.rendering.theme import Theme
from animations.rendering.window.field import Field
from animations.rendering.window.sheet import MARGIN, ROW, Box, Sheet
from signals.expression import ExpressionError

if TYPE_CHECKING:
    from matplotlib.backend_bases import MouseEvent

_APART = 24.0  # between two fields, in design pixels


class Fields:
    """Fields side by side, of which one at most is open.

    Parameters
    ----------
    sheet, theme : Sheet, Theme
        What to draw on, and its colours.
    texts : mapping of str to str
        Names, and what is in their fields at first.
    bottom : float
        How high on the sheet, in design pixels.
    draw : callable
        Draws the figure of other texts, or raises ValueError: an `ExpressionError`, or one that
        comes of it, tells the place.

    Attributes
    ----------
    message : str
        What is wrong with a text; empty if nothing is.
    """

    def __init__(
        self,
        sheet: Sheet,
        theme: Theme,
        texts: Mapping[str, str],
        bottom: float,
        draw: Callable[[Mapping[str, str]], None],
    ) -> None:
        self.message = ""
        self._draw = draw
        self._bottom = bottom
        self._fields: list[Field] = []
        for number, (name, text) in enumerate(texts.items()):
            place = partial(self._place, number, len(texts))
            self._fields.append(Field(sheet, theme, name, text, place))

    def __getitem__(self, name: str) -> Field:
        return next(field for field in self._fields if field.name == name)

    @property
    def opened(self) -> Field | None:
        """The field that keys go to."""
        return next((field for field in self._fields if field.is_open), None)

    @property
    def wrong(self) -> Field | None:
        """The field that is marked."""
        return next((field for field in self._fields if field.is_wrong), None)

    def refresh(self) -> None:
        """Show the texts in as much room as there is now."""
        for field in self._fields:
            field.refresh()

    def click(self, event: "MouseEvent") -> bool:
        """Open the field that was clicked at, close others; return whether there is one."""
        clicked = next((field for field in self._fields if field.axes is event.inaxes), None)
        self._open(clicked, clicked.place(event.x) if clicked else None)
        return clicked is not None

    def press(self, key: str) -> bool:
        """Take a key, and return whether it was for a field."""
        field = self.opened
        if key == "tab":
            after = self._fields.index(field) + 1 if field else 0
            self._open(self._fields[after % len(self._fields)])
        elif key in ("enter", "return"):
            self._submit()
        elif field is None:
            return False
        elif key == "escape":
            field.restore()
            self.message = self.message if self.wrong else ""
        else:
            field.press(key)
        return True

    def _open(self, field: Field | None, caret: int | None = None) -> None:
        for other in self._fields:
            if other is not field:
                other.close()
        if field is not None:
            field.open(caret)

    def _submit(self) -> None:
        """Draw the figure of the texts, unless it is there; mark the one that is wrong."""
        changed = [field for field in self._fields if field.text != field.settled]
        try:
            if changed:
                self._draw({field.name: field.text for field in self._fields})
        except ValueError as error:
            self._complain(error, changed)
            return
        self.message = ""
        for field in self._fields:
            field.settle()

    def _complain(self, error: ValueError, changed: list[Field]) -> None:
        """Mark the text that an error is about, or else the one that was typed last."""
        self.message = (str(error).splitlines() or ["this cannot be drawn"])[0]
        wrong = self.opened if self.opened in changed else changed[0]
        caret = None
        cause = error if isinstance(error, ExpressionError) else error.__cause__
        if isinstance(cause, ExpressionError):
            self.message = cause.reason
            for field in (wrong, *changed):
                if field.text == cause.text:
                    wrong, caret = field, cause.column
                    break
        for field in self._fields:
            field.is_wrong = field is wrong
        self._open(wrong, caret)

    def _place(self, number: int, count: int, width: float, height: float) -> Box:
        """Return where a field is: all are as wide, after names as wide as the widest."""
        named = max((field.named for field in self._fields), default=0.0)
        wide = (width - sum(MARGIN) - (count - 1) * _APART) / count
        return MARGIN[0] + number * (wide + _APART) + named, self._bottom, wide - named, ROW
