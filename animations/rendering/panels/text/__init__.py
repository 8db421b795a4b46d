"""Lines of text: formulas, states, names, numbers and sums."""
