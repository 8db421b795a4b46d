"""NumPy arrays in files."""

import io

import numpy as np
import pytest

from signals import DiscreteSignal, from_samples

GARBAGE = np.random.default_rng(7).bytes(500)


def saved(array):
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=True)
    return stream.getvalue()


def test_an_array_is_what_its_shape_says(written):
    times, values = [0, 0.5, 2], [1, 2.5, -3]
    assert written("a.npy", saved(np.array([times, values]).T)) == from_samples(times, values)
    found = written("a.npy", saved(np.array([3, -1.5, 2], dtype=np.float32)))
    assert found == DiscreteSignal([3, -1.5, 2])
    volume = np.arange(24).reshape(2, 3, 4)
    found = written("a.npy", saved(volume))
    assert type(found) is np.ndarray
    np.testing.assert_array_equal(found, volume)


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("a.npy", b"", "is no .npy file"),
        ("a.npy", GARBAGE, "is no .npy file"),
        ("a.npy", b"\x93NUMPY\x01\0" + GARBAGE, "is no whole .npy file"),
        ("a.npy", saved(np.ones(1000))[:500], "is no whole .npy file"),
        ("a.npy", saved(np.ones(3) * 1j), "holds complex128 values; allowed are real"),
        ("a.npy", saved(np.array([{}])), "objects"),
        ("a.npy", saved(np.empty(0)), "shape (0,); allowed are one axis"),
        ("a.npy", saved(np.array(3.0)), "shape ()"),
        ("a.npy", saved(np.ones((1,) * 5)), "two to four for a grid"),
        ("a.npy", saved(np.array([[0, 1], [np.inf, 2]])), "holds inf at position (1, 0)"),
        ("a.npy", saved(np.array([[0, 1], [0, 2]])), "row 1: times must increase"),
    ],
)
def test_what_is_no_array_is_refused_in_one_line(refused, name, contents, message):
    assert message in refused(name, contents)
