"""What signals are called in formulas."""

import pytest

from animations.rendering.drawing.formula import _atoms, formula_width
from animations.rendering.drawing.names import symbol


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("h", "h"),
        ("x_1", "x_1"),
        ("x_{1}", "x_{1}"),
        ("h_LP", "h_{LP}"),
        ("h_{LP}", "h_{LP}"),
        ("x^*", "x^*"),
        ("x^2", "x^2"),
        (r"\hat{x}", r"\hat{x}"),
        ("voltage", r"\mathrm{voltage}"),
        ("50% a&b", r"\mathrm{50\%\ a\&b}"),
    ],
)
def test_a_name_is_latex(name: str, written: str) -> None:
    assert symbol(name) == written


def test_braces_within_a_name_stay_in_its_colour() -> None:
    formula = r"\textcolor{h}{h_{LP}(\tau)}\textcolor{x}{x_{1}^{a_{2}}(t - \tau)}d\tau"
    atoms, width = _atoms(formula, 20)
    assert [atom.role for atom in atoms] == ["h", "x", "ink"]
    assert width == formula_width(formula, 20) > 0
