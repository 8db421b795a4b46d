"""What the docstrings show is what comes out."""

import doctest
from importlib import import_module
from pkgutil import iter_modules

import signals


def test_examples_are_true():
    modules = [import_module(f"signals.{module.name}") for module in iter_modules(signals.__path__)]
    results = [doctest.testmod(module) for module in modules]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) >= 7
