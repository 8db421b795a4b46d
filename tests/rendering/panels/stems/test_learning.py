"""Learners of other kernels find room: alone, with negative weights, already perfect."""

import numpy as np
import pytest
from artists import marks, wordings
from films import check_labels

from animations.rendering import Animation, Film, FitPanel, KernelPanel, Learner
from signals import DiscreteSignal, convolve
from signals.learning import learn_kernel

X = DiscreteSignal([1.0, 0, -2, 1, 3])


@pytest.mark.parametrize(
    "truth", [DiscreteSignal([1.0, -2, 0.5], 1), DiscreteSignal([-3.0]), DiscreteSignal([0.5, 2])]
)
@pytest.mark.parametrize("rate", [0.01, 0.0])
def test_any_learner_finds_room(truth: DiscreteSignal, rate: float) -> None:
    target = convolve(truth, X)
    descent = learn_kernel(X, target, truth, rate, 4, flip=True)
    learners = [Learner(descent, "h", "convolution")]
    panels = [KernelPanel(learners), FitPanel(target, learners)]
    film = Film(Animation("A learner", "What it learns.", "Stems.", panels, span=(-4.5, 4.5)))
    check_labels(film, most=3)
    heads = marks(film, film.timeline[-1], film.figure.axes[0], "h")[-1]
    assert heads == pytest.approx(
        np.column_stack([np.arange(truth.start, truth.stop), truth.values])
    )


@pytest.mark.parametrize(("other", "claim"), [([2.0, 1.0], True), ([2.0, 1.1], False)])
def test_only_mirror_images_are_called_so(other: list[float], claim: bool) -> None:
    one, two = DiscreteSignal([1.0, 2], 1), DiscreteSignal(other, -2)
    target = convolve(one, X)
    descents = [learn_kernel(X, target, kernel, 0.0, 2, kernel is one) for kernel in (two, one)]
    learners = [
        Learner(each, role, "a way") for each, role in zip(descents, ("ink", "h"), strict=True)
    ]
    panels = [KernelPanel(learners), FitPanel(target, learners)]
    film = Film(Animation("Two learners", "What they learn.", "Stems.", panels, span=(-4.5, 4.5)))
    said = [wordings(film, film.timeline.at(t)) for t in (1, 2, 3)]
    for words, wording in zip(
        said, ("mirror", "mirror images", "folded over: the same weights"), strict=True
    ):
        assert (wording if claim else "mirror") in words
    assert ("the same output" in said[1]) == claim
    assert "the same output" not in said[0]
