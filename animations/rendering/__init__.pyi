from .animation import Animation as Animation, Panel as Panel
from .channels import Channels as Channels
from .command_line.run import run as run
from .film import Film as Film
from .panels.stems.average import AveragePanel as AveragePanel
from .panels.diagrams.circuit import CircuitPanel as CircuitPanel
from .panels.grids.channels import ChannelsPanel as ChannelsPanel
from .panels.curves.definition import DefinitionPanel as DefinitionPanel
from .panels.stems.echoes import EchoPanel as EchoPanel, StemInputPanel as StemInputPanel
from .panels.text.heading import Heading as Heading, Narration as Narration
from .panels.stems.indexed import IndexedPanel as IndexedPanel
from .panels.curves.input import InputPanel as InputPanel
from .panels.stems.learning import KernelPanel as KernelPanel, LossPanel as LossPanel
from .panels.text.marks import Marks as Marks
from .panels.diagrams.network import NetworkPanel as NetworkPanel
from .panels.curves.output import OutputPanel as OutputPanel
from .panels.curves.overlap import OverlapPanel as OverlapPanel
from .panels.grids.photograph import Filter as Filter, PhotographPanel as PhotographPanel
from .panels.text.readout import ReadoutPanel as ReadoutPanel
from .panels.grids.scan import ScanPanel as ScanPanel
from .panels.grids.size import SizePanel as SizePanel
from .panels.grids.spread import SpreadPanel as SpreadPanel
from .panels.stems.output import StemOutputPanel as StemOutputPanel
from .panels.stems.overlap import StemOverlapPanel as StemOverlapPanel
from .panels.text.layer_sums import BiasSumPanel as BiasSumPanel, LayerSumPanel as LayerSumPanel
from .panels.text.sums import (
    ChannelSumPanel as ChannelSumPanel,
    IndexedSumPanel as IndexedSumPanel,
    SumPanel as SumPanel,
)
from .panels.grids.volume import VolumePanel as VolumePanel
from .photograph import photograph as photograph
from .scan import Scan as Scan
from .spread import Spread as Spread
from .timeline import (
    Beat as Beat,
    Frame as Frame,
    Timeline as Timeline,
    hold as hold,
    reflect as reflect,
    steps as steps,
    sweep as sweep,
)
