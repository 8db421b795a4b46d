"""Command lines: what is understood, and what is refused."""

import argparse
import difflib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from animations.rendering.command_line.options import FORMATS, OUTPUT, Options, UsageError

_THEMES = {"light": ("light",), "dark": ("dark",), "both": ("light", "dark")}
_RATES = ("10", "20", "25", "50")
_LEAST_SCALE, _GREATEST_SCALE = 0.25, 4.0


def parse_script(program: str, arguments: Sequence[str]) -> Options:
    """Understand the command line of one figure's script.

    Raises
    ------
    UsageError
        If something is asked for that is not allowed.
    """
    parser = _Parser(
        program, "Render this figure.", f"example: python animations/{program} --theme dark"
    )
    parser.add_shared()
    parser.add_argument("--show", action="store_true", help="open a window with a slider for t")
    parser.add_argument(
        "--at", type=_shift, metavar="T", help="a shift t, to write the one still at that shift"
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


def parse_collection(program: str, arguments: Sequence[str], known: Sequence[str]) -> Options:
    """Understand the command line that renders a collection of figures.

    Parameters
    ----------
    program : str
        How the command is called.
    arguments : sequence of str
        What follows it.
    known : sequence of str
        The names of the figures that there are.

    Raises
    ------
    UsageError
        If something is asked for that is not allowed.
    """
    parser = _Parser(
        program,
        "Render the figures, or only those that are named.",
        f"example: python {program} continuous discrete --formats gif png --theme both",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="figures to render (default: all)")
    parser.add_argument("--list", dest="titles", action="store_true", help="list the figures")
    parser.add_shared()
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        default=_cores(),
        help="figures to render at a time: a whole number from 1 on (default: %(default)s)",
    )
    options, rest = parser.parse(arguments)
    names = tuple(dict.fromkeys((*options.names, *rest)))
    for name in names:
        if name not in known:
            raise UsageError(f"unknown figure {name!r}: {_nearest(name, known)}")
    return Options(**{**vars(options), "names": names})


class _Parser(argparse.ArgumentParser):
    """Refuses in one line that says what is allowed."""

    def __init__(self, program: str, description: str, example: str) -> None:
        super().__init__(program, description=description, epilog=example, allow_abbrev=False)

    def add_shared(self) -> None:
        """Add the options that one figure and a collection share."""
        self.add_argument(
            "--formats",
            nargs="+",
            type=_format,
            metavar="FORMAT",
            help="gif, mp4 and png, or webp; png and svg for a still (default: all but webp)",
        )
        self.add_argument(
            "--output",
            type=_folder,
            metavar="DIR",
            default=OUTPUT,
            help="the folder to write to (default: output/ beside animations/)",
        )
        self.add_argument(
            "--theme",
            dest="themes",
            type=_themes,
            metavar="THEME",
            default=("light",),
            help="light, dark or both (default: light)",
        )
        self.add_argument(
            "--fps",
            type=_rate,
            metavar="N",
            default=25,
            help="frames per second: 10, 20, 25 or 50 (default: 25)",
        )
        self.add_argument(
            "--scale",
            type=_scale,
            metavar="S",
            default=1.0,
            help="a size from 0.25 to 4; at 1 a figure has 960 × 540 pixels (default: 1)",
        )
        self.add_argument("--force", action="store_true", help="render what is up to date, too")
        self.add_argument("--quiet", action="store_true", help="say nothing but errors")

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
            if values.get(name) is not None:
                values[name] = tuple(dict.fromkeys(values[name]))
        return Options(**values), rest

    def error(self, message: str) -> NoReturn:
        """Refuse; where a value is missing, say which ones there are."""
        missing = re.match(r"argument (--\w+): expected (?:one|at least one) argument", message)
        if missing:
            action = self._option_string_actions[missing[1]]
            message = f"argument {missing[1]}: expected {action.help}".split(" (default")[0]
        raise UsageError(message)


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


def _format(text: str) -> str:
    if text not in FORMATS:
        raise argparse.ArgumentTypeError(
            f"unknown format {text!r}: choose from {', '.join(FORMATS)}, separated by spaces "
            "(figures are named before the options)"
        )
    return text


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


def _themes(text: str) -> tuple[str, ...]:
    if text not in _THEMES:
        raise argparse.ArgumentTypeError(
            f"unknown theme {text!r}: choose from {', '.join(_THEMES)}"
        )
    return _THEMES[text]


def _rate(text: str) -> int:
    if text not in _RATES:
        raise argparse.ArgumentTypeError(
            f"{text!r} is none of {', '.join(_RATES)}: the delays of a GIF are whole hundredths of "
            "a second, and browsers slow down any shorter than two"
        )
    return int(text)


def _scale(text: str) -> float:
    scale = float(text) if _is_number(text) else float("nan")
    if not _LEAST_SCALE <= scale <= _GREATEST_SCALE:
        raise argparse.ArgumentTypeError(
            f"expected a number from {_LEAST_SCALE:g} to {_GREATEST_SCALE:g}, not {text!r}"
        )
    return scale


def _jobs(text: str) -> int:
    # More digits than this are too many jobs, and Python refuses to read thousands of them.
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= 1):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, not {text!r}")
    return int(text)


def _shift(text: str) -> float:
    shift = float(text) if _is_number(text) else float("nan")
    if not abs(shift) < float("inf"):
        raise argparse.ArgumentTypeError(f"expected a finite number, not {text!r}")
    return shift + 0.0  # which turns −0 into 0


def _cores() -> int:
    """Return how many cores this process may use, which can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
