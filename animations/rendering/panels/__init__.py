"""The parts that figures are made of."""
