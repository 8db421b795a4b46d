"""`notation` changes names only, and writes out each sum as it is."""

import re
from itertools import groupby

import numpy as np
import pytest
from artists import lines, marks, moved, scenes, wordings
from figures import film_of
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from animations.rendering import Film, Frame
from animations.rendering.theme import FORMULA

X, W = [1, 2, 1, 0, 2, 1, 2, 1], [1, 2, -1]
Y = np.correlate(X, W, mode="valid")
AT, TURNS = 1, 2
SHIFTS = [0, 1, 1, 1, 2, 3, 4, 5]
"""Where the weights are at each t."""

FIRST = {"y": "y({})", "h": "h({})", "x": "x({})"}
THEN = {"y": "y_{{{}}}", "h": "w_{{{}}}", "x": "x_{{{}}}"}
ROWS = {
    "h": (r"$h(\tau - t)$", "$w_j$"),
    "x": (r"$x(\tau)$", "$x_{i + j}$"),
    "y": ("$y(t)$", "$y_i$"),
}
ORDER = {"y": 0, "h": 1, "x": 1}
"""In which turn names change."""


def film() -> Film:
    return film_of("notation")


def at(t: float) -> Frame:
    return film().timeline.at(t)


def notation(role: str, t: int) -> dict[str, str]:
    """The notation that names of a role are in at a rest."""
    return THEN if t > AT + ORDER[role] else FIRST


def name(role: str, t: int, index: int) -> str:
    return f"${notation(role, t)[role].format(index)}$"


@pytest.mark.parametrize("t", range(8))
def test_the_sum_names_each_term_and_adds_up(t: int) -> None:
    i = SHIFTS[t]
    said = "".join(wordings(film(), at(t))).replace(r"$\,$", "")
    names = [name("h", t, j) + name("x", t, i + j) for j in range(3)]
    start = said.index(name("y", t, i) + "  =  " + "  +  ".join(names))
    numbers = said[start:].split("  =  ")[2:]
    products = numbers[0].replace("\N{MINUS SIGN}", "-").split("  +  ")
    pairs = [[float(part.strip("()")) for part in product.split(" · ")] for product in products]
    assert pairs == [[W[j], X[i + j]] for j in range(3)]
    total = re.match("\N{MINUS SIGN}?[0-9]+", numbers[1])
    assert total is not None
    assert float(total[0].replace("\N{MINUS SIGN}", "-")) == Y[i] == sum(a * b for a, b in pairs)


@pytest.mark.parametrize("t", range(8))
def test_names_have_turned_one_after_the_other(t: int) -> None:
    """By the row's stems, in the formula that is added, and under the stem of each element."""
    said = wordings(film(), at(t))
    for role, rows in ROWS.items():
        turned = notation(role, t) is THEN
        assert said.count(rows[turned]) == 1 + turned
        assert rows[not turned] not in said
    for index in range(8):
        assert name("x", t, index) in said
    assert (r"$\sum_{j}$" in said) == (notation("h", t) is THEN)


def test_the_first_formula_stays_beside_the_second() -> None:
    """An arrow leads from the one to the other, and nothing of either is hidden at the end."""
    (arrow,) = [
        line.get_transform().transform(line.get_xydata())
        for line in moved(film(), at(AT + TURNS))
        if isinstance(line, Line2D) and line.get_color() == film().theme.muted
    ]
    moving = {id(artist) for artist in film().update(at(AT + TURNS))}
    texts = [text for text in film().figure.findobj(Text) if text.get_visible()]
    first = [text for text in texts if text.get_fontsize() == FORMULA and id(text) not in moving]
    then = [text for text in texts if text.get_fontsize() == FORMULA and id(text) in moving]
    for found, number in ((first, 0), (then, 1)):
        assert {ROWS[role][number] for role in ROWS} < {text.get_text() for text in found}
    assert max(text.get_window_extent().x1 for text in first) < arrow[0, 0]
    assert arrow[1, 0] < min(text.get_window_extent().x0 for text in then)
    before = wordings(film(), at(AT))
    assert not {r"$\sum_{j}$", "$=$"} & {*before}


def test_axes_tell_what_their_indices_are_in_the_other_notation() -> None:
    said = wordings(film(), at(AT + TURNS))
    assert said.count(r"$\tau = i + j$") == 2
    assert said.count("$t = i$") == 1
    for i, t in ((2, 4), (5, 7)):
        assert marks(film(), at(t), film().figure.axes[0], "h")[0][:, 0].tolist() == [
            i,
            i + 1,
            i + 2,
        ]


def test_a_name_and_what_it_turns_into_are_never_seen_together() -> None:
    """While some turn the others stand; each turn ends with the new name in its full colour."""
    turning = [f for f in film().timeline if f.gliding and AT < f.t < AT + TURNS]
    for turn, frames in groupby(turning, key=lambda frame: int(frame.t - AT)):
        several = [*frames]
        for role in (role for role, number in ORDER.items() if number == turn):
            first, then = ROWS[role]
            seen = [{first, then} & set(wordings(film(), frame)) for frame in several]
            assert seen[0] == {first}
            assert seen[-1] == {then}
            assert all(len(words) <= 1 for words in seen)
    final = {
        artist.get_text(): artist.get_color()
        for artist in moved(film(), at(AT + TURNS))
        if isinstance(artist, Text)
    }
    for role, (_, then) in ROWS.items():
        assert final[then] == film().theme.color(role)


def test_nothing_but_names_changes_as_names_turn() -> None:
    def pictured(frame: Frame) -> list[list[list[float]]]:
        artists = moved(film(), frame)
        return [
            np.nan_to_num(each.get_xydata()).tolist()
            if isinstance(each, Line2D)
            else each.get_path().vertices.tolist()
            for each in artists
            if isinstance(each, Line2D | PathPatch) and each not in arrow
        ]

    arrow = [
        each
        for each in moved(film(), at(AT + TURNS))
        if isinstance(each, Line2D) and each.get_color() == film().theme.muted
    ]
    assert len(arrow) == 1
    before = pictured(at(AT))
    for frame in scenes(film(), 3):
        if AT <= frame.t <= AT + TURNS:
            assert pictured(frame) == before


@pytest.mark.parametrize("t", range(8))
def test_the_rows_stand_where_the_sum_says(t: int) -> None:
    weights, inputs, outputs = film().figure.axes
    frame, i = at(t), SHIFTS[t]
    assert marks(film(), frame, weights, "h")[0].tolist() == [[i + j, W[j]] for j in range(3)]
    assert marks(film(), frame, inputs, "x")[0].tolist() == [[n, X[n]] for n in range(8)]
    stems, dot = marks(film(), frame, outputs, "y")
    assert stems.tolist() == [[n, Y[n]] for n in range(i + 1)]
    assert dot.tolist() == [[i, Y[i]]]


@pytest.mark.parametrize("t", [0, 3, 7])
def test_stems_stand_on_an_axis_that_is_seen(t: int) -> None:
    """It moves with what moves, or the band would lie over it."""
    for axes, role in zip(film().figure.axes, "hxy", strict=True):
        (axis,) = lines(film(), at(t), axes, "axis")
        assert axis.tolist() == [[*pair] for pair in zip(axes.get_xlim(), (0, 0), strict=True)]
        feet = lines(film(), at(t), axes, role)[0][::3]
        assert np.all(feet[:, 1] == 0)


@pytest.mark.parametrize("t", [0, 1, 4, 7])
def test_the_products_are_tied_to_the_newest_output(t: int) -> None:
    i = SHIFTS[t]
    outputs = film().figure.axes[2]
    head = outputs.transData.transform((i, Y[i]))
    parts = [W[j] * X[i + j] for j in range(3)]
    columns = [outputs.transData.transform((i + j, 0))[0] for j in range(3)]
    numbers = [
        label
        for label in moved(film(), at(t))
        if isinstance(label, Text)
        and re.fullmatch("\N{MINUS SIGN}?[0-9]", label.get_text())
        and label.get_horizontalalignment() == "center"
    ]
    theme = film().theme
    for part, label, column in zip(parts, numbers, columns, strict=True):
        box = label.get_window_extent()
        assert (box.x0 + box.x1) / 2 == pytest.approx(column, abs=2)
        assert label.get_text().replace("\N{MINUS SIGN}", "-") == str(part)
        assert label.get_color() == (theme.negative if part < 0 else theme.y)
    (ties,) = [
        artist.get_transform().transform(artist.get_xydata())
        for artist in moved(film(), at(t))
        if isinstance(artist, Line2D)
        and len(artist.get_xydata()) == 9
        and artist.get_color() == theme.axis
    ]
    for tie in ties.reshape(3, 3, 2):
        assert tie[1] == pytest.approx(head, abs=0.5)
    assert ties[::3, 0] == pytest.approx(columns, abs=0.5)


def test_weights_and_band_glide_and_names_stand_under_their_stems() -> None:
    weights = film().figure.axes[0]
    for frame in scenes(film(), 2):
        heads = marks(film(), frame, weights, "h")[0]
        shift = min(frame.t, AT) + max(frame.t - AT - TURNS, 0)
        assert heads[:, 0] == pytest.approx(shift + np.arange(3))
        labels = [
            artist
            for artist in moved(film(), frame)
            if isinstance(artist, Text)
            and re.fullmatch(r"\$(h\(\d\)|w_\{\d\})\$", artist.get_text())
        ]
        for label, (x, y) in zip(labels, weights.transData.transform(heads), strict=False):
            box = label.get_window_extent()
            assert (box.x0 + box.x1) / 2 == pytest.approx(x, abs=2)
            assert box.y1 < y
