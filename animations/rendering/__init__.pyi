from .animation import FROM_PANELS as FROM_PANELS, Animation as Animation, Panel as Panel
from .command_line.run import run as run
from .film import Film as Film
from .panels.stems.average import AveragePanel as AveragePanel
from .panels.diagrams.circuit import CircuitPanel as CircuitPanel
from .panels.grids.channel_rows import ChannelRowsPanel as ChannelRowsPanel
from .panels.grids.channels import ChannelsPanel as ChannelsPanel
from .panels.stems.blocks import BlocksPanel as BlocksPanel
from .panels.curves.definition import DefinitionPanel as DefinitionPanel
from .panels.stems.echoes import EchoPanel as EchoPanel
from .panels.text.heading import Heading as Heading, Narration as Narration
from .drawing.translation import Name as Name, Translation as Translation
from .panels.stems.indexed import (
    IndexedInputPanel as IndexedInputPanel,
    IndexedOutputPanel as IndexedOutputPanel,
    IndexedWeightsPanel as IndexedWeightsPanel,
)
from .panels.text.indexed import (
    IndexedFormulaPanel as IndexedFormulaPanel,
    IndexedSumPanel as IndexedSumPanel,
)
from .panels.stems.learner import Learner as Learner
from .panels.stems.fit import FitPanel as FitPanel
from .panels.stems.learning import KernelPanel as KernelPanel
from .panels.stems.loss import LossPanel as LossPanel
from .panels.text.integrals import IntegralsPanel as IntegralsPanel
from .panels.text.marks import Marks as Marks
from .panels.diagrams.network import NetworkPanel as NetworkPanel
from .panels.curves.trace import InputPanel as InputPanel, OutputPanel as OutputPanel
from .panels.curves.overlap import OverlapPanel as OverlapPanel
from .panels.grids.filtered import Filter as Filter, FilteredPanel as FilteredPanel
from .panels.in_turn import InTurn as InTurn
from .panels.text.readout import ReadoutPanel as ReadoutPanel
from .panels.grids.layer import LayerPanel as LayerPanel
from .panels.grids.turned import TurnPanel as TurnPanel
from .panels.grids.transposed import TransposedPanel as TransposedPanel
from .panels.grids.size import SizePanel as SizePanel
from .panels.stems.response import ResponsePanel as ResponsePanel
from .panels.stems.trace import StemInputPanel as StemInputPanel, StemOutputPanel as StemOutputPanel
from .panels.stems.overlap import StemOverlapPanel as StemOverlapPanel
from .panels.text.layer_sums import BiasSumPanel as BiasSumPanel, LayerSumPanel as LayerSumPanel
from .panels.text.sums import (
    ChannelSumPanel as ChannelSumPanel,
    SumPanel as SumPanel,
)
from .panels.grids.volume import VolumePanel as VolumePanel
from .panels.grids.photograph import PhotographPanel as PhotographPanel, ZoomPanel as ZoomPanel
from .photograph import photograph as photograph
from .framing.moments import fullest as fullest
from .framing.pace import follow as follow
from .framing.subject import Signal as Signal
from .storyboards.custom import animate_any as animate_any
from .storyboards.convolution import animate as animate
from .storyboards.course import course as course
from .storyboards.formulas import formula_of as formula_of
from .storyboards.given import Given as Given, samples_of as samples_of
from .storyboards.impulses import animate_impulses as animate_impulses
from .storyboards.layer import animate_layer as animate_layer
from .notebook.interaction import interact as interact
from .storyboards.photograph import animate_filters as animate_filters
from .beats import (
    aside as aside,
    hold as hold,
    pause_for as pause_for,
    reflect as reflect,
    steps as steps,
    strides as strides,
    sweep as sweep,
    visit as visit,
)
from .timeline import Beat as Beat, Frame as Frame, Timeline as Timeline
