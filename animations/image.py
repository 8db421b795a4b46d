"""A kernel slides over the pixels of a photograph: on a few numbers, then on all of them."""

from animations.rendering import (
    Animation,
    Filter,
    FilteredPanel,
    InTurn,
    LayerSumPanel,
    Narration,
    PhotographPanel,
    ZoomPanel,
    photograph,
    run,
    steps,
)
from signals import LayerSteps


def animation() -> Animation:
    blur = Filter("blurred", [[1, 1, 1]] * 3, ("sum ÷ 9:", "the mean"), divisor=9)
    edges = Filter("edges", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], ("right side", "minus left"))
    photo = photograph()
    few = LayerSteps(photo[16:20, 57:62], edges.kernel)
    zoom = ZoomPanel(photo, corner=(16, 57), layer=few)
    filtered = FilteredPanel(photo, [blur, edges], first=few.last + 1)
    views = InTurn([(0, zoom), (filtered.first, filtered)], always=[PhotographPanel(photo)])
    formula = r"\textcolor{y}{y(i,j)} = \sum_{m,n}\textcolor{h}{w(m,n)}\textcolor{x}{x(i+m,j+n)}"
    words = [(0, "a few pixels, as numbers"), (filtered.first, "the same at every pixel")]
    return Animation(
        title="Convolution of an image",
        caption=(
            "At every place the kernel's weights are multiplied with the grey levels under it and "
            "summed: cross-correlation, as the kernel is not flipped. The same sum blurs a "
            "photograph or finds its vertical edges, rising in green and falling in pink."
        ),
        alt=(
            "A portrait in grey. A few of its pixels are enlarged to numbers; three by three "
            "weights slide over them, and the sums of products fill a small output. Then the same "
            "happens at every pixel: row by row a blurred portrait appears and one of its "
            "edges, green where it gets lighter to the right and pink where darker."
        ),
        panels=[Narration(formula, words), views, LayerSumPanel(few)],
        timeline=steps(0, few.last, seconds=0.88, end=0.88)
        + steps(filtered.first, filtered.last, seconds=0.04, end=1.5),
        poster=filtered.first + 51,
    )


if __name__ == "__main__":
    run(animation)
