"""The three signals of the running example, as plots with their formulas."""

from animations.rendering import Animation, DefinitionPanel
from signals.post import h, k, x


def animation() -> Animation:
    return Animation(
        title="Definitions",
        caption="The impulse response h, the input x and its second channel k.",
        alt="Three plots.",
        panels=[DefinitionPanel(h, "h"), DefinitionPanel(x, "x"), DefinitionPanel(k, "k")],
        span=(-1.5, 8),
    )
