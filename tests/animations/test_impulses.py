"""`impulses` draws h's echoes, and y as what they add up to."""

from itertools import pairwise

import numpy as np
import oracles
import pytest
from artists import lines, marks, moved, patches, wordings
from figures import film_of
from matplotlib.colors import to_rgb
from matplotlib.patches import Polygon
from matplotlib.text import Text
from numpy.typing import NDArray

from animations.rendering import Animation, Film, InputPanel, sweep
from signals import impulse, piecewise

FROM = 12  # where the running example's x begins
LEVELS = {18: 5, 20: 10, 22: 20}  # after so much time, so many slices


def film() -> Film:
    return film_of("impulses")


def y(t: float) -> float:
    """By hand: an echo for each impulse, and the running example's output from t = 12 on."""
    return oracles.h(t) + oracles.h(t - 3) + 0.5 * oracles.h(t - 6) + oracles.y(t - FROM)


def areas(count: int) -> NDArray[np.float64]:
    """∫ τ/2 dτ = τ²/4 up to 3, and 1/2 for every unit from there to 5."""
    cuts = np.linspace(0, 5, count + 1)
    return np.diff(np.where(cuts <= 3, cuts**2 / 4, 9 / 4 + (cuts - 3) / 2))


def middles(count: int) -> NDArray[np.float64]:
    return FROM + (np.arange(count) + 0.5) * 5 / count


def faces(t: float, row: int) -> list[Polygon]:
    """The areas without sign that a panel shows, from the back to the front."""
    axes = film().figure.axes[row]
    shown = moved(film(), film().timeline.at(t))
    polygons = [artist for artist in shown if isinstance(artist, Polygon)]
    return [each for each in polygons if each.get_data_transform() is axes.transData]


def tops(t: float, at: float) -> list[float]:
    """How high the layers reach at a place, from the lowest to the highest."""
    outlines = [face.get_xy()[1:-2] for face in faces(t, 1)]
    return sorted(float(np.interp(at, *outline.T)) for outline in outlines)


@pytest.mark.parametrize("t", [0.0, 2.0, 6.5, 9.5, 13.7, 17.0, 24.0])
def test_the_curve_is_the_output(t: float) -> None:
    axes = film().figure.axes[1]
    frame = film().timeline.at(t)
    (curve,) = (line for line in lines(film(), frame, axes, "y"))
    inner = ~np.isin(curve[:, 0], [0, 3, 6])
    assert curve[-1] == pytest.approx([t, y(t)], abs=1e-12)
    assert curve[inner, 1] == pytest.approx([y(at) for at in curve[inner, 0]], abs=1e-12)
    assert marks(film(), frame, axes, "y")[0] == pytest.approx(np.array([[t, y(t)]]))


def test_it_begins_with_an_impulse_and_its_answer() -> None:
    first = film().timeline[0]
    sent = np.concatenate(marks(film(), first, film().figure.axes[0], "x"))
    assert sent.tolist() == [[0, 1]]
    assert marks(film(), first, film().figure.axes[1], "y")[0].tolist() == [[0, oracles.h(0)]]


@pytest.mark.parametrize("t", [5, 18, 20, 24])
def test_arrows_are_as_high_as_impulses_weigh_and_slices_are_large(t: int) -> None:
    axes, count = film().figure.axes[0], LEVELS.get(t, 0)
    sent = [[at, weight] for at, weight in ((0, 1), (3, 1), (6, 0.5)) if at <= t]
    shown = np.concatenate(marks(film(), film().timeline.at(t), axes, "x"))
    high = np.array([[*pair] for pair in zip(middles(count), areas(count), strict=True)])
    row = [pair for pair in high.tolist() if pair[1] > 0.1]  # lower ones have no room for a head
    assert len(shown) >= len(sent) + len(row)
    for pair in (*sent, *row):
        assert np.min(np.abs(shown - pair).max(axis=1)) < 1e-9


def test_the_input_is_drawn_as_it_comes_in() -> None:
    axes = film().figure.axes[0]
    curve = max(lines(film(), film().timeline.at(14.5), axes, "x"), key=len)
    assert curve[-1] == pytest.approx([14.5, 1.25])
    assert curve[:, 1] == pytest.approx([oracles.x(t - FROM) for t in curve[:, 0]])


@pytest.mark.parametrize("t", LEVELS)
@pytest.mark.parametrize("at", [14.3, 17.7])
def test_layers_rise_by_the_echo_of_one_slice_each(t: int, at: float) -> None:
    count = LEVELS[t]
    echoes = [oracles.h(at), oracles.h(at - 3), 0.5 * oracles.h(at - 6)]
    pairs = zip(middles(count), areas(count), strict=True)
    echoes += [weight * oracles.h(at - middle) for middle, weight in pairs]
    assert tops(t, at) == pytest.approx(np.cumsum(echoes), abs=3e-3)  # between vertices


def test_each_impulse_splits_in_two_that_move_apart_with_their_echoes() -> None:
    parents, children, weights = middles(5).repeat(2), middles(10), areas(10)
    last = 0.0
    for t in (18.6, 19.1, 19.6):
        shown = np.concatenate(marks(film(), film().timeline.at(t), film().figure.axes[0], "x"))
        at = np.sort(shown[shown[:, 0] > FROM, 0])
        part = (at[-1] - parents[-1]) / (children[-1] - parents[-1])
        assert last < part < 1
        places = parents + part * (children - parents)
        assert at == pytest.approx(places[-len(at) :])
        here = 16.9
        pairs = zip(places, weights, strict=True)
        total = sum(weight * oracles.h(here - place) for place, weight in pairs)
        total += oracles.h(here) + oracles.h(here - 3) + 0.5 * oracles.h(here - 6)
        assert tops(t, here)[-1] == pytest.approx(total, abs=3e-3)
        last = part


def test_the_sum_comes_nearer_as_slices_get_finer_and_is_y_in_the_end() -> None:
    errors = []
    for t in (*LEVELS, 24):
        t_seen = np.linspace(12.05, 17.95, 60)
        errors.append(max(abs(tops(t, at)[-1] - y(at)) for at in t_seen))
    assert all(finer < 0.6 * coarse for coarse, finer in pairwise(errors))
    assert errors[-1] < 5e-3


def test_each_echo_has_a_shade_of_its_own_and_the_newest_is_the_strongest() -> None:
    for t, count in LEVELS.items():
        # Echoes lie behind those under them.
        piled = [to_rgb(face.get_facecolor()) for face in faces(t, 1)][::-1][3:]
        assert len(set(piled)) == len(piled) == count
        assert piled == sorted(piled, reverse=True)  # darker and darker on white


def test_what_an_arrow_is_is_said_while_slices_have_arrows() -> None:
    said = {t: wordings(film(), film().timeline.at(t)) for t in (9, 13, *LEVELS, 24)}
    there = [any("area of its slice" in text for text in said[t]) for t in said]
    assert there == [False, True, True, True, False, False]


def test_one_echo_after_another_is_told_from_the_last() -> None:
    axes = film().figure.axes[1]
    tints = [film().theme.tint("h", strength) for strength in (0.6, 0.3)]
    frame = film().timeline.at(9)
    assert [len(patches(film(), frame, axes, tint)) for tint in tints] == [2, 1]


def test_names_come_when_the_line_to_y_has_passed_them() -> None:
    first, later, late = (wordings(film(), film().timeline.at(t)) for t in (0, 2.9, 24))
    assert {r"$\delta(t)$", "each impulse is answered by an echo"} <= set(first)
    assert "$h(t)$" not in first
    assert "$h(t)$" in later
    assert {"$h(t)$", "$+h(t - 3)$", r"$+\frac{1}{2}\,h(t - 6)$"} <= set(late)


@pytest.mark.parametrize("cuts", [[], [1.0], [-3, 0, 2, 2.5, 9]])
def test_any_cuts_make_slices_of_what_has_an_area(cuts: list[float]) -> None:
    signal = piecewise((0, 2, 1.0), (2, 4, -0.5)) + impulse(5, 0.7)
    panel = InputPanel(signal, [(0, cuts)])
    shown = Film(Animation("Cuts", "Cuts.", "Cuts.", [panel], sweep(-1, 6, 1), (-2, 7), 5))
    frame = shown.timeline[-1]
    weights = np.concatenate(marks(shown, frame, shown.figure.axes[0], "x"))[:, 1]
    assert weights.sum() == pytest.approx(0.7 + 2 - 1)
    assert np.array_equal(shown.pixels(frame), shown.redraw(frame))


@pytest.mark.parametrize("t", LEVELS)
def test_a_slice_has_the_shade_of_its_echo_and_the_area_that_its_impulse_weighs(t: int) -> None:
    count = LEVELS[t]
    piled = [to_rgb(face.get_facecolor()) for face in faces(t, 1)][::-1][3:]
    slices = sorted(faces(t, 0), key=lambda face: face.get_xy()[0, 0])
    slices = [face for face in slices if to_rgb(face.get_facecolor()) in piled]
    assert [to_rgb(face.get_facecolor()) for face in slices] == piled
    found = [np.trapezoid(*face.get_xy()[:-1].T[::-1]) for face in slices]
    assert found == pytest.approx(areas(count), rel=1e-6)


def test_an_impulses_name_stands_over_its_arrow() -> None:
    film = film_of("impulses")
    film.update(film.timeline.at(8.0))
    axes = film.figure.axes[0]
    named = {text.get_text(): text for text in film.figure.findobj(Text)}
    for place, height, words in ((0, 1, "(t)$"), (3, 1, "(t - 3)$"), (6, 0.5, "(t - 6)$")):
        (text,) = (named[name] for name in named if "delta" in name and name.endswith(words))
        tip = axes.transData.transform((place, height))[1]
        assert text.get_window_extent().y0 > tip
