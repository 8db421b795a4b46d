"""The templates of pages and snippets, which escape what they are given unless told otherwise."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from animations.rendering.page import escapes

FOLDER = Path(__file__).parent
PLAYER = FOLDER / "figure.js"
"""The script that gives figures their controls; a page refers to it."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for filter_ in escapes.ALL:
        environment.filters[filter_.__name__] = filter_
    return environment


def rendered(template: str, **names: Any) -> str:
    """Return what a template makes of some values."""
    return _environment().get_template(template).render(**names)
