"""Which of a figure's files a page shows where: on a phone, in the dark, to whom, in what form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from urllib.parse import quote, unquote

from animations.rendering.formats import Entry, File
from animations.rendering.theme import LOOKS, PLAIN, Look

_NARROW, _DARK = "(max-width: 480px)", "(prefers-color-scheme: dark)"
_STILL = "(prefers-reduced-motion: reduce)"


@dataclass(frozen=True)
class Source:
    """A file as an element refers to it: where it is, when it is chosen, what it is.

    A film's `poster` is where the picture is that stands for it, if there is one.
    """

    address: str
    media: str
    type: str
    width: int
    height: int
    poster: str = ""


class Embedding:
    """A figure's files, as the elements of a page refer to them.

    Attributes
    ----------
    entry : Entry
        The figure.
    name, title, caption, alt, base : str
        As the entry has them; parentheses of the base are percent-encoded.
    videos, pictures : list of Source
        For `<video>` and `<picture>`; the first that suits is shown. Whoever prefers little motion
        sees a picture that stands.
    image, video : Source, optional
        What is shown where none of them suits.
    cues : mapping, optional
        Which t the video shows when.
    """

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.name, self.title = entry.name, entry.title
        self.caption, self.alt = entry.caption, entry.alt
        self.base = entry.base.replace("(", "%28").replace(")", "%29")  # Markdown counts them
        self._files = {
            (file.format, file.layout, file.theme, name.rpartition(".")[2]): (name, file)
            for name, file in entry.details.items()
        }
        films = [file for file in entry.details.values() if file.format == "mp4"]
        self.cues = next((film.cues for film in films if film.cues), None)
        self.video, self.videos = self._ending(self._videos())
        self.image, self.pictures = self._ending(self._pictures())

    @property
    def wildcard(self) -> str:
        """All its plain files as a path, of which a reader takes what it can show; or its image."""
        if self.image and "//" in self.base:
            return self.image.address
        return f"{unquote(self.base)}{self.name}.*"

    @property
    def downloads(self) -> list[tuple[str, Source, int]]:
        """What can be downloaded: a word for it, the file, its size in bytes."""
        plain = [
            (name, file)
            for name, file in self.entry.details.items()
            if Look(file.theme, file.layout) == PLAIN
        ]
        return [(_word(name), self._source(name, file), file.size) for name, file in plain]

    @property
    def script(self) -> str:
        """What made the figure."""
        return self.entry.script

    @property
    def script_name(self) -> str:
        """The file that it can be read in, which browsers show as text."""
        return f"{self.name}.py.txt"

    @property
    def script_address(self) -> str:
        """Where it is."""
        return self.base + _quoted(self.script_name)

    def _videos(self) -> Iterator[Source]:
        """Yield the films that show at every moment what the cues tell."""
        for look in LOOKS[::-1]:
            there = self._file("mp4", look)
            if there and there[1].cues == self.cues:
                poster = self._file("png", look)
                address = self._source(*poster).address if poster else ""
                for source in self._of_looks(["mp4"], [look]):
                    yield replace(source, poster=address)

    def _pictures(self) -> Iterator[Source]:
        if any(file.format in ("gif", "webp") for file in self.entry.details.values()):
            yield from self._of_looks(["storyboard", "png"], media=_STILL)
            for look in reversed(LOOKS):
                if self._size("webp", look) < self._size("gif", look):
                    yield from self._of_looks(["webp"], [look])
                yield from self._of_looks(["gif"], [look])
        else:
            yield from self._of_looks(["svg", "png"])

    def _of_looks(
        self, kinds: Sequence[str], looks: Iterable[Look] = LOOKS[::-1], media: str = ""
    ) -> Iterator[Source]:
        """Yield a file for each look, the plain one last: of the first kind that there is.

        A look that there is no other for is for everybody.
        """
        every = [file for file in self.entry.details.values() if file.format in kinds]
        narrow = _NARROW * any(file.layout == "wide" for file in every)
        dark = _DARK * any(file.theme == "light" for file in every)
        for look in looks:
            there = [each for kind in kinds if (each := self._file(kind, look))]
            parts = [media, narrow * (look.layout == "narrow"), dark * (look.theme == "dark")]
            for name, file in there[:1]:
                yield self._source(name, file, " and ".join(filter(None, parts)))

    def _file(self, kind: str, look: Look) -> tuple[str, File] | None:
        suffix = "png" if kind == "storyboard" else kind
        return self._files.get((kind, look.layout, look.theme, suffix))

    def _size(self, kind: str, look: Look) -> float:
        there = self._file(kind, look)
        return there[1].size if there else inf

    def _ending(self, sources: Iterator[Source]) -> tuple[Source | None, list[Source]]:
        """Return the source that is left when no other suits, and those to try before it."""
        found = [*sources]
        return (found[-1], found[:-1]) if found else (None, [])

    def _source(self, name: str, file: File, media: str = "") -> Source:
        suffix = name.rpartition(".")[2]
        kind = {"mp4": "video/mp4", "svg": "image/svg+xml"}.get(suffix, f"image/{suffix}")
        return Source(self.base + _quoted(name), media, kind, *file.pixels)


def _quoted(name: str) -> str:
    """Return a file's name as addresses write it, whatever bytes it has."""
    return quote(name, errors="surrogateescape")


def _word(name: str) -> str:
    """Return what a file is called in a list of a figure's files."""
    stem, _, suffix = name.rpartition(".")
    kind = {"gif": "GIF", "webp": "WebP"}.get(suffix, suffix.upper())
    return f"storyboard {kind}" if stem.endswith("-storyboard") else kind
