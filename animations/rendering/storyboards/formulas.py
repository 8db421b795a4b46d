r"""Convolution as a formula, in the colours of what it names: mathtext with ``\textcolor``."""

from collections.abc import Sequence

from animations.rendering.drawing.names import roles, symbol

INTEGRAL, SUM = r"\int_{-\infty}^{\infty}", r"\sum_{\tau}"


def convolution(pairs: Sequence[tuple[str, str]], flip: bool, discrete: bool) -> str:
    """Return y(t) as the sum over pairs of names, of what rests and of what slides over it."""
    return rf"\textcolor{{y}}{{y(t)}} = {' + '.join(_term(pair, flip, discrete) for pair in pairs)}"


def over_channels(sliding: str, flip: bool, discrete: bool) -> str:
    """Return y(t) as a sum over channels x_c, for more of them than a line can name."""
    inner = _term((r"x_c", sliding), flip, discrete)
    return rf"\textcolor{{y}}{{y(t)}} = \sum_{{c}}{inner}"


def _term(pair: tuple[str, str], flip: bool, discrete: bool) -> str:
    (rest, slides), (still, moving) = map(symbol, pair), roles(pair)
    argument = r"t - \tau" if flip else r"\tau - t"
    product = (
        rf"\textcolor{{{still}}}{{{rest}(\tau)}}"
        rf"\textcolor{{{moving}}}{{{slides}({argument})}}"
    )
    return SUM + product if discrete else INTEGRAL + product + r"d\tau"
