"""The parts that figures are made of."""

from animations.rendering.panels.definition import DefinitionPanel
from animations.rendering.panels.heading import Heading
from animations.rendering.panels.output import OutputPanel
from animations.rendering.panels.overlap import OverlapPanel
from animations.rendering.panels.readout import ReadoutPanel
from animations.rendering.panels.stem_output import StemOutputPanel
from animations.rendering.panels.stem_overlap import StemOverlapPanel
from animations.rendering.panels.sums import ChannelSumPanel, SumPanel

__all__ = [
    "ChannelSumPanel",
    "DefinitionPanel",
    "Heading",
    "OutputPanel",
    "OverlapPanel",
    "ReadoutPanel",
    "StemOutputPanel",
    "StemOverlapPanel",
    "SumPanel",
]
