"""What panels about several learners have in common."""

from collections.abc import Sequence

from animations.rendering.animation import Panel
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.stems.learner import Learner


class LearnersPanel(Panel):
    """A panel that follows its `learners` until the last of their descents has ended."""

    learners: Sequence[Learner]

    def subject(self) -> Subject:
        """Return the steps of the descents."""
        return Subject(last=self.last)

    @property
    def last(self) -> int:
        """The step that ends the longest descent."""
        return max(learner.descent.last for learner in self.learners)
