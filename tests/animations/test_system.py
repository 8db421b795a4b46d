"""`system` draws what scipy's simulation of the RC circuit gives."""

import numpy as np
import pytest
from artists import lines, wordings
from figures import film_of
from numpy.typing import NDArray
from scipy import signal

PULSES = ((0, 3), (5, 8), (10, 11), (13, 14))
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


@pytest.mark.parametrize("t", [1.0, 3.0, 5.0, 7.3, 8.0, 10.5, 14.0, 20.0])
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
    assert "$t =$7.00 ms" in said


def test_the_memory_is_the_impulse_response() -> None:
    film = film_of("system")
    shown = lines(film, film.timeline.at(6), film.figure.axes[0], "h")[0]
    shown = shown[(shown[:, 0] < 6) & (shown[:, 1] > 0)]
    assert shown[:, 1] == pytest.approx(np.exp(-(6 - shown[:, 0]) / RC) / RC)
