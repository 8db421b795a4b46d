"""Whole figures from what is convolved: panels, formula, timeline, caption and alt text."""
