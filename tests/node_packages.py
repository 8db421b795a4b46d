"""Files of the npm packages that package.json names."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent / "node_modules"


def installed(file: str, purpose: str) -> Path:
    """Return a file of a package, such as ``axe-core/axe.min.js``; where it is not, skip."""
    path = _FOLDER / file
    if not path.is_file():
        package = file.partition("/")[0]
        pytest.skip(f"needs {package}, {purpose}: npm install --no-package-lock --prefix tests")
    return path
