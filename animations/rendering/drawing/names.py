"""What signals are called in formulas, and in which colour."""

import re
from collections.abc import Sequence

ROLES = ("h", "x", "k")  # names that have a colour of their own
LONGEST = 18  # letters of a name
_SPECIAL = str.maketrans({mark: "\\" + mark for mark in "$%&#_{}"})


def symbol(name: str) -> str:
    """Return a name as LaTeX: a letter or LaTeX as it is, words upright, and not too long."""
    name = name.strip()
    if len(name) == 1 or "\\" in name or ("_" in name and len(name.split("_")[0]) == 1):
        return name
    short = name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
    return rf"\mathrm{{{short.translate(_SPECIAL)}}}".replace(" ", r"\ ")


def roles(names: Sequence[str]) -> list[str]:
    """Return the colours of names: for h, x and k, and x_1, their own, for others what is left."""
    own = [next((role for role in ROLES if re.fullmatch(rf"{role}(_.*)?", n)), "") for n in names]
    free = [role for role in ROLES if role not in own]
    return [role or (free.pop(0) if free else "ink") for role in own]
