"""Transposed: every input number stamps a scaled copy of the kernel onto a larger output."""

from animations.rendering import (
    Animation,
    LayerSumPanel,
    SizePanel,
    TransposedPanel,
    run,
    steps,
)
from signals import TransposedSteps
from signals.window import times


def animation() -> Animation:
    x = [[2, 3, 1], [4, -1, 2]]
    w = [[1, 2, -1], [0, 3, 1], [2, 1, 1]]
    layer = TransposedSteps(x, w, stride=2)
    before = layer.drawn(layer.last - 1)[layer.target(layer.last)]
    added = layer.copy(layer.places[-1])[0, 0]
    words = [(0, "each number times the weights,\nstamped 2 tiles further on")]
    return Animation(
        title="Transposed convolution",
        caption=(
            "Run backwards, a layer enlarges: each input number stamps the weights, times itself, "
            "onto the output, a stride of 2 from its neighbour's. Where stamps overlap, they add."
        ),
        alt=(
            f"One after the other, the {layer.x.size} numbers of an input of "
            f"{times(layer.x.shape)} are highlighted. Each multiplies weights of "
            f"{times(layer.w.shape)}, and the result is added to an output of "
            f"{times(layer.y.shape)}, {layer.stride[0]} tiles further each time. Where copies "
            f"overlap, old and new are added, at the end {before:g} and {added:g} to "
            f"{before + added:g}."
        ),
        panels=[SizePanel(layer, words), TransposedPanel(layer), LayerSumPanel(layer)],
        timeline=steps(0, layer.last, seconds=1.2),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
