"""From an input and weights to what a layer makes of them, as a whole figure."""

from collections.abc import Sequence
from dataclasses import replace

from numpy.typing import ArrayLike

from animations.rendering.animation import Animation, Panel
from animations.rendering.beats import hold, steps
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.channels import ChannelsPanel
from animations.rendering.panels.grids.layer import LayerPanel
from animations.rendering.panels.grids.size import SizePanel
from animations.rendering.panels.grids.volume import VolumePanel
from animations.rendering.panels.text.dimensions import Dimensions
from animations.rendering.panels.text.heading import Narration
from animations.rendering.panels.text.layer_sums import BiasSumPanel, LayerSumPanel
from animations.rendering.storyboards.course import listed, plain
from animations.rendering.timeline import Beat, Frame
from signals import ChannelSteps, LayerSteps
from signals.arguments import real_array
from signals.window import PerAxis, times

IN_SPACE = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{h}{w(\tau)}\textcolor{x}{x(t + \tau)}"
OPENING = (
    *hold(-1, 1.2),
    Beat(0.8, Frame(0, 0.0, -1.0), Frame(0, 0.0, 0.0), gently=True, glides=True),
)
"""A layer as it would be without padding and dilation, and how it becomes what it is."""
MANY, QUICK = 20, 0.6  # steps of a figure without such an opening, and seconds of one with it
ALL = [(0.0, "each output sees all channels")]
OF_CHANNELS = (
    r"\textcolor{y}{y_o(i, j)} = b_o + \sum_{c} \sum_{m, n}"
    r"\textcolor{h}{w_{o,c}(m, n)}\textcolor{x}{x_c(i + m, j + n)}"
)


def animate_layer(
    x: ArrayLike,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    stride: PerAxis = 1,
    padding: PerAxis = 0,
    dilation: PerAxis = 1,
    groups: int = 1,
    title: str = "",
) -> Animation:
    """Tell what a layer does, place by place, in a figure with everything that belongs to one.

    Parameters
    ----------
    x : array_like
        The input: a grid of two dimensions, a volume of three or, with weights of four, an image
        of shape (channels, rows, columns).
    w : array_like
        The weights of one kernel, of as many dimensions; or all of a layer with channels, of shape
        (outputs, channels, rows, columns).
    bias : array_like, optional
        One number for each output of a layer with channels.
    stride, padding, dilation : int, or one per axis
        As in `signals.layer`, and refused as there.
    groups : int
        Of a layer with channels, as in `ChannelSteps`.
    title : str, optional
        Of the figure.

    Raises
    ------
    ValueError
        If there is no such layer; for one too large, the film finds no room.
    """
    x, w = real_array(x, "x"), real_array(w, "w")
    shape, kernel = x.shape, w.shape
    if (len(shape), len(kernel)) not in ((2, 2), (3, 3), (3, 4)):
        raise ValueError(
            "animate_layer: a grid of two dimensions or a volume of three is needed and weights "
            "of as many, or an image of shape (channels, rows, columns) and weights of four, got "
            f"shapes {shape} and {kernel}"
        )
    panels: list[Panel | Sequence[Panel]]
    if len(kernel) == 4:
        channels = ChannelSteps(x, w, bias, stride, padding, dilation, groups)
        formula = OF_CHANNELS if bias is not None else OF_CHANNELS.replace("b_o + ", "")
        several = groups == 1 and len(channels.x) > 1 and len(channels.y) > 1
        panels = [
            Narration(formula, ALL * several),
            ChannelsPanel(channels),
            BiasSumPanel(channels),
        ]
        return _told(title or "A layer with channels", channels, panels)
    if bias is not None or groups != 1:
        raise ValueError("animate_layer: bias and groups are for weights of four dimensions")
    layer = LayerSteps(x, w, stride, padding, dilation)
    if len(kernel) == 3:
        panels = [Dimensions(3, IN_SPACE), VolumePanel(layer)]
        return _told(title or "A kernel in a volume", layer, panels)
    panels = [SizePanel(layer, _claims(layer)), LayerPanel(layer), LayerSumPanel(layer)]
    told = _told(title or "A kernel over a grid", layer, panels)
    opens = "dilation" in layer.unusual or (layer.y.shape == layer.x.shape and layer.unusual)
    usual = layer.plain
    if not opens or not usual or layer.last > MANY:
        return told
    told_of = [name for name in layer.unusual if name != "stride"]
    opening = (
        f"At first there is no {' and no '.join(told_of)}: the output would be "
        f"{times(usual.y.shape)} and begin with {_said(usual, usual.places[0])}. "
    )
    beats = OPENING + steps(0, layer.last, seconds=QUICK)
    return replace(told, alt=opening + told.alt, timeline=beats)


def _claims(layer: LayerSteps) -> list[tuple[float, str]]:
    """Say what the one setting that is unusual does."""
    usual = LayerSteps(layer.x, layer.w) if layer.plain else None
    if usual is None or len(layer.unusual) != 1:
        return []
    (setting,) = layer.unusual
    given, least, y = (
        _per_axis(layer.unusual[setting]), times(usual.y.shape), times(layer.y.shape)
    )  # fmt: skip
    weights = f"{layer.w.size} weights"
    first, reached = (times(_span(each)) for each in (usual, layer))
    return {
        "padding": [
            (-1.0, f"without zeros:\n{least} places"),
            (0.0, f"with zeros:\n{y} places"),
        ],
        "stride": [(0.0, f"stride 1 would give {least},\nstride {given} gives {y}")],
        "dilation": [
            (-1.0, f"dilation 1:\n{weights} span {first}"),
            (0.0, f"dilation {given}:\nthe same {weights} span {reached}"),
        ],
    }[setting]


def _span(layer: LayerSteps) -> list[int]:
    """Return over how many elements the kernel reaches along each axis."""
    return [along[-1] - along[0] + 1 for along in layer.seen(layer.places[0])]


def _told(
    title: str, layer: LayerSteps | ChannelSteps, panels: Sequence[Panel | Sequence[Panel]]
) -> Animation:
    """Return a figure with these panels, and the numbers of a layer in its texts."""
    settings = [f"{name} {_per_axis(given)}" for name, given in layer.unusual.items()]
    having = f" With {listed(settings)}, its" if settings else " Its"
    zeros = " inside a border of zeros" if "padding" in layer.unusual else ""
    apart = ", spread out," if "dilation" in layer.unusual else ""
    jumps = f", {_per_axis(layer.stride)} at a time," if "stride" in layer.unusual else ""
    steps = f"{layer.last + 1} steps" if layer.last else "one step"
    first, last = (layer.places[step] for step in (0, layer.last))
    return Animation(
        title=title,
        caption=(
            "At every place the weights are multiplied with what lies under them, and the products "
            f"are added: cross-correlation.{having} output is {times(layer.y.shape)}."
        ),
        alt=(
            f"Weights of {times(layer.w.shape)}{apart} move over an input of "
            f"{times(layer.x.shape)} numbers{zeros}{jumps} in {steps}. Their "
            "products with what they cover are added, "
            f"and fill an output of {times(layer.y.shape)} in reading order, from "
            f"{_said(layer, first)} first to {_said(layer, last)} last."
        ),
        panels=panels,
    )


def _per_axis(given: Sequence[int]) -> str:
    """Write a setting: one number, or one per axis."""
    return times(given) if len(set(given)) > 1 else str(given[0])


def _said(layer: LayerSteps | ChannelSteps, place: tuple[int, ...]) -> str:
    """Write what a step adds, for each output."""
    y = layer.y if isinstance(layer, ChannelSteps) else layer.y[None]
    values = [output[place] for output in y]
    return listed([plain(shortest(float(value))) for value in values])
