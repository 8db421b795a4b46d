"""The unflipped sum in the notation of deep learning: weights w_j, inputs x_i, outputs y_i."""

from animations.rendering import (
    Animation,
    IndexedPanel,
    IndexedSumPanel,
    Narration,
    run,
    steps,
)
from signals import DiscreteSignal, correlate


def animation() -> Animation:
    x, w = DiscreteSignal([1.0, 3, 2, 0, 2, 1, 3, 1]), DiscreteSignal([1.0, 2, -1])
    # Only where all weights meet an input: an output for each i from 0 to 8 − 3.
    inner = correlate(x, w)
    y = DiscreteSignal([inner(i) for i in range(len(x.values) - len(w.values) + 1)])
    formula = r"\textcolor{y}{y_i} = \sum_{j}\textcolor{h}{w_j}\textcolor{x}{x_{i+j}}"
    return Animation(
        title="Deep learning's notation",
        caption=(
            "Weights w, inputs x, outputs y, all with indices. The weights are not flipped: w_0 "
            "meets x_i, w_1 its right neighbour, and so on. Deep learning calls this convolution; "
            "it is cross-correlation."
        ),
        alt=(
            "Three rows of stems with their names under them. The weights w_0, w_1, w_2 step "
            "along the inputs x_0 to x_7; the columns that they cover are marked. Between the rows "
            "the sum is written out in names and numbers, and its result is the newest output y_i."
        ),
        panels=[
            Narration(formula, [(0, "the weights keep their order")]),
            IndexedPanel(w, "w", covered=3, slides=True, role="h"),
            IndexedPanel(x, "x", covered=3),
            IndexedSumPanel(x, w),
            IndexedPanel(y, "y", grows=True),
        ],
        timeline=steps(0, 5, seconds=1.6, end=2.5),
        span=(-1.2, 8.2),
        poster=2,
    )


if __name__ == "__main__":
    run(animation)
