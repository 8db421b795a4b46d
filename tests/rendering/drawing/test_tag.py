"""Labels travel with what they name, sideways only, and never leap."""

import re
from itertools import pairwise

import numpy as np
import pytest
from artists import Points, scenes, swept
from figures import film_of
from films import seen
from matplotlib.text import Text

from animations.rendering import Film, Frame, IndexedFormulaPanel

# What names something that moves along with t; all else that keeps its wording stands still.
RIDING = re.compile(
    r"t - \\tau|\\tau - t|^\$(w_\{\d\}(\^\{\(\d\)\})?|w_j|h\(\d\)|t)\$$|^sees \d+ samples?$"
)
FEW = 30  # pixels from one frame to the next
HOP = 12  # pixels that a label may ever go up or down


def places(film: Film, frame: Frame) -> dict[int, tuple[str, Points]]:
    """What labels say and where their anchors are, in pixels, by number."""
    return {
        number: (label.get_text(), label.get_transform().transform(label.get_position()))
        for number, label in enumerate(film.update(frame))
        if isinstance(label, Text) and label.get_visible() and label.get_text()
    }


def test_labels_travel_without_leaps(figure: str, film: Film) -> None:
    """From one picture to the next a label rests, or goes as far as t; on the way, a few pixels."""
    shown = [(frame, places(film, frame)) for frame in scenes(film)]
    turns = any(isinstance(row[0], IndexedFormulaPanel) for row in film.animation.rows)
    compared = 0
    heights: dict[int, list[float]] = {}
    for (before, labels), (frame, others) in pairwise(shown):
        step = abs(frame.t - before.t)
        for number in labels.keys() & others.keys():
            (wording, start), (changed, stop) = labels[number], others[number]
            across, up = np.abs(stop - start)
            compared += 1
            if RIDING.search(changed):
                heights.setdefault(number, []).append(float(stop[1]))
            if not (before.sweeping and frame.sweeping):
                assert max(across, up) < FEW, (frame, wording)
            elif turns and (before.gliding or frame.gliding):
                # A name rises a little as it goes, and others close up.
                assert up < HOP, (frame, wording)
                assert across < max(2 * FEW, step * 100), (frame, wording)
            elif not RIDING.search(wording):
                assert up == 0, (frame, wording)
                # Words of a sum move along its line as the others change, but those are numbers.
                if wording == changed and re.search("[a-z]", wording):
                    assert across == 0, (frame, wording)
            elif step < 0.3 or not film.figure.axes:
                assert max(across, up) < FEW, (frame, wording)
            else:
                left, right = film.figure.axes[0].transData.transform([(0, 0), (step, 0)])[:, 0]
                assert across <= right - left + 1, (frame, wording)
    assert compared or film.animation.is_still
    assert all(max(up) - min(up) <= HOP for up in heights.values())


@pytest.mark.parametrize("name", ["continuous", "commutativity", "discrete", "multichannel"])
def test_what_slides_is_named_clear_of_the_line_that_leads_down(name: str) -> None:
    film = film_of(name)
    for frame in swept(film, 3):
        for label in seen(film.update(frame)):
            if RIDING.search(label.get_text()):
                axes = film.figure.axes[0]
                mark, _ = axes.transData.transform((frame.t, 0))
                box = label.get_window_extent()
                assert not box.x0 <= mark <= box.x1, frame.t
