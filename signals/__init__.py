"""What is convolved: signals and their exact convolution. Pure mathematics, no drawing."""
