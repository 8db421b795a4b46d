"""Which pieces of two signals are integrated with which, and what pieces that makes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, product

import numpy as np

from signals.arguments import BoolArray, FloatArray
from signals.breakpoints import distinct_sums, fewest_sums, inside
from signals.integrals import Overlap, PieceAndRow, Rows
from signals.pieces import Piece
from signals.polynomials import fitted
from signals.stretches import PolynomialRow

_MANY = 16  # polynomials in a row: from so many on it is faster to look at the other piece once
_HIGHEST = 7  # degree up to which a polynomial in powers keeps its digits
_MOST = 400_000  # pieces of a result, each a quarter of a kilobyte
_MOST_PAIRS = 20_000_000  # whose ends take half a gigabyte

_Pairs = list[tuple[Piece, Piece]]
_Rows = tuple[Rows | PieceAndRow, ...]
_Met = Callable[[FloatArray], BoolArray]


def overlaps(h: Sequence[Piece], x: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of the convolution of two rows of pieces.

    Between two neighbouring sums of breakpoints the limits of every integral move smoothly, and
    no pair begins or ceases to overlap.

    Raises
    ------
    ValueError
        If there are more than 20 million pairs or 400,000 pieces of the result, two pieces are
        too narrow for floats where they meet, or an integral does not converge.
    """
    _refuse_too_many(len(h) * len(x), "pairs of pieces to integrate", _MOST_PAIRS)
    some, others = ({end for p in row for end in (p.start, p.stop)} for row in (h, x))
    narrowest = min((piece.stop - piece.start for piece in (*h, *x)), default=math.inf)
    _refuse_too_many(fewest_sums(some, others, narrowest, _MOST) - 1, "pieces or more", _MOST)
    _refuse_too_narrow(h, x)
    edges = distinct_sums(some, others, narrowest)
    _refuse_too_many(len(edges) - 1, "pieces", _MOST)
    pairs, rows, met = _divided(h, x)
    starts = np.array([one.start + other.start for one, other in pairs])
    stops = np.array([one.stop + other.stop for one, other in pairs])
    middles = np.array([inside(*ends) for ends in pairwise(edges)])
    beside = met(middles)
    functions: dict[tuple[bytes, bool], Overlap] = {}
    pieces = []
    for (start, stop), t, there in zip(pairwise(edges), middles, beside.tolist(), strict=True):
        which = np.flatnonzero((starts <= t) & (t < stops))
        if not (which.size or there):
            continue
        key = which.tobytes(), there
        if key not in functions:
            overlapping = tuple(pairs[index] for index in which)
            functions[key] = Overlap(overlapping, rows if there else ())
        pieces.append(Piece(start, stop, functions[key]))
        if any(_overlap_endlessly(*pair) for pair in functions[key].pairs):
            _probe(pieces[-1])
    return pieces


def _refuse_too_many(count: int, what: str, most: int) -> None:
    if count > most:
        raise ValueError(
            f"convolve: the result would have {count:,} {what}; at most {most:,} are allowed: take "
            "fewer samples, or evenly spaced ones, or make both signals discrete"
        )


def _refuse_too_narrow(h: Sequence[Piece], x: Sequence[Piece]) -> None:
    ends = [np.array([[p.start, p.stop] for p in row]).reshape(-1, 2).T for row in (h, x)]
    starts, stops = np.add.outer(ends[0][0], ends[1][0]), np.add.outer(ends[0][1], ends[1][1])
    for one, other in np.argwhere(starts == stops)[:1]:
        raise ValueError(
            f"convolve: pieces {h[one]} and {x[other]} are too narrow for where they meet, at "
            f"{starts[one, other]:g}"
        )


def _divided(h: Sequence[Piece], x: Sequence[Piece]) -> tuple[_Pairs, _Rows, _Met]:
    """Return the pairs to be integrated one by one, and the rows; also when any of these meet."""
    h, x = _written_out(h), _written_out(x)
    endless = any(_overlap_endlessly(one, other) for one in _ends(h) for other in _ends(x))
    (known, others), (its, rest) = (_parted(row, endless) for row in (h, x))
    pairs = list(product(others, rest))
    rows: list[Rows | PieceAndRow] = []
    together = [(known, its)] if known and its else []
    if together:
        rows.append(Rows(_row(known), _row(its)))
    for polynomials, pieces in ((its, others), (known, rest)):
        if len(polynomials) < _MANY:
            pairs += product(pieces, polynomials)
        elif pieces:
            row = _row(polynomials)
            rows += [PieceAndRow(piece, row) for piece in pieces]
            together.append((polynomials, pieces))

    starts, stops = (
        np.sort(np.concatenate([np.empty(0), *(_sums_of(*both, end) for both in together)]))
        for end in ("start", "stop")
    )

    def met(t: FloatArray) -> BoolArray:
        begun, ended = (np.searchsorted(ends, t, side="right") for ends in (starts, stops))
        return begun > ended

    return pairs, tuple(rows), met


def _written_out(row: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces; of a convolution of rows, which has many, as the polynomials they are."""
    groups: dict[Overlap, list[Piece]] = {}
    for piece in row:
        if isinstance(piece.function, Overlap) and math.isfinite(piece.stop - piece.start):
            groups.setdefault(piece.function, []).append(piece)
    known: dict[float, Piece] = {}
    for function, pieces in groups.items():
        degree = function.degree
        if len(pieces) >= _MANY and degree and degree <= _HIGHEST:
            starts, stops = (
                np.array([getattr(piece, end) for piece in pieces]) for end in ("start", "stop")
            )
            found = fitted(function, degree, starts, stops)
            for piece, polynomial in zip(pieces, found, strict=True):
                known[piece.start] = replace(piece, function=polynomial)
    return [known.get(piece.start, piece) for piece in row]


def _sums_of(some: Sequence[Piece], others: Sequence[Piece], end: str) -> FloatArray:
    """Return the sums of an end of each piece with that of each other one."""
    one, other = (np.array([getattr(piece, end) for piece in row]) for row in (some, others))
    sums: FloatArray = np.add.outer(one, other).ravel()
    return sums


def _parted(row: Sequence[Piece], endless: bool) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces that are polynomials, and finite if need be, and the others."""
    parts: tuple[list[Piece], list[Piece]] = [], []
    for piece in row:
        is_known = piece.polynomial and not (endless and math.isinf(piece.stop - piece.start))
        parts[0 if is_known else 1].append(piece)
    return parts


def _row(pieces: Sequence[Piece]) -> PolynomialRow:
    known = [(piece.start, piece.stop, piece.polynomial) for piece in pieces]
    return PolynomialRow([(a, b, function) for a, b, function in known if function])


def _ends(row: Sequence[Piece]) -> Sequence[Piece]:
    """Return the first piece and the last."""
    return (row[0], row[-1]) if row else ()


def _overlap_endlessly(h: Piece, x: Piece) -> bool:
    """Whether the integral runs to infinity: the one runs right and the other left."""
    rightwards = h.stop == math.inf and x.start == -math.inf
    return rightwards or (h.start == -math.inf and x.stop == math.inf)


def _probe(piece: Piece) -> None:
    """Evaluate a piece of the result here and there, so that it fails now if it ever does."""
    middle = inside(piece.start, piece.stop)
    ends = [end for end in (piece.start, piece.stop) if math.isfinite(end)]
    piece(np.array([middle, *ends]))
