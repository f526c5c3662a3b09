"""One module per format. A module of this package that has a `FORMAT` is one; nothing else registers it."""

import importlib
import pkgutil
from functools import cache


@cache
def formats() -> list:
    """Every Format, the richest source first."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return sorted(found, key=lambda each: (each.rank, each.name))
