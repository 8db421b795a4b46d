"""Render every figure in `animations/`, or those that are named: see ``--help``."""

if __name__ == "__main__":
    from animations.rendering.command_line.run import run_collection

    run_collection()
