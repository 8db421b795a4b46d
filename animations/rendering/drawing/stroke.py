"""A line that moves: a `Line2D` drawn in as few steps as its look needs."""

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

_PIXELS = IdentityTransform()


class Stroke(Line2D):
    """A solid line without markers, as plain and as often drawn as lines in films are.

    `Line2D` looks at every feature that a line may have, which takes longer than the drawing.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Stroke the path; see `matplotlib.artist.Artist.draw`."""
        if not self.get_visible():
            return
        data = np.column_stack(self.get_data())
        if len(data):
            path = Path(self.get_transform().transform(data))
            path.should_simplify = False  # there are no vertices to spare
            context = renderer.new_gc()
            context.set_clip_rectangle(self.get_clip_box() if self.get_clip_on() else None)
            context.set_foreground(self.get_color())
            width = np.asarray(renderer.points_to_pixels(self.get_linewidth())).item()
            context.set_linewidth(width)
            context.set_joinstyle(self.get_solid_joinstyle())
            context.set_capstyle(self.get_solid_capstyle())
            renderer.draw_path(context, path, _PIXELS)
            context.restore()
        self.stale = False
