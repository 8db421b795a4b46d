"""A player on a figure without a window, worked by hand through matplotlib's own events."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backend_bases import KeyEvent, MouseEvent
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from animations.rendering import Animation, Film
from animations.rendering.arrays import Pixels
from animations.rendering.window.player import Build, Player, Texts, room_for

Point = tuple[float, float]


def player_of(
    animation: Animation, texts: Texts | None = None, build: Build | None = None, **look: Any
) -> Player:
    film = Film(animation, **{"scale": 0.25, "fps": 10, **look})
    figure = Figure(**room_for(film, bool(texts)))
    FigureCanvasAgg(figure)
    return Player(film, figure, texts, build)


def canvas_of(player: Player) -> FigureCanvasAgg:
    figure = player.picture.get_figure(root=True)
    assert figure is not None and isinstance(figure.canvas, FigureCanvasAgg)
    return figure.canvas


def press(player: Player, *keys: str) -> None:
    canvas = canvas_of(player)
    for key in keys:
        canvas.callbacks.process("key_press_event", KeyEvent("key_press_event", canvas, key))


def mouse(player: Player, kind: str, at: Point, **how: Any) -> None:
    canvas = canvas_of(player)
    name = {
        "press": "button_press_event",
        "move": "motion_notify_event",
        "release": "button_release_event",
    }[kind]
    button = {} if kind == "move" else {"button": 1}
    canvas.callbacks.process(name, MouseEvent(name, canvas, *at, **{**button, **how}))


def click(player: Player, at: Point) -> None:
    mouse(player, "press", at)
    mouse(player, "release", at)


def middle(axes: Axes) -> Point:
    """The middle of axes of the window."""
    box = axes.bbox
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def seen(player: Player) -> Pixels:
    """The pixels of the window, less what is under the picture."""
    canvas = canvas_of(player)
    canvas.draw()
    return np.array(canvas.buffer_rgba())[: player.film.size[1]]


def shows(player: Player, t: float) -> bool:
    """Whether the window shows the film's picture at t, and the player knows."""
    film = player.film
    return player.frame.t == t and np.array_equal(seen(player), film.redraw(film.timeline.at(t)))
