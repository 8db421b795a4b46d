"""Continuous signals as curves: an overlap, its output, an input, a definition."""
