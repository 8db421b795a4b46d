"""Measured signals, of hundreds of pieces or thousands of samples, make readable films."""

from pathlib import Path

import numpy as np
import pytest
from artists import lines, moved
from films import check_labels
from matplotlib.text import Text
from scipy.io import wavfile
from scipy.signal import fftconvolve

from animations.rendering import Film, animate
from signals import ContinuousSignal, DiscreteSignal, exponential
from signals.arguments import FloatArray
from signals.samples import from_file, from_samples

FRAMES = 4  # of each film, that are looked at


def noisy(count: int, stop: float, seed: int) -> ContinuousSignal:
    rng = np.random.default_rng(seed)
    t = np.sort(rng.uniform(0, stop, count))
    return from_samples(t, 1 + np.sin(2 * t) + rng.normal(scale=0.2, size=count))


@pytest.fixture(scope="module")
def room() -> FloatArray:
    n = np.arange(4000)
    echoes = np.random.default_rng(4).normal(size=4000) * np.exp(-n / 900) / 20
    echoes[[0, 700, 1500]] = 1, 0.5, -0.3
    return echoes


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A string that is plucked, 0.2 s of it."""
    n = np.arange(8820)
    pluck = np.sin(2 * np.pi * 220 / 44100 * n) * np.exp(-n / 3000)
    path = tmp_path_factory.mktemp("sounds") / "clip.wav"
    wavfile.write(path, 44100, np.rint(pluck * 32767).astype(np.int16))
    return path


@pytest.fixture(scope="module")
def sound(room: FloatArray, clip: Path) -> Film:
    x = from_file(clip)
    assert isinstance(x, DiscreteSignal)
    return Film(animate(DiscreteSignal(room), x))


def test_a_sound_in_a_room_is_readable_and_true(sound: Film, room: FloatArray, clip: Path) -> None:
    check_labels(sound, most=FRAMES)
    expected = fftconvolve(room, wavfile.read(clip)[1] / 32768)
    y = sound.animation.rows[-1][0].y  # type: ignore[attr-defined]
    np.testing.assert_allclose(y.values, expected, rtol=0, atol=1e-12 * abs(expected).max())
    assert np.array_equal(sound.pixels(sound.poster), sound.redraw(sound.poster))


def test_a_sum_of_thousands_tells_how_many_they_are(
    sound: Film, room: FloatArray, clip: Path
) -> None:
    frame = sound.timeline.at(6000)
    words = "".join(a.get_text() for a in moved(sound, frame) if isinstance(a, Text))
    tau = np.arange(4000)
    count = np.count_nonzero(room * wavfile.read(clip)[1][frame.step - tau])
    assert f"…  +  {count - 2} terms  +  …" in words or f"…  +  {count - 3} terms" in words


def test_the_line_of_a_sound_reaches_as_far_as_the_sound_and_is_short(sound: Film) -> None:
    frame = sound.timeline[-1]
    y = sound.animation.rows[-1][0].y  # type: ignore[attr-defined]
    trace = next(
        line for line in lines(sound, frame, sound.figure.axes[-1], "y") if len(line) > 100
    )
    assert len(trace) < 3000
    assert (trace[:, 1].min(), trace[:, 1].max()) == (y.values.min(), y.values.max())
    assert trace[:, 1].tolist() == y(trace[:, 0]).tolist()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["measured both", "two thousand rows", "unflipped"])
def test_measured_curves_are_readable(name: str, theme: str) -> None:
    h, x = {
        "measured both": (noisy(200, 6, 1), noisy(150, 4, 2)),
        "two thousand rows": (exponential(2, 0.5), noisy(2000, 12, 3)),
        "unflipped": (noisy(50, 2, 4), noisy(300, 4, 5)),
    }[name]
    film = Film(animate(h, x, flip=name != "unflipped"), theme=theme)
    check_labels(film, most=FRAMES)
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))
