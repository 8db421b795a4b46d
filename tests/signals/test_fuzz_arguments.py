"""Wrong arguments of every public name: a proper result, or a refusal in one line."""

import math
import operator
from decimal import Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import signals as public
from signals import ContinuousSignal, DiscreteSignal, Piece, impulse, piecewise, rect

INF = math.inf


ROW, CONTINUOUS, DISCRETE = [[1.0, 2, 3]], rect(), DiscreteSignal([1, 2])
CALLS = [
    (public.rect, 0, 1, 1),
    (public.triangle, -1, 0, 1, 1),
    (public.step, 0),
    (public.impulse, 0, 1),
    (public.exponential, 1, 1),
    (public.piecewise, (0, 1, 1)),
    (lambda *piece: piecewise(piece), 0, 1, np.cos, "t"),
    (lambda value: piecewise((0, 1, lambda t: value)), 1),
    (public.sample, CONTINUOUS, 0, 3),
    (public.Piece, 0, 1, np.cos, "t"),
    (public.ContinuousSignal, CONTINUOUS.pieces, [(0, 1)], "t"),
    (lambda at, weight: ContinuousSignal((), [(at, weight)]), 0, 1),
    (public.DiscreteSignal, [1, 2], 0),
    (public.convolve, CONTINUOUS, CONTINUOUS),
    (public.correlate, DISCRETE, DISCRETE),
    (public.convolve_channels, [DISCRETE], [DISCRETE], True),
    (public.decompose, CONTINUOUS, [0.5]),
    (lambda cut: public.decompose(CONTINUOUS, [cut]), 0.5),
    (public.from_transfer_function, [1.0], [1.0, 2]),
    (public.from_difference_equation, [1], [1, -0.5], 4),
    (public.layer, ROW, [ROW], [0], 1, 0, 1),
    (public.transposed_layer, ROW, [ROW], 1, 0, 0, 1),
    (public.output_size, [5], [3], 1, 0, 1),
    (public.transposed_output_size, [5], [3], 1, 0, 0, 1),
    (public.receptive_field, [0], [3], 1, 0, 1),
    (public.LayerSteps, [1, 2, 3], [1, 2], 1, 0, 1),
    (public.TransposedSteps, [1, 2, 3], [1, 2], 1),
    (public.ChannelSteps, ROW, [ROW], [0]),
    *((getattr(CONTINUOUS, name), 0) for name in ("__call__", "left", "shift")),
    *((getattr(DISCRETE, name), 0) for name in ("__call__", "shift")),
    *(
        (lambda other, act=act, signal=signal, turned=turned: act(*(signal, other)[::turned]), 2)
        for act in (operator.add, operator.sub, operator.mul, operator.truediv, operator.eq)
        for signal in (CONTINUOUS, CONTINUOUS + impulse(), DISCRETE)
        for turned in (1, -1)
    ),
]
HOSTILE = [
    *(math.nan, INF, -INF, -0.0, 1e-300, 1e300, -1e300, 0.5, 10**400, -(10**400), 10**5000),
    *(
        2**53,
        2**53 + 1,
        2**40,
        -(2**63),
        2**64,
        True,
        False,
        None,
        1j,
        "",
        "1",
        "t\nt",
        b"ab",
        object(),
    ),
    *(Decimal(2), Decimal("sNaN"), Decimal("1e999"), Fraction(1, 3), Fraction(10**400)),
    *(np.float64("nan"), np.float32(0.1), np.int8(-128), np.uint64(2**64 - 1), np.bool_(True)),
    *(
        np.complex64(1j),
        np.longdouble(2),
        np.float16(1),
        np.datetime64("2020"),
        np.timedelta64(1, "s"),
    ),
    *([], (), {}, {1: 2}, {1}, [1], [[1, 2], [3]], [None], ["a"], range(3), slice(2), np.cos, len),
    *(np.array(1), np.array([1]), np.array([0.5]), np.array([[1.0, 2], [3, 4]]), np.array(1j)),
    *(
        np.array(None),
        np.array([1, None]),
        np.array([10**400, 1], object),
        np.array([]),
        np.zeros(0, "i8"),
    ),
    *(np.array("a"), np.array([True]), CONTINUOUS, DISCRETE, CONTINUOUS.pieces[0], DiscreteSignal),
]
PLAIN = st.sampled_from(HOSTILE)
ARGUMENTS = (
    PLAIN | st.lists(PLAIN, max_size=2) | st.tuples(PLAIN, PLAIN) | st.floats() | st.integers()
)


def inspect(result):
    """Look at everything that a result is asked for."""
    if isinstance(result, ContinuousSignal):
        assert isinstance(result.formula, str) and isinstance(repr(result), str)
        assert all(map(math.isfinite, result.breakpoints))
        assert all(map(math.isfinite, result([-3.0, *result.breakpoints])))
    elif isinstance(result, DiscreteSignal):
        assert isinstance(repr(result), str) and np.isfinite(result.values).all()
        assert type(result(0)) is float
    elif isinstance(result, list | tuple):
        for each in result:
            inspect(each)
    elif isinstance(result, Piece):
        assert result.start < result.stop
    else:
        kinds = float, int, bool, np.ndarray, range, public.LayerSteps, public.TransposedSteps
        assert isinstance(result, (*kinds, public.ChannelSteps))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.sampled_from(CALLS),
    st.lists(st.tuples(st.integers(0, 5), ARGUMENTS), min_size=1, max_size=2),
)
def test_wrong_arguments_are_refused_in_one_line(call, wrong):
    action, *arguments = call
    for place, value in wrong:
        arguments[place % len(arguments)] = value
    try:
        inspect(action(*arguments))
    except (ValueError, TypeError) as error:
        assert type(error) in (ValueError, TypeError)
        assert str(error) and "\n" not in str(error)
