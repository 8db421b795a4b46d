"""Ties begin and end at corners, and cross no tile of the grids that these are parts of."""

import numpy as np
import pytest
from matplotlib.patches import PathPatch

from animations.rendering import Animation, Film, Panel
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.ties import Ties
from animations.rendering.timeline import Frame


class Tied(Panel):
    """Two grids, one of them perhaps at a slant, with a cell of each tied."""

    def __init__(self, slope: tuple[float, float] | None, down: bool = False) -> None:
        self.down = down
        self.source = Squares(50, 200, (4, 5), 40, slope)
        self.target = Squares(500, 150, (3, 3), 30)

    def build(self, stage: Stage):  # type: ignore[no-untyped-def]
        ties = Ties(stage, "h", self.source, self.target, self.down)

        def show(frame: Frame) -> None:
            ties.show(self.source.box(range(1, 3), range(1, 4)), self.target.cell((2, 1)))

        return show


@pytest.mark.parametrize("slope", [None, (24.0, 12.0)])
def test_ties_end_at_corners_and_run_between_rows(slope: tuple[float, float] | None) -> None:
    panel = Tied(slope)
    film = Film(Animation("t", "c", "a", [panel]))
    film.update(film.timeline[0])
    inside, between = (
        np.reshape(patch.get_path().vertices, (-1, 2, 2))
        for patch in film.figure.findobj(PathPatch)
    )
    lines = [[*inside[2 * n], *between[n][[1]], inside[2 * n + 1][1]] for n in (0, 1)]
    for n, line in enumerate(lines):
        assert between[n][0] == pytest.approx(line[1]) and between[n][1] == pytest.approx(line[2])
    deep, slant = slope or (40.0, 0.0)
    for line, row, bottom in zip(lines, (1, 3), (0, 1), strict=True):
        height = 200 + 2 * deep - row * deep
        assert line[0] == pytest.approx((50 + 4 * 40 + (4 - row) * slant, height))
        assert line[1] == pytest.approx((50 + 5 * 40 + (4 - row) * slant, height))
        assert line[2] == pytest.approx((500, 150 - 15 - 30 * bottom))
        assert line[3] == pytest.approx((530, 150 - 15 - 30 * bottom))


def test_ties_that_lead_down_run_between_columns() -> None:
    film = Film(Animation("t", "c", "a", [Tied(None, down=True)]))
    film.update(film.timeline[0])
    inside, between = (
        np.reshape(patch.get_path().vertices, (-1, 2, 2))
        for patch in film.figure.findobj(PathPatch)
    )
    for n, (x, end) in enumerate(((50 + 40, 500 + 30), (50 + 4 * 40, 500 + 60))):
        assert inside[2 * n] == pytest.approx(np.array([[x, 160], [x, 120]]))
        assert between[n] == pytest.approx(np.array([[x, 120], [end, 195]]))
