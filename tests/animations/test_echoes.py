"""`echoes` piles up copies of h that are as high as the sliding sum."""

import numpy as np
import oracles
import pytest
from artists import marks, moved, wordings
from figures import film_of
from matplotlib.colors import to_hex, to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from animations import echoes
from animations.rendering import Film, Frame
from animations.rendering.drawing.stems import HEAD
from signals import DiscreteSignal


def film() -> Film:
    return film_of("echoes")


def layers_of(frame: Frame) -> tuple[list[PathPatch], list[PathPatch]]:
    """The parts of the layers up to t, and after it, each from the lowest to the highest."""
    pile = film().figure.axes[1]
    shown = [
        artist
        for artist in moved(film(), frame)
        if isinstance(artist, PathPatch) and artist.get_data_transform() is pile.transData
    ]
    order = [artist.get_zorder() for artist in shown]
    ahead = [artist for artist in shown if artist.get_zorder() == min(order)]
    return [artist for artist in shown if artist not in ahead], ahead


def y(t: int) -> float:
    return oracles.convolution(oracles.h, oracles.x, t)


@pytest.mark.parametrize("t", range(1, 9))
def test_pile_and_output_have_the_height_of_the_sliding_sum(t: int) -> None:
    frame = film().timeline.at(t)
    pile, output = film().figure.axes[1:]
    assert marks(film(), frame, pile, "y")[0] == pytest.approx(np.array([[t, y(t)]]))
    stems, dot = marks(film(), frame, output, "y")
    assert dot == pytest.approx(np.array([[t, y(t)]]))
    assert stems == pytest.approx(np.array([[n, y(n)] for n in range(1, t + 1)]))


@pytest.mark.parametrize("t", [1, 2, 4, 8])
def test_each_sample_that_has_come_in_has_a_layer_of_its_own(t: int) -> None:
    come, ahead = layers_of(film().timeline.at(t))
    outlines = [
        [path.get_path().vertices.reshape(-1, 5, 2) for path in paths] for paths in (come, ahead)
    ]
    assert all(blocks[:, :4, 0].mean(axis=1).max() < t + 0.01 for blocks in outlines[0])
    assert all(blocks[:, :4, 0].mean(axis=1).min() > t + 0.99 for blocks in outlines[1])
    layers = [np.concatenate(pair) for pair in zip(*outlines, strict=True)]
    started = [n for n in range(5) if n <= t and oracles.x(n)]
    assert len(layers) == len(started)
    below = np.zeros(40)
    for n, layer in zip(started, layers, strict=True):
        for block in layer:
            at = round(float(block[:4, 0].mean()))
            copy = oracles.x(n) * oracles.h(at - n)
            bottom, top = block[:2, 1]
            assert bottom == pytest.approx(below[at])
            assert top - bottom == pytest.approx(copy)
            below[at] = top
    if t >= 4:
        assert below[:13] == pytest.approx([y(at) for at in range(13)])


@pytest.mark.parametrize("t", [1, 3, 4, 8])
def test_sample_and_copy_share_a_shade_and_the_newest_is_the_strongest(t: int) -> None:
    frame, theme = film().timeline.at(t), film().theme
    above = film().figure.axes[0]
    heads = {
        round(artist.get_xdata()[0]): artist.get_color()
        for artist in moved(film(), frame)
        if isinstance(artist, Line2D)
        and artist.get_transform() is above.transData
        and artist.get_marker() not in ("None", None)
        and artist.get_markersize() == HEAD
        and len(artist.get_xdata())
    }
    come, ahead = layers_of(frame)
    copies = [to_hex(layer.get_facecolor()) for layer in come]
    assert copies == [to_hex(layer.get_edgecolor()) for layer in ahead]
    assert {to_hex(layer.get_facecolor()) for layer in ahead} == {theme.background}
    assert list(heads) == list(range(1, min(t, 4) + 1))
    strengths = []
    for head, copy in zip(heads.values(), copies, strict=True):
        strength = portion(copy, theme.h, theme.background)
        assert portion(head, theme.x, theme.background) == pytest.approx(strength, abs=0.02)
        strengths.append(strength)
    assert strengths == sorted(set(strengths))
    assert strengths[-1] > 0.9
    assert min(strengths) > 1.5 * portion(theme.ghost("x"), theme.x, theme.background)


def portion(color: str, whole: str, background: str) -> float:
    """How much of a colour there is in a mixture with the background."""
    mixed, front, back = (np.array(to_rgb(each)) for each in (color, whole, background))
    return float(np.sum((mixed - back) * (front - back)) / np.sum((front - back) ** 2))


@pytest.mark.parametrize("t", [1, 3, 3.5, 8])
def test_one_line_leads_from_the_sample_over_the_top_of_the_pile_to_y(t: float) -> None:
    frame = film().timeline.at(t)
    above, pile, output = film().figure.axes
    ((x, _),) = marks(film(), frame, above, "ink")[0]
    ((top, _),) = marks(film(), frame, pile, "y")[0]
    (dot,) = marks(film(), frame, output, "y")[1]
    tie = next(
        artist
        for artist in moved(film(), frame)
        if isinstance(artist, Line2D) and artist.get_color() == film().theme.axis
    )
    ends = tie.get_transform().transform(tie.get_xydata())
    assert x == top == dot[0] == t
    assert ends[0] == pytest.approx(above.transData.transform((t, 0)))
    assert ends[1] == pytest.approx(output.transData.transform(dot))


def test_it_begins_with_a_sample() -> None:
    first = film().timeline[0]
    assert y(round(first.t)) == oracles.x(first.t) * oracles.h(0) > 0


def test_the_sum_names_the_terms() -> None:
    said = "".join(wordings(film(), film().timeline.at(2)))
    assert "0.5 · 1.213" in said
    assert "≈  2.61" in said


def test_h_is_shown_as_high_as_in_the_pile_with_the_numbers_of_the_sum() -> None:
    axes = film().figure.axes[1]
    blocks = [patch.get_xy() for patch in axes.patches]
    assert [np.ptp(block[:, 1]) for block in blocks] == pytest.approx(
        [oracles.h(n) for n in range(4)]
    )
    said = {text.get_text() for text in film().figure.findobj(Text)}
    assert {"$h(t)$", *(f"{oracles.h(n):.3f}" for n in range(1, 4))} <= said
    end = film().timeline.shifts[1]
    assert min(block[:, 0].min() for block in blocks) > end  # no line to y crosses it


def test_a_short_response_is_shown_as_far_as_it_goes() -> None:
    film = Film(echoes.animation(h=DiscreteSignal([1]), x=DiscreteSignal([3, 2])))
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))
