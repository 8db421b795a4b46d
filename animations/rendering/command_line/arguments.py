"""Command lines: what is understood, and what is refused."""

import argparse
import difflib
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.formats import FORMATS, CollectionFormat

_THEMES = {"light": ("light",), "dark": ("dark",), "both": ("light", "dark")}
_RATES = {str(rate): rate for rate in (10, 20, 25, 50)}
_MOST = sys.float_info.max


def parse_script(program: str, arguments: Sequence[str], output: Path) -> Options:
    """Understand the command line of one figure's script, whose files go to `output` by default.

    Raises
    ------
    UsageError
        If something is asked for that is not allowed.
    """
    kinds = [name for name, kind in FORMATS.items() if not isinstance(kind, CollectionFormat)]
    example = f"example: python {program} --theme dark"
    parser = _Parser(program, "Render this figure.", example, Options(output), kinds)
    parser.add_argument("--show", action="store_true", help="open a window with a slider for t")
    parser.add_argument(
        "--at",
        type=_number(-_MOST, _MOST, "a finite number"),
        metavar="T",
        help="a shift t, to write the one still at that shift",
    )
    options, rest = parser.parse(arguments)
    if rest:
        raise UsageError(f"unexpected argument {rest[0]!r}: this script renders one figure")
    if options.show and options.at is not None:
        raise UsageError("--show and --at exclude each other: a window has a slider for t")
    if options.show and len(options.themes) > 1:
        raise UsageError("--show opens one window: choose --theme light or --theme dark")
    if options.at is not None and options.formats not in (None, ("png",)):
        raise UsageError("--at writes a still: the only format it comes in is png")
    return options


def parse_collection(
    program: str, arguments: Sequence[str], output: Path, known: Sequence[str]
) -> Options:
    """Understand the command line that renders the figures that are known, or some of them.

    Raises
    ------
    UsageError
        If something is asked for that is not allowed.
    """
    parser = _Parser(
        program,
        "Render the figures, or only those that are named.",
        f"example: python {program} continuous discrete --formats gif png --theme both",
        Options(output, jobs=_cores()),
        list(FORMATS),
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="figures to render (default: all)")
    parser.add_argument("--list", dest="titles", action="store_true", help="list the figures")
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="figures to render at a time: a whole number from 1 on (default: %(default)s)",
    )
    options, rest = parser.parse(arguments)
    names = tuple(dict.fromkeys((*options.names, *rest)))
    for name in names:
        if name not in known:
            raise UsageError(f"unknown figure {name!r}: {_nearest(name, known)}")
    return Options(**{**vars(options), "names": names})


class _Parser(argparse.ArgumentParser):
    """Refuses in one line that says what is allowed; has the options that all command lines share.

    `kinds` are the formats that can be asked for.
    """

    def __init__(
        self, program: str, description: str, example: str, defaults: Options, kinds: Sequence[str]
    ) -> None:
        super().__init__(program, description=description, epilog=example, allow_abbrev=False)
        usual = ", ".join(name for name in kinds if FORMATS[name].is_default)
        self.add_argument(
            "--formats",
            nargs="+",
            type=_one_of("format", {kind: kind for kind in kinds}, _NAMES_FIRST),
            metavar="FORMAT",
            help=f"one or more of {', '.join(kinds)} (default: what a figure comes in of {usual})",
        )
        self.add_argument(
            "--output",
            type=_folder,
            metavar="DIR",
            help=f"the folder to write to (default: {defaults.output})".replace("%", "%%"),
        )
        self.add_argument(
            "--theme",
            dest="themes",
            type=_one_of("theme", _THEMES),
            metavar="THEME",
            help="light, dark or both (default: light)",
        )
        self.add_argument(
            "--fps",
            type=_one_of("frame rate", _RATES, _TRUE_SPEED),
            metavar="N",
            help="frames per second: 10, 20, 25 or 50 (default: %(default)s)",
        )
        self.add_argument(
            "--scale",
            type=_number(0.25, 4, "a number from 0.25 to 4"),
            metavar="S",
            help="a size from 0.25 to 4; at 1 a figure has 960 × 540 pixels (default: 1)",
        )
        self.add_argument("--force", action="store_true", help="render what is up to date, too")
        self.add_argument("--quiet", action="store_true", help="say nothing but errors")
        self.set_defaults(**vars(defaults))

    def parse(self, arguments: Sequence[str]) -> tuple[Options, list[str]]:
        """Return the options and the words that belong to none of them."""
        found, rest = self.parse_known_args(_joined(arguments))
        for word in rest:
            if word.startswith("-") and word != "-":
                known = [name for name in self._option_string_actions if name.startswith("--")]
                option = word.split("=")[0]
                raise UsageError(f"unknown option {option!r}: {_nearest(option, known)}")
        values: dict[str, Any] = vars(found)
        for name in ("formats", "names"):
            if values[name] is not None:
                values[name] = tuple(dict.fromkeys(values[name]))
        return Options(**values), rest

    def error(self, message: str) -> NoReturn:
        """Refuse; where a value is missing, say which ones there are."""
        missing = re.match(r"argument (--\w+): expected (?:one|at least one) argument", message)
        if missing:
            action = self._option_string_actions[missing[1]]
            message = f"argument {missing[1]}: expected {action.help}".split(" (default")[0]
        raise UsageError(message)


_NAMES_FIRST = ", separated by spaces (figures are named before the options)"
_TRUE_SPEED = (
    ": the delays of a GIF are whole hundredths of a second, and browsers slow down any shorter "
    "than two"
)


def _one_of(what: str, allowed: Mapping[str, Any], hint: str = "") -> Callable[[str], Any]:
    """Return what understands a word out of a few; argparse's own choices take no hint."""

    def choose(text: str) -> Any:
        if text not in allowed:
            raise argparse.ArgumentTypeError(
                f"unknown {what} {text!r}: choose from {', '.join(allowed)}{hint}"
            )
        return allowed[text]

    return choose


def _joined(arguments: Sequence[str]) -> list[str]:
    """Tie negative numbers to their options; argparse takes -1e0 or -inf for an option."""
    joined: list[str] = []
    for word in arguments:
        if joined and joined[-1] in ("--at", "--scale", "--fps", "--jobs") and _is_number(word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _nearest(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(Path(name).stem.lower(), known)
    return f"did you mean {' or '.join(near)}?" if near else f"choose from {', '.join(known)}"


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("expected the name of a folder, not an empty one")
    if "\0" in text:
        raise argparse.ArgumentTypeError(f"no folder can be called {text!r}")
    try:
        return Path(text).absolute()
    except OSError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is relative to the current folder, which does not exist any more"
        ) from None


def _number(least: float, greatest: float, allowed: str) -> Callable[[str], float]:
    """Return what understands a number between two others."""

    def read(text: str) -> float:
        number = float(text) if _is_number(text) else float("nan")
        if not least <= number <= greatest:
            raise argparse.ArgumentTypeError(f"expected {allowed}, not {text!r}")
        return number + 0.0  # which turns −0 into 0

    return read


def _jobs(text: str) -> int:
    # More digits than this are too many jobs, and Python refuses to read thousands of them.
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= 1):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, not {text!r}")
    return int(text)


def _cores() -> int:
    """Return how many cores this process may use, which can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
