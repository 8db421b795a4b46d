"""An animation is checked where it is made."""

import math
from typing import Any

import pytest

from animations.rendering import Animation, SumPanel, hold, steps, sweep
from animations.rendering.timeline import Beat, Frame
from signals import DiscreteSignal

PANEL = SumPanel(DiscreteSignal([1]), DiscreteSignal([1]))
SOUND: dict[str, Any] = {
    "title": "A title",
    "caption": "",
    "alt": "",
    "panels": [PANEL, [PANEL, PANEL]],
    "timeline": sweep(-1, 4, seconds=2),
    "span": (-2, 5),
    "poster": 1.0,
}


def test_what_is_sound_is_kept() -> None:
    animation = Animation(**{**SOUND, "panels": iter(SOUND["panels"])})
    assert animation.panels == (PANEL, (PANEL, PANEL))
    assert animation == Animation(**SOUND)


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"title": ""}, ValueError, "needs a title"),
        ({"title": None}, TypeError, "title must be text, got None"),
        ({"alt": 5}, TypeError, "alt must be text, got 5"),
        ({"panels": []}, ValueError, "panels must be panels, or rows of them.* at least one"),
        ({"panels": [PANEL, []]}, ValueError, "at least one in each"),
        ({"panels": None}, TypeError, "panels must be panels, .* got None"),
        ({"panels": [[[PANEL]]]}, TypeError, "panels must be panels"),
        ({"panels": [SumPanel]}, TypeError, "panels must be panels"),
        ({"span": (8, -4)}, ValueError, r"the second larger, got \(8, -4\)"),
        (
            {"span": (0, 1e-12)},
            ValueError,
            "but its span goes from 0 to 1e-12",
        ),
        ({"span": (0, math.inf)}, ValueError, "span must be two finite numbers"),
        ({"span": 3}, TypeError, "span must be two finite numbers.* got 3"),
        ({"poster": math.nan}, ValueError, "poster must be a finite number, got nan"),
        ({"poster": "2"}, TypeError, "poster must be a finite number, got '2'"),
        ({"poster": 9}, ValueError, "that the timeline comes to, from -1 to 4, got 9"),
        ({"timeline": [1]}, TypeError, r"timeline must be beats, such as sweep\(…\)"),
        ({"timeline": hold(0, 1e9)}, ValueError, r"not take more than 3600 s, got 1e\+09"),
    ],
)
def test_what_cannot_be_shown_is_refused(
    changes: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        Animation(**{**SOUND, **changes})


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: hold(0, -1), ValueError, "seconds must be 0 or more, got -1"),
        (lambda: hold(math.nan, 1), ValueError, "a shift must be a finite number, got nan"),
        (lambda: Beat("1", Frame(0, 0, 0), Frame(0, 0, 0)), TypeError, "seconds must be a finite"),  # type: ignore[arg-type]
        (lambda: sweep(1, 1, seconds=2), ValueError, "start < stop must hold, got 1 and 1"),
        (lambda: sweep(2, 1, seconds=2), ValueError, "start < stop must hold, got 2 and 1"),
        (lambda: sweep(0, math.inf, seconds=2), ValueError, "sweep: stop must be a finite number"),
        (lambda: sweep(0, 1, seconds=-2), ValueError, "seconds must be 0 or more"),
        (lambda: steps(5, -1), ValueError, "steps: start ≤ stop must hold, got 5 and -1"),
        (lambda: steps(0.5, 3), TypeError, r"start and stop must be whole, got 0\.5 and 3"),  # type: ignore[arg-type]
        (lambda: steps(0, 3, seconds=-1), ValueError, "seconds must be 0 or more"),
    ],
)
def test_what_takes_no_time_is_refused(make: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        make()
