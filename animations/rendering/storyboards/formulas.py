r"""Convolution as a formula, in the colours of what it names: mathtext with ``\textcolor``."""

from collections.abc import Sequence

from animations.rendering.drawing.names import symbol

INTEGRAL, SUM = r"\int_{-\infty}^{\infty}", r"\sum_{\tau}"
NAMED = 2  # terms that are written one by one

Pair = tuple[str, str]


def convolution(pairs: Sequence[Pair], colors: Sequence[Pair], flip: bool, discrete: bool) -> str:
    """Return y(t) as a sum over pairs of names, of what rests and of what slides over it.

    `colors` are their roles. Of many terms the first and the last are written.
    """
    terms = [_term(pair, roles, flip, discrete) for pair, roles in zip(pairs, colors, strict=True)]
    if len(terms) > NAMED:
        terms = [terms[0], r"\cdots", terms[-1]]
    return rf"\textcolor{{y}}{{y(t)}} = {' + '.join(terms)}"


def formula_of(rest: str, slides: str, flip: bool = True, discrete: bool = False) -> str:
    """Return y(t) as the sum over one pair of names, each in its own colour."""
    return convolution([(rest, slides)], [(rest, slides)], flip, discrete)


def _term(pair: Pair, roles: Pair, flip: bool, discrete: bool) -> str:
    (rest, slides), (still, moving) = map(symbol, pair), roles
    argument = r"t - \tau" if flip else r"\tau - t"
    product = (
        rf"\textcolor{{{still}}}{{{rest}(\tau)}}"
        rf"\textcolor{{{moving}}}{{{slides}({argument})}}"
    )
    return SUM + product if discrete else INTEGRAL + product + r"d\tau"
