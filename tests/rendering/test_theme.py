"""Colours that everyone can read and tell apart."""

import re
from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from animations.rendering.theme import CHANNELS as COLORS
from animations.rendering.theme import DEEPEST, LAYOUTS, LOOKS, THEMES, Look, Theme

Color = NDArray[np.float64]

OBJECTS = ("h", "x", "k", "y", "negative")
CHANNELS = ("red", "green", "blue")
TEXT = (*OBJECTS, *CHANNELS, "ink", "muted")

# Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, at full severity.
VISION = {
    "common": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def linear(color: str) -> Color:
    """Linear light of an sRGB colour (IEC 61966-2-1)."""
    value = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    dark, light = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (light + 0.05) / (dark + 0.05)


def oklab(light: Color) -> Color:
    """Ottosson's perceptual coordinates (2020) of linear light."""
    cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    ) @ np.clip(light, 0, 1)
    return np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    ) @ np.cbrt(cones)


@pytest.fixture(params=list(THEMES.values()), ids=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


@pytest.mark.parametrize("role", TEXT)
def test_text_is_readable(theme: Theme, role: str) -> None:
    assert contrast(theme.color(role), theme.background) >= 4.5


def test_lines_stand_out(theme: Theme) -> None:
    assert contrast(theme.axis, theme.background) >= 3


@pytest.mark.parametrize("vision", list(VISION))
@pytest.mark.parametrize(("one", "other"), [*combinations(OBJECTS, 2), *combinations(CHANNELS, 2)])
def test_objects_stay_apart(theme: Theme, one: str, other: str, vision: str) -> None:
    seen = [oklab(VISION[vision] @ linear(theme.color(role))) for role in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) >= 0.07


@pytest.mark.parametrize("vision", list(VISION))
def test_neighbouring_channels_stay_apart(theme: Theme, vision: str) -> None:
    for count in range(2, len(COLORS) + 1):
        for one, other in pairwise(COLORS[:count]):
            seen = [oklab(VISION[vision] @ linear(theme.color(role))) for role in (one, other)]
            assert np.linalg.norm(seen[0] - seen[1]) >= 0.07, (one, other)


@pytest.mark.parametrize("role", [*OBJECTS, *CHANNELS, *COLORS])
def test_numbers_are_readable_on_the_deepest_tiles(theme: Theme, role: str) -> None:
    for share in np.linspace(0, DEEPEST, 9):
        assert contrast(theme.ink, theme.tint(role, float(share))) >= 4.5


def test_tints_lie_between_the_colour_and_the_background(theme: Theme) -> None:
    assert theme.tint("h", 1) == theme.h
    assert theme.tint("h", 0) == theme.background
    assert theme.fill("y") not in (theme.y, theme.background)


@pytest.mark.parametrize(
    ("name", "background"), [("light", "#fffaf0"), ("dark", "#000000"), ("dark", "#1E1E1E")]
)
def test_a_background_keeps_the_rule(name: str, background: str) -> None:
    theme = THEMES[name].on(background)
    assert theme.background == background.lower()
    assert theme.tint("h", 0) == background.lower()
    assert 1.05 < contrast(theme.grid, background) < 2
    for role in TEXT:
        assert contrast(theme.color(role), background) >= 4.5
        assert contrast(theme.ink, theme.tint(role, DEEPEST)) >= 4.5 or role == "ink"
    assert contrast(theme.axis, background) >= 3
    assert {each for each in vars(theme) if vars(theme)[each] != vars(THEMES[name])[each]} == {
        "background", "grid",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "background"), [("light", "#f0f0f0"), ("light", "#0d1117"), ("dark", "#22272e")]
)
def test_a_background_that_breaks_it_is_refused(name: str, background: str) -> None:
    theme = THEMES[name]
    with pytest.raises(ValueError, match=f"the {name} theme cannot stand on {background}") as no:
        theme.on(background)
    said = re.search(
        r": ([a-z]+) would have a contrast of ([\d.]+) : 1, and needs 4.5", str(no.value)
    )
    if said:
        ratio = contrast(theme.color(said[1]), background)
        assert float(said[2]) <= ratio < min(4.5, float(said[2]) + 0.01)


@pytest.mark.parametrize("text", ["red", "#fff", "fffaf0", "#fffaf0 ", ""])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a background is a colour such as"):
        THEMES["light"].on(text)


def test_twins_are_called_after_how_they_look() -> None:
    assert [look.twin for look in LOOKS] == ["", "-dark", "-narrow", "-narrow-dark"]
    assert Look(layout="narrow").size == LAYOUTS["narrow"] == (480, 600)
