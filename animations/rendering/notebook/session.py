"""Whether code is typed in, cell by cell: into IPython in a terminal, or into a notebook."""

from __future__ import annotations  # for a Python that is too old, which is told so by what follows

import sys
from typing import Any


def in_session() -> bool:
    """Whether IPython runs this process, as every notebook's kernel does."""
    return _shell() is not None


def in_notebook() -> bool:
    """Whether that is a kernel, whose outputs can be pictures."""
    return hasattr(_shell(), "kernel")


def _shell() -> Any:
    """Return the session's shell; who has not started one has not even loaded it."""
    ask = getattr(sys.modules.get("IPython"), "get_ipython", None)
    return ask() if ask else None
