"""How far something has come, as an element of the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

_STEPS = 50  # at most as often the page is told


@contextmanager
def bar(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar for so many frames; yield what is told how many more are done.

    That of rich would need widgets, and leave an empty one behind.
    """
    from IPython.display import display  # which is there where there is a notebook

    def look() -> dict[str, str]:
        text = f"{name}: {done} of {total} frames"
        element = f'<progress max="{total}" value="{done}" aria-label="{escape(name)}"></progress>'
        return {"text/plain": text, "text/html": f"{element} {escape(text)}"}

    done = step = 0
    shown = display(look(), raw=True, display_id=True)

    def advance(frames: int) -> None:
        nonlocal done, step
        done += frames
        if done * _STEPS // total > step:
            step = done * _STEPS // total
            shown.update(look(), raw=True)

    try:
        yield advance
    finally:
        shown.update({"text/plain": ""}, raw=True)
