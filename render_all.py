"""Render every figure in `animations/`, or those that are named: see ``--help``."""

import signal
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # from here on, as Ctrl-C does
    try:
        from animations.rendering.command_line.run import run_collection
    except KeyboardInterrupt:
        print("render_all.py: interrupted", file=sys.stderr)
        sys.exit(130)
    run_collection()
