"""One script per figure."""

CHAPTERS = {
    "The post": (
        *("definitions", "continuous", "commutativity", "discrete"),
        *("multichannel", "color_line", "unflipped"),
    ),
    "Convolution itself": ("impulses", "echoes", "system", "moving_average"),
    "Deep learning, in one dimension": ("flip", "learned_kernel", "notation", "causal"),
    "Deep learning, in two and three": (
        *("image", "image_padding", "image_stride", "image_dilation", "image_transposed"),
        *("image_channels", "volume"),
    ),
    "Your own": ("custom",),
}
"""The collection in its order. A script that is not named here follows by its name."""
