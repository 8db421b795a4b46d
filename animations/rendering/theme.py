"""Colours and sizes: the one place that decides how figures look."""

import re
from dataclasses import dataclass, fields, replace

from animations.rendering.contrast import LINES, TEXT, contrast, told

DEEPEST = 0.4
"""The deepest tint on which text stays readable."""


@dataclass(frozen=True)
class Theme:
    """The colours of one look, as hexadecimal RGB strings.

    ``h``, ``x``, ``k`` and ``y`` are named after the objects they stand for, wherever these
    appear: curve, stem, label or formula. ``red``, ``green`` and ``blue`` are the channels of a
    colour image.
    """

    name: str
    background: str
    ink: str
    muted: str
    axis: str
    grid: str
    h: str
    x: str
    k: str
    y: str
    negative: str
    red: str
    green: str
    blue: str

    def color(self, role: str) -> str:
        """Return the colour of a role, which must be the name of a field."""
        if role not in _ROLES:
            raise ValueError(f"no role {role!r}: choose from {', '.join(_ROLES)}")
        return str(getattr(self, role))

    def tint(self, role: str, strength: float) -> str:
        """Return the role's colour thinned towards the background; strength 1 keeps it whole."""
        mixed = (
            round(strength * front + (1 - strength) * back)
            for front, back in zip(_rgb(self.color(role)), _rgb(self.background), strict=True)
        )
        return "#" + "".join(f"{channel:02x}" for channel in mixed)

    def on(self, background: str) -> "Theme":
        """Return the theme on another background, with lines of a grid that suit it.

        Raises
        ------
        ValueError
            If it is no colour, or something could not be read or seen on it.
        """
        if not (isinstance(background, str) and re.fullmatch("#[0-9a-fA-F]{6}", background)):
            raise ValueError(f"a background is a colour such as '#fffaf0', not {background!r}")
        theme = replace(self, background=background.lower())
        theme = replace(theme, grid=theme.tint("axis", 0.2))
        ratio, least, role = theme._faintest
        if ratio < least:
            raise ValueError(
                f"the {self.name} theme cannot stand on {background}: {role} would have a "
                f"contrast of {told(ratio)}, and needs {told(least)}"
            )
        return theme

    @property
    def _faintest(self) -> tuple[float, float, str]:
        """What can be told least from what it stands on: its contrast, what it needs, its name."""
        ratios = [(contrast(self.color(role), self.background), TEXT, role) for role in _WORDS]
        ratios.append((contrast(self.axis, self.background), LINES, "axis"))
        deepest = [(role, self.tint(role, DEEPEST)) for role in _WORDS]
        ratios += [
            (contrast(self.ink, tile), TEXT, f"a number on a tile of {role}")
            for role, tile in deepest
            if role != "ink"
        ]
        return min(ratios, key=lambda each: each[0] / each[1])

    def fill(self, role: str) -> str:
        """Return the opaque colour of an area in the role's colour."""
        return self.tint(role, 0.24)

    def ghost(self, role: str) -> str:
        """Return the colour of what is still to come in the role's colour."""
        return self.tint(role, 0.26 if self.name == "light" else 0.36)

    @property
    def palette(self) -> tuple[tuple[int, int, int], ...]:
        """The theme's own colours as RGB triples of 0 to 255, for encoders to keep exact."""
        return tuple(_rgb(self.color(role)) for role in _ROLES)


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


_WORDS = ("ink", "muted", "h", "x", "k", "y", "negative", "red", "green", "blue")
_ROLES = [field.name for field in fields(Theme) if field.name != "name"]

LIGHT = Theme(
    name="light",
    background="#ffffff",
    ink="#1b2430",
    muted="#5a6674",
    axis="#7d8894",
    grid="#e9edf1",
    h="#1565d8",
    x="#b84000",
    k="#6a1b93",
    y="#06704a",
    negative="#dc1580",
    red="#9a1420",
    green="#3f8010",
    blue="#3333d0",
)

DARK = Theme(
    name="dark",
    background="#10171f",
    ink="#eef2f6",
    muted="#a3b0bd",
    axis="#768592",
    grid="#222c37",
    h="#5fb0f5",
    x="#f59b52",
    k="#ae68f7",
    y="#6ee7a8",
    negative="#e8569b",
    red="#ff6b62",
    green="#9be564",
    blue="#7f9dff",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

LAYOUTS = {"wide": (960, 540), "narrow": (480, 600)}
"""Width and height of a figure in design pixels: on a page, and on a phone."""


@dataclass(frozen=True)
class Look:
    """How a figure is drawn: in which theme, laid out for what, and on which background.

    The background is the theme's own unless one is given.
    """

    theme: str = "light"
    layout: str = "wide"
    background: str | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in design pixels."""
        return LAYOUTS[self.layout]

    @property
    def twin(self) -> str:
        """What follows the figure's name in the names of files that look like this."""
        narrow = f"-{self.layout}" if self.layout != "wide" else ""
        return narrow + (f"-{self.theme}" if self.theme != "light" else "")


PLAIN = Look()

LOOKS = [Look(theme, layout) for layout in LAYOUTS for theme in THEMES]
"""All that a figure comes in on backgrounds of their own; the plain one first."""


CHANNELS = ("red", "green", "blue", "x", "k", "muted")
"""The roles of channels, in order: neighbours can be told apart."""

# Type sizes in points, chosen on the 960 × 540 canvas and read at 600 pixels' width.
FORMULA, READOUT, LABEL, SUM, NOTE, TICK = 22.0, 18.0, 18.0, 18.0, 15.5, 13.0
PROSE_FONT, MATH_FONT, DIGIT_FONT = "DejaVu Sans", "stix", "STIXGeneral"
