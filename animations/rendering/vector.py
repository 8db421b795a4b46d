"""Figures as vector graphics."""

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

_DATES: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "convolution",
    "svg.fonttype": "path",
}


def write_vector(path: Path, figure: Figure) -> None:
    """Draw a figure as SVG or PDF, as the file's suffix says.

    Type becomes outlines in SVG, and is embedded in PDF, so that it looks the same where the fonts
    are missing. A fixed salt and no date: the same figure always gives the same bytes.
    """
    kind = path.suffix[1:]
    with mpl.rc_context(_SETTINGS):
        figure.savefig(path, format=kind, metadata=_DATES[kind])
