"""Every figure there is, as storyboards and as films that tests share."""

import importlib
import pkgutil
from functools import cache, lru_cache

import animations
from animations.rendering import Animation, Film

FIGURES = sorted(
    module.name
    for module in pkgutil.iter_modules(animations.__path__)
    if not module.ispkg and not module.name.startswith("_")
)


@cache
def storyboard(name: str) -> Animation:
    """What the script of that name shows."""
    figure = importlib.import_module(f"animations.{name}").animation()
    assert isinstance(figure, Animation)
    return figure


@lru_cache(maxsize=64)
def film_of(name: str, theme: str = "light", scale: float = 1) -> Film:
    """A figure's film, one for all tests: any frame may be shown after any other."""
    return Film(storyboard(name), theme=theme, scale=scale)
