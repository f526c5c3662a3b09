"""Every kind of entry, found by walking this package."""

import importlib
import pkgutil
from functools import cache

from goldenthread.record.kinds.language import Kind

NOT_KINDS = ("language", "told", "fields")


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, in order of title."""
    found = {}
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        if module.ispkg or module.name.rpartition(".")[2] in NOT_KINDS:
            continue
        kind = importlib.import_module(module.name).KIND
        found[kind.name] = kind
    return dict(sorted(found.items(), key=lambda each: each[1].title))
