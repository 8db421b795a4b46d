"""Layers of any few channels and outputs find room, and far too many are refused."""

from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.text import Text

from animations.rendering import Animation, ChannelsPanel, Film, Narration, steps
from signals import ChannelSteps

RANDOM = np.random.default_rng(5)


def film(channels: int, outputs: int, size: tuple[int, int] = (3, 4)) -> Film:
    x = RANDOM.integers(0, 2, (channels, *size))
    w = RANDOM.integers(0, 2, (outputs, channels, 2, 2))
    panel = ChannelsPanel(ChannelSteps(x, w, range(outputs)))
    return Film(Animation("t", "c", "a", [Narration("y"), panel], steps(0, 5)))


@pytest.mark.parametrize(("channels", "outputs"), [*product(range(1, 7), range(1, 4))])
def test_all_numbers_find_room(channels: int, outputs: int) -> None:
    drawn = film(channels, outputs)
    frame = drawn.timeline[-1]
    assert np.array_equal(drawn.pixels(frame), drawn.redraw(frame))
    texts = [t for t in drawn.figure.findobj(Text) if t.get_visible() and t.get_text()]
    boxes = [text.get_window_extent().padded(-1) for text in texts]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.x0 >= 0 and box.x1 <= 960 and box.y0 >= 0 and box.y1 <= 540 for box in boxes)
    numbers = [text for text in texts if text.get_text().lstrip("\N{MINUS SIGN}").isdigit()]
    letters, biases = 0 if channels == 3 else channels, 0 if outputs == 1 else outputs
    assert len(numbers) == letters + channels * 12 + outputs * (channels * (4 + 1) + 6) + biases


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no room for an input of 3 × 60 × 40"):
        film(3, 2, (60, 40))
