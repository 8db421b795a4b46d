"""Encoders eat frames one at a time and leave one finished file."""
