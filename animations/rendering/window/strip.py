"""What stands where under the picture: rows of controls, then a line of small text."""

MARGIN = 54.0, 36.0  # at the left and at the right, as beside plots, in design pixels
ROW, GAP, LINE, EDGE = 30.0, 12.0, 14.0, 14.0  # what else the strip is made of
TYPE, SMALL = 12.0, 10.5  # points


def row(number: int) -> float:
    """Return how high a row begins, counted from the line of text up."""
    return EDGE + LINE + GAP + number * (ROW + GAP)


def height(rows: int) -> float:
    """Return how high the strip is; nothing without rows."""
    return row(rows) - GAP + EDGE if rows else 0.0
