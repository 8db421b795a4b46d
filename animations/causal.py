"""Three causal layers, each more dilated than the one below: how much past an output sees."""

from animations.rendering import Animation, Narration, NetworkPanel, run, steps, strides
from signals.causal_layers import causal_field


def animation() -> Animation:
    dilations, count = (1, 2, 4), 16
    sizes = [causal_field(2, dilations[:layers]) for layers in (1, 2, 3)]
    one, two, three = sizes
    formula = (
        r"\textcolor{y}{y(t)} = \textcolor{h}{w_0}\textcolor{x}{x(t)}"
        r" + \textcolor{h}{w_1}\textcolor{x}{x(t - d)}"
    )
    words = [
        (0, "one causal layer"),
        (1, "a second one doubles what is seen"),
        (2, "and a third one doubles it again"),
        (3, "only the present and the past"),
    ]
    return Animation(
        title="Causal and dilated",
        caption=(
            "Each layer is a causal convolution with two weights of its own: a node sees the one "
            "below it and one d steps earlier, never a later one. With d = 1, 2, 4 an output sees "
            f"1 + 1 + 2 + 4 = {three} samples."
        ),
        alt=(
            f"Four rows of {count} nodes, the input below, time to the right. Lines lead from one "
            f"node down to what it depends on: through one layer to the latest {one} input "
            f"samples, through two with dilation 2 to {two}, through three with dilation 4 to "
            f"{three}. Then the whole tree steps along to the last sample; no line ever leads to a "
            "later one."
        ),
        panels=[
            Narration(formula, words),
            NetworkPanel(dilations, kernel=2, count=count),
        ],
        timeline=strides((0, 1, 2), seconds=0.8, rest=1.4, end=0) + steps(2, 10),
        span=(0, count),
        poster=6,
    )


if __name__ == "__main__":
    run(animation)
