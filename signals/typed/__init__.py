"""Signals as people type them: from a line of text to smooth functions and where they hold."""
