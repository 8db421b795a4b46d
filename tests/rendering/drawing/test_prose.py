"""Words break into as few lines as there must be, and none is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animations.rendering.drawing.prose import broken, in_lines, longest, text_width

repeatable = settings(derandomize=True, deadline=None, max_examples=60)
sentences = st.lists(st.text("abcdefgh,:", min_size=1, max_size=9), min_size=1, max_size=9)


@repeatable
@given(sentences, st.floats(20, 600))
def test_lines_fit_and_are_as_few_as_can_be(words: list[str], room: float) -> None:
    lines = broken(" ".join(words), room)
    assert " ".join(lines) == " ".join(words)
    alone = max(map(text_width, words))
    assert longest(lines) <= max(room, alone)
    shorter = in_lines(" ".join(words), len(lines) - 1) if len(lines) > 1 else []
    assert not shorter or longest(shorter) > room


def test_lines_are_about_equally_long() -> None:
    lines = broken("each output: the mean of what the box covers", 410)
    assert lines == ["each output: the mean", "of what the box covers"]


@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_a_sentence_has_as_many_lines_as_it_is_told(count: int) -> None:
    lines = in_lines("only the present and the past", count)
    assert len(lines) <= min(count, 6)
    assert count != 1 or lines == ["only the present and the past"]
