"""What signals are called in formulas, and in which colour."""

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
    """Return the colours of names: those of h, x and k their own, for others what is left."""
    free = [role for role in ("x", "h", "k") if role not in names]
    return [name if name in ROLES else free.pop(0) if free else "ink" for name in names]
