"""The colours of a GIF: at most 255, one table for the whole film."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .arrays import Colours, Indices, Pixels
from .quantization import census, nearest, representatives, unpack

MOST = 255
"""How many colours a palette holds: a GIF has 256 indices, and one means "no change"."""

_COMMONEST = 32


class Palette:
    """A list of 1 to 255 colours, and for any pixel the nearest of them."""

    def __init__(self, colours: Colours) -> None:
        if not 1 <= len(colours) <= MOST:
            raise ValueError(f"a palette has 1 to {MOST} colours, not {len(colours)}")
        self.colours = np.array(colours, dtype=np.uint8).reshape(-1, 3)
        # One more than the index of every 24-bit colour, 0 where nobody asked for it yet: 16 MiB,
        # of which the system hands out only the pages that are touched.
        self._known = np.zeros(1 << 24, dtype=np.uint8)

    def __len__(self) -> int:
        return len(self.colours)

    @classmethod
    def from_frames(cls, frames: Iterable[Pixels], *, exact: Colours | None = None) -> "Palette":
        """Choose the colours of a film from some of its frames, spread evenly: 16 are enough.

        If they have no more than 255 colours, all are kept. Otherwise the exact ones and the
        commonest are (flat areas show every deviation), and the rest, which is anti-aliasing,
        is shared out among the places left. One buffer may be used for all frames.

        Raises
        ------
        ValueError
            If there are no frames, or more than 255 exact colours.
        """
        colours, counts = census(frames)
        if len(colours) == 0:
            raise ValueError("a palette needs at least one frame to choose from")
        wanted = np.empty((0, 3), np.uint8) if exact is None else np.unique(exact, axis=0)
        if len(wanted) > MOST:
            raise ValueError(f"a palette keeps at most {MOST} exact colours, not {len(wanted)}")
        order = np.argsort(-counts, kind="stable")
        colours, counts = colours[order], counts[order]
        both = _distinct(wanted, colours)
        if len(both) <= MOST:
            return cls(both)
        fixed = _distinct(wanted, colours[:_COMMONEST])[:MOST]
        return cls(representatives(colours, counts, fixed, MOST))

    def indices(self, pixels: NDArray[np.uint32]) -> Indices:
        """Find the nearest colour of every pixel; a colour is compared only the first time.

        The four bytes of an RGBA pixel are one little-endian number; alpha is ignored.
        """
        rgb = pixels & 0xFFFFFF
        known = self._known[rgb]
        unknown = known == 0
        if unknown.any():
            new = np.unique(rgb[unknown])
            self._known[new] = nearest(unpack(new), self.colours) + 1
            known = self._known[rgb]
        indices: Indices = known - np.uint8(1)
        return indices


def _distinct(first: Colours, then: Colours) -> Colours:
    """Put two lists of colours behind each other, without repeating any."""
    both = np.concatenate([first, then])
    _, places = np.unique(both, axis=0, return_index=True)
    return both[np.sort(places)]
