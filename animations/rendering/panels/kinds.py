"""What panels take: a wrong kind of signal is refused where it is given."""

from typing import Any

from signals import ContinuousSignal, DiscreteSignal

NAMES: dict[type, str] = {
    ContinuousSignal: "a continuous signal, as from piecewise(…) or exponential(…)",
    DiscreteSignal: "a discrete signal, such as DiscreteSignal([1, 2]) or sample(…)",
}

_COUNTED = {1: "one", 2: "two", 3: "three"}


def continuous(panel: Any, *names: str) -> None:
    """Refuse fields of a panel that are not continuous signals, or sequences of them."""
    _refuse_others(panel, ContinuousSignal, names)


def discrete(panel: Any, *names: str) -> None:
    """Refuse fields of a panel that are not discrete signals, or sequences of them."""
    _refuse_others(panel, DiscreteSignal, names)


def one_of(panel: Any, name: str, *kinds: type) -> None:
    """Refuse a field of a panel that is none of these kinds."""
    given = getattr(panel, name)
    if not isinstance(given, kinds):
        allowed = " or ".join(kind.__name__ for kind in kinds)
        raise TypeError(
            f"{type(panel).__name__}: {name} must be {allowed}, got {type(given).__name__}"
        )


def dimensions(panel: Any, *counts: int) -> None:
    """Refuse a panel's layer of other than so many dimensions."""
    given = len(panel.layer.stride)
    if given not in counts:
        *others, last = (_COUNTED[count] for count in counts)
        allowed = " or ".join([", ".join(others), last] if others else [last])
        raise ValueError(
            f"{type(panel).__name__}: layer must have {allowed} "
            f"dimension{'s' if max(counts) > 1 else ''}, got {given}"
        )


def two_names(panel: Any) -> None:
    """Refuse names of a panel that are not two texts."""
    names = panel.names
    if isinstance(names, str) or len(names) != 2 or not all(isinstance(n, str) for n in names):
        raise TypeError(f"{type(panel).__name__}: names must be two texts, got {names!r}")


def _refuse_others(panel: Any, kind: type, names: tuple[str, ...]) -> None:
    for name in names:
        given = getattr(panel, name)
        for signal in given if isinstance(given, list | tuple) else (given,):
            if not isinstance(signal, kind):
                raise TypeError(
                    f"{type(panel).__name__}: {name} must be {NAMES[kind]}, "
                    f"got {type(signal).__name__}"
                )
