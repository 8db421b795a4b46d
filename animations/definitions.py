"""The three signals of the running example, as plots with their formulas."""

from animations.rendering import Animation, DefinitionPanel, run
from signals.post import h, k, x


def animation() -> Animation:
    return Animation(
        title="The running example",
        caption=(
            "The impulse response h, the input x and, for the figures with several channels, "
            "a second input k. None of them is symmetric, so that a flip shows."
        ),
        alt=(
            "Three plots with formulas. h(t) is 2e^(−t/2) from t = 0 on. x(t) rises as t/2 up to "
            "t = 3, then stays at 1/2 up to t = 5. k(t) is 1 from t = 1 to 3, then −1/2 up to 6."
        ),
        panels=[
            DefinitionPanel(h, "h", "impulse response"),
            DefinitionPanel(x, "x", "input"),
            DefinitionPanel(k, "k", "second input channel"),
        ],
        span=(-1.5, 8),
    )


if __name__ == "__main__":
    run(animation)
