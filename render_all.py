"""Render every figure in `animations/`, or those that are named: see ``--help``."""

if __name__ == "__main__":
    try:
        from animations.rendering.command_line import run_collection
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run_collection()
