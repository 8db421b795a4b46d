"""Numbers on grids: a layer's input, weights, products and output, in two and three dimensions."""
