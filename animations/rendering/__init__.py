"""What the figure scripts share: from a storyboard to pixels to files.

The names are listed in the stub beside this file; each is loaded when it is first asked for, so
that a script imports only what its figure needs.
"""

from animations.rendering.command_line.startup import begin

begin()

import lazy_loader  # noqa: E402 - a process that renders is prepared before anything is missing

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
