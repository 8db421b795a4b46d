"""MP4 for the web: H.264, written by ffmpeg in its own process."""

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from .encoder import Encoder, Pixels

# yuv420p, faststart and a keyframe each second let every browser play and scrub the file; the
# conversion and the tags both say BT.709, or players guess and the colours shift. A fixed number
# of threads and bitexact keep the bytes the same from run to run.
_FILTER = (
    "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,"
    "format=yuv420p,"
    "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
)
_CODEC = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "30", "-threads", "2")
# Beside the preset alone, these draw flat figures as well, and as fast, in 15 % fewer bytes.
_FLAT = ("-refs", "4", "-trellis", "1", "-partitions", "all", "-psy", "0", "-i_qfactor", "0.9")
_CONTAINER = ("-f", "mp4", "-movflags", "+faststart", "-map_metadata", "-1")
_BITEXACT = ("-flags:v", "+bitexact", "-fflags", "+bitexact")

_PATIENCE = 5  # seconds from when ffmpeg stops reading until it has said why


class Mp4Encoder(Encoder):
    """Write an MP4 film; the arguments are those of `Encoder`.

    Both sides must be even, because the colours of a film are stored for 2 × 2 pixels at a time.
    """

    def __init__(self, path: str | Path, size: tuple[int, int], *, fps: int) -> None:
        super().__init__(path, size, fps=fps)
        if size[0] % 2 or size[1] % 2:
            raise ValueError(f"both sides of an MP4 must be even, not {size[0]} × {size[1]}")
        self._ffmpeg: subprocess.Popen[bytes] | None = None
        self._messages: IO[bytes] | None = None

    def _start(self) -> None:
        # A file and not a pipe: ffmpeg can say as much as it likes without blocking.
        self._messages = tempfile.TemporaryFile()  # noqa: SIM115 — closed in _abort
        self._ffmpeg = subprocess.Popen(
            self._command(),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._messages,
            # In a group of its own, Ctrl-C reaches us alone, and we stop ffmpeg.
            process_group=0 if os.name == "posix" else None,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )

    def _command(self) -> list[str]:
        from imageio_ffmpeg import get_ffmpeg_exe  # type: ignore[import-untyped]

        width, height = self.size
        return [
            *(get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-loglevel", "error", "-y"),
            *("-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{width}x{height}"),
            *("-r", f"{self.fps}", "-i", "pipe:0", "-an", "-vf", _FILTER),
            *(*_CODEC, *_FLAT, "-g", f"{self.fps}"),
            *(*_CONTAINER, *_BITEXACT, f"file:{self.path}"),
        ]

    def _encode(self, pixels: Pixels) -> None:
        # No thread and no queue: ffmpeg reads ahead by itself, so drawing and encoding overlap.
        assert self._ffmpeg is not None and self._ffmpeg.stdin is not None
        left = memoryview(pixels.data).cast("B")
        try:
            while left:
                left = left[self._ffmpeg.stdin.write(left) :]
        except OSError:
            raise self._failure() from None

    def _finish(self) -> None:
        assert self._ffmpeg is not None and self._ffmpeg.stdin is not None
        self._ffmpeg.stdin.close()
        if self._ffmpeg.wait() != 0:
            raise self._failure()
        self._abort()

    def _failure(self) -> RuntimeError:
        """Return what ffmpeg said before it gave up, on one line."""
        assert self._ffmpeg is not None and self._messages is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._ffmpeg.wait(_PATIENCE)
        self._messages.seek(0)
        lines = self._messages.read().decode(errors="replace").splitlines()
        words = "; ".join(line.strip() for line in lines if line.strip())
        status = self._ffmpeg.returncode
        return RuntimeError(f"ffmpeg failed (status {status}): {words or 'it gave no reason'}")

    def _abort(self) -> None:
        if self._ffmpeg is not None:
            assert self._ffmpeg.stdin is not None
            self._ffmpeg.kill()
            self._ffmpeg.stdin.close()
            self._ffmpeg.wait()
        if self._messages is not None:
            self._messages.close()
