"""A film to encode that needs no figure: a soft-edged disc crosses a flat background."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

Film = list[NDArray[np.uint8]]

WIDTH, HEIGHT = 160, 96
BACKGROUND = (255, 255, 255)
DISC = (26, 107, 191)
BAR = (200, 85, 13)


@pytest.fixture(scope="session")
def exact() -> NDArray[np.uint8]:
    """Return the three flat colours of the film."""
    return np.array([BACKGROUND, DISC, BAR], dtype=np.uint8)


@pytest.fixture(scope="session")
def film() -> Film:
    """Return 40 frames; the first 8 are the same, as are the last 8."""
    shifts = np.concatenate([np.zeros(8), np.linspace(0, 1, 24), np.ones(8)])
    return [_draw(shift) for shift in shifts]


@pytest.fixture(scope="session")
def psnr() -> Callable[[NDArray[np.uint8], NDArray[np.uint8]], float]:
    """Return the function that measures how close two RGB pictures are, in decibels."""

    def decibels(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
        error = np.square(one.astype(float) - other).mean()
        return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))

    return decibels


def _draw(shift: float) -> NDArray[np.uint8]:
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    frame = np.full((HEIGHT, WIDTH, 4), 255, dtype=np.uint8)
    frame[..., :3] = BACKGROUND
    frame[70:90, 10:150, :3] = BAR
    # The disc passes before the bar, so its soft edge blends with two colours: 400 in all.
    distance = np.hypot(x - (25.3 + 110 * shift), y - 60.7)
    cover = np.clip(20.5 - distance, 0, 1)[..., None]
    frame[..., :3] = np.rint(cover * DISC + (1 - cover) * frame[..., :3])
    return frame
