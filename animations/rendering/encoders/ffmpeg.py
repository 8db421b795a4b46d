"""Files that ffmpeg writes, in its own process."""

import contextlib
import os
import subprocess
import tempfile
from abc import abstractmethod
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

from .encoder import Encoder, Pixels

_AHEAD = 16 << 20  # bytes of RGBA whose frames may wait for ffmpeg; two frames always may
_PATIENCE = 5  # seconds from when ffmpeg stops reading until it has said why


class FfmpegEncoder(Encoder):
    """Write a film through ffmpeg, which is fed raw frames; the arguments are those of `Encoder`.

    A fixed number of threads and bitexact keep the bytes the same from run to run.
    """

    _layout = "rgba"

    def __init__(self, path: str | Path, size: tuple[int, int], *, fps: int) -> None:
        super().__init__(path, size, fps=fps)
        self._ffmpeg: subprocess.Popen[bytes] | None = None
        self._messages: IO[bytes] | None = None
        self._waiting: Queue[bytes | None] = Queue(max(2, _AHEAD // (4 * size[0] * size[1])))
        self._feeder = Thread(target=self._feed, daemon=True)
        self._broken = False

    def _start(self) -> None:
        # A file and not a pipe: ffmpeg can say as much as it likes without blocking.
        self._messages = tempfile.TemporaryFile()  # noqa: SIM115 — closed in _abort
        self._ffmpeg = subprocess.Popen(
            self.command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._messages,
            # In a group of its own, Ctrl-C reaches us alone, and we stop ffmpeg.
            process_group=0 if os.name == "posix" else None,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._feeder.start()

    @property
    def command(self) -> list[str]:
        """How ffmpeg is called: raw frames come in through its standard input."""
        from imageio_ffmpeg import get_ffmpeg_exe  # type: ignore[import-untyped]

        width, height = self.size
        return [
            *(get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-loglevel", "error", "-y"),
            *("-f", "rawvideo", "-pix_fmt", self._layout, "-s", f"{width}x{height}"),
            *("-r", f"{self.fps}", "-i", "pipe:0", "-an"),
            *self._settings(),
            *("-map_metadata", "-1", "-flags:v", "+bitexact", "-fflags", "+bitexact"),
            f"file:{self.path}",
        ]

    @abstractmethod
    def _settings(self) -> tuple[str, ...]:
        """Return ffmpeg's arguments for the codec and the container."""

    def _encode(self, pixels: Pixels, times: int) -> None:
        raw = self._laid_out(pixels)
        for _ in range(times):
            if self._broken:
                raise self._failure()
            # Drawing goes on while ffmpeg catches up.
            self._waiting.put(raw)

    def _laid_out(self, pixels: Pixels) -> bytes:
        """Return a picture in the layout that ffmpeg is told to expect."""
        return pixels.tobytes()

    def _feed(self) -> None:
        """Hand ffmpeg the frames that wait, until there are no more; runs in a thread."""
        assert self._ffmpeg is not None and self._ffmpeg.stdin is not None
        while (frame := self._waiting.get()) is not None:
            left = memoryview(frame)
            try:
                while left and not self._broken:
                    left = left[self._ffmpeg.stdin.write(left) :]
            except OSError:
                self._broken = True  # the frames that follow are thrown away

    def _finish(self) -> None:
        assert self._ffmpeg is not None and self._ffmpeg.stdin is not None
        self._waiting.put(None)
        self._feeder.join()
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
        # Where there is no room for its words, the status still tells the system's error.
        reason = words or (os.strerror(256 - status) if status > 128 else "it gave no reason")
        return RuntimeError(f"ffmpeg failed (status {status}): {reason}")

    def _abort(self) -> None:
        if self._ffmpeg is not None:
            assert self._ffmpeg.stdin is not None
            self._ffmpeg.kill()
            self._broken = True
            self._waiting.put(None)
            if self._feeder.ident is not None:
                self._feeder.join()
            self._ffmpeg.stdin.close()
            self._ffmpeg.wait()
        if self._messages is not None:
            self._messages.close()
