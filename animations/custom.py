"""Signals of your own: `python animations/custom.py --h "exp(-t)u(t)" --x "rect(t - 1)"`."""

from collections.abc import Sequence
from dataclasses import replace

from animations.rendering import Animation, Given, animate_any, run

H, X, T = "exp(-t/6)*sin(2t)*u(t)", "u(sin(2t))*(0 <= t < 2pi)", (-1.0, 9.0)


def animation(
    h: Given = H,
    x: Given = X,
    channels: Sequence[Given] = (),
    t: tuple[float, float] | None = None,
    flip: bool = True,
    names: Sequence[str] = (),
    title: str = "",
    stride: Sequence[int] | int = 1,
    padding: Sequence[int] | int = 0,
    dilation: Sequence[int] | int = 1,
) -> Animation:
    usual = isinstance(h, str) and isinstance(x, str) and (h, x) == (H, X)
    own = not usual or bool(channels or names) or not flip
    told = animate_any(
        h, x, channels, t=t if t or own else T, flip=flip, names=names,
        title=title or ("" if own else "Pushed in time"),
        stride=stride, padding=padding, dilation=dilation,
    )  # fmt: skip
    if own:
        return told
    return replace(
        told,
        caption=(
            "h rings, as a swing does after a push, and x pushes in time with it. At a crest of y "
            "every push lies over a crest of h: each adds to the area, so y grows push by push."
        ),
    )


if __name__ == "__main__":
    run(animation)
