"""Every figure of the collection, as storyboards and as films that tests share."""

from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import animations
from animations.rendering import Animation, Film

FIGURES = sorted(name for chapter in animations.CHAPTERS.values() for name in chapter)
"""The collection's own; a script that somebody keeps beside them is nobody else's business."""


@cache
def storyboard(name: str) -> Animation:
    """What the script of that name shows, whatever other tests have loaded under its name."""
    path = Path(animations.__path__[0]) / f"{name}.py"
    spec = spec_from_file_location(f"storyboard_{name}", path)
    assert spec is not None and spec.loader is not None
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    figure = script.animation()
    assert isinstance(figure, Animation)
    return figure


@lru_cache(maxsize=64)
def film_of(name: str, theme: str = "light", scale: float = 1) -> Film:
    """A figure's film, one for all tests: any frame may be shown after any other."""
    return Film(storyboard(name), theme=theme, scale=scale)
