"""An impulse is answered by h; any input is a row of impulses, and its output a sum of echoes."""

from animations.rendering import Animation, animate_impulses, run
from signals import ContinuousSignal, post


def animation(h: ContinuousSignal = post.h, x: ContinuousSignal = post.x) -> Animation:
    return animate_impulses(h, x)


if __name__ == "__main__":
    run(animation)
