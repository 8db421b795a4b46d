"""What several test modules look at: every figure there is."""

import importlib
import pkgutil
from collections.abc import Callable

import pytest

import animations
from animations.rendering import Animation, Film

FIGURES = sorted(
    module.name
    for module in pkgutil.iter_modules(animations.__path__)
    if not module.ispkg and not module.name.startswith("_")
)


def storyboard(name: str) -> Callable[[], Animation]:
    return importlib.import_module(f"animations.{name}").animation


@pytest.fixture(params=FIGURES)
def figure(request: pytest.FixtureRequest) -> str:
    """The name of a figure, one after the other."""
    return str(request.param)


@pytest.fixture(params=["light", "dark"])
def film(request: pytest.FixtureRequest, figure: str) -> Film:
    """Every figure in every theme."""
    return Film(storyboard(figure)(), theme=request.param)
