"""Fixtures that go through every figure there is."""

import pytest
from figures import FIGURES, film_of

from animations.rendering import Film


@pytest.fixture(params=FIGURES)
def figure(request: pytest.FixtureRequest) -> str:
    """The name of a figure, one after the other."""
    return str(request.param)


@pytest.fixture
def film(figure: str) -> Film:
    """Every figure, light and as large as by default."""
    return film_of(figure)
