"""What the running example's figure claims besides its areas: the product, place by place."""

import re

import numpy as np
import oracles
import pytest
from artists import lines, marks, patches, wordings
from figures import film_of

from animations.rendering import Frame


def probes() -> list[Frame]:
    """The frames in which a probe is on its way."""
    return [frame for frame in film_of("continuous").timeline if frame.aside == "probe"]


def test_a_probe_goes_through_the_overlap_once() -> None:
    frames = probes()
    assert {frame.t for frame in frames} == {3.0}
    film = film_of("continuous")
    axes = film.figure.axes[0]
    places = [marks(film, frame, axes, "h")[0][0, 0] for frame in frames]
    assert places == sorted(places)
    assert places[0] < 0.1 and places[-1] == pytest.approx(3)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_its_heights_multiply(part: float) -> None:
    film = film_of("continuous")
    frame = probes()[round(part * (len(probes()) - 1))]
    axes = film.figure.axes[0]
    (first,), (second,) = marks(film, frame, axes, "h")[0], marks(film, frame, axes, "x")[0]
    product = marks(film, frame, axes, "y")[0][0]
    tau = first[0]
    assert first == pytest.approx([tau, oracles.h(tau)])
    assert second == pytest.approx([tau, oracles.x(3 - tau)])
    assert product == pytest.approx([tau, first[1] * second[1]])
    thick = min(lines(film, frame, axes, "y"), key=lambda vertices: np.ptp(vertices[:, 0]))
    assert thick[:, 1].tolist() == pytest.approx([0, product[1]])


def test_what_it_has_passed_is_drawn_and_becomes_an_area_at_the_end() -> None:
    film = film_of("continuous")
    frame = probes()[len(probes()) // 2]
    axes = film.figure.axes[0]
    assert not patches(film, frame, axes, film.theme.fill("y"))
    curve = max(lines(film, frame, axes, "y"), key=len)
    assert curve[:, 0].max() == pytest.approx(marks(film, frame, axes, "h")[0][0, 0])
    assert patches(film, film.timeline.at(3), axes, film.theme.fill("y"))


def test_the_numbers_are_those_of_the_probe() -> None:
    film = film_of("continuous")
    for frame in probes()[::9]:
        words = wordings(film, frame)
        tau = marks(film, frame, film.figure.axes[0], "h")[0][0, 0]
        (told,) = (found[1] for w in words if (found := re.search(r"\\tau =\$([\d.]+)", w)))
        assert float(told) == pytest.approx(tau, abs=0.051)
        numbers = [float(w) for w in words if re.fullmatch(r"\d\.\d\d", w)]
        expected = oracles.h(tau), oracles.x(3 - tau), oracles.h(tau) * oracles.x(3 - tau)
        assert numbers == pytest.approx(expected, abs=0.0051)
