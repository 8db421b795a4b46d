"""The panels as a catalogue: what each looks like, cut out of a figure that uses it.

``python tests/catalogue.py`` draws the README's pictures anew, into ``output/panels``.
"""

from pathlib import Path

from figures import film_of
from PIL import Image

from animations.rendering.animation import Panel

FOLDER = Path(__file__).parents[1] / "output" / "panels"

USED = {
    "Heading": "continuous",
    "OverlapPanel": "continuous",
    "ReadoutPanel": "continuous",
    "IntegralsPanel": "commutativity",
    "OutputPanel": "continuous",
    "DefinitionPanel": "definitions",
    "InputPanel": "impulses",
    "Narration": "impulses",
    "Marks": "system",
    "StemOverlapPanel": "discrete",
    "SumPanel": "discrete",
    "StemOutputPanel": "discrete",
    "ChannelSumPanel": "color_line",
    "BlocksPanel": "multichannel",
    "ChannelRowsPanel": "color_line",
    "ResponsePanel": "flip",
    "StemInputPanel": "echoes",
    "EchoPanel": "echoes",
    "AveragePanel": "moving_average",
    "IndexedFormulaPanel": "notation",
    "IndexedWeightsPanel": "notation",
    "IndexedInputPanel": "notation",
    "IndexedOutputPanel": "notation",
    "IndexedSumPanel": "notation",
    "KernelPanel": "learned_kernel",
    "FitPanel": "learned_kernel",
    "LossPanel": "learned_kernel",
    "NetworkPanel": "causal",
    "CircuitPanel": "system",
    "LayerPanel": "image_padding",
    "LayerSumPanel": "image_padding",
    "SizePanel": "image_padding",
    "TransposedPanel": "image_transposed",
    "ChannelsPanel": "image_channels",
    "BiasSumPanel": "image_channels",
    "VolumePanel": "volume",
}
"""For each panel a figure of the collection that shows it."""


def picture(name: str) -> Image.Image:
    """Cut the first panel of that name out of its figure's poster."""
    film = film_of(USED[name])
    left, bottom, width, height = next(
        box for panel, box in film.boxes if type(panel).__name__ == name
    )
    whole = Image.fromarray(film.pixels(film.poster)[..., :3])
    top = film.size[1] - bottom - height
    return whole.crop((round(left), round(top), round(left + width), round(top + height)))


def names() -> set[str]:
    """Every panel that scripts can import."""
    import animations.rendering as rendering

    found = {name: getattr(rendering, name) for name in rendering.__all__}
    kinds = {name for name, kind in found.items() if isinstance(kind, type)}
    return {name for name in kinds if Panel in found[name].__mro__} - {"Panel"}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in USED:
        small = picture(each).quantize(64)
        small.save(FOLDER / f"{each}.png", optimize=True)
