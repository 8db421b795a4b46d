"""What the figure scripts share: from a storyboard to pixels to files."""

from animations.rendering.animation import Animation, Panel
from animations.rendering.command_line import run
from animations.rendering.film import Film
from animations.rendering.panels import (
    ChannelSumPanel,
    DefinitionPanel,
    Heading,
    OutputPanel,
    OverlapPanel,
    ReadoutPanel,
    StemOutputPanel,
    StemOverlapPanel,
    SumPanel,
)
from animations.rendering.timeline import Beat, Frame, Timeline, hold, reflect, steps, sweep

__all__ = [
    "Animation",
    "Beat",
    "ChannelSumPanel",
    "DefinitionPanel",
    "Film",
    "Frame",
    "Heading",
    "OutputPanel",
    "OverlapPanel",
    "Panel",
    "ReadoutPanel",
    "StemOutputPanel",
    "StemOverlapPanel",
    "SumPanel",
    "Timeline",
    "hold",
    "reflect",
    "run",
    "steps",
    "sweep",
]
