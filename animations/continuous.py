"""x(t - tau) slides over h(tau); the area under their product is y(t)."""

from animations.rendering import Animation, animate, run
from signals import ContinuousSignal, post


def animation(h: ContinuousSignal = post.h, x: ContinuousSignal = post.x) -> Animation:
    if (h, x) != (post.h, post.x):
        return animate(h, x)
    return animate(
        h,
        x,
        sweep=(-2, 15),
        span=(-7.5, 16),
        poster=4.2,
        probe=3,
        caption=(
            "The input x is reflected about the vertical axis and shifted right by t. Its product "
            "with the impulse response h is the green curve; the area under it is y(t)."
        ),
        alt=(
            "A ramp with a step, flipped, slides from left to right over a decaying exponential. "
            "At t = 3 their product is drawn place by place, then its area is shaded; below, the "
            "area is drawn as y, which {course}."
        ),
    )


if __name__ == "__main__":
    run(animation)
