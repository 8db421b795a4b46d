"""Sounds in files."""

import io
import struct

import numpy as np
import pytest
from scipy.io import wavfile
from scipy.signal import fftconvolve

from signals import DiscreteSignal, convolve
from signals.samples import FileError, from_file

GARBAGE = np.random.default_rng(7).bytes(500)
RAMP = np.array([0, 1, -32768, 32767, 16384], dtype=np.int16)


def sound(rate, data):
    stream = io.BytesIO()
    wavfile.write(stream, rate, data)
    return stream.getvalue()


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


def of_three_bytes(*values):
    body = b"".join(value.to_bytes(3, "little", signed=True) for value in values)
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(body), b"WAVE", b"fmt ", 16, 1, 1,
                       8000, 24000, 3, 24, b"data", len(body))  # fmt: skip
    return head + body


def test_a_sound_of_three_bytes_a_sample(written):
    found = written("a.wav", of_three_bytes(-(2**23), 2**22, 1))
    assert found.values.tolist() == [-1, 0.5, 2.0**-23]


@pytest.mark.parametrize(
    ("stretch", "first", "last"),
    [
        ("[0.5:0.8]", 500, 800),
        ("[0.5:]", 500, 1000),
        ("[:0.8]", 0, 800),
        ("[:]", 0, 1000),
        ("[ 0.5 : 0.8 ]", 500, 800),
    ],
)
def test_a_stretch_of_a_sound_is_in_seconds(written, stretch, first, last):
    data = np.arange(1000, dtype=np.int16)
    found = written("a.wav", sound(1000, data), stretch)
    assert found == DiscreteSignal(data[first:last] / 32768)


def test_chunks_that_nobody_knows_do_not_matter(written):
    data = sound(8000, RAMP)
    found = written("a.wav", data[:36] + b"odd \x04\0\0\0abcd" + data[36:] + b"more\x02\0\0\0ab")
    np.testing.assert_array_equal(found.values, RAMP / 32768)


def test_a_sound_in_a_room_is_what_the_fourier_transform_says(written):
    n = np.arange(8820)
    pluck = np.sin(2 * np.pi * 220 / 44100 * n) * np.exp(-n / 3000)
    x = written("a.wav", sound(44100, np.rint(pluck * 32767).astype(np.int16)))
    room = np.random.default_rng(4).normal(size=4000) * np.exp(-np.arange(4000) / 900)
    y = convolve(DiscreteSignal(room), x)
    expected = fftconvolve(room, np.rint(pluck * 32767) / 32768)
    np.testing.assert_allclose(y.values, expected, rtol=0, atol=1e-12 * abs(expected).max())


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("a.wav", b"", "is no WAV file"),
        ("a.wav", GARBAGE, "is no WAV file"),
        ("a.wav", sound(8000, RAMP)[:30], "is no WAV file"),
        ("a.wav", sound(8000, RAMP)[:-3], "is cut off"),
        ("a.wav", sound(8000, RAMP[:0]), "holds no sound"),
        ("a.wav", sound(8000, np.array([np.nan])), "holds nan at position 0"),
    ],
)
def test_what_is_no_sound_is_refused_in_one_line(refused, name, contents, message):
    assert message in refused(name, contents)


@pytest.mark.parametrize(
    ("stretch", "message"),
    [
        ("[0.5:1.5]", "there is no sound from 0.5 to 1.5 s: the file lasts 1 s"),
        ("[1:]", "there is no sound from 1 to 1 s"),
        ("[-1:0.5]", "there is no sound from -1"),
        ("[0.5:0.2]", "there is no sound from 0.5 to 0.2"),
        ("[nan:1]", "there is no sound from nan"),
        ("[0:inf]", "there is no sound from 0 to inf"),
        (
            "[0.5]",
            "a stretch is two numbers of seconds with a colon between them, as [0.5:",
        ),
        ("[]", "got '[]'; the file lasts 1 s"),
        ("[a:b]", "got '[a:b]'; the file lasts 1 s"),
        ("[0:0.1:0.2]", "got '[0:0.1:0.2]'"),
        ("[0_1:1_0]", "got '[0_1:1_0]'"),
        ("[:\u0661]", "got '[:\u0661]'"),
    ],
)
def test_a_stretch_outside_of_a_sound_is_refused_with_its_length(refused, stretch, message):
    assert message in refused("a.wav", sound(1000, np.zeros(1000, dtype=np.int16)), stretch)


def test_a_stretch_is_taken_of_both_channels_and_of_three_bytes_a_sample(written):
    both = np.arange(2000, dtype=np.int16).reshape(1000, 2)
    found = written("a.wav", sound(1000, both), "[0.1:0.2]")
    np.testing.assert_array_equal(found.values, both[100:200].mean(axis=1) / 32768)
    found = written("b.wav", of_three_bytes(*range(100)), "[0.001:0.002]")
    np.testing.assert_array_equal(found.values, np.arange(8, 16) * 2.0**-23)


def test_a_sound_that_would_fill_the_memory_is_refused(tmp_path):
    data = sound(8000, np.zeros(8000, dtype=np.uint8))
    size = 10**8 + 1
    head = data[:4] + struct.pack("<I", size + 36) + data[8:40] + struct.pack("<I", size)
    with (tmp_path / "a.wav").open("wb") as file:
        file.write(head)
        file.truncate(len(head) + size)  # which takes no room on most disks
    with pytest.raises(FileError, match="holds 100,000,001 samples; at most 100,000,000") as caught:
        from_file(tmp_path / "a.wav")
    assert "take a stretch" in str(caught.value)
    assert len(from_file(f"{tmp_path}/a.wav[10000:10001]").values) == 8000
