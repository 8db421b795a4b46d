"""Causal layers on top of each other: what an output depends on."""

from collections.abc import Sequence

from signals.window import receptive_field

Edge = tuple[int, int, int]
"""A layer, from 1 on, a node of it, and the node below that it sees."""


def causal_edges(t: int, kernel: int, dilations: Sequence[int]) -> set[Edge]:
    """Return the edges along which the output at t depends on the input, which starts at 0.

    Each layer is as long as the input: it is padded with dilation · (kernel − 1) zeros before it,
    so that no node sees a later one. The dilations are those of the layers from the lowest on.
    """
    edges: set[Edge] = set()
    nodes = {t}
    for number, dilation in reversed(list(enumerate(dilations, 1))):
        padding = [(dilation * (kernel - 1), 0)]
        seen = {
            (number, node, below)
            for node in nodes
            for below in receptive_field([node], [kernel], 1, padding, dilation)[0]
            if below >= 0
        }
        nodes = {below for _, _, below in seen}
        edges |= seen
    return edges


def causal_field(kernel: int, dilations: Sequence[int]) -> int:
    """Return the size of the receptive field: how many input samples an output sees at most."""
    return 1 + (kernel - 1) * sum(dilations)
