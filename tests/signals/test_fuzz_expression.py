"""Typed lines of every kind: a signal, or an error that says what is wrong; nothing else."""

import json
import math
import os
import re
import subprocess
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typed_lines import ESCAPES, LINES

from signals import ContinuousSignal, DiscreteSignal, convolve, exponential
from signals.expression import ExpressionError, from_expression
from signals.expression.discrete import MOST
from signals.expression.indices import at_indices
from signals.expression.text import parse
from signals.expression.vocabulary import FUNCTIONS, NAMES
from signals.extent import extent

ROOT = Path(__file__).parents[2]
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))  # a fifth of them for each kind
repeatable = settings(
    derandomize=not EXAMPLES,
    deadline=None,
    database=None,
    max_examples=EXAMPLES // 5 or 300,
    suppress_health_check=list(HealthCheck),
)

SOME_NUMBERS = (
    "0 1 2 3 0.5 .1 4. 1e-3 1e6 1e300 1e308 1e-300 1e-308 5e-324 1e400 9 100 101 1000 0.1 0.2 "
    "1/3 pi e (-1) -2 (1/2) inf -inf 2^52 9^9"
)
NUMBERS = st.sampled_from(SOME_NUMBERS.split())
SOME_WORDS = (
    "t n pi e inf exp sin cos sinc sqrt abs log u rect tri delta gauss piecewise ( ) [ ] , + - * "
    "/ ** ^ < <= > >= @ 0 1 2 0.5 1e300 3 . = ! | & ' \" : ; _ x lambda if else for in and not "
    "eval exec __import__ import ² π δ − · ∞ ｔ \\ \n \t # { } ~ % $ ? \x00 é"
)
WORDS = SOME_WORDS.split(" ")
VALID = [
    "2*exp(-t/2)*u(t)",
    "t/2*(0 <= t < 3) + 1/2*(3 <= t < 5)",
    "piecewise(t/2, 0, 3, 1/2, 3, 5)",
    "abs(abs(t)-1)*rect(t/6)",
    "cos(2 pi t)rect(t/4) - 3δ(t−1)",
    "1/(1+t^2) + gauss((t-50)/0.01)",
    "abs(sin(3t))*(0<=t<10)",
    "0.8^n (n >= 0)*(n < 30)",
    "delta[n] - 0.5delta[n-1] + tri(n/3)",
    "[1, 2, 3]@-1",
    "[[1, 2, 1], [2, 4, 2], [1, 2, 1]]/16",
    "sqrt(t^2 + 1)/(t^2 - 4t + 5)^(1/3)",
]


def extended(inner):
    """Lines made of shorter ones."""
    binary = st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "^", "**", " ", ""]), inner)
    compared = st.tuples(inner, st.sampled_from(["<", "<=", ">", ">="]), inner)
    return st.one_of(
        binary.map("".join),
        binary.map(lambda three: f"({three[0]}){three[1]}({three[2]})"),
        compared.map(lambda three: f"({''.join(three)})"),
        st.tuples(st.sampled_from(sorted({*FUNCTIONS} - {"piecewise"})), inner).map(
            lambda two: f"{two[0]}({two[1]})"
        ),
        st.tuples(inner, inner, inner).map(lambda three: f"piecewise({', '.join(three)})"),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]}<={three[1]}<{three[2]})"),
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]"),
        inner.map(lambda line: f"-{line}"),
    )


def grown(variable):
    return st.recursive(NUMBERS | st.just(variable), extended, max_leaves=12)


GROWN = grown("t") | grown("n") | grown("t*t-1") | grown("(t-1/3)")
RANDOM = st.text(max_size=30) | st.lists(st.sampled_from(WORDS), max_size=20).map("".join)


@st.composite
def mutated(draw):
    """A valid line in which something was cut out, doubled, or put in."""
    line = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 3))):
        start, stop = sorted(draw(st.integers(0, len(line))) for _ in range(2))
        put = draw(st.sampled_from([*WORDS, line[start:stop] * 2]) | st.characters())
        line = line[:start] + put + line[stop:]
    return line


def read(line):
    """Read a line; an error must be one that helps."""
    try:
        return from_expression(line)
    except ExpressionError as error:
        check_error(error, line)
        return None


def check_error(error, line):
    reason, shown, caret = str(error).split("\n")
    assert reason == error.reason and 10 < len(reason) < 300
    assert 0 <= error.column <= max(len(line), 1)
    assert len(shown) <= 78 and caret.strip() == "^" and len(caret) <= 78
    assert error.text == line or not line.strip()


def check_usable(signal, times):
    """Use a signal in each way: a value, or an error in one line."""
    assert isinstance(signal.formula, str) if isinstance(signal, ContinuousSignal) else True
    one = ContinuousSignal if isinstance(signal, ContinuousSignal) else DiscreteSignal
    decay = exponential(1, 1) if one is ContinuousSignal else DiscreteSignal([1, 0.5])
    uses = [
        lambda: signal(np.array(times if one is ContinuousSignal else np.rint(times))),
        lambda: signal.shift(3),
        lambda: signal.flip(),
        lambda: -0.5 * signal,
        lambda: signal + signal.flip(),
        lambda: extent(signal),
        lambda: convolve(signal, decay),
    ]
    for use in uses:
        try:
            result = use()
        except ValueError as error:
            assert "\n" not in str(error) and len(str(error)) < 300
        else:
            assert not isinstance(result, np.ndarray) or np.isfinite(result).all()
    if isinstance(signal, ContinuousSignal):
        assert all(map(math.isfinite, signal.breakpoints))
        assert list(signal.breakpoints) == sorted(set(signal.breakpoints))
    else:
        assert signal.values.size <= MOST


UNDERFLOWING = re.compile("exp|gauss|e-?3")
"""In floats 0 < exp(-1000) does not hold: no oracle for where functions are compared."""

TIMES = st.lists(st.floats(-20, 20), min_size=3, max_size=6)


@repeatable
@given(GROWN, TIMES)
def test_lines_from_the_vocabulary(line, times):
    signal = read(line)
    if signal is not None and not isinstance(signal, np.ndarray):
        check_usable(signal, times)


@repeatable
@given(RANDOM)
def test_any_text(line):
    read(line)


@repeatable
@given(mutated(), TIMES)
def test_valid_lines_with_something_wrong(line, times):
    signal = read(line)
    if signal is not None and not isinstance(signal, np.ndarray):
        check_usable(signal, times)


@repeatable
@given(grown("n"))
def test_samples_are_all_found(line):
    """What is looked for between bounds is what is there, at −60, …, 60."""
    signal = read(line)
    if isinstance(signal, DiscreteSignal) and "[" not in line and not UNDERFLOWING.search(line):
        n = np.arange(-60, 61)
        direct = at_indices(parse(line), n.astype(float))
        known = ~np.isnan(direct)  # n/n is read as 1, at n = 0, too
        top = np.abs(signal.values).max()
        np.testing.assert_allclose(signal(n)[known], direct[known], rtol=0, atol=1e-16 * top)


def tamed(inner):
    """Functions of X without anything large."""
    within = ["*(0<=X<5)", "*(X>1)", "*rect(X/4)", "*u(X-0.5)", "*(1<X<3)", "*u(2-X)"]
    smooth = sorted({*FUNCTIONS, "abs", "u"} - {"piecewise", "delta"})
    powers = ["2", "3", "0.5", "(-1)", "1.5"]
    return st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "<", "<=", ">"]), inner).map(
            lambda three: f"({''.join(three)})"
        ),
        st.tuples(inner, st.sampled_from(powers)).map(lambda two: f"({two[0]})^{two[1]}"),
        st.tuples(st.sampled_from(smooth), inner).map(lambda two: f"{two[0]}({two[1]})"),
        st.tuples(inner, st.sampled_from(within)).map(lambda two: f"({two[0]}){two[1]}"),
    )


STARTS = [
    "0",
    "1",
    "2",
    "0.5",
    "1.5",
    "pi",
    "4",
    "0.1",
    "X",
    "X",
    "X",
    "(X-1)",
    "(2*X+1)",
    "(X^2-2)",
]


@repeatable
@given(st.recursive(st.sampled_from(STARTS), tamed, max_leaves=10))
def test_values_are_those_of_each_point_by_itself(line):
    """Cell by cell, a function is what its operations make of each time."""
    signal = read(line.replace("X", "t"))
    if signal is None or UNDERFLOWING.search(line):
        return
    t = np.random.default_rng(1).uniform(-8, 8, 60)
    direct = at_indices(parse(line.replace("X", "n")), t)
    near = np.abs(np.subtract.outer(t, [*signal.breakpoints, 99.0])).min(axis=1) < 1e-6
    known = np.isfinite(direct) & ~near  # x/x is read as 1, where x is not defined, too
    off = np.abs(signal(t[known]) - direct[known])
    assert (off <= 1e-8 * (1 + np.abs(direct[known]))).all()


BOMBS = [
    "u(n)*(n<1e9)", "rect(t/1e300)", "t**100**100", "((((t^9)^9)^9)^9)^9", "1e308*10", "9**9**9",
    "(" * 40 + "t" + ")" * 40, "abs(" * 39 + "t" + "-1)" * 39, "exp(" * 39 + "t" + ")" * 39,
    "tri(" * 39 + "t" + ")" * 39, "-" * 50 + "t", "2^" * 50 + "t", "[[" * 9 + "1" + "]]" * 9,
    "[[1,2],[3,4]]*" + "*".join(["9"] * 190), "+".join(f"u(t-{k})" for k in range(99)),
    "*".join(f"(t-{k})" for k in range(99)), "+".join(f"sin({k}t)" for k in range(99)),
    "u(" + "*".join(f"(t-{k})" for k in range(20)) + "-1)", "abs(sin(300t))*(0<t<10)",
    "(t+1)^100*(t+2)^100", "u((t+1)^99-t)", "[" + ",".join(["1"] * 990) + "]", "0<" * 300 + "t",
    "+".join(f"tri(sin({k}0t))*(0<t<9)" for k in range(1, 9)), "u(n)*1.0000001^(-n)",
    "+".join(f"delta(n-{k}e4)" for k in range(10)), "delta(t)+" * 199 + "t", "abs(n)^100*(n<9e4)",
]  # fmt: skip


@pytest.mark.parametrize("line", BOMBS, ids=lambda line: line[:20])
def test_short_lines_do_not_ask_for_much(line):
    tracemalloc.start()
    try:
        read(line)
        assert tracemalloc.get_traced_memory()[1] < 100e6
    finally:
        tracemalloc.stop()


WATCHED = """
import json, sys
from signals.expression import ExpressionError, from_expression

def tried(lines):
    for line in lines:
        try:
            from_expression(line)
        except ExpressionError:
            pass

lines = json.load(sys.stdin)
tried(lines[0])  # NumPy has loaded what it needs
seen = []
sys.addaudithook(lambda event, arguments: seen.append((event, arguments)))
tried(lines[0] + lines[1])
sources = [arguments[0].decode() for event, arguments in seen if event == "compile"]
print(json.dumps([sorted({event for event, _ in seen}), sources]))
"""


def test_nothing_is_run():
    lines = json.dumps([[*LINES, *VALID], [*ESCAPES, *BOMBS]])
    asked = [sys.executable, "-c", WATCHED]
    told = subprocess.run(asked, input=lines, cwd=ROOT, capture_output=True, text=True, check=True)
    events, sources = json.loads(told.stdout)
    assert events == ["compile"]  # to a tree of syntax, which is not run
    words = {word for source in sources for word in re.findall(r"[^\W\d]\w*", source)}
    assert words - {"e"} <= {*NAMES, "inf", *(f"e{sign}" for sign in "+-")}
