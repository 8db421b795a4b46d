"""What the function of a script takes, as options of its command line."""

import argparse
import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from animations.rendering.command_line.arguments import MOST, is_number, whole_number

PER_AXIS = ("stride", "padding", "dilation")
FIELDS = ("h", "x", "k", "channels")
"""Parameters that are signals."""


@dataclass(frozen=True)
class Given:
    """A value from the command line, and how it was written there."""

    text: str
    value: Any


@dataclass(frozen=True)
class Parameter:
    """An option for a parameter of a script's function.

    `settings` are those of argparse.
    """

    name: str
    option: str
    settings: Mapping[str, Any]
    default: Any = None


def parameters_of(function: Callable[..., Any]) -> list[Parameter]:
    """Return the options of a script, by what its function takes.

    A parameter that is called as one of `OPTIONS` can be given on the command line; one that is
    annotated with kinds of signals takes no others.
    """
    try:
        taken = inspect.signature(function, eval_str=True).parameters
    except (TypeError, ValueError, NameError):
        return []
    found = []
    for name, parameter in taken.items():
        if name in OPTIONS and parameter.default is not inspect.Parameter.empty:
            option, settings = OPTIONS[name]
            if name in FIELDS:
                settings = settings | {"type": _of_kinds(parameter.annotation)}
            found.append(Parameter(name, option, settings, parameter.default))
    return found


def texts_for(takes: Sequence[Parameter], given: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of the signals that a script takes one by one, each as it is typed now."""
    from animations.rendering.storyboards.given import text_of

    return {
        each.name: given[each.name].text if each.name in given else text_of(each.default)
        for each in takes
        if each.name in FIELDS and each.name != "channels"
    }


def retyped(takes: Sequence[Parameter], texts: Mapping[str, str]) -> dict[str, Given]:
    """Understand signals that were typed; where nothing new is, the script's own is meant.

    Raises
    ------
    ValueError
        If one is none, or not of the kind that the script takes.
    """
    understand = {each.name: each.settings["type"] for each in takes if each.name in texts}
    own = texts_for(takes, {})
    new = {name: text for name, text in texts.items() if text.strip() not in ("", own[name])}
    try:
        return {name: understand[name](text) for name, text in new.items()}
    except argparse.ArgumentTypeError as error:
        raise ValueError(str(error)) from None


def signal(text: str) -> Given:
    """Understand a signal: an expression, or the name of a file."""
    from animations.rendering.storyboards.given import signal_of  # only needed where one is given

    try:
        return Given(text, signal_of(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _of_kinds(annotation: Any) -> Callable[[str], Given]:
    """Return what understands a signal of the kinds that an annotation names; else any."""

    def understand(text: str) -> Given:
        from animations.rendering.storyboards.given import KINDS, kind_of

        given = signal(text)
        named = [get_origin(kind) or kind for kind in (annotation, *get_args(annotation))]
        allowed = [kind for kind in KINDS if kind in named]
        if allowed and not isinstance(given.value, tuple(allowed)):
            needed = " or ".join(KINDS[kind] for kind in allowed)
            raise argparse.ArgumentTypeError(
                f"{needed} is needed, not {kind_of(given.value)}: {text!r}"
            )
        return given

    return understand


def _text(text: str) -> Given:
    return Given(text, text)


def _number(text: str) -> Given:
    if not is_number(text) or not abs(float(text)) <= MOST:
        raise argparse.ArgumentTypeError(f"expected a finite number, not {text!r}")
    return Given(text, float(text))


def _whole(text: str) -> Given:
    return Given(text, whole_number(text))


def _from_zero(text: str) -> Given:
    return Given(text, 0 if text == "0" else whole_number(text))


def name_of_files(text: str) -> str:
    """Understand what files are to be called."""
    if not re.fullmatch(r"[\w][\w .+-]{0,79}", text) or text.endswith((".", " ")):
        raise argparse.ArgumentTypeError(
            f"expected a name of letters, digits, -, _ and . for the files, not {text!r}"
        )
    return text


_SIGNAL = 'an expression such as "2*exp(-t/2)*u(t)", "0.8^n u(n)" or "[1, 2, 1]", or a file'
_PER_AXIS = "one number, or one per axis"

OPTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "h": ("--h", {"type": signal, "metavar": "SIGNAL", "help": f"the impulse response: {_SIGNAL}"}),
    "x": ("--x", {"type": signal, "metavar": "SIGNAL", "help": f"the input: {_SIGNAL}"}),
    "k": ("--k", {"type": signal, "metavar": "SIGNAL", "help": f"the second input: {_SIGNAL}"}),
    "channels": (
        "--channel",
        {
            "type": signal,
            "metavar": "SIGNAL",
            "action": "append",
            "help": f"a further input, as often as there are: {_SIGNAL}",
        },
    ),
    "t": (
        "--t",
        {
            "type": _number,
            "nargs": 2,
            "metavar": ("START", "STOP"),
            "help": "two numbers, the first shift and the last",
        },
    ),
    "flip": (
        "--no-flip",
        {
            "action": "store_const",
            "const": Given("", False),
            "help": "let h slide as it is: cross-correlation, as in deep learning",
        },
    ),
    "names": (
        "--names",
        {"type": _text, "nargs": "+", "metavar": "NAME", "help": "what h is called, x, …"},
    ),
    "title": ("--title", {"type": _text, "metavar": "TEXT", "help": "the title, a text"}),
    "stride": (
        "--stride",
        {"type": _whole, "nargs": "+", "metavar": "N", "help": f"of a kernel: {_PER_AXIS}"},
    ),
    "padding": (
        "--padding",
        {"type": _from_zero, "nargs": "+", "metavar": "N", "help": f"of zeros: {_PER_AXIS}"},
    ),
    "dilation": (
        "--dilation",
        {"type": _whole, "nargs": "+", "metavar": "N", "help": f"of a kernel: {_PER_AXIS}"},
    ),
}
"""By the name of the parameter: the option, and its settings in argparse."""


def values_of(given: Mapping[str, Given | Sequence[Given]]) -> dict[str, Any]:
    """Return what a script's function is called with."""
    return {name: _value(name, each) for name, each in given.items()}


def _value(name: str, given: Given | Sequence[Given]) -> Any:
    if isinstance(given, Given):
        return given.value
    values = tuple(each.value for each in given)
    return values[0] if name in PER_AXIS and len(values) == 1 else values


def texts_of(given: Mapping[str, Given | Sequence[Given]]) -> dict[str, str]:
    """Return how that was written."""
    return {
        name: each.text if isinstance(each, Given) else " ".join(part.text for part in each)
        for name, each in given.items()
    }
