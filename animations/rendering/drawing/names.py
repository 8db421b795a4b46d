"""What signals are called in formulas, and in which colour."""

import re
from collections.abc import Sequence

OWN = ("h", "x", "k", "y")  # names that have a colour of their own
ROLES = OWN[:3]  # those that other names can have
LONGEST = 18  # letters of a name
_SPECIAL = str.maketrans({mark: "\\" + mark for mark in "$%&#_{}"} | {"^": r"\wedge{}"})


def symbol(name: str) -> str:
    """Return a name as LaTeX: a letter or LaTeX as it is, words upright, and not too long."""
    name = name.strip()
    plain = r"[^\W\d_](?:_(?:\w+|\{\w+\}))?(?:\^(?:\w|\{\w+\}|[*']))?"
    if "\\" in name or re.fullmatch(plain, name):
        return re.sub(r"_(\w\w+)$", r"_{\1}", name)
    short = name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
    return rf"\mathrm{{{short.translate(_SPECIAL)}}}".replace(" ", r"\ ")


def roles_of(names: Sequence[str], usual: Sequence[str] = ROLES) -> list[str]:
    """Return the colours of names: for h, x and k, and x_1, their own.

    Others take their usual one or, if another name has it already, one that is left.
    """
    own = [next((role for role in OWN if re.fullmatch(rf"{role}(_.*)?", n)), "") for n in names]
    taken = {role for role in own if role}
    found = []
    for role, wanted in zip(own, usual, strict=False):
        free = [wanted, *(other for other in ROLES if other not in taken), "ink"]
        found.append(role or next(each for each in free if each not in taken))
    return found
