"""Three causal layers, each more dilated than the one below: how much past an output sees."""

from animations.rendering import Animation, Narration, NetworkPanel, run, steps
from signals.causal_layers import causal_field


def animation() -> Animation:
    dilations, count = (1, 2, 4), 16
    field = causal_field(2, dilations)
    formula = (
        r"\textcolor{y}{y(t)} = \textcolor{h}{w_0}\textcolor{x}{x(t)}"
        r" + \textcolor{h}{w_1}\textcolor{x}{x(t - d)}"
    )
    return Animation(
        title="Causal and dilated",
        caption=(
            "Each layer is a causal convolution with two weights: a node sees the one below it "
            "and one d steps earlier, never a later one. With dilations d = 1, 2, 4 an output sees "
            f"1 + 1 + 2 + 4 = {field} samples."
        ),
        alt=(
            f"Four rows of {count} nodes: the input below, three layers with dilations 1, 2 and 4 "
            f"above. As t advances, edges light up from the newest output down to the {field} "
            "latest input samples, its receptive field; none leads to a later sample."
        ),
        panels=[
            Narration(formula, [(0, "only the present and the past")]),
            NetworkPanel(dilations, kernel=2, count=count),
        ],
        timeline=steps(7, 15, seconds=0.9),
        span=(0, count),
        poster=11,
    )


if __name__ == "__main__":
    run(animation)
