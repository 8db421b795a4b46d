"""What panels are about, and which part of the axis has to be seen of it."""

from dataclasses import dataclass
from functools import reduce
from math import ceil, floor, inf, isfinite, log10

from signals import ContinuousSignal, DiscreteSignal
from signals.extent import extent
from signals.overlap import support

Signal = ContinuousSignal | DiscreteSignal
Interval = tuple[float, float]

AROUND = 0.04  # of what is seen, to leave free on each side
BEFORE = 0.35  # of the sweep, that what slides in from afar adds to the view
ENDLESS = 1.0  # of the rest's length, that is shown of a signal which goes on for ever


@dataclass(frozen=True)
class Subject:
    """The signals of a panel, as far as framing follows from them.

    Attributes
    ----------
    resting : tuple of signals
        What is drawn over the axis where it is.
    sliding : tuple of (signal, bool)
        What slides over it, and whether it is flipped.
    outputs : tuple of signals
        What is drawn as t goes on, and which the sweep therefore follows.
    inputs : tuple of signals
        What comes in as t goes on; followed where there is no output.
    last : int, optional
        The last step, of what goes in steps from 0 on that are no places of the axis.
    """

    resting: tuple[Signal, ...] = ()
    sliding: tuple[tuple[Signal, bool], ...] = ()
    outputs: tuple[Signal, ...] = ()
    inputs: tuple[Signal, ...] = ()
    last: int | None = None

    def __or__(self, other: "Subject") -> "Subject":
        """Return what two panels are about together."""
        steps = [last for last in (self.last, other.last) if last is not None]
        return Subject(
            self.resting + other.resting,
            self.sliding + other.sliding,
            self.outputs + other.outputs,
            self.inputs + other.inputs,
            max(steps, default=None),
        )

    @property
    def moves(self) -> bool:
        """Whether there is anything to sweep."""
        return bool(self.sliding or self.followed or self.last is not None)

    @property
    def followed(self) -> tuple[Signal, ...]:
        """What the sweep follows."""
        return self.outputs or (() if self.sliding else self.inputs)

    @property
    def _signals(self) -> tuple[Signal, ...]:
        return *self.resting, *self.outputs, *self.inputs, *(signal for signal, _ in self.sliding)

    @property
    def is_discrete(self) -> bool:
        """Whether t is an index."""
        return bool(self._signals) and all(isinstance(s, DiscreteSignal) for s in self._signals)

    @property
    def in_steps(self) -> bool:
        """Whether t rests at whole numbers only."""
        return self.is_discrete or self.last is not None

    def sweep_within(self, span: Interval | None) -> Interval:
        """Return the sweep, less what lies outside of a span."""
        start, stop = self.sweep
        if span is None or self.last is not None:
            return start, stop
        low, high = (ceil(span[0]), floor(span[1])) if self.is_discrete else span
        return (max(start, low), min(stop, high)) if start < high and low < stop else (low, high)

    @property
    def sweep(self) -> Interval:
        """The shifts at which most of the outputs is, and a little before and after."""
        if self.last is not None:
            return 0.0, float(self.last)
        start, stop = _union([_seen(signal, self._length) for signal in self.followed] or self._met)
        margin = 1.0 if self.is_discrete else 0.08 * (stop - start) or self._length
        return _rounded(start - margin, stop + margin, self.is_discrete)

    def span(self, sweep: Interval) -> Interval:
        """Return the part of the axis that shows all of this while t sweeps."""
        if not self._signals:
            return 0.0, 1.0
        wide = sweep[1] - sweep[0]
        around = (sweep[0] - BEFORE * wide, sweep[1])
        there = (*self.resting, *self.inputs)
        parts = [sweep, *(_seen(signal, self._length) for signal in there)]
        for signal, flip in self.sliding:
            near, far = _turned(_seen(signal, self._length), flip)
            parts.append((max(sweep[0] + near, around[0]), min(sweep[0] + far, around[1])))
        start, stop = _union([part for part in parts if part[0] <= part[1]])
        margin = max(AROUND * (stop - start), 1.0 if self.is_discrete else 0.0)
        return _rounded(start - margin, stop + margin, self.is_discrete)

    def near(self, sweep: Interval) -> Interval:
        """Return the part of the span that lies around a sweep which somebody has chosen."""
        whole, wide = self.span(sweep), sweep[1] - sweep[0]
        start = max(whole[0], sweep[0] - BEFORE * wide)
        stop = min(whole[1], sweep[1] + AROUND * wide)
        close = _rounded(start, stop, self.is_discrete)
        return whole if self.unseen(close, sweep) else close

    def unseen(self, span: Interval, sweep: Interval) -> Interval | None:
        """Return where a signal is that the span never shows while t sweeps, if there is one."""
        places = [(signal, support(signal)) for signal in (*self.resting, *self.inputs)]
        for signal, flip in self.sliding:
            near, far = _turned(support(signal), flip)
            places.append((signal, (sweep[0] + near, sweep[1] + far)))
        for signal, (start, stop) in places:
            if (start > span[1] or stop < span[0]) and _is_there(signal):
                return start, stop
        return None

    @property
    def _met(self) -> list[Interval]:
        """The shifts at which what slides lies over what rests."""
        rest = _union([_seen(signal, self._length) for signal in self.resting] or [(0.0, 0.0)])
        turned = [_turned(_seen(signal, self._length), flip) for signal, flip in self.sliding]
        return [(rest[0] - far, rest[1] - near) for near, far in turned]

    @property
    def _length(self) -> float:
        """How long the longest of the signals is that end."""
        lengths = [stop - start for start, stop in map(extent, self._signals)]
        return max([length for length in lengths if 0 < length < inf], default=1.0)


def interval(given: Interval, name: str) -> Interval:
    """Return two finite numbers, the second larger; refuse anything else by ``name``."""
    try:
        start, stop = (float(end) for end in given)
    except (TypeError, ValueError):
        raise TypeError(f"{name} must be two finite numbers, got {given!r}") from None
    if not (isfinite(start) and isfinite(stop) and start < stop):
        raise ValueError(
            f"{name} must be two finite numbers, the second larger, got ({start:g}, {stop:g})"
        )
    return start, stop


def _seen(signal: Signal, length: float) -> Interval:
    """Return where most of a signal is; of one that goes on for ever, so much of it."""
    start, stop = extent(signal)
    inner = [at for at in getattr(signal, "breakpoints", ()) if isfinite(at)] or [0.0]
    if not isfinite(start):
        start = min(inner[0], stop) - ENDLESS * length
    if not isfinite(stop):
        stop = max(inner[-1], start) + ENDLESS * length
    return start, stop


def _turned(interval: Interval, flip: bool) -> Interval:
    return (-interval[1], -interval[0]) if flip else interval


def _union(intervals: list[Interval]) -> Interval:
    """Return the shortest interval that holds all of these."""
    return reduce(lambda a, b: (min(a[0], b[0]), max(a[1], b[1])), intervals)


def _rounded(start: float, stop: float, discrete: bool) -> Interval:
    """Return an interval with round ends that holds this one."""
    if not start < stop:
        start, stop = start - 1.0, stop + 1.0
    step = 10.0 ** floor(log10((stop - start) / 4)) / 2
    if discrete:
        step = max(1.0, round(step))
    ends = step * floor(start / step + 1e-9), step * ceil(stop / step - 1e-9)
    return float(f"{ends[0]:.12g}"), float(f"{ends[1]:.12g}")


def _is_there(signal: Signal) -> bool:
    if isinstance(signal, DiscreteSignal):
        return bool(signal.values.any())
    return bool(signal.pieces or signal.impulses)
