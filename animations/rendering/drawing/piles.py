"""Parts of an output piled up: positive ones stand on the axis, negative ones hang from it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stems import BAR, bars, stacked
from animations.rendering.framing.profile import profile
from signals import DiscreteSignal

STRENGTH = 0.5  # of a part's colour


def piled(parts: Sequence[Any], sweep: tuple[float, float]) -> list[float]:
    """Return the least and the greatest height of piles over a sweep."""
    values = np.array([profile(part, *sweep).values for part in parts])
    low, high = (sign(values, 0).sum(axis=0) for sign in (np.minimum, np.maximum))
    return [float(low.min()), float(high.max())]


class Piles:
    """At every t, what adds up to the output there, in the colours of the parts."""

    def __init__(
        self, plane: Plane, t: Values, parts: Sequence[DiscreteSignal], colors: Sequence[str]
    ) -> None:
        self._t, theme = t, plane.stage.theme
        self._values = np.array([part(t) for part in parts]).reshape(len(parts), len(t))
        self._grounds = np.apply_along_axis(stacked, 0, self._values) if parts else self._values
        self._faces = [
            plane.stage.patch(
                0.6, transform=plane.data, linewidth=0, facecolor=theme.tint(color, STRENGTH)
            )
            for color in colors
        ]

    def show(self, passed: Values) -> None:
        """Pile up at the shifts that t has come to."""
        seen = np.isin(self._t, passed)
        for face, values, grounds in zip(self._faces, self._values, self._grounds, strict=True):
            there = seen & (values != 0)
            face.set_visible(bool(there.any()))
            if there.any():
                tops = grounds + values
                face.set_path(bars(self._t[there], grounds[there], tops[there], BAR))
