"""Signals from samples, and from files of every kind."""

import io
import struct
import warnings
from fractions import Fraction

import imageio.v3
import numpy as np
import pytest
from PIL import Image
from scipy.io import wavfile
from scipy.signal import fftconvolve

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


@pytest.fixture
def written(tmp_path):
    """Write a file, and read it."""

    def write(name, contents, stretch=""):
        data = contents if isinstance(contents, bytes) else contents.encode()
        (tmp_path / name).write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return from_file(str(tmp_path / name) + stretch)

    return write


def saved(array):
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=True)
    return stream.getvalue()


def sound(rate, data):
    stream = io.BytesIO()
    wavfile.write(stream, rate, data)
    return stream.getvalue()


def picture(kind, image, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


LINE = from_samples([0, 0.5, 2], [1, 2.5, -3])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "0,1\n0.5,2.5\n2,-3"),
        ("a.CSV", "\ufefftime (s),value\r\n0,1\r\n0.5,2.5\r\n\r\n2,-3\r\n"),
        ("a.csv", "t;x\n0;1\n0,5;2,5\n2;-3\n"),
        ("a.csv", "# made by hand\n0.0; 1;\n# and more\n0.5; 2.5;\n2; -3;\n"),
        ("a.tsv", "t\tx\n0\t1\n0,5\t2,5\n2\t-3e0"),
        ("a.txt", "  0   1\n .5  2.5 \n\n 2  -3"),
        ("a.txt", '"t","x"\n"0","1"\n"0.5","2.5"\n"2","-3"\n'),
        ("a.txt", "t\u00b5 1\n0 1\n0.5 2.5\n2 -3\n".encode("latin-1")),
        ("a.txt", "t\tx\r\n0\t1\r\n0.5\t2.5\r\n2\t-3\r\n".encode("utf-16")),
        ("a.npy", saved(np.array([[0, 1], [0.5, 2.5], [2, -3]]))),
    ],
)
def test_two_columns_are_times_and_values(written, name, text):
    assert written(name, text) == LINE


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "3\n-1.5\n2"),
        ("a.txt", "volts\n3\n-1.5\n2\n"),
        ("a.tsv", "3\t-1,5\t2"),
        ("a.txt", "3 -1.5 2"),
        ("a.npy", saved(np.array([3, -1.5, 2], dtype=np.float32))),
    ],
)
def test_one_column_or_line_is_a_discrete_signal(written, name, text):
    assert written(name, text) == DiscreteSignal([3, -1.5, 2])


def test_more_columns_are_a_grid(written):
    np.testing.assert_array_equal(written("a.csv", "1,2,3\n4,5,6.5\n"), [[1, 2, 3], [4, 5, 6.5]])
    volume = np.arange(24).reshape(2, 3, 4)
    found = written("a.npy", saved(volume))
    assert type(found) is np.ndarray
    np.testing.assert_array_equal(found, volume)


def test_a_million_values_are_a_discrete_signal(written):
    found = written("a.txt", "\n".join(map(str, range(10**6))))
    assert len(found.values) == 10**6
    assert found(999_999) == 999_999


RAMP = np.array([0, 1, -32768, 32767, 16384], dtype=np.int16)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (RAMP, RAMP / 32768),
        (np.array([-(2**31), 2**30], dtype=np.int32), [-1, 0.5]),
        (np.array([0, 128, 255], dtype=np.uint8), [-1, 0, 127 / 128]),
        (np.array([0.25, -3.5], dtype=np.float32), [0.25, -3.5]),
        (np.array([[16384, 0], [-32768, 16384]], dtype=np.int16), [0.25, -0.25]),
    ],
)
def test_a_sound_goes_from_minus_one_to_one(written, data, expected):
    np.testing.assert_array_equal(written("a.wav", sound(8000, data)).values, expected)


def test_a_sound_of_three_bytes_a_sample(written):
    body = b"".join(value.to_bytes(3, "little", signed=True) for value in (-(2**23), 2**22, 1))
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(body), b"WAVE", b"fmt ", 16, 1, 1,
                       8000, 24000, 3, 24, b"data", len(body))  # fmt: skip
    assert written("a.wav", head + body).values.tolist() == [-1, 0.5, 2.0**-23]


@pytest.mark.parametrize(
    ("stretch", "first", "last"),
    [("[0.5:0.8]", 500, 800), ("[0.5:]", 500, 1000), ("[:0.8]", 0, 800), ("[:]", 0, 1000)],
)
def test_a_stretch_of_a_sound_is_in_seconds(written, stretch, first, last):
    data = np.arange(1000, dtype=np.int16)
    found = written("a.wav", sound(1000, data), stretch)
    assert found == DiscreteSignal(data[first:last] / 32768)


def test_chunks_that_nobody_knows_do_not_matter(written):
    data = sound(8000, RAMP)
    found = written("a.wav", data[:36] + b"odd \x04\0\0\0abcd" + data[36:] + b"more\x02\0\0\0ab")
    np.testing.assert_array_equal(found.values, RAMP / 32768)


@pytest.mark.parametrize("suffix", ["png", "gif", "bmp", "tif", "webp"])
def test_a_picture_is_grey_levels_from_0_to_99(written, suffix):
    rng = np.random.default_rng(5)
    kind = {"tif": "TIFF"}.get(suffix, suffix.upper())
    grey = rng.integers(0, 256, (4, 6), dtype=np.uint8)
    grey[0, :2] = 0, 255
    options = {"lossless": True} if suffix == "webp" else {}
    found = written(f"a.{suffix}", picture(kind, Image.fromarray(grey), **options))
    np.testing.assert_array_equal(found, np.rint(grey / 255 * 99))
    assert found[0, :2].tolist() == [0, 99]


def test_colours_count_as_bright_as_they_look(written):
    colors = np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]]], dtype=np.uint8)
    found = written("a.png", picture("PNG", Image.fromarray(colors)))
    assert found.tolist() == [[30, 58, 11, 99]]
    clear = Image.fromarray(colors).convert("RGBA")
    assert written("b.png", picture("PNG", clear)).tolist() == [[30, 58, 11, 99]]


def test_pictures_of_sixteen_bits_and_of_one(written):
    fine = np.array([[0, 65535, 32768]], dtype=np.uint16)
    data = imageio.v3.imwrite("<bytes>", fine, extension=".png", plugin="pillow")
    assert written("a.png", data).tolist() == [[0, 99, 50]]
    bits = Image.fromarray(np.array([[True, False]]))
    assert written("b.png", picture("PNG", bits)).tolist() == [[99, 0]]


PNG = picture("PNG", Image.new("L", (40, 30), 7))
GARBAGE = np.random.default_rng(7).bytes(500)


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("a.csv", "", "is empty; allowed are numbers in columns"),
        ("a.csv", "\n# nothing\n", "is empty"),
        ("a.csv", "t,x\n", "holds no numbers"),
        ("a.csv", "t,x\n0,1\n1,high\n", "line 3 has 'high' in column 2; allowed are finite"),
        ("a.csv", "0,1\n1,\n", "line 2 has 1 columns, and line 1 has 2"),
        ("a.csv", "0,1\n,2\n", "line 2 has no number in column 1"),
        ("a.csv", "0,1\n1,2\n\n2,nan\n", "line 4 has 'nan' in column 2"),
        ("a.csv", "0,1\n1,1e999\n", "line 2 has '1e999' in column 2"),
        ("a.csv", "0,1\n2,2\n1,3\n", "line 3: times must increase, but 1.0 comes after 2.0"),
        ("a.csv", "t,x\n0,1\n", "line 2 is the only one"),
        ("a.csv", "t,x,y\n0,1,2\n1,2,3\n", "has 3 columns with names; allowed are two"),
        ("a.csv", "1,2,3\n4,5\n", "line 2 has 2 columns, and line 1 has 3"),
        ("a.csv", b"\0\1\2" + GARBAGE, "is no text"),
        ("a.csv", "\n".join(f"{n},1" for n in range(20_001)), "keep one in 3, or give the values"),
        ("a.npy", b"", "is no .npy file"),
        ("a.npy", GARBAGE, "is no .npy file"),
        ("a.npy", b"\x93NUMPY\x01\0" + GARBAGE, "is no whole .npy file"),
        ("a.npy", saved(np.ones(1000))[:500], "is no whole .npy file"),
        ("a.npy", saved(np.ones(3) * 1j), "holds complex128 values; allowed are real"),
        ("a.npy", saved(np.array([{}])), "objects"),
        ("a.npy", saved(np.empty(0)), r"shape \(0,\); allowed are one axis"),
        ("a.npy", saved(np.array(3.0)), r"shape \(\)"),
        ("a.npy", saved(np.ones((1,) * 5)), "two to four for a grid"),
        ("a.npy", saved(np.array([[0, 1], [np.inf, 2]])), r"holds inf at position \(1, 0\)"),
        ("a.npy", saved(np.array([[0, 1], [0, 2]])), "row 1: times must increase"),
        ("a.wav", b"", "is no WAV file"),
        ("a.wav", GARBAGE, "is no WAV file"),
        ("a.wav", sound(8000, RAMP)[:30], "is no WAV file"),
        ("a.wav", sound(8000, RAMP)[:-3], "is cut off"),
        ("a.wav", sound(8000, RAMP[:0]), "holds no sound"),
        ("a.wav", sound(8000, np.array([np.nan])), "holds nan at position 0"),
        ("a.png", b"", "is no picture"),
        ("a.jpg", GARBAGE, "is no picture"),
        ("a.png", PNG[:60], "is no picture"),
        ("a.tif", picture("TIFF", Image.new("F", (2, 2))), "has float32 pixels; allowed are 8"),
        ("a.xls", GARBAGE, "allowed are .csv, .txt, .tsv, .npy, .wav, .png"),
        ("a", "1\n2", "allowed are .csv"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(written, tmp_path, name, contents, message):
    with pytest.raises(FileError, match=message) as caught:
        written(name, contents)
    assert str(caught.value).startswith(str(tmp_path / name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("stretch", "message"),
    [
        ("[0.5:1.5]", "there is no sound from 0.5 to 1.5 s: the file lasts 1 s"),
        ("[1:]", "there is no sound from 1 to 1 s"),
        ("[-1:0.5]", "there is no sound from -1"),
        ("[0.5:0.2]", "there is no sound from 0.5 to 0.2"),
        ("[nan:1]", "there is no sound from nan"),
        ("[0:inf]", "there is no sound from 0 to inf"),
        ("[a:b]", "a stretch is two numbers of seconds"),
    ],
)
def test_a_stretch_outside_of_a_sound_is_refused_with_its_length(written, stretch, message):
    with pytest.raises(FileError, match=message):
        written("a.wav", sound(1000, np.zeros(1000, dtype=np.int16)), stretch)


def test_only_sounds_have_stretches(written):
    with pytest.raises(FileError, match=r"only of \.wav a stretch can be taken"):
        written("a.csv", "1\n2\n", "[0:1]")


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


def test_a_sound_in_a_room_is_what_the_fourier_transform_says(written):
    n = np.arange(8820)
    pluck = np.sin(2 * np.pi * 220 / 44100 * n) * np.exp(-n / 3000)
    x = written("a.wav", sound(44100, np.rint(pluck * 32767).astype(np.int16)))
    room = np.random.default_rng(4).normal(size=4000) * np.exp(-np.arange(4000) / 900)
    y = convolve(DiscreteSignal(room), x)
    expected = fftconvolve(room, np.rint(pluck * 32767) / 32768)
    np.testing.assert_allclose(y.values, expected, rtol=0, atol=1e-12 * abs(expected).max())


def test_both_kinds_add_up():
    assert isinstance(LINE + LINE, ContinuousSignal)
    assert (LINE + 2 * LINE)(1.0) == pytest.approx(3 * LINE(1.0), rel=1e-15)
