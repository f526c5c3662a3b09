"""Every kind of entry, found by walking this package."""

import importlib
import pkgutil
from dataclasses import replace
from functools import cache

from goldenthread.record.kinds.agreed import given_by_rows
from goldenthread.record.kinds.language import Kind

NOT_KINDS = ("language", "told", "fields", "schema", "agreed")


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, in order of title."""
    return dict(sorted(((kind.name, kind) for kind, _ in _found()), key=lambda each: each[1].title))


@cache
def _families() -> dict[str, str]:
    return {kind.name: family for kind, family in _found()}


def folder_of(kind: Kind) -> str:
    """The folder a kind is declared in, such as `front_door`."""
    return _families()[kind.name]


@cache
def _found() -> list[tuple[Kind, str]]:
    found = []
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        if not module.ispkg and module.name.rpartition(".")[2] not in NOT_KINDS:
            kind = importlib.import_module(module.name).KIND
            found.append((replace(kind, gives=(*kind.gives, *given_by_rows(kind))), module.name.split(".")[-2]))
    return found
