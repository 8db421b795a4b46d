"""Signals from samples, and from files of whatever kind."""

from fractions import Fraction

import numpy as np
import pytest

from signals import ContinuousSignal, DiscreteSignal, convolve
from signals.samples import MOST_ROWS, SUFFIXES, FileError, from_file, from_samples

TIMES = [-1.5, -1.0, 0.25, 2.0, 2.0625, 7.0]
VALUES = [0.5, 3.0, -1.0, -1.0, 4.0, 2.0]


def test_straight_lines_lead_from_sample_to_sample():
    x = from_samples(TIMES, VALUES)
    t = np.linspace(-1.5, 7, 1001)[:-1]
    np.testing.assert_allclose(x(t), np.interp(t, TIMES, VALUES), rtol=0, atol=1e-14)
    assert x(TIMES[:-1]).tolist() == VALUES[:-1]
    assert x.support == (-1.5, 7)
    assert (x(-1.6), x(7), x.left(7)) == (0, 0, 2)


def test_a_step_holds_until_the_next_time_and_the_last_as_long_as_the_one_before():
    x = from_samples([0, 1, 3, 4], [2, 2, -1, 5], kind="step")
    assert x([0, 0.9, 1, 2.9, 3, 3.9, 4, 4.9, 5]).tolist() == [2, 2, 2, 2, -1, -1, 5, 5, 0]
    assert x.left([1, 3, 4, 5]).tolist() == [2, 2, -1, 5]
    assert x.breakpoints == (0, 3, 4, 5)
    assert from_samples([2], [3], kind="step").support == (2, 3)


def test_where_samples_are_zero_there_is_no_piece_and_a_plateau_is_one():
    x = from_samples(range(8), [1, 0, 0, 0, 2, 2, 2, 0])
    assert [str(piece) for piece in x.pieces] == ["[0, 1)", "[3, 4)", "[4, 6)", "[6, 7)"]
    assert from_samples([0, 1], [0, 0], kind="step").support == (0, 0)


def test_ten_thousand_samples_are_evaluated_as_each_by_itself():
    t = np.cumsum(np.random.default_rng(1).uniform(0.1, 1, MOST_ROWS))
    v = np.random.default_rng(2).normal(size=MOST_ROWS)
    x = from_samples(t, v)
    some = np.random.default_rng(3).uniform(t[0], t[-1], 50)
    assert x(some).tolist() == [x(one) for one in some.tolist()]
    assert x(t[:-1]).tolist() == v[:-1].tolist()
    moved = -2 * x.shift(0.5).flip()
    np.testing.assert_allclose(moved(-some - 0.5), -2 * x(some), rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    ("times", "values", "kind", "message"),
    [
        ([0, 1, 1], [1, 2, 3], "linear", r"times\[2\] = 1.0 comes after 1.0"),
        ([0, 2, 1], [1, 2, 3], "step", r"times\[2\] = 1.0 comes after 2.0"),
        ([0, np.nan], [1, 2], "linear", "times must be finite, got nan at position 1"),
        ([0, 1], [1, np.inf], "linear", "values must be finite, got inf at position 1"),
        ([0], [1], "linear", "needs at least two samples, got 1"),
        ([], [], "step", "needs at least one sample, got 0"),
        ([0, 1], [1], "linear", r"one length, got shapes \(2,\) and \(1,\)"),
        ([[0, 1]], [[0, 1]], "linear", "one length"),
        ([0, 1], [1, 2], "cubic", 'must be "linear" or "step", got \'cubic\''),
        ([0, 5e-324], [1, 2], "linear", "a slope would exceed"),
        (range(MOST_ROWS + 1), range(MOST_ROWS + 1), "linear", "keep one in 2"),
    ],
)
def test_what_is_no_row_of_samples_is_refused(times, values, kind, message):
    with pytest.raises(ValueError, match=message) as caught:
        from_samples(times, values, kind)
    assert "\n" not in str(caught.value)


def test_convolved_lines_are_exact():
    """Simpson's rule on every stretch, in fractions."""
    x, w = from_samples(TIMES, VALUES), from_samples([0, 0.1, 0.7, 3], [1, -2, 5, 0.3])
    y = convolve(w, x)
    ends = sorted({a + b for a in TIMES for b in [0, 0.1, 0.7, 3]})
    np.testing.assert_allclose(y.breakpoints, ends, rtol=0, atol=1e-15)
    for t in [-1.4, -0.3, 0.9, 2.06, 5.5, 9.7]:
        exact = lines_convolved(TIMES, VALUES, [0, 0.1, 0.7, 3], [1, -2, 5, 0.3], t)
        assert abs(Fraction(y(t)) - exact) < 1e-14


def lines_convolved(ta, va, tb, vb, t):
    ta, va, tb, vb = ([Fraction(number) for number in row] for row in (ta, va, tb, vb))
    t, total = Fraction(t), Fraction(0)
    for i in range(len(ta) - 1):
        for j in range(len(tb) - 1):
            low, high = max(ta[i], t - tb[j + 1]), min(ta[i + 1], t - tb[j])
            if low < high:
                slopes = (
                    (va[i + 1] - va[i]) / (ta[i + 1] - ta[i]),
                    (vb[j + 1] - vb[j]) / (tb[j + 1] - tb[j]),
                )
                three = [
                    (va[i] + slopes[0] * (s - ta[i])) * (vb[j] + slopes[1] * (t - s - tb[j]))
                    for s in (low, (low + high) / 2, high)
                ]
                total += (high - low) / 6 * (three[0] + 4 * three[1] + three[2])
    return total


def test_a_file_of_another_kind_is_told_what_is_allowed(refused):
    assert "allowed are .csv, .txt, .tsv, .npy, .wav, .png" in refused("a.xls", "1\n2")
    assert "allowed are .csv" in refused("a", "1\n2")


def test_only_sounds_have_stretches(refused):
    assert "only of .wav a stretch can be taken" in refused("a.csv", "1\n2\n", "[0:1]")


def test_a_file_may_be_called_like_a_stretch(tmp_path):
    file = tmp_path / "a.wav[0:1].csv"
    file.write_text("1\n2\n")
    assert from_file(file) == DiscreteSignal([1, 2])


@pytest.mark.parametrize("name", ["none.csv", "none.wav[0:1]", "a\0b.csv", "a\nb.csv"])
def test_a_file_that_is_not_there_is_told(tmp_path, name):
    with pytest.raises(FileError, match="there is no such file") as caught:
        from_file(tmp_path / name if "\0" not in name else name)
    assert "\n" not in str(caught.value)


def test_a_folder_is_told(tmp_path):
    (tmp_path / "a.csv").mkdir()
    for path in (tmp_path, tmp_path / "a.csv"):
        with pytest.raises(FileError, match="is a folder, not a file"):
            from_file(path)


def test_a_path_is_text():
    with pytest.raises(TypeError):
        from_file(3)
    with pytest.raises(TypeError, match="must be text"):
        from_file(b"a.csv")


def test_suffixes_tell_files_from_expressions():
    assert "2*exp(-t/2)".endswith(SUFFIXES) is False
    assert "clip.wav".endswith(SUFFIXES)
    assert all(suffix == suffix.lower() for suffix in SUFFIXES)


def test_both_kinds_add_up():
    line = from_samples([0, 0.5, 2], [1, 2.5, -3])
    assert isinstance(line + line, ContinuousSignal)
    assert (line + 2 * line)(1.0) == pytest.approx(3 * line(1.0), rel=1e-15)


def test_times_lie_within_floats() -> None:
    with pytest.raises(ValueError, match="from the first to the last would exceed"):
        from_samples([-1.7e308, 1.7e308], [0, 1])
