"""The names that can be typed, and what to say of others."""

import difflib

CONSTANTS = ("pi", "e")
VARIABLES = ("t", "n")
FUNCTIONS = (
    *("exp", "sin", "cos", "sinc", "sqrt", "abs", "log"),
    *("u", "rect", "tri", "delta", "gauss", "piecewise"),
)
NAMES = VARIABLES + CONSTANTS + FUNCTIONS
ALLOWED = f"allowed are numbers, + - * / ^, comparisons, {', '.join(NAMES)}"

ENDLESS = "inf"
"""An end of a piece, and nothing else."""

TOO_LARGE = "numbers go up to 1.8e308"

_ALSO_CALLED = {
    **dict.fromkeys(("heaviside", "step", "H", "theta", "sigma"), "u"),
    **dict.fromkeys(("dirac", "impulse", "DiracDelta"), "delta"),
    **dict.fromkeys(("box", "boxcar", "pulse"), "rect"),
    **dict.fromkeys(("triangle", "tent"), "tri"),
    **dict.fromkeys(("ln", "log10"), "log"),
    **dict.fromkeys(("x", "tau", "T", "time"), "t"),
    **dict.fromkeys(("k", "i", "m", "N"), "n"),
    **dict.fromkeys(("ramp", "r"), "t*u(t)"),
    **dict.fromkeys(("sgn", "sign", "signum"), "2*u(t) - 1"),
    **dict.fromkeys(("max", "min", "if", "else", "where", "cases"), "piecewise"),
    **{"and": "*", "tan": "sin(t)/cos(t)", "np": "exp(t)", "numpy": "exp(t)", "math": "exp(t)"},
}


def unknown(rest: str) -> str:
    """Say what is wrong with a character."""
    instead = {
        "|": "write abs(…) for the absolute value",
        "√": "write sqrt(…) for the square root",
        "&": "write * for and, as in (t > 0)*(t < 1)",
        **dict.fromkeys("{}", "write (…) for braces, or [1, 2, 3] for a list"),
    }
    if rest[0] in instead:
        return instead[rest[0]]
    return f"{rest[0]!r} means nothing here: {ALLOWED}"


def unheard(name: str) -> str:
    """Say what is wrong with a name."""
    near = _ALSO_CALLED.get(name) or _run_together(name)
    near = near or next(iter(difflib.get_close_matches(name.lower(), NAMES, 1)), "")
    hint = f"did you mean {near}? " if near else ""
    shown = name if len(name) <= 30 else f"{name[:30]}…"
    return f"unknown name {shown}: {hint}{ALLOWED}"


def _run_together(name: str) -> str:
    """Return two names that were typed without a blank as they can be typed; else nothing."""
    for first, second in ((name[:cut], name[cut:]) for cut in range(1, len(name))):
        if first in NAMES and second in NAMES:
            return f"{first}({second})" if first in FUNCTIONS else f"{first}*{second}"
    return ""
