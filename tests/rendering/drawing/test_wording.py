"""What figures say is true, and said in one way."""

from decimal import Decimal
from itertools import product
from math import inf

import pytest
from hypothesis import settings

from animations.rendering import Frame
from animations.rendering.drawing.wording import argument, limits, preparation
from signals.overlap import Limit, Overlap, overlap

MINUS = "\N{MINUS SIGN}"

repeatable = settings(derandomize=True, deadline=None)


def parse(wording: str) -> Decimal:
    assert "-" not in wording, "a hyphen is no minus sign"
    return Decimal(wording.replace(MINUS, "-"))


def frame(t: float, flip: float = 1.0, sweeping: bool = True) -> Frame:
    return Frame(0, 0.0, t, flip, sweeping)


def test_the_sliding_signal_is_named_as_it_is_at_that_moment() -> None:
    assert argument("x", frame(0, flip=0, sweeping=False), True) == r"x(\tau)"
    assert argument("x", frame(0, flip=0.4, sweeping=False), True) == r"x(\tau)"
    assert argument("x", frame(0, flip=0.6, sweeping=False), True) == r"x(-\tau)"
    assert argument("x", frame(0, sweeping=False), True) == r"x(-\tau)"
    assert argument("x", frame(-2, sweeping=False), True) == r"x(t - \tau)"
    assert argument("x", frame(0), True) == r"x(t - \tau)"
    assert argument("h", frame(0), True) == r"h(t - \tau)"


@pytest.mark.parametrize("t", [-3.0, 0.0, 2.0])
def test_correlation_never_shows_a_flipped_argument(t: float) -> None:
    assert argument("h", frame(t), False) == r"h(\tau - t)"


def test_what_is_prepared_is_said_step_by_step() -> None:
    steps = [
        preparation(frame(t, flip, sweeping=False), flip=True)
        for t, flip in [(0, 0), (0, 0.5), (0, 1), (-1, 1)]
    ]
    words, mathematics = zip(*steps, strict=True)
    assert words == ("first the flip", "the flip", "the flip", "then the shift")
    turned = r"$\tau \to -\tau$"
    assert mathematics == ("", turned, turned, r"$-\tau \to t - \tau$")
    assert preparation(frame(0, 1, sweeping=False), flip=False) == ("no flip", "")


VALUES = [-inf, -3, -0.25, 0, 2.5, 4, inf]


@pytest.mark.parametrize("moves", list(product([True, False], repeat=2)))
@pytest.mark.parametrize(("lower", "upper"), list(product(VALUES[:-1], VALUES[1:])))
def test_the_limits_say_what_they_are(lower: float, upper: float, moves: tuple[bool, bool]) -> None:
    ends = [Limit(value, move) for value, move in zip((lower, upper), moves, strict=True)]
    latex = limits(Overlap("partial", *ends))
    for t in (-2.0, 0.0, 7.5):
        assert evaluate(latex, t) == tuple(end.value + t * end.moves for end in ends)


def evaluate(limits: str, t: float) -> tuple[float, float]:
    """The least and the greatest τ that LaTeX such as ``0 \\leq \\tau \\leq t - 3`` allows."""
    if limits == r"-\infty < \tau < \infty":
        return -inf, inf
    if "=" in limits:
        limits = rf"{limits.split('=')[1]} \leq \tau \leq {limits.split('=')[1]}"
    parts = [part.strip() for part in limits.replace(MINUS, "-").split(r"\leq")]
    at = parts.index(r"\tau")
    assert at <= 1 and len(parts) - at <= 2

    def value(term: str) -> float:
        first, *others = term.split()
        total = t if first == "t" else float(first)
        if others:
            sign, by = others
            total += {"+": 1, "-": -1}[sign] * float(by)
        return total

    return value(parts[0]) if at else -inf, value(parts[-1]) if at < len(parts) - 1 else inf


@pytest.mark.parametrize(
    ("t", "latex"),
    [
        (2, r"0 \leq \tau \leq t"),
        (5, r"t - 5 \leq \tau \leq t"),
        (9, r"t - 5 \leq \tau \leq t"),
    ],
)
def test_the_posts_convolution_has_the_limits_of_the_post(t: float, latex: str) -> None:
    assert limits(overlap((0, inf), (0, 5), t, flip=True)) == latex


@pytest.mark.parametrize(("t", "latex"), [(-2, r"0 \leq \tau \leq 5"), (3, r"t \leq \tau \leq 5")])
def test_the_posts_correlation_has_other_limits(t: float, latex: str) -> None:
    assert limits(overlap((0, 5), (0, inf), t, flip=False)) == latex
