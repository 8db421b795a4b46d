"""Discrete signals as stems: an overlap, its output, echoes, named samples, averages, weights."""
