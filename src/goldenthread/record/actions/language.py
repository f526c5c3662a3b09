"""`@action(deed)`: keyword-only, one transaction, and a row in the audit whether it was done or denied."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from goldenthread.record import audit
from goldenthread.record.access import Denied

_ACTIONS: dict[str, Callable] = {}

AFTER: list[Callable] = []
"""What hears of each Act, in its transaction: rooms above the record add themselves."""


@dataclass(frozen=True)
class Act:
    """What an action hands back to be noted: what was changed, whose record it is, and what its caller is given.

    `people`: of every person concerned a row is written, so that each child's page can say who did what.
    """

    thing: str
    thing_id: object
    people: tuple = ()
    ground: str = ""
    result: object = None


def action(deed: str) -> Callable:
    """Make a function an action. It returns an Act; its caller gets `Act.result`."""

    def decorate(function: Callable) -> Callable:
        parameters = inspect.signature(function).parameters.values()
        if any(each.kind is not each.KEYWORD_ONLY for each in parameters) or "by" not in {each.name for each in parameters}:
            raise TypeError(f"{function.__name__}: an action takes keyword arguments only, and `by` among them.")

        @functools.wraps(function)
        def act(**given):
            try:
                with transaction.atomic():
                    done = function(**given)
                    for person in done.people or (None,):
                        audit.note(given["by"], deed, thing=done.thing, thing_id=done.thing_id, person=person, ground=done.ground)
                    for heard in AFTER:
                        heard(done)
                    return done.result
            except Denied as denied:
                person = next((each for each in _people(given)), None)
                audit.note(given["by"], deed, person=person, allowed=False, ground=denied.ground)
                raise

        act.deed = deed
        _ACTIONS[f"{function.__module__}.{function.__name__}"] = act
        return act

    return decorate


def _people(given: dict):
    yield from filter(None, (given.get("person"), given.get("child")))
    yield from given.get("persons") or ()


def actions() -> dict[str, Callable]:
    """Every action that has been imported, by its full name."""
    return dict(_ACTIONS)
