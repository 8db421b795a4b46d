"""A palette keeps flat colours exactly and comes close to all others."""

import numpy as np
import pytest

from animations.rendering.encoders import Palette


def packed(frame):
    return np.ascontiguousarray(frame).view("<u4")[..., 0]


def painted(palette, frame):
    return palette.colours[palette.indices(packed(frame))]


def gradient(seed=0, colours=3000):
    """Return a frame of many random colours, each four times."""
    rng = np.random.default_rng(seed)
    frame = np.full((colours // 50, 200, 4), 255, dtype=np.uint8)
    frame[..., :3] = np.repeat(rng.integers(0, 256, (colours // 50, 50, 3)), 4, axis=1)
    return frame


def test_few_colours_are_all_kept():
    rng = np.random.default_rng(1)
    colours = rng.integers(0, 256, (250, 3), dtype=np.uint8)
    frame = np.full((50, 50, 4), 255, dtype=np.uint8)
    frame[..., :3] = colours[np.arange(2500).reshape(50, 50) % 250]
    assert np.array_equal(painted(Palette.from_frames([frame]), frame), frame[..., :3])


def test_many_colours_give_a_full_palette():
    assert len(Palette.from_frames([gradient()])) == 255


def test_exact_colours_are_kept_even_if_no_frame_has_them():
    exact = np.array([[1, 2, 3], [250, 1, 250], [1, 2, 3]], dtype=np.uint8)
    palette = Palette.from_frames([gradient()], exact=exact)
    for colour in exact:
        assert (palette.colours == colour).all(axis=1).any()


def test_flat_areas_are_exact():
    frame = gradient()
    frame[:10, :, :3] = (201, 226, 206)
    assert np.array_equal(painted(Palette.from_frames([frame]), frame)[:10], frame[:10, :, :3])


def test_colours_of_every_sampled_frame_count(film):
    # The second frame shares nothing with the first but its shape, and is seen all the same.
    other = np.full_like(film[0], (10, 200, 30, 255))
    palette = Palette.from_frames([film[0], other])
    assert np.array_equal(painted(palette, other), other[..., :3])


def test_one_buffer_may_be_used_for_all_frames(film):
    def reused():
        buffer = np.empty_like(film[0])
        for frame in film[::3]:
            buffer[:] = frame
            yield buffer

    assert np.array_equal(
        Palette.from_frames(reused()).colours, Palette.from_frames(film[::3]).colours
    )


def test_an_index_is_that_of_the_nearest_colour():
    frame = gradient(seed=2)
    palette = Palette.from_frames([gradient(seed=3)])
    wanted = frame[..., None, :3].astype(int) - palette.colours.astype(int)
    best = np.square(wanted).sum(axis=-1).min(axis=-1)
    found = np.square(frame[..., :3].astype(int) - painted(palette, frame)).sum(axis=-1)
    assert np.array_equal(found, best)


def test_asking_again_gives_the_same_indices():
    palette = Palette.from_frames([gradient(seed=4)])
    frame = packed(gradient(seed=5))
    first = palette.indices(frame[:30])
    assert np.array_equal(palette.indices(frame)[:30], first)
    assert np.array_equal(palette.indices(frame[:30]), first)


def test_alpha_is_ignored(film):
    palette = Palette.from_frames(film[:1])
    clear = film[0].copy()
    clear[..., 3] = 0
    assert np.array_equal(palette.indices(packed(clear)), palette.indices(packed(film[0])))


def test_soft_edges_come_close(film, exact, psnr):
    rng = np.random.default_rng(6)
    noisy = [frame.copy() for frame in film[::4]]
    for frame in noisy:  # many more colours than there are places
        frame[:20, :, :3] = rng.integers(200, 216, (20, 160, 3))
    palette = Palette.from_frames(noisy, exact=exact)
    for frame in noisy:
        assert psnr(painted(palette, frame), frame[..., :3]) > 45


def test_a_palette_has_one_to_255_colours():
    for number in (0, 256):
        with pytest.raises(ValueError, match=f"1 to 255 colours, not {number}$"):
            Palette(np.zeros((number, 3), dtype=np.uint8))


def test_too_many_exact_colours_are_refused(film):
    exact = np.zeros((256, 3), dtype=np.uint8)
    exact[:, 0] = np.arange(256)
    with pytest.raises(ValueError, match=r"255 exact colours, not 256$"):
        Palette.from_frames(film[:1], exact=exact)


def test_no_frames_are_refused():
    with pytest.raises(ValueError, match="at least one frame"):
        Palette.from_frames([])
