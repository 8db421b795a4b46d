"""A stage that slides across another one, with everything that is drawn on it."""

from dataclasses import dataclass, fields

from matplotlib.transforms import Affine2D, Transform

from animations.rendering.drawing.stage import Stage


@dataclass
class SlidingStage(Stage):
    """A stage whose design pixels can be moved sideways, for grids that move as a whole."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._offset = Affine2D()

    @classmethod
    def on(cls, stage: Stage) -> "SlidingStage":
        """Return one that lies on a stage."""
        return cls(**{field.name: getattr(stage, field.name) for field in fields(stage)})

    @property
    def pixels(self) -> Transform:
        """Design pixels from the panel's lower left corner, moved."""
        return self._offset + super().pixels

    def slide(self, across: float) -> None:
        """Move everything so far to the right of where it was drawn, in design pixels."""
        self._offset.clear().translate(across, 0.0)
