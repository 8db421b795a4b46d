"""The unflipped sum in two notations: only the names change, h(τ − t) to w_j and so on."""

from animations.rendering import (
    Animation,
    IndexedFormulaPanel,
    IndexedInputPanel,
    IndexedOutputPanel,
    IndexedSumPanel,
    IndexedWeightsPanel,
    Translation,
    run,
    steps,
    strides,
)
from signals import DiscreteSignal, correlate


def animation() -> Animation:
    x, w = DiscreteSignal([1.0, 2, 1, 0, 2, 1, 2, 1]), DiscreteSignal([1.0, 2, -1])
    told, y = (x, w, Translation(at=1)), correlate(x, w)
    words = "signals and systems, not flipped", "deep learning: only the names change"
    return Animation(
        title="Deep learning's notation",
        caption=(
            "One sum under two sets of names: h(τ − t) becomes the weights w_j, x(τ) the inputs "
            "x_{i+j}, y(t) the outputs y_i. Not flipped: this convolution is cross-correlation."
        ),
        alt=(
            "Three weights over eight inputs; their products are tied to an output, "
            f"{y(0):g}, then {y(1):g}. There y(t) turns into y_i, then h(τ − t) and x(τ) into w_j "
            "and x_(i+j), in a formula beside the old one, under stems and in the sum. Then the "
            f"weights step on: {y(2):g}, {y(3):g}, {y(4):g}, {y(5):g}; no stem has changed."
        ),
        panels=[
            IndexedFormulaPanel(*told, words),
            IndexedWeightsPanel(*told),
            IndexedInputPanel(*told),
            IndexedOutputPanel(*told),
            IndexedSumPanel(*told),
        ],
        timeline=(
            steps(0, 1, end=0) + strides((1, 2, 3), seconds=0.8, rest=1.2, end=0) + steps(3, 7)
        ),
        span=(-1.6, 9),
        poster=5,
    )


if __name__ == "__main__":
    run(animation)
