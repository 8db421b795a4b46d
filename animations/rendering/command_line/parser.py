"""A command line, from words to what is asked for; what is not allowed is refused in one line."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from animations.rendering.command_line.arguments import (
    MOST,
    base_url,
    color,
    cores,
    joined,
    nearest,
    number_within,
    one_of,
    some_folder,
    whole_number,
)
from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.command_line.parameters import Parameter, name_of_files
from animations.rendering.formats import FORMATS, MOMENTS, CollectionFormat
from animations.rendering.theme import LAYOUTS, THEMES

_THEMES = {**{name: (name,) for name in THEMES}, "both": tuple(THEMES)}
_LAYOUTS = {**{name: (name,) for name in LAYOUTS}, "both": tuple(LAYOUTS)}
_RATES = {str(rate): rate for rate in (10, 20, 25, 50)}
_EMBEDDED = {
    "formats": ("gif", "mp4", "png", "storyboard", "svg", "webp", "json", "snippets"),
    "themes": _THEMES["both"],
    "layouts": _LAYOUTS["both"],
}
_GIVEN = "given_"  # before the names of what is given to a script
_NAMES_FIRST = ", separated by spaces (figures are named before the options)"
_TRUE_SPEED = (
    ": the delays of a GIF are whole hundredths of a second, and browsers slow down any shorter "
    "than two"
)


def parse_script(
    program: str, arguments: Sequence[str], output: Path, takes: Sequence[Parameter] = ()
) -> Options:
    """Understand the command line of one figure's script, whose files go to `output` by default.

    `takes` are the options of its own.

    Raises
    ------
    UsageError
        If something is asked for that is not allowed.
    """
    kinds = [name for name, kind in FORMATS.items() if not isinstance(kind, CollectionFormat)]
    example = f"example: python {program} --theme dark"
    parser = _Parser(program, "Render this figure.", example, Options(output), kinds)
    for parameter in takes:
        parser.add_argument(
            parameter.option, dest=f"{_GIVEN}{parameter.name}", **parameter.settings
        )
    if takes:
        parser.add_argument(
            "--name",
            type=name_of_files,
            metavar="NAME",
            help="a name for the files, where signals of your own are given",
        )
    parser.add_argument("--show", action="store_true", help="open a window with a slider for t")
    parser.add_argument(
        "--at",
        type=number_within(-MOST, MOST, "a finite number"),
        metavar="T",
        help="a shift t, to write the one still at that shift",
    )
    options, rest = parser.parse(arguments)
    if rest:
        raise UsageError(f"unexpected argument {rest[0]!r}: this script renders one figure")
    if options.show and options.at is not None:
        raise UsageError("--show and --at exclude each other: a window has a slider for t")
    if options.show and len(options.looks) > 1:
        raise UsageError("--show opens one window: choose one --theme and one --layout")
    if options.at is not None and not MOMENTS.keys() >= set(options.formats or ()):
        raise UsageError(f"--at writes a still: the formats it comes in are {', '.join(MOMENTS)}")
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
        Options(output, jobs=cores(), is_collection=True),
        list(FORMATS),
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="figures to render (default: all)")
    parser.add_argument("--list", dest="titles", action="store_true", help="list the figures")
    parser.add_argument(
        "--jobs",
        type=whole_number,
        metavar="N",
        help=f"figures to render at a time: a whole number from 1 on (default: {cores()})",
    )
    parser.add_argument(
        "--embed",
        action="store_const",
        const=_EMBEDDED,
        help="write all that a post needs: every format, theme and layout, and snippets to paste",
    )
    parser.add_argument(
        "--base-url",
        type=base_url,
        metavar="URL",
        help="with --embed, where the files will lie, such as /img/convolution/ (default: beside "
        "the post)",
    )
    options, rest = parser.parse(arguments)
    if options.base_url and not {"snippets", "json"} & {*(options.formats or ())}:
        raise UsageError("--base-url is for snippets and json, which --embed writes")
    names = tuple(dict.fromkeys((*options.names, *rest)))
    for name in names:
        if name not in known:
            raise UsageError(f"unknown figure {name!r}: {nearest(name, known)}")
    return Options(**{**vars(options), "names": names})


def _check_backgrounds(options: Options) -> None:
    """Refuse backgrounds on which a figure could not be read, or too many or few of them."""
    if options.backgrounds and len(options.backgrounds) != len(options.themes):
        raise UsageError(
            f"--background: expected a colour for each theme ({', '.join(options.themes)}), not "
            f"{len(options.backgrounds)}"
        )
    for theme, background in zip(options.themes, options.backgrounds, strict=False):
        try:
            THEMES[theme].on(background)
        except ValueError as error:
            raise UsageError(f"--background: {error}") from None


class _Parser(argparse.ArgumentParser):
    """Refuses in one line that says what is allowed; has the options that all command lines share.

    `kinds` are the formats that can be asked for.
    """

    def __init__(
        self, program: str, description: str, example: str, defaults: Options, kinds: Sequence[str]
    ) -> None:
        super().__init__(
            program,
            description=description,
            epilog=example,
            allow_abbrev=False,
            argument_default=argparse.SUPPRESS,  # what is not said is not there
        )
        self._usual = vars(defaults)
        usual = [name for name in kinds if FORMATS[name].is_default]
        joint = [name for name in usual if isinstance(FORMATS[name], CollectionFormat)]
        own = ", ".join(name for name in usual if name not in joint)
        self.add_argument(
            "--formats",
            nargs="+",
            type=one_of("format", {kind: kind for kind in kinds}, _NAMES_FIRST),
            metavar="FORMAT",
            help=f"one or more of {', '.join(kinds)} (default: what a figure comes in of {own}"
            f"{''.join(f', and the {name} of all' for name in joint)})",
        )
        self.add_argument(
            "--output",
            type=some_folder,
            metavar="DIR",
            help=f"the folder to write to (default: {defaults.output})".replace("%", "%%"),
        )
        self.add_argument(
            "--theme",
            dest="themes",
            type=one_of("theme", _THEMES),
            metavar="THEME",
            help="light, dark or both (default: light)",
        )
        self.add_argument(
            "--layout",
            dest="layouts",
            type=one_of("layout", _LAYOUTS),
            metavar="LAYOUT",
            help="wide, narrow for phones, or both (default: wide)",
        )
        self.add_argument(
            "--background",
            dest="backgrounds",
            nargs="+",
            type=color,
            metavar="COLOR",
            help="a colour such as '#fffaf0', to match a page; with --theme both one for each",
        )
        self.add_argument(
            "--fps",
            type=one_of("frame rate", _RATES, _TRUE_SPEED),
            metavar="N",
            help=f"frames per second: 10, 20, 25 or 50 (default: {defaults.fps})",
        )
        self.add_argument(
            "--scale",
            type=number_within(0.25, 4, "a number from 0.25 to 4"),
            metavar="S",
            help="a size from 0.25 to 4; at 1 a figure has 960 × 540 pixels (default: 1)",
        )
        self.add_argument("--force", action="store_true", help="render what is up to date, too")
        self.add_argument("--quiet", action="store_true", help="say nothing but errors")

    def parse(self, arguments: Sequence[str]) -> tuple[Options, list[str]]:
        """Return the options and the words that belong to none of them."""
        found, rest = self.parse_known_args(joined(arguments))
        for word in rest:
            if word.startswith("-") and word != "-":
                known = [name for name in self._option_string_actions if name.startswith("--")]
                option = word.split("=")[0]
                raise UsageError(f"unknown option {option!r}: {nearest(option, known)}")
        said = vars(found)
        values: dict[str, Any] = {**self._usual, **said.pop("embed", {}), **said}
        own = [name for name in values if name.startswith(_GIVEN)]
        given = {name.removeprefix(_GIVEN): values.pop(name) for name in own}
        values["given"] = given
        for name in ("formats", "names"):
            if values[name] is not None:
                values[name] = tuple(dict.fromkeys(values[name]))
        values["backgrounds"] = tuple(values["backgrounds"])
        options = Options(**values)
        _check_backgrounds(options)
        return options, rest

    def error(self, message: str) -> NoReturn:
        """Refuse; where a value is missing, say which ones there are."""
        missing = re.match(
            r"argument (--\w+): expected (?:one|at least one|\d+) arguments?", message
        )
        if missing:
            action = self._option_string_actions[missing[1]]
            message = f"argument {missing[1]}: expected {action.help}".split(" (default")[0]
        raise UsageError(message)
