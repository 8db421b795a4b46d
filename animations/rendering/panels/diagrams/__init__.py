"""Drawings of systems: a circuit, a network."""
