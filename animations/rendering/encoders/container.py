"""Files that FFmpeg's libraries write, in our own process."""

import contextlib
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from .encoder import Encoder

if TYPE_CHECKING:
    from av import VideoFrame
    from av.container import OutputContainer


class ContainerEncoder(Encoder):
    """Write a film through PyAV; the arguments are those of `Encoder`."""

    _format: ClassVar[str]
    _codec: ClassVar[str]
    _layout: ClassVar[str]
    _settings: ClassVar[Mapping[str, str]]
    """Of the codec and of the format."""

    _container: "OutputContainer | None" = None

    def _start(self) -> None:
        import av  # only needed here, and slow to load

        # By its name: an interrupt in a file object of ours, which the libraries call back, would
        # crash them. `file:`, or a colon in the name would make it an address.
        self._container = av.open(
            f"file:{self.path}", "w", format=self._format, options=dict(self._settings)
        )
        width, height = self.size
        self._container.add_stream(
            self._codec,
            self.fps,
            width=width,
            height=height,
            pix_fmt=self._layout,
            time_base=Fraction(1, self.fps),
        )
        self._container.start_encoding()

    def _put(self, picture: "VideoFrame | None") -> None:
        """Encode a picture, whose `pts` is the frame from which on it shows; none is the end."""
        assert self._container is not None
        self._container.mux(self._container.streams.video[0].encode(picture))

    def _finish(self) -> None:
        assert self._container is not None
        self._put(None)
        self._container.close()

    def _abort(self) -> None:
        if self._container is not None:
            with contextlib.suppress(OSError):
                self._container.close()
        super()._abort()
