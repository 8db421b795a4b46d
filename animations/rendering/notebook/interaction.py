"""A convolution to try out in a notebook: sliders, and a picture that follows."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from math import ceil, log10
from typing import TYPE_CHECKING, Any

from animations.rendering.encoders.still import png
from animations.rendering.film import Film
from animations.rendering.framing.subject import Interval, Signal, interval
from animations.rendering.storyboards.convolution import animate

if TYPE_CHECKING:
    from ipywidgets import VBox

Signals = Signal | Sequence[Signal]

_STEPS = 100  # that a slider has at least


def interact(
    h: Signals | Callable[..., Signals],
    x: Signals | Callable[..., Signals],
    /,
    *,
    flip: bool = True,
    names: Sequence[str] = (),
    theme: str = "light",
    scale: float = 1.0,
    **parameters: Interval,
) -> "VBox":
    """Show how h and x are convolved, with a slider for t, and for each parameter of theirs.

    It is for notebooks, and needs ipywidgets. In ``interact(lambda a: exponential(1, a),
    rect(0, 2), a=(0.1, 3.0))``, h depends on a.

    Parameters
    ----------
    h, x, flip, names
        As in `animate`; or functions that return such an h or x, of parameters that are named.
    theme, scale
        As in `Film`.
    **parameters : tuple of float
        For each parameter of these functions, the least and the greatest value. Between whole
        numbers that are written as such, ``n=(1, 5)``, it is whole. None can be called t, or as
        what else is listed here.

    Returns
    -------
    VBox
        The sliders, the picture below them, a line for why there is none, and a place for the
        traceback if a function fails. A cell shows it if it is the last thing in it.

    Raises
    ------
    ImportError
        If ipywidgets is not installed.
    TypeError, ValueError
        If a parameter is unknown, has no limits or is called as something else, or the signals
        cannot be shown.
    """
    try:
        import ipywidgets
    except ImportError:
        raise ImportError(
            "interact needs ipywidgets: pip install ipywidgets, which is the extra "
            '"convolution-figures[notebook]"'
        ) from None
    makers = [_function(h), _function(x)]
    _check(parameters, {name for _, taken in makers for name in taken})
    sliders = {
        name: _slider(ipywidgets, name, limits, whole=all(isinstance(end, int) for end in limits))
        for name, limits in parameters.items()
    }

    def draw_film() -> Film:
        values = {name: slider.value for name, slider in sliders.items()}
        made = [make(**{name: values[name] for name in taken}) for make, taken in makers]
        return Film(animate(*made, flip=flip, names=names), theme=theme, scale=scale)

    film = draw_film()
    shift = _slider(ipywidgets, "t", film.timeline.shifts, whole=film.timeline.is_discrete)
    shift.value = film.poster.t
    picture = ipywidgets.Image(format="png", width=film.size[0], height=film.size[1])
    picture.layout.max_width, picture.layout.height = "100%", "auto"
    words = ipywidgets.Label()
    failures = ipywidgets.Output()

    def show(_: object = None) -> None:
        picture.value = png(film.pixels(film.timeline.at(shift.value)), optimize=False)

    def draw(_: object) -> None:
        nonlocal film
        words.value = ""
        try:
            film = draw_film()
        except ValueError as error:  # as of a rectangle that ends before it starts
            words.value = str(error)
            return
        first, last = film.timeline.shifts
        # Never the least above the greatest, not even between the two.
        shift.max = max(shift.max, last)
        shift.min, shift.max = first, last
        show()

    show()
    shift.observe(show, "value")
    capture = failures.capture(clear_output=True)  # of what would only reach a log
    for slider in sliders.values():
        slider.observe(capture(draw), "value")
    return ipywidgets.VBox([*sliders.values(), shift, picture, words, failures])


def _function(given: Any) -> tuple[Callable[..., Signals], list[str]]:
    """Return what makes a signal, and its parameters; a signal, itself callable, has none."""
    if callable(given) and not isinstance(given, Signal):
        return given, list(inspect.signature(given).parameters)
    return lambda: given, []


def _check(limits: Mapping[str, Interval], taken: set[str]) -> None:
    """Refuse parameters that nothing takes, that have no limits, or whose name is taken."""
    reserved = {"t", *inspect.signature(interact).parameters} - {"parameters"}
    for name in sorted(reserved & (taken | limits.keys())):
        raise TypeError(f"interact: {name} means something else here: call the parameter otherwise")
    for name in limits:
        if name not in taken:
            raise TypeError(f"interact: neither h nor x is a function of {name}")
        interval(limits[name], name)
    for name in sorted(taken - limits.keys()):
        raise TypeError(f"interact: {name} needs limits, such as {name}=(0.1, 3.0)")


def _slider(widgets: Any, name: str, limits: Interval, whole: bool) -> Any:
    """Return a slider that tells every move, in steps of 1 or of a power of ten."""
    first, last = limits
    common = {
        "description": name,
        "continuous_update": True,
        "layout": widgets.Layout(width="600px", max_width="100%"),
    }
    if whole:
        return widgets.IntSlider(int(first + last) // 2, int(first), int(last), **common)
    digits = ceil(log10(_STEPS / (last - first)))
    return widgets.FloatSlider(
        (first + last) / 2,
        min=first,
        max=last,
        step=10.0**-digits,
        readout_format=f".{max(0, digits)}f",
        **common,
    )
