"""A window in which a film is played, taken hold of, and given other signals."""

from .opening import WindowError, show

__all__ = ["WindowError", "show"]
