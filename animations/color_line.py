"""A colour image of one dimension: three arrays under one kernel, added to one output."""

from animations.rendering import (
    Animation,
    ChannelRowsPanel,
    ChannelSumPanel,
    Narration,
    run,
    steps,
)
from signals import DiscreteSignal


def animation() -> Animation:
    h = DiscreteSignal([3, 2, 1])
    red = DiscreteSignal([0, 2, 4, 4, 4, 2, 0, 0, 0, 0])
    green = DiscreteSignal([0, 0, 1, 3, 4, 4, 4, 1, 0, 0])
    blue = DiscreteSignal([0, 0, 0, 0, 3, 3, 4, 4, 2, 0])
    names, roles = ["R", "G", "B"], ["red", "green", "blue"]
    rows = ChannelRowsPanel([red, green, blue], h, names)
    start, end = 2, 9
    pairs = zip(roles, names, strict=True)
    terms = (rf"(\textcolor{{h}}{{h}} * \textcolor{{{role}}}{{{name}}})(t)" for role, name in pairs)
    formula = rf"\textcolor{{y}}{{y(t)}} = {' + '.join(terms)}"
    return Animation(
        title="A colour image of one dimension",
        caption=(
            "A line of pixels is three arrays, its channels R, G and B. Each is convolved with the "
            "same flipped h, and at every t the three sums are added to one output. A real layer "
            "has a kernel of its own for each channel."
        ),
        alt=(
            "Ten coloured pixels in a row, and under them their channels R, G and B as rows of "
            "numbers. A kernel, flipped to 1, 2, 3, moves over all three. Each row's products add "
            "up to a sum, and the three sums to the newest number of the output: "
            f"{rows.output(start):g} at t = {start}, at most {max(rows.output.values):g}, "
            f"{rows.output(end):g} at t = {end}."
        ),
        panels=[
            Narration(formula, [(0, "three channels, one output")]),
            rows,
            ChannelSumPanel(rows.given, names, roles),
        ],
        timeline=steps(start, end, seconds=0.9, read=1.6),
        poster=5,
    )


if __name__ == "__main__":
    run(animation)
