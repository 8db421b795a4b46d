"""How formulas are written."""

import math

import pytest

from signals import latex, triangle


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3.0, "3"),
        (-0.0, "0"),
        (0.5, "1/2"),
        (-0.5, "-1/2"),
        (2.5, "5/2"),
        (1 / 3, "1/3"),
        (0.1, "0.1"),
        (-0.2, "-0.2"),
        (0.1 + 0.2, "0.3"),
        (math.pi, "3.14159"),
        (1e-5, "10^{-5}"),
        (-2.5e20, r"-2.5 \times 10^{20}"),
        (math.inf, r"\infty"),
        (-math.inf, r"-\infty"),
    ],
)
def test_numbers(value, written):
    assert latex.number(value) == written


@pytest.mark.parametrize(
    ("formula", "shifted", "flipped", "reflected"),
    [
        # each: by 1 to the right; reflected about 0; and reflected, then by 1 to the right
        ("2e^{-t/2}", "2e^{-(t - 1)/2}", "2e^{t/2}", "2e^{(t - 1)/2}"),
        ("t", "t - 1", "-t", "1 - t"),
        ("t/2", "(t - 1)/2", "-t/2", "(1 - t)/2"),
        ("1 - t", "1 - (t - 1)", "1 + t", "1 - (1 - t)"),
        ("-t^2", "-(t - 1)^2", "-(-t)^2", "-(1 - t)^2"),
        (r"\sin(t)", r"\sin(t - 1)", r"\sin(-t)", r"\sin(1 - t)"),
        (r"e^{t}", r"e^{t - 1}", r"e^{-t}", r"e^{1 - t}"),
        (r"{t}^2", r"{(t - 1)}^2", r"{(-t)}^2", r"{(1 - t)}^2"),
        (r"\frac{1}{t}", r"\frac{1}{t - 1}", r"\frac{1}{-t}", r"\frac{1}{1 - t}"),
        (r"\tau\,t\text{ at }", r"\tau\,(t - 1)\text{ at }", None, None),
        (r"\operatorname{rect}(t)", r"\operatorname{rect}(t - 1)", None, None),
        ("7", "7", "7", "7"),
    ],
)
def test_t_is_replaced_as_a_token(formula, shifted, flipped, reflected):
    assert latex.substitute(formula, False, 1.0) == shifted
    if flipped is not None:
        assert latex.substitute(formula, True, 0.0) == flipped
        assert latex.substitute(formula, True, 1.0) == reflected


@pytest.mark.parametrize(
    ("flipped", "at", "written"),
    [
        (False, 0.0, "t"),
        (False, 0.5, "t - 1/2"),
        (False, -2.0, "t + 2"),
        (True, 0.0, "-t"),
        (True, 2.0, "2 - t"),
        (True, -2.0, "-t - 2"),
    ],
)
def test_arguments(flipped, at, written):
    assert latex.argument(flipped, at) == written


@pytest.mark.parametrize(
    ("factor", "formula", "written"),
    [
        (3, "t", "3t"),
        (1, "t", "t"),
        (0, "t", "0"),
        (-1, "t", "-t"),
        (-2, "-t", "2t"),
        (3, "1/2", "3/2"),
        (0.5, "t + 1", r"\frac{1}{2} (t + 1)"),
        (-0.5, "t", r"-\frac{1}{2} t"),
        (3, "2e^{-t/2}", r"3 \cdot 2e^{-t/2}"),
        (-1, "-t + 1", "-(-t + 1)"),
        (2, r"\delta(t)", r"2\,\delta(t)"),
        (2, r"\cos t + 1", r"2\left( \cos t + 1 \right)"),
        (5, "", ""),
    ],
)
def test_multiples(factor, formula, written):
    assert latex.multiply(factor, formula) == written


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("t", "1", "t + 1"),
        ("t", "-1/2", "t - 1/2"),
        ("0", "t", "t"),
        ("t", "0", "t"),
        ("", "t", ""),
        ("t", "", ""),
    ],
)
def test_sums(first, second, written):
    assert latex.add(first, second) == written


def test_cases_leave_no_time_out():
    whole = [(-math.inf, 0.0, "-t"), (0.0, math.inf, "t")]
    assert latex.cases(whole) == r"\begin{cases} -t & t < 0 \\ t & t \ge 0 \end{cases}"
    gap = [(-math.inf, 0.0, "-t"), (1.0, math.inf, "t")]
    assert latex.cases(gap).endswith(r"\\ 0 & \text{otherwise} \end{cases}")


@pytest.mark.parametrize(
    ("start", "stop", "written"),
    [
        (0.0, math.inf, r"t \ge 0"),
        (-math.inf, 1.5 * math.pi, r"t < 3\pi/2"),
        (-math.pi, 7 * math.pi / 6, r"-\pi \le t < 7\pi/6"),
        (3.14159, 1e300, r"3.14159 \le t < 10^{300}"),
        (-math.inf, math.inf, ""),
    ],
)
def test_where_a_piece_holds(start, stop, written):
    assert latex.condition(start, stop) == written


@pytest.mark.parametrize(
    ("value", "slope", "at", "written"),
    [
        (2.0, 0.0, 7.0, "2"),
        (0.0, 1.0, 1.0, "t - 1"),
        (3.0, -1.0, 0.0, "3 - t"),
        (1.0, 0.5, 4.0, r"\frac{1}{2} (t - 2)"),
        (0.0, -2.0, 0.0, "-2t"),
    ],
)
def test_lines(value: float, slope: float, at: float, written: str) -> None:
    assert latex.line(value, slope, at) == written


def test_a_line_that_is_moved_again_and_again_stays_one() -> None:
    moved = triangle(0, 1, 3).shift(1).shift(2) * 2
    assert [piece.formula for piece in moved.pieces] == ["2(t - 3)", "6 - t"]
    assert [piece.formula for piece in (moved / 2 + moved / 2).flip().pieces] == [
        "t + 6",
        "2(-t - 3)",
    ]
