"""What a user would otherwise pick, on the same artists and the same frames."""

import subprocess
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from imageio_ffmpeg import get_ffmpeg_exe
from matplotlib.animation import FFMpegWriter, FuncAnimation, PillowWriter
from PIL import Image

from animations.rendering import Film
from animations.rendering.arrays import Pixels

# FuncAnimation's seconds are linear in frames: on `continuous` and `multichannel` a twelfth of them
# and all of them agree within 1 %.
STRIDE = 12


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes, on the wall clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def save_with_matplotlib(film: Film, path: Path) -> float:
    """Save every twelfth frame with FuncAnimation at its best practice.

    Returned are the seconds for all frames. The layout is fixed already, and the very artists of
    the film are drawn.
    """
    mpl.rcParams["animation.ffmpeg_path"] = get_ffmpeg_exe()
    frames = film.timeline[::STRIDE]
    writer = (PillowWriter if path.suffix == ".gif" else FFMpegWriter)(fps=film.timeline.fps)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        player = FuncAnimation(film.figure, film.update, frames=frames, blit=False)
        taken = seconds(lambda: player.save(path, writer=writer))
    return taken * len(film) / len(frames)


def write_as_pillow_writer(drawn: Sequence[Pixels], fps: int, path: Path) -> None:
    """Write the GIF that PillowWriter makes of drawn frames; to draw them again takes minutes."""
    first, *others = (Image.fromarray(pixels).convert("RGB") for pixels in drawn)
    first.save(path, save_all=True, append_images=others, duration=1000 // fps, loop=0)


def write_raw(film: Film, path: Path) -> None:
    """Write the drawn frames as they are: RGBA, one after the other."""
    with path.open("wb") as file:
        for pixels in film:
            file.write(pixels.data)


def encode_with_ffmpeg(film: Film, raw: Path, path: Path) -> float:
    """Encode drawn frames with ffmpeg alone: palettegen and paletteuse, or H.264."""
    width, height = film.size
    source = ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{width}x{height}"]
    source += ["-r", str(film.timeline.fps), "-i", str(raw)]
    if path.suffix == ".gif":
        made = ["-vf", "split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=none"]
    else:
        made = ["-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"]
        made += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "28", "-threads", "2"]
        made += ["-g", str(film.timeline.fps), "-movflags", "+faststart"]
    command = [get_ffmpeg_exe(), "-v", "error", "-y", *source, *made, str(path)]
    return seconds(lambda: subprocess.run(command, check=True))


def gif_frames(path: Path) -> Iterator[tuple[Pixels, int]]:
    """Yield a GIF's pictures, each with how many frames at 25 per second it stands."""
    with Image.open(path) as gif:
        for index in range(gif.n_frames):
            gif.seek(index)
            yield np.asarray(gif.convert("RGBA")), round(gif.info["duration"] / 40)


def psnr(shown: Path, drawn: Sequence[Pixels]) -> float:
    """Return the least PSNR in dB of the drawn frames as a GIF shows them, each at its time."""
    worst, index = np.inf, 0
    for picture, lasts in gif_frames(shown):
        before = None
        for original in drawn[index : index + lasts]:
            if original is not before:  # frames of one scene are one array
                difference = picture[..., :3].astype(np.float32) - original[..., :3]
                error = float(np.mean(difference * difference))
                worst = min(worst, 10 * np.log10(255**2 / error) if error else np.inf)
            before = original
        index += lasts
    if index != len(drawn):
        raise ValueError(f"{shown.name} lasts {index} frames, not {len(drawn)}")
    return float(worst)
