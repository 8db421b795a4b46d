"""How a picture follows from its signals: room and scale, numbers, span, sweep and pace."""
