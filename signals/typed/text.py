"""A typed line, as a tree of Python's syntax: read, never run."""

import ast
import difflib
import re
from dataclasses import dataclass
from functools import cached_property

LONGEST = 2000  # characters
DEEPEST = 40  # brackets within brackets
MOST = 400  # operators

CONSTANTS = ("pi", "e", "inf")
VARIABLES = ("t", "n")
FUNCTIONS = (
    *("exp", "sin", "cos", "sinc", "sqrt", "abs", "log"),
    *("u", "rect", "tri", "delta", "gauss", "piecewise"),
)
NAMES = VARIABLES + CONSTANTS[:2] + FUNCTIONS
ALLOWED = f"allowed are numbers, + - * / ^, comparisons, {', '.join(NAMES)}"

_ALSO_CALLED = {
    **dict.fromkeys(("heaviside", "step", "H", "theta", "sigma"), "u"),
    **dict.fromkeys(("dirac", "impulse", "DiracDelta"), "delta"),
    **dict.fromkeys(("box", "boxcar", "pulse"), "rect"),
    **dict.fromkeys(("triangle", "tent"), "tri"),
    **dict.fromkeys(("ln", "log10"), "log"),
    **dict.fromkeys(("x", "tau", "T", "time"), "t"),
    **dict.fromkeys(("k", "i", "m", "N"), "n"),
}
# What is pasted from a page or typed on a phone.
_WRITTEN = {
    **dict.fromkeys("−–", "-"),
    **dict.fromkeys("·×⋅∗", "*"),
    **{"÷": "/", "≤": "<=", "≥": ">=", "π": "pi", "δ": "delta", "²": "^2", "³": "^3"},
}
_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<operator>\*\*|<=|>=|[-+*/^<>@])"
    r"|(?P<bracket>[()\[\],])"
    r"|(?P<blank>\s+)"
)


class ExpressionError(ValueError):
    """A line that is no signal: what is wrong, and where.

    Its text has three lines: the reason with what is allowed, what was typed, and a caret under
    the column.
    """

    def __init__(self, reason: str, text: str, column: int) -> None:
        super().__init__(reason, text, column)
        self.reason = reason
        self.text = text
        self.column = column

    def __str__(self) -> str:
        start = max(0, self.column - 60)
        shown = "".join(each if each.isprintable() else " " for each in self.text)
        return f"{self.reason}\n  {shown[start : start + 76]}\n  {' ' * (self.column - start)}^"


@dataclass(frozen=True)
class Typed:
    """What was typed, its tree, and where in the text each node of the tree comes from."""

    text: str
    body: ast.expr
    columns: tuple[int, ...]

    def error(self, node: ast.AST, reason: str) -> ExpressionError:
        """Say what is wrong with a node."""
        column = self.columns[min(getattr(node, "col_offset", 0), len(self.columns) - 1)]
        return ExpressionError(reason, self.text, column)

    @cached_property
    def names(self) -> set[str]:
        """The names in it."""
        return {node.id for node in ast.walk(self.body) if isinstance(node, ast.Name)}

    def first(self, name: str) -> ast.AST:
        """Return the first node with a name."""
        named = (node for node in ast.walk(self.body) if isinstance(node, ast.Name))
        return min((node for node in named if node.id == name), key=lambda node: node.col_offset)


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    column: int

    @property
    def is_function(self) -> bool:
        return self.kind == "name" and self.text in FUNCTIONS

    @property
    def ends(self) -> bool:
        """Whether something that can be multiplied ends here."""
        return self.kind in ("number", "name") or self.text in (")", "]")

    @property
    def begins(self) -> bool:
        """Whether something that can be multiplied begins here."""
        return self.kind in ("number", "name") or self.text in ("(", "[")


def parse(text: str) -> Typed:
    """Read a line; a ``*`` between two factors may be left out where it can mean one thing only.

    Raises
    ------
    ExpressionError
        If it is none, or too long.
    TypeError
        If it is no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"an expression must be text, got {type(text).__name__}")
    if not text.strip():
        raise ExpressionError(f"an expression is expected: {ALLOWED}", text[:1], 0)
    if len(text) > LONGEST:
        reason = f"at most {LONGEST} characters are allowed, and these are {len(text)}"
        raise ExpressionError(reason, text, LONGEST)
    tokens = _tokens(text)
    _check_brackets(tokens, text)
    if not tokens[-1].ends:
        raise ExpressionError(f"something is missing at its end: {ALLOWED}", text, len(text))
    tokens = _multiplied(tokens, text)
    written, columns = "", []
    for token in tokens:
        word = {"^": "**"}.get(token.text, token.text)
        if token.kind == "number":
            word = repr(float(token.text))
        written += f"{word} "
        columns += [token.column] * (len(word) + 1)
    try:
        tree = ast.parse(written, mode="eval")
    except (SyntaxError, RecursionError, MemoryError) as error:
        offset = (getattr(error, "offset", None) or 1) - 1
        column = columns[min(offset, len(columns) - 1)]
        raise ExpressionError(f"this cannot stand here: {ALLOWED}", text, column) from None
    return Typed(text, tree.body, tuple(columns))


def _tokens(text: str) -> list[_Token]:
    """Cut a line into its words, each with the column at which it stands."""
    plain = "".join(_WRITTEN.get(each, each) for each in text)
    columns = [at for at, each in enumerate(text) for _ in _WRITTEN.get(each, each)]
    tokens: list[_Token] = []
    place = depth = 0
    while place < len(plain):
        found = _TOKEN.match(plain, place)
        column = columns[place]
        if not found:
            raise ExpressionError(_unknown(plain[place:]), text, column)
        token = _Token(str(found.lastgroup), found.group(), column)
        place = found.end()
        if token.kind == "blank":
            continue
        depth += (token.text in "([") - (token.text in ")]")
        if depth > DEEPEST:
            raise ExpressionError(f"at most {DEEPEST} brackets may nest", text, column)
        if token.kind == "name" and token.text not in (*NAMES, "inf"):
            raise ExpressionError(_unheard(token.text), text, column)
        if token.kind == "number" and float(token.text) == float("inf"):
            raise ExpressionError("numbers go up to 1.8e308", text, column)
        tokens.append(token)
    operators = [token for token in tokens if token.kind == "operator"]
    if len(operators) > MOST:
        reason = f"at most {MOST} operators are allowed"
        raise ExpressionError(reason, text, operators[MOST].column)
    return tokens


def _check_brackets(tokens: list[_Token], text: str) -> None:
    """Refuse brackets that do not pair."""
    opened: list[_Token] = []
    for token in tokens:
        if token.text in ("(", "["):
            opened.append(token)
        elif token.text in (")", "]"):
            pair = opened.pop().text + token.text if opened else ""
            if pair not in ("()", "[]"):
                raise ExpressionError(f"this {token.text} closes nothing", text, token.column)
    if opened:
        raise ExpressionError(f"this {opened[-1].text} is not closed", text, opened[-1].column)


def _unknown(rest: str) -> str:
    """Say what is wrong with a character."""
    if rest.startswith("="):
        return "equations are not signals: compare with <= or <"
    if rest.startswith("|"):
        return "write abs(…) for the absolute value"
    return f"{rest[0]!r} means nothing here: {ALLOWED}"


def _unheard(name: str) -> str:
    """Say what is wrong with a name."""
    near = _ALSO_CALLED.get(name) or next(iter(difflib.get_close_matches(name, NAMES, 1)), "")
    hint = f"did you mean {near}? " if near else ""
    shown = name if len(name) <= 30 else f"{name[:30]}…"
    return f"unknown name {shown}: {hint}{ALLOWED}"


def _multiplied(tokens: list[_Token], text: str) -> list[_Token]:
    """Put a ``*`` between factors that stand side by side; refuse where that could mean two things.

    After a ``/`` or a ``^`` it could: 1/2t is t/2 to some and 1/(2t) to others.
    """
    written: list[_Token] = []
    opened: list[str] = []  # for each open bracket, the operator before it
    before = ""  # the operator before the factor that has ended
    for one, following in zip(tokens, [*tokens[1:], _Token("end", "", len(text))], strict=True):
        written.append(one)
        if one.kind == "operator":
            signs = one.text in "+-" and len(written) > 1 and not written[-2].ends
            before = before if signs and before in ("/", "^", "**") else one.text
        elif one.text in ("(", "["):
            opened.append(before)
            before = ""
        elif one.text in (")", "]"):
            before = opened.pop() if opened else ""
        elif one.text == ",":
            before = ""
        if one.is_function:
            if following.text != "(":
                reason = f"{one.text} needs parentheses, as in {one.text}(t)"
                raise ExpressionError(reason, text, one.column)
            continue
        if not (one.ends and following.begins):
            continue
        if following.kind == "number" or "]" in one.text or "[" in following.text:
            reason = "an operator is missing here: write * to multiply, ^ for a power"
            raise ExpressionError(reason, text, following.column)
        powered = before in ("^", "**") and not following.is_function
        if before == "/" or powered:
            reason = (
                f"this can be read in two ways: write parentheses or * to say what the {before} is "
                "for, as in (1/2)*t or 1/(2*t)"
            )
            raise ExpressionError(reason, text, following.column)
        written.append(_Token("operator", "*", following.column))
        before = "*"
    return written
