"""What there is in a notebook: animations that play, sliders, a bar."""
