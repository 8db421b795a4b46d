"""One line of text: where its characters stand and how many are seen."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from animations.rendering.theme import DARK
from animations.rendering.window.field import Field
from animations.rendering.window.sheet import Sheet


def field_of(text: str, width: float = 300, dpi: float = 100) -> Field:
    figure = Figure(figsize=(4, 1), dpi=dpi, facecolor=DARK.background)
    FigureCanvasAgg(figure)
    return Field(Sheet(figure), DARK, "h", text, lambda w, h: (60, 20, width, 30))


def ink(field: Field) -> tuple[int, int]:
    """The first and the last column of pixels with ink, seen from the field's left border."""
    canvas = field.axes.figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    canvas.draw()
    box = field.axes.bbox
    inner = np.asarray(canvas.buffer_rgba())[:, round(box.x0) + 4 : round(box.x1) - 4, :3]
    rows = inner.shape[0] - round(box.y1) + 4, inner.shape[0] - round(box.y0) - 4
    columns = np.flatnonzero((inner[rows[0] : rows[1]].max(axis=2) > 120).any(axis=0)) + 4
    return int(columns[0]), int(columns[-1])


@pytest.mark.parametrize("dpi", [50, 100, 200])
def test_the_caret_stands_after_the_characters_before_it(dpi: float) -> None:
    field = field_of("H" * 12, dpi=dpi)
    right = ink(field)[1]
    field.open()
    caret = ink(field)[1]
    pixel = dpi / 100
    assert 0 <= caret - right <= 4 * pixel
    left, right = field.axes.bbox.x0, caret + field.axes.bbox.x0
    assert [field.place(x) for x in (left, right - 1, right + 50)][:2] == [-1, 12]
    assert field.place(left + (right - left) / 2) in (5, 6)


def test_a_long_text_stays_in_the_field_and_the_caret_in_sight() -> None:
    field = field_of("0123456789" * 8)
    for caret in (80, 40, 0, 60, 80):
        field.open(caret)
        left, right = ink(field)
        assert left >= 5 and right <= 300 - 5
    field.press("home")
    assert field.place(field.axes.bbox.x0 + 9) == 0
    field.close()
    assert ink(field)[1] <= 300 - 5


def test_erasing_scrolls_a_long_text_back() -> None:
    field = field_of("0" * 60)
    field.open()
    for _ in range(55):
        field.press("backspace")
    assert field.text == "0" * 5
    assert ink(field)[0] < 20


def test_the_caret_stays_in_the_text() -> None:
    field = field_of("ab")
    field.open(99)
    assert field.caret == 2
    field.press("right")
    field.press("delete")
    assert (field.text, field.caret) == ("ab", 2)
    field.press("home")
    field.press("left")
    field.press("backspace")
    assert (field.text, field.caret) == ("ab", 0)


def test_what_some_keyboards_send_is_typed() -> None:
    field = field_of("")
    field.open()
    for key in ("ctrl+alt+[", "1", "ctrl+alt+@", "ctrl+a", "alt+x", "$", "τ"):
        field.press(key)
    assert field.text == "[1@$τ"
    ink(field)  # and a single dollar is no formula
