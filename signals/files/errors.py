"""What is told of a file that cannot be read."""


class FileError(ValueError):
    """A file cannot be read, or not be understood; the message is one line."""


def one_line(error: BaseException) -> str:
    """Return what a library says, in one line of bearable length."""
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= 120 else f"{said[:120]}…"
