"""Three causal layers, each more dilated than the one below: how much past an output sees."""

from animations.rendering import Animation, Narration, NetworkPanel, run, steps


def animation() -> Animation:
    formula = (
        r"\textcolor{y}{y(t)} = \textcolor{h}{w_0}\textcolor{x}{x(t)}"
        r" + \textcolor{h}{w_1}\textcolor{x}{x(t - d)}"
    )
    return Animation(
        title="Causal and dilated",
        caption=(
            "Each layer is a causal convolution with two weights: a node sees the one below it "
            "and one d steps earlier, never a later one. With dilations d = 1, 2, 4 an output sees "
            "1 + 1 + 2 + 4 = 8 samples."
        ),
        alt=(
            "Four rows of sixteen nodes: the input below, three layers with dilations 1, 2 and 4 "
            "above. As t advances, edges light up from the newest output down to the eight latest "
            "input samples, its receptive field; none leads to a later sample."
        ),
        panels=[
            Narration(formula, [(0, "only the present and the past")]),
            NetworkPanel(dilations=(1, 2, 4), kernel=2, count=16),
        ],
        timeline=steps(7, 15, seconds=0.9),
        span=(0, 16),
        poster=11,
    )


if __name__ == "__main__":
    run(animation)
