"""`system` draws what scipy's simulation of the RC circuit gives."""

import numpy as np
import pytest
from artists import lines, wordings
from figures import film_of
from matplotlib.text import Text
from numpy.typing import NDArray
from scipy import signal

PULSES = ((0, 3), (6, 9), (11, 12), (14, 15))
RC = 1e3 * 2e-6 * 1e3  # 1 kΩ · 2 µF in milliseconds


def simulated(t: float) -> NDArray[np.float64]:
    """Y at 0, …, t by the state equation RC y' = x − y, stepwise exact for held inputs."""
    times = np.arange(0, round(t * 10) + 1) / 10
    drive = np.array([any(a <= s < b for a, b in PULSES) for s in np.round(times, 9)], float)
    system = signal.StateSpace([[-1 / RC]], [[1 / RC]], [[1.0]], [[0.0]])
    if len(times) == 1:
        return np.zeros(1)
    _, y, _ = signal.lsim(system, drive, times, interp=False)
    return y


@pytest.mark.parametrize("t", [1.0, 3.0, 6.0, 7.3, 9.0, 11.5, 15.0, 21.0])
def test_the_output_is_the_circuits(t: float) -> None:
    film = film_of("system")
    curve = lines(film, film.timeline.at(t), film.figure.axes[1], "y")[0]
    y = simulated(t)
    assert curve[-1] == pytest.approx([t, y[-1]], abs=1e-9)
    # Between the vertices of the curve a straight line is not the exponential.
    drawn = np.interp(np.arange(len(y)) / 10, curve[:, 0], curve[:, 1])
    assert drawn == pytest.approx(y, abs=2e-3)


def test_the_number_is_the_circuits_with_its_unit() -> None:
    film = film_of("system")
    said = wordings(film, film.timeline.at(7))
    assert any(text.endswith(f"{simulated(7.0)[-1]:.2f} V") for text in said)
    assert "$t =$7.0 ms" in said


def test_the_memory_is_the_impulse_response() -> None:
    film = film_of("system")
    shown = lines(film, film.timeline.at(7), film.figure.axes[0], "h")[0]
    shown = shown[(shown[:, 0] < 7) & (shown[:, 1] > 0)]
    assert shown[:, 1] == pytest.approx(np.exp(-(7 - shown[:, 0]) / RC) / RC)


def test_both_voltages_have_their_unit_over_the_axis_and_its_numbers() -> None:
    film = film_of("system")
    film.pixels(film.poster)
    units = [text for text in film.figure.findobj(Text) if text.get_text() == "V"]
    assert [text.get_color() for text in units] == [film.theme.x, film.theme.y]
    for unit, axes in zip(units, film.figure.axes, strict=True):
        box = unit.get_window_extent()
        assert box.y1 > max(name.get_window_extent().y1 for name in axes.get_yticklabels())
        assert box.x1 < axes.get_window_extent().x0


def test_words_stand_over_what_they_say() -> None:
    film = film_of("system")
    axes = film.figure.axes[1]
    said = [text for text in film.update(film.timeline[-1]) if text.get_visible()]
    for word, rises in (("charges", True), ("decays", False)):
        labels = [each for each in said if isinstance(each, Text) and each.get_text() == word]
        assert len(labels) == 1
        for label in labels:
            box = label.get_window_extent()
            assert box.y0 > axes.transData.transform((0, 0.82))[1]  # y's greatest value
            at = [axes.transData.inverted().transform((x, 0))[0] for x in (box.x0, box.x1)]
            y = simulated(21.0)[[round(10 * t) for t in at]]
            assert (y[1] > y[0]) == rises


def test_the_kernel_has_its_own_unit_and_is_said_to_be_flipped() -> None:
    film = film_of("system")
    said = {text.get_text(): text for text in film.figure.findobj(Text)}
    unit = said["1/ms"]
    assert unit.get_color() == film.theme.h
    volts = next(text for text in film.figure.findobj(Text) if text.get_text() == "V")
    apart = unit.get_window_extent().y0 - volts.get_window_extent().y0
    assert abs(apart) < 4
    assert any(text.startswith("flipped") for text in said)
