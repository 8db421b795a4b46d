from .animation import Animation as Animation, Panel as Panel
from .channels import Channels as Channels
from .command_line.run import run as run
from .film import Film as Film
from .panels.average import AveragePanel as AveragePanel
from .panels.circuit import CircuitPanel as CircuitPanel
from .panels.channels import BiasSumPanel as BiasSumPanel, ChannelsPanel as ChannelsPanel
from .panels.definition import DefinitionPanel as DefinitionPanel
from .panels.echoes import EchoPanel as EchoPanel, StemInputPanel as StemInputPanel
from .panels.heading import Heading as Heading
from .panels.indexed import IndexedPanel as IndexedPanel, IndexedSumPanel as IndexedSumPanel
from .panels.input import InputPanel as InputPanel
from .panels.learning import KernelPanel as KernelPanel, LossPanel as LossPanel
from .panels.marks import Marks as Marks
from .panels.narration import Narration as Narration
from .panels.network import NetworkPanel as NetworkPanel
from .panels.output import OutputPanel as OutputPanel
from .panels.overlap import OverlapPanel as OverlapPanel
from .panels.photograph import Filter as Filter, PhotographPanel as PhotographPanel
from .panels.readout import ReadoutPanel as ReadoutPanel
from .panels.scan import ScanPanel as ScanPanel
from .panels.scan_sum import ScanSumPanel as ScanSumPanel
from .panels.size import SizePanel as SizePanel
from .panels.spread import SpreadPanel as SpreadPanel
from .panels.stem_output import StemOutputPanel as StemOutputPanel
from .panels.stem_overlap import StemOverlapPanel as StemOverlapPanel
from .panels.sums import ChannelSumPanel as ChannelSumPanel, SumPanel as SumPanel
from .panels.volume import VolumePanel as VolumePanel
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
