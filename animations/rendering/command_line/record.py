"""What was rendered from what: so that nothing is rendered twice, and nothing old is kept."""

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from animations.rendering.command_line.options import STILL_FORMATS, Options, file_name
from animations.rendering.command_line.publication import publish
from animations.rendering.command_line.sources import digest

NAME = "record.json"

_FORMAT = 1
_DRAWN_WITH = ("numpy", "matplotlib", "pillow", "imageio-ffmpeg")


class Record:
    """The record of an output folder: one readable JSON file in it.

    For each figure it holds a digest of the project files and the versions of the libraries that
    made it, and for each of its files the options, the size and a digest. A damaged record, or
    one of another format, counts as none.

    Parameters
    ----------
    folder : Path
        The output folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._figures = _read(folder / NAME)

    def is_current(self, name: str, script: Path, options: Options) -> bool:
        """Whether the files that the options ask for are there as they would be rendered now."""
        figure, origin = self._figures.get(name, {}), _origin(script)
        if options.at is not None or figure.get("made from") != origin:
            return False
        kinds = [kind for kind in figure["formats"] if options.wants(kind)]
        return bool(kinds) and all(
            self._is_whole(figure["files"].get(file_name(name, theme, kind)), name, theme, kind)
            and figure["files"][file_name(name, theme, kind)]["options"]
            == _choices(options, theme, kind)
            for theme in options.themes
            for kind in kinds
        )

    def _is_whole(self, noted: Any, name: str, theme: str, kind: str) -> bool:
        path = self._folder / file_name(name, theme, kind)
        try:
            return bool(noted) and noted["sha256"] == sha256(path.read_bytes()).hexdigest()
        except OSError:
            return False

    def note(
        self, name: str, script: Path, options: Options, formats: Sequence[str], workspace: Path
    ) -> None:
        """Note that a figure, which comes in these formats, has just been rendered.

        Raises
        ------
        WritingError
            If the record cannot be written.
        """
        if options.at is not None:
            return
        origin = _origin(script)
        figure = self._figures.get(name, {})
        files = figure["files"] if figure.get("made from") == origin else {}
        for theme in options.themes:
            for kind in filter(options.wants, formats):
                content = (self._folder / file_name(name, theme, kind)).read_bytes()
                files[file_name(name, theme, kind)] = {
                    "options": _choices(options, theme, kind),
                    "size": len(content),
                    "sha256": sha256(content).hexdigest(),
                }
        self._figures[name] = {"made from": origin, "formats": list(formats), "files": files}
        draft = workspace / NAME
        record = {"format": _FORMAT, "figures": dict(sorted(self._figures.items()))}
        draft.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")
        publish([draft], self._folder)


def _choices(options: Options, theme: str, kind: str) -> dict[str, Any]:
    """Return the options that change what a file shows; a single picture has no rate."""
    rate = {} if kind in STILL_FORMATS else {"fps": options.fps}
    return {"theme": theme, "scale": options.scale, **rate}


def _origin(script: Path) -> dict[str, Any]:
    """Return everything but the options that a figure's files depend on."""
    return {"project": digest(script), **_versions()}


@cache
def _versions() -> dict[str, str]:
    from importlib.metadata import version  # takes as long to load as a frame to draw

    return {library: version(library) for library in _DRAWN_WITH}


def _read(path: Path) -> dict[str, Any]:
    """Return the figures of a record; of one that is not as it should be, none."""
    try:
        record = json.loads(path.read_text("utf-8"))
        if record["format"] != _FORMAT:
            return {}
        return {
            name: figure
            for name, figure in record["figures"].items()
            if isinstance(figure["made from"], dict)
            and isinstance(figure["formats"], list)
            and all(
                {"options", "size", "sha256"} <= file.keys() for file in figure["files"].values()
            )
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}
