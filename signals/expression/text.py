"""A typed line, as a tree of Python's syntax: read, never run."""

import ast
import re
from dataclasses import dataclass, replace
from functools import cached_property

from signals.expression.vocabulary import (
    ALLOWED,
    ENDLESS,
    FUNCTIONS,
    NAMES,
    TOO_LARGE,
    unheard,
    unknown,
)

LONGEST = 2000  # characters
DEEPEST = 40  # brackets within brackets
MOST = 200  # operators

# What is pasted from a page or typed on a phone.
_WRITTEN = {
    **dict.fromkeys("−–", "-"),
    **dict.fromkeys("·×⋅∗", "*"),
    **{"÷": "/", "≤": "<=", "≥": ">=", "π": " pi ", "δ": " delta ", "²": "^2", "³": "^3"},
}
_POWERS = ("^", "**")
_EQUATION = re.compile("(?<![<>])=")
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
    tokens = _paired(tokens, text)
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
    equation = _EQUATION.search(plain)
    if equation:
        reason = "equations are not signals: type what is behind the =, and compare with <= or <"
        raise ExpressionError(reason, text, columns[equation.start()])
    tokens: list[_Token] = []
    place = depth = 0
    while place < len(plain):
        found = _TOKEN.match(plain, place)
        column = columns[place]
        if not found:
            raise ExpressionError(unknown(plain[place:]), text, column)
        token = _Token(str(found.lastgroup), found.group(), column)
        place = found.end()
        if token.kind == "blank":
            continue
        depth += (token.text in "([") - (token.text in ")]")
        if depth > DEEPEST:
            raise ExpressionError(f"at most {DEEPEST} brackets may nest", text, column)
        if token.kind == "name" and token.text not in (*NAMES, ENDLESS):
            raise ExpressionError(unheard(token.text), text, column)
        if token.kind == "number" and float(token.text) == float("inf"):
            raise ExpressionError(TOO_LARGE, text, column)
        tokens.append(token)
    operators = [token for token in tokens if token.kind == "operator"]
    if len(operators) > MOST:
        reason = f"at most {MOST} operators are allowed"
        raise ExpressionError(reason, text, operators[MOST].column)
    return tokens


def _paired(tokens: list[_Token], text: str) -> list[_Token]:
    """Refuse brackets that do not pair, and commas outside of them; u[n] is read as u(n)."""
    paired: list[_Token] = []
    opened: list[tuple[_Token, str]] = []  # each as it was typed, and what it is read as
    for token in tokens:
        read = token.text
        if read in ("(", "["):
            is_call = bool(paired) and paired[-1].is_function
            opened.append((token, "call" if is_call else read))
            read = "(" if is_call else read
        elif read in (")", "]"):
            pair, meaning = opened.pop() if opened else (token, "")
            if pair.text + read not in ("()", "[]"):
                raise ExpressionError(f"this {read} closes nothing", text, token.column)
            read = ")" if meaning == "call" else read
        elif read == "," and (not opened or opened[-1][1] == "("):
            reason = "a comma separates numbers in brackets: lists are [1, 2, 3], decimals 0.5"
            raise ExpressionError(reason, text, token.column)
        paired.append(replace(token, text=read))
    if opened:
        last = opened[-1][0]
        raise ExpressionError(f"this {last.text} is not closed", text, last.column)
    return paired


def _multiplied(tokens: list[_Token], text: str) -> list[_Token]:
    """Put a ``*`` between factors that stand side by side; refuse where that could mean two things.

    After a ``/`` or a ``^`` it could: 1/2t is t/2 to some and 1/(2t) to others. An exponent in
    parentheses ends with them.
    """
    written: list[_Token] = []
    opened: list[str] = []  # for each open bracket, the operator before it
    before = ""  # the operator before the factor that has ended
    for one, following in zip(tokens, [*tokens[1:], _Token("end", "", len(text))], strict=True):
        written.append(one)
        previous = written[-2] if len(written) > 1 else None
        if one.kind == "operator":
            signs = one.text in "+-" and previous is not None and not previous.ends
            stays = before in ("/", *_POWERS) if signs else one.text in _POWERS and before == "/"
            before = before if stays else one.text
        elif one.text in ("(", "["):
            ends = before in _POWERS and previous is not None and previous.text in _POWERS
            opened.append("" if ends else before)
            before = ""
        elif one.text in (")", "]"):
            before = opened.pop() if opened else ""
        elif one.text == ",":
            before = ""
        if one.is_function:
            if following.text != "(":
                squared = "^2" if following.text in _POWERS else ""
                reason = f"{one.text} needs parentheses, as in {one.text}(t){squared}"
                raise ExpressionError(reason, text, one.column)
            continue
        if not (one.ends and following.begins):
            continue
        counted = following.kind == "number" and one.text != "pi"
        if counted or "]" in one.text or "[" in following.text:
            reason = "something is missing here: * to multiply, ^ for a power, or a comma in a list"
            raise ExpressionError(reason, text, following.column)
        powered = before in _POWERS and not following.is_function
        if before == "/" or powered:
            example = "2^(t)*t or 2^(t*t)" if powered else "(1/2)*t or 1/(2*t)"
            reason = (
                f"this can be read in two ways: write parentheses or * to say what the {before} is "
                f"for, as in {example}"
            )
            raise ExpressionError(reason, text, following.column)
        written.append(_Token("operator", "*", following.column))
        before = "*"
    return written
