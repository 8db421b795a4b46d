"""What the function of a script takes, as options of its command line."""

import argparse
import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from animations.rendering.command_line.arguments import is_number, whole_number

FARTHEST = 1e12
"""From here on the shifts of a figure could not be told apart."""

PER_AXIS = ("stride", "padding", "dilation")
SIGNALS = ("h", "x", "k", "channels")
"""Parameters that are signals."""


@dataclass(frozen=True)
class Argument:
    """A value from the command line, and how it was written there.

    Of a signal from a file, `file` is the path of that.
    """

    text: str
    value: Any
    file: Path | None = None


Arguments = Mapping[str, Argument | Sequence[Argument]]
"""By the names of parameters."""


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

    A parameter that is called as one of `OPTIONS` can be given on the command line, if the
    function takes signals at all: it says so by its annotations or by its defaults. One that is
    annotated with kinds of signals takes no others.
    """
    taken = {
        name: parameter
        for name, parameter in inspect.signature(function).parameters.items()
        if name in OPTIONS and parameter.default is not inspect.Parameter.empty
    }
    if not taken:
        return []
    try:
        hints = get_type_hints(inspect.unwrap(getattr(function, "func", function)))
    except NameError:  # of what is imported for type checkers only
        hints = {}
    kinds = {name: _kinds(hints.get(name), taken[name].default) for name in taken}
    signals = {name for name in taken if name in SIGNALS and kinds[name]}
    found = []
    for name, parameter in taken.items() if signals else ():
        option, settings = OPTIONS[name]
        if name in signals:
            settings = settings | {"type": _of_kinds(kinds[name])}
        if name in signals or name not in SIGNALS:
            found.append(Parameter(name, option, settings, parameter.default))
    return found


def _kinds(hint: Any, default: Any) -> list[type]:
    """Return the kinds of signals that a parameter takes: none if it takes none."""
    from animations.rendering.storyboards.given import KINDS

    named = [hint, *get_args(hint), *(inner for part in get_args(hint) for inner in get_args(part))]
    found = [kind for kind in KINDS if kind in [get_origin(each) or each for each in named]]
    return found or ([*KINDS] if hint is None and isinstance(default, tuple(KINDS)) else [])


def texts_for(takes: Sequence[Parameter], given: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of the signals that a script takes one by one, each as it is typed now."""
    from animations.rendering.storyboards.given import text_of

    return {
        each.name: given[each.name].text if each.name in given else text_of(each.default)
        for each in takes
        if each.name in SIGNALS and each.name != "channels"
    }


def retyped(takes: Sequence[Parameter], texts: Mapping[str, str]) -> dict[str, Argument]:
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
        raise ValueError(str(error)) from error.__cause__


def signal(text: str) -> Argument:
    """Understand a signal: an expression, or the name of a file."""
    from animations.rendering.storyboards.given import file_of, signal_of

    try:
        return Argument(text, signal_of(text), file_of(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _of_kinds(allowed: Sequence[type]) -> Callable[[str], Argument]:
    """Return what understands a signal of these kinds."""

    def understand(text: str) -> Argument:
        from animations.rendering.storyboards.given import KINDS, kind_of

        given = signal(text)
        if not isinstance(given.value, tuple(allowed)):
            needed = " or ".join(KINDS[kind] for kind in allowed)
            raise argparse.ArgumentTypeError(
                f"{needed} is needed, not {kind_of(given.value)}: {text!r}"
            )
        return given

    return understand


def _text(text: str) -> Argument:
    return Argument(text, text)


def _number(text: str) -> Argument:
    if not is_number(text) or not abs(float(text)) <= FARTHEST:
        allowed = f"a number from -{FARTHEST:g} to {FARTHEST:g}"
        raise argparse.ArgumentTypeError(f"expected {allowed}, not {text!r}")
    return Argument(text, float(text))


def _whole(text: str) -> Argument:
    return Argument(text, whole_number(text))


def _from_zero(text: str) -> Argument:
    if text == "0":
        return Argument(text, 0)
    try:
        return _whole(text)
    except argparse.ArgumentTypeError:
        allowed = "a whole number from 0 on"
        raise argparse.ArgumentTypeError(f"expected {allowed}, not {text!r}") from None


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
            "const": Argument("", False),
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


def values_of(given: Arguments) -> dict[str, Any]:
    """Return what a script's function is called with."""
    return {name: _value(name, each) for name, each in given.items()}


def _value(name: str, given: Argument | Sequence[Argument]) -> Any:
    if isinstance(given, Argument):
        return given.value
    values = tuple(each.value for each in given)
    return values[0] if name in PER_AXIS and len(values) == 1 else values


def texts_of(given: Arguments) -> dict[str, str]:
    """Return how that was written."""
    return {name: "\n".join(part.text for part in _listed(each)) for name, each in given.items()}


def files_of(given: Arguments) -> list[Path]:
    """Return the files that signals were read from."""
    parts = (part for each in given.values() for part in _listed(each))
    return [part.file for part in parts if part.file]


def _listed(given: Argument | Sequence[Argument]) -> Sequence[Argument]:
    return [given] if isinstance(given, Argument) else given
