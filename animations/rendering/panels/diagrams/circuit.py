"""The RC low-pass as a circuit diagram, with the signals at its two ports."""

from dataclasses import dataclass, replace

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.theme import LABEL, NOTE

BESIDE = 52.0  # what the input's name takes, in design pixels
TOP, GROUND, WIDTH = 66.0, 12.0, 312.0  # the wires' heights and their length, design pixels


@dataclass(frozen=True)
class CircuitPanel(Panel):
    """A resistor in line, a capacitor across, named in LaTeX; input on the left, output right."""

    resistance: str
    capacitance: str

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return replace(line(98), wide=BESIDE + WIDTH + 44 + RIGHT)

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        left = stage.width - RIGHT - 44 - WIDTH
        right, node = left + WIDTH, left + 190
        wires: list[list[tuple[float, float]]] = [
            [(left, TOP), (left + 66, TOP)],
            [(left + 126, TOP), (right, TOP)],
            [(left, GROUND), (right, GROUND)],
            [(node, TOP), (node, 43)],
            [(node, 35), (node, GROUND)],
            [(node - 15, 43), (node + 15, 43)],
            [(node - 15, 35), (node + 15, 35)],
        ]
        box = [(66, -9), (126, -9), (126, 9), (66, 9), (66, -9)]
        wires.append([(left + across, TOP + up) for across, up in box])
        path = Path.make_compound_path(*(Path(wire) for wire in wires))
        rings = [Path.circle((at, up), 4.0) for at in (left, right) for up in (TOP, GROUND)]
        drawn = [(path, "none", 1.8), *((ring, stage.theme.background, 1.6) for ring in rings)]
        for shape, fill, width in drawn:
            stage.figure.add_artist(
                PathPatch(
                    shape, transform=stage.pixels, facecolor=fill, edgecolor=stage.theme.ink,
                    linewidth=width, capstyle="projecting",
                )
            )  # fmt: skip
        middle = (TOP + GROUND) / 2
        stage.text(left - 11, middle, "$x(t)$", LABEL, "x", ha="right", va="center")
        stage.text(right + 8, middle, "$y(t)$", LABEL, "y", ha="left", va="center")
        stage.text(left + 96, TOP - 31, f"${self.resistance}$", NOTE, "ink", ha="center")
        stage.text(node + 26, middle, f"${self.capacitance}$", NOTE, "ink", va="center")
        return lambda frame: None
