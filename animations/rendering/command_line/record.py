"""What was rendered from what: so that nothing is rendered twice, and nothing old is kept."""

import json
import os
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from itertools import product
from pathlib import Path
from typing import Any

from animations.rendering.command_line.figure import Figure
from animations.rendering.command_line.options import Options
from animations.rendering.command_line.outcome import Rendered
from animations.rendering.command_line.sources import digest_of
from animations.rendering.formats import FORMATS, Entry, File, FilmFormat, Format
from animations.rendering.theme import LOOKS

NAME = "record.json"

_FORMAT = 3
_LARGEST = 10**8  # bytes
_DRAWN_WITH = ("numpy", "scipy", "matplotlib", "pillow", "imageio", "av")


class Record:
    """The record of an output folder: one readable JSON file in it.

    For each figure it holds the digests of the files and the versions of the libraries that made
    it, its texts, and for each of its files the options, the size and a digest. A damaged record,
    or one of another format, counts as none.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._figures = _read(folder / NAME)
        self._digest = cache(digest_of)

    def is_current(self, figure: Figure, options: Options) -> bool:
        """Whether the files that the options ask for are there as they would be rendered now.

        What only describes figures describes them as they were rendered.
        """
        if options.wanted == options.collections:
            return figure.name in self._figures
        noted = self._noted(figure)
        if options.at is not None or not noted:
            return False
        wanted = [kind for kind in options.wanted if kind.name in noted["formats"]]
        return bool(wanted or options.collections) and all(
            self._is_whole(file, noted["files"].get(file), _choices(options, look.theme, kind))
            for look in options.looks
            for kind in wanted
            for file in kind.files(figure.name, look)
            if file not in noted["left_out"]
        )

    def _noted(self, figure: Figure) -> dict[str, Any]:
        """Return what is noted of a figure if it would be made from the same now; else nothing."""
        noted: dict[str, Any] = self._figures.get(figure.name, {})
        if not figure.script or not noted or noted["libraries"] != _versions():
            return {}
        folder = figure.script.parent
        inputs = {os.path.relpath(file, folder) for file in figure.inputs}
        if noted.get("given", {}) != dict(figure.given) or not inputs <= noted["sources"].keys():
            return {}
        sources = noted["sources"].items()
        # As the names were made: a link on the way would lead elsewhere.
        same = all(
            self._digest(Path(os.path.normpath(folder / file))) == digest
            for file, digest in sources
        )
        return noted if same else {}

    def _is_whole(self, file: str, noted: Any, choices: dict[str, Any]) -> bool:
        return (
            noted is not None
            and noted["options"] == choices
            and noted["sha256"] == digest_of(self._folder / file)
        )

    def note(self, figure: Figure, options: Options, rendered: Rendered) -> bytes:
        """Note that a figure has just been rendered; return the record as it is to be written."""
        kept = self._noted(figure) or {"sources": {}, "files": {}, "left_out": {}, "cues": {}}
        files = {
            file: {
                "options": _choices(options, written.theme, FORMATS[written.format]),
                "size": written.size,
                "pixels": written.pixels,
                "sha256": written.sha256,
            }
            for file, written in rendered.files.items()
        }
        cues = {str(options.fps): rendered.cues} if rendered.cues else {}
        self._figures[figure.name] = {
            **rendered.about,
            "formats": list(rendered.formats),
            "files": kept["files"] | files,
            "left_out": kept["left_out"] | dict(rendered.left_out),
            "cues": kept["cues"] | cues,
            **({"given": dict(figure.given)} if figure.given else {}),
            "libraries": _versions(),
            "sources": kept["sources"] | dict(rendered.sources),
        }
        record = {"format": _FORMAT, "figures": dict(sorted(self._figures.items()))}
        text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
        return text.encode(errors="backslashreplace")

    def entries(self, names: Iterable[str]) -> list[Entry]:
        """Describe figures, each with the files that are there."""
        return [self._entry(name, self._figures[name]) for name in names if name in self._figures]

    def script(self, path: Path) -> str:
        """Return the text of the script that made a figure; none if it has changed since."""
        made = self._figures[path.stem]["sources"].get(path.name)
        return path.read_text("utf-8", "replace") if self._digest(path) == made else ""

    def _entry(self, name: str, figure: dict[str, Any]) -> Entry:
        files: dict[str, File] = {}
        kinds = [FORMATS[kind] for kind in figure["formats"] if kind in FORMATS]
        for look, kind in product(LOOKS, kinds):
            for file in kind.files(name, look):
                noted = figure["files"].get(file)
                if noted and file not in files and (self._folder / file).is_file():
                    cues = figure["cues"].get(str(noted["options"].get("fps")))
                    size = noted["pixels"][0], noted["pixels"][1]
                    files[file] = File(
                        kind.name, look.theme, look.layout, size, noted["size"], cues
                    )
        title, caption, alt = (figure[key] for key in ("title", "caption", "alt"))
        size = next((file.pixels for file in files.values()), (0, 0))
        return Entry(name, title, caption, alt, tuple(files), size, files)


def _choices(options: Options, theme: str, kind: Format) -> dict[str, Any]:
    """Return the options that change what a file shows; a single picture has no rate."""
    rate = {"fps": options.fps} if isinstance(kind, FilmFormat) else {}
    color = options.background_of(theme)
    ground = {"background": color} if color else {}
    return {"theme": theme, "scale": options.scale, **rate, **ground}


@cache
def _versions() -> dict[str, str]:
    return {library: version(library) for library in _DRAWN_WITH}


def _read(path: Path) -> dict[str, Any]:
    """Return the figures of a record; of one that is not as it should be, none."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return {}  # such as a pipe, which never ends
        record = json.loads(path.read_text("utf-8"))
        figures: dict[str, Any] = record["figures"] if record["format"] == _FORMAT else {}
        return {name: figure for name, figure in figures.items() if _is_sound(figure)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _is_sound(figure: dict[str, Any]) -> bool:
    """Whether an entry has the form that `Record.note` gives it; else it may raise."""
    texts = [figure[key] for key in ("title", "caption", "alt")]
    digests = [*figure["libraries"].values(), *figure["sources"].values()]
    return (
        isinstance(figure["formats"], list)
        and isinstance(figure["left_out"], dict)
        and all(isinstance(text, str) for text in (*texts, *digests, *figure["formats"]))
        and all(file.keys() >= {"options", "size", "sha256"} for file in figure["files"].values())
        and all(_is_size(file["pixels"]) for file in figure["files"].values())
        and all(isinstance(cues, dict) for cues in figure["cues"].values())
    )


def _is_size(pixels: list[int]) -> bool:
    width, height = pixels
    return isinstance(width, int) and isinstance(height, int)
