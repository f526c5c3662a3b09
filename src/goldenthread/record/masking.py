"""What a reader may not be shown, taken out of what is shown: protected addresses, and people they may not know of.

Looked for are the addresses and the names of everyone near those whom a page is about: themselves, their families, the
people they live or lived with, and those who share an entry with them. An address is known by its street (with or
without its number) and its postcode, however they are spaced, capitalised or punctuated; a school by its name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from goldenthread.record import access
from goldenthread.record.models import Address, EntryPerson, HouseholdMember, Person, Relationship
from goldenthread.workforce.models import Worker

PROTECTED = "[protected]"
SOMEONE = "[someone]"
CLOSE = frozenset({"named", "allocated", "team", "line"})
"""The grounds on which a protected address is shown: of those who hold the child."""

STREETS = {
    "road": "rd", "street": "st", "avenue": "ave?", "close": "cl", "drive": "dr", "lane": "ln", "place": "pl", "court": "ct",
    "crescent": "cres", "gardens": "gdns", "terrace": "terr?", "square": "sq", "grove": "gr", "way": "", "hill": "", "walk": "",
    "row": "", "mews": "", "rise": "", "view": "", "park": "pk", "green": "", "house": "hse", "flats": "", "cottages?": "",
    "farm": "", "parade": "", "mount": "mt", "bank": "", "fold": "", "croft": "",
}  # fmt: skip
SCHOOLS = ("school", "academy", "college", "nursery", "centre", "primary", "secondary", "infant", "infants", "junior")
POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
GAP = r"[\W_]{0,3}"


@dataclass(frozen=True)
class _Hidden:
    """What is looked for, and what is said instead; `exact`: in these capitals alone."""

    pattern: str
    instead: str
    exact: bool = False


class Masker:
    """Takes out of a text what this reader may not see. Made once for a page, for everyone the page is about.

    Asks the database three times at most, at the first text, and nothing where there is nothing to take out.
    """

    def __init__(self, by: Worker, persons: Sequence[Person]):
        self.by, self.persons = by, list(persons)

    def text(self, text: str) -> str:
        """The text without it."""
        if not text or not self._patterns:
            return text
        for pattern, of_group in self._patterns:
            text = pattern.sub(lambda match, of_group=of_group: of_group[match.lastgroup], text)
        return text

    def hides_any(self, body: object) -> bool:
        """Whether something would be taken out of a body: of its texts, at any depth."""
        if isinstance(body, str):
            return self.text(body) != body
        inside = body.values() if isinstance(body, dict) else body if isinstance(body, list) else ()
        return any(self.hides_any(each) for each in inside)

    def hides(self, address: Address) -> bool:
        """Whether this reader may not see the address."""
        return address.is_protected and address.pk in {each.pk for each in self._addresses}

    def address(self, address: Address) -> str:
        """The address in one line, or that it is protected."""
        if self.hides(address):
            return PROTECTED
        lines = [each.strip() for each in address.lines.splitlines() if each.strip()]
        return ", ".join([*lines, address.postcode] if address.postcode else lines)

    def name(self, person: Person) -> str:
        """The person's name, or that it is someone."""
        return SOMEONE if person.pk in {each.pk for each in self._strangers} else person.name

    @property
    def has_strangers(self) -> bool:
        """Whether there is anyone near this page of whom the reader may not know."""
        return bool(self._strangers)

    @cached_property
    def _addresses(self) -> list[Address]:
        """The protected addresses near this page that the reader may not see."""
        if not self.persons:
            return []
        near = Address.objects.filter(is_protected=True, person__in=_near(self.persons))
        return list(near.exclude(person__in=_held_closely(self.by)))

    @cached_property
    def _strangers(self) -> list[Person]:
        """The people near this page of whom the reader may not know."""
        if not self.persons:
            return []
        near = Person.objects.filter(pk__in=_near(self.persons), merged_into=None)
        known = Q(pk__in=[each.pk for each in self.persons]) | Q(pk__in=Person.objects.filter(access.fence(self.by)).values("pk"))
        return list(near.exclude(known).prefetch_related("other_names"))

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern, dict[str, str]]]:
        """What to look for: names and addresses in any capitals, and what is a name only if written as one."""
        hidden = [*_of_names(self._strangers, self.persons), *(each for at in self._addresses for each in _of_address(at))]
        both = [(re.IGNORECASE, [each for each in hidden if not each.exact]), (0, [each for each in hidden if each.exact])]
        return [_compiled(each, flags) for flags, each in both if each]


def _near(persons: Iterable[Person]) -> QuerySet:
    """The ids of those whom a page is about and of everyone near them."""
    about = [person.pk for person in persons]
    entries = EntryPerson.objects.filter(person__in=about).values("entry")
    return Person.objects.filter(
        Q(pk__in=about)
        | Q(pk__in=Relationship.objects.filter(person__in=about).values("other"))
        | Q(pk__in=Relationship.objects.filter(other__in=about).values("person"))
        | Q(pk__in=HouseholdMember.objects.with_any_of(about).values("person"))
        | Q(pk__in=EntryPerson.objects.filter(entry__in=entries).values("person"))
        | Q(merged_into__in=about)
    ).values("pk")


def _held_closely(by: Worker) -> QuerySet:
    """The ids of the children whom the worker, or a team of theirs, holds, and of the adults of those children's families."""
    if not access.may_sign_in(by):
        return Person.objects.none().values("pk")
    close = Q(pk__in=[])
    for ground in access.GROUNDS:
        if ground.name in CLOSE and ground.applies(by):
            close |= ground.which(by)
    held = Person.objects.filter(close, access.fence(by), had_record=True).values("pk")
    family = (
        Q(pk__in=Relationship.objects.filter(person__in=held).values("other"))
        | Q(pk__in=Relationship.objects.filter(other__in=held).values("person"))
        | Q(pk__in=HouseholdMember.objects.filter(ended_on=None).with_any_of(held).values("person"))
    )
    return Person.objects.filter(Q(pk__in=held) | (family & Q(had_record=False))).values("pk")


def _of_address(address: Address) -> Iterator[_Hidden]:
    """The patterns by which an address is known: its postcode, and each part that names a house, a street or a school."""
    for outward, inward in POSTCODE.findall(f"{address.postcode}\n{address.lines}"):
        yield _Hidden(rf"\b{outward}{GAP}{inward}\b", PROTECTED)
    parts = [part.strip() for part in re.split(r"[\n,;]", POSTCODE.sub("", address.lines)) if part.strip()]
    for number, part in enumerate(parts):
        words = re.findall(r"[^\W_]+", part)
        if number == 0 or any(map(str.isdigit, part)) or (len(words) > 1 and _street(words[-1])):
            yield from (_Hidden(pattern, PROTECTED) for pattern in _part(words, address.kind == "school"))


def _part(words: list[str], is_school: bool) -> Iterator[str]:
    """A part of an address as it stands, and shorter: the street without its number, the school without "School"."""
    yield _spaced(words)
    street = [word for word in words if not re.fullmatch(r"\d+\w?", word)]
    while is_school and len(street) > 1 and street[-1].lower() in SCHOOLS:
        street = street[:-1]
        if street[-1].lower() not in SCHOOLS:
            yield rf"{_spaced(street)}(?:\W+(?:{'|'.join(SCHOOLS)})\b)*"
    if not is_school and len(street) > 1 and street != words:
        yield _spaced(street)


def _street(word: str) -> str | None:
    """The pattern of the last word of a street, written out or short."""
    for full, short in STREETS.items():
        if re.fullmatch(full, word, re.IGNORECASE) or (short and re.fullmatch(short, word, re.IGNORECASE)):
            return f"(?:{full}|{short})" if short else full
    return None


def _spaced(words: list[str]) -> str:
    each = [re.escape(word) for word in words]
    each[-1] = (_street(words[-1]) if len(words) > 1 else None) or each[-1]
    return r"\b" + GAP.join(each) + r"\b"


def _of_names(strangers: Iterable[Person], known: Iterable[Person]) -> Iterator[_Hidden]:
    """The patterns of people's names: in full, and each part that is not also a name of those the page is about."""
    shared = {name.lower() for each in known for name in (each.forename, each.surname, each.known_as)}
    for person in strangers:
        names = [(person.forename, person.surname), (person.known_as, person.surname)]
        names += [(other.forename, other.surname) for other in person.other_names.all()]
        for full in names:
            words = re.findall(r"[^\W_]+", " ".join(full))
            if len(words) > 1 and all(full):
                yield _Hidden(_spaced_name(words), SOMEONE)
                yield _Hidden(_spaced_name([*words[1:], words[0]]), SOMEONE)
        parts = {part for full in names for part in full if len(part) > 1 and part.lower() not in shared}
        yield from (_Hidden(_spaced_name(re.findall(r"[^\W_]+", part)), SOMEONE, exact=True) for part in sorted(parts))
        if len(person.number) > 3:
            yield _Hidden(rf"\b{re.escape(person.number)}\b", SOMEONE)


def _spaced_name(words: list[str]) -> str:
    return r"\b" + GAP.join(re.escape(word) for word in words) + r"\b"


def _compiled(hidden: list[_Hidden], flags: int) -> tuple[re.Pattern, dict[str, str]]:
    """One pattern of all, the longest first, and what is said instead of each of its groups."""
    ordered = sorted(dict.fromkeys(hidden), key=lambda each: -len(each.pattern))
    groups = {f"g{number}": each.instead for number, each in enumerate(ordered)}
    return re.compile("|".join(f"(?P<g{number}>{each.pattern})" for number, each in enumerate(ordered)), flags), groups


def patterns_of_address(address: Address) -> list[str]:
    """The patterns by which an address is known in a text, in any capitals."""
    return [each.pattern for each in _of_address(address)]


def near(persons: Iterable[Person]) -> QuerySet[Person]:
    """Those whom a page is about and everyone near them: family, household, and who shares an entry."""
    return Person.objects.filter(pk__in=_near(persons))
