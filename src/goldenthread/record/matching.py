"""Who may be the same person as one just typed: by how the names sound, a day of birth nearly right, and the address.

Never anyone whose record is sealed. What a worker may know of is shown to them; what they may not is only noted, after
the new person is saved, for those who hold the other record.
"""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from goldenthread.record import access
from goldenthread.record.models import Address, Person
from goldenthread.record.search import Asked, meant
from goldenthread.record.sounds import fold, parts
from goldenthread.workforce.models import Worker

SHOWN = 5
"""Likely people shown of each one typed."""

LOOKED_THROUGH = 100
"""Likely people looked through for those the worker may not know of."""


def same_perhaps(by: Worker, particulars: dict, lines: str = "", postcode: str = "") -> list[Person]:
    """Those of whom the worker may know who may be the person typed, likeliest first."""
    found = _alike(access.findable(by).filter(sealed=False), particulars, lines, postcode)
    return list(found.order_by("-likeness", "surname", "forename", "pk")[:SHOWN]) if found is not None else []


def hidden_perhaps(by: Worker, person: Person, lines: str = "", postcode: str = "") -> list[Person]:
    """Those of whom the worker may not know who may be this person: never to be shown to them, nor counted, nor hinted at."""
    hidden = Person.objects.filter(sealed=False, merged_into=None).exclude(pk=person.pk)
    said = {name: getattr(person, name) for name in ("forename", "surname", "known_as", "born_on", "expected_on")}
    found = _alike(hidden, said, lines, postcode)
    likely = list(found.order_by("-likeness", "pk")[:LOOKED_THROUGH]) if found is not None else []
    known = set(access.findable(by).filter(pk__in=[each.pk for each in likely]).values_list("pk", flat=True))
    return [each for each in likely if each.pk not in known][:SHOWN]


def _alike(among: QuerySet[Person], said: dict, lines: str, postcode: str) -> QuerySet[Person] | None:
    """The people alike; None where too little was typed to tell anybody from anybody."""
    first, last = (_words(said.get(name)) for name in ("forename", "surname"))
    names = [each for each in (first or _words(said.get("known_as")), last) if each]
    days = [day for day in (said.get("born_on"), said.get("expected_on")) if day]
    if not names or (len(names) == 1 and not days and not postcode):
        return None
    alike = meant(among, Asked(words=names, days=days))
    at_home = _living_at(lines, postcode)
    if at_home is not None and first:
        alike = meant(among, Asked(words=names, days=days), besides=Q(pk__in=at_home), needing=first)
    return alike


def _words(name: str | None) -> set[str]:
    return {part for part in parts(name or "") if len(part) > 1}


def _living_at(lines: str, postcode: str) -> Iterable[int] | None:
    """The ids of those who live, or lived, at this address where it is not protected."""
    code = _squeezed(postcode)
    if not code:
        return None
    homes = Address.objects.filter(is_protected=False, kind="home", postcode__in=_as_written(code))
    number = _first_number(lines)
    return [pk for pk, other in homes.values_list("person_id", "lines") if _first_number(other) == number]


def _squeezed(postcode: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", fold(postcode).upper())


def _as_written(code: str) -> list[str]:
    return [code, f"{code[:-3]} {code[-3:]}", code.lower(), f"{code[:-3]} {code[-3:]}".lower()]


def _first_number(lines: str) -> str:
    found = re.search(r"\d+[a-z]?", fold(lines))
    return found[0] if found else fold(lines).strip()[:10]
