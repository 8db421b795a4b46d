"""Words on a command line: what they mean, or what is allowed in their place."""

import argparse
import difflib
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

MOST = sys.float_info.max

_NUMBERS = ("--at", "--scale", "--fps", "--jobs")
_TEXTS = ("--h", "--x", "--k", "--channel", "--title")
_OPTION = re.compile(r"--[a-z]")


def one_of(what: str, allowed: Mapping[str, Any], hint: str = "") -> Callable[[str], Any]:
    """Return what understands a word out of a few; argparse's own choices take no hint."""

    def choose(text: str) -> Any:
        if text not in allowed:
            raise argparse.ArgumentTypeError(
                f"unknown {what} {text!r}: choose from {', '.join(allowed)}{hint}"
            )
        return allowed[text]

    return choose


def joined(arguments: Sequence[str]) -> list[str]:
    """Tie what begins with a minus to its option; argparse takes -1e0 or -t for an option."""
    joined: list[str] = []
    for word in arguments:
        before = joined[-1] if joined else ""
        tied = before in _NUMBERS and is_number(word)
        tied |= before in _TEXTS and not _OPTION.match(word)
        if tied:
            joined[-1] += f"={word}"
        elif "--t" in joined[-2:] and is_number(word):
            joined.append(f" {word}")  # which argparse takes for no option
        else:
            joined.append(word)
    return joined


def is_number(text: str) -> bool:
    # Python would read 1_000 and ١ as well.
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii() and "_" not in text


def nearest(name: str, known: Sequence[str]) -> str:
    """Say which of the known names could be meant."""
    near = difflib.get_close_matches(Path(name).stem.lower(), known)
    return f"did you mean {' or '.join(near)}?" if near else f"choose from {', '.join(known)}"


def some_folder(text: str) -> Path:
    """Understand the name of a folder."""
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


def number_within(least: float, greatest: float, allowed: str) -> Callable[[str], float]:
    """Return what understands a number between two others."""

    def read(text: str) -> float:
        number = float(text) if is_number(text) else float("nan")
        if not least <= number <= greatest:
            raise argparse.ArgumentTypeError(f"expected {allowed}, not {text!r}")
        return number + 0.0  # which turns −0 into 0

    return read


def base_url(text: str) -> str:
    """Understand what the addresses of files begin with: a path or a URL of a folder."""
    if not re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*", text):
        raise argparse.ArgumentTypeError(
            f"expected a path such as /img/convolution/ or an address such as "
            f"https://example.org/img/, percent-encoded, not {text!r}"
        )
    return text if not text or text.endswith(("/", "=")) else f"{text}/"


def color(text: str) -> str:
    """Understand a colour, also without the number sign, which shells take for a comment's."""
    if not re.fullmatch("#?[0-9a-fA-F]{6}", text):
        raise argparse.ArgumentTypeError(f"expected colours such as '#fffaf0', not {text!r}")
    return f"#{text.removeprefix('#').lower()}"


def whole_number(text: str) -> int:
    """Understand a whole number from 1 on."""
    # More digits than this are too many jobs, and Python refuses to read thousands of them.
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= 1):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, not {text!r}")
    return int(text)


def cores() -> int:
    """Return how many cores this process may use, which can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
