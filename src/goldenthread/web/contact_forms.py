"""The front door's form: whom a contact is about, several at once, as typed; and who of them may be known already.

An input of the third child is `child.2.surname`; what is blank throughout is nobody.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from goldenthread.check.words import capital
from goldenthread.record.actions.front_door import ContactHome, ContactPerson
from goldenthread.record.actions.people import check_particulars
from goldenthread.record.forms import Typed, read_day
from goldenthread.record.models import Person
from goldenthread.record.policies import Unfit
from goldenthread.record.relationships import TIES, TO_A_CHILD

TEXTS = ("forename", "surname", "known_as", "sex")
DAYS = ("born_on", "expected_on")
MOST = 20
"""People of one family on one form."""

NAME = re.compile(r"(child|adult)\.(\d{1,2})\.\w+")


@dataclass
class PersonTyped:
    """One person as typed. `name`: of its inputs, `child.0`; `said`: what could be read of it."""

    name: str
    typed: Mapping[str, str]
    said: dict = field(default_factory=dict)

    @property
    def is_child(self) -> bool:
        """Whether it is one of the children whom the contact is about."""
        return self.name.startswith("child")

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(value for key, value in self.typed.items() if key not in ("sex", "tie", "elsewhere"))

    @property
    def shown(self) -> str:
        """The name as typed, to speak of the person by."""
        full = " ".join(filter(None, (self.typed.get("forename"), self.typed.get("surname")))) or self.typed.get("known_as")
        return full or ("The unborn child" if self.typed.get("expected_on") else "This person")


@dataclass
class ContactForm:
    """The form: every row, the address, and what is wrong, by the name of the input."""

    typed: Typed
    rows: list[PersonTyped]
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def filled(self) -> list[PersonTyped]:
        """Those of whom something was typed."""
        return [row for row in self.rows if not row.is_blank]

    @property
    def home(self) -> ContactHome:
        """Where they live, as typed."""
        lines = "\n".join(line.strip() for line in self.one("lines").splitlines() if line.strip())
        return ContactHome(lines, self.one("postcode"), self.one("is_protected") == "yes")

    def one(self, name: str) -> str:
        """What was typed into an input."""
        return next(iter(self.typed.get(name, [])), "").strip()

    def named(self, same: Mapping[str, Person | None]) -> list[ContactPerson]:
        """Whom the contact names; `same`: by the name of a row, who it is of those known already."""
        return [
            ContactPerson(row.is_child, row.said, row.typed["tie"], same.get(row.name), at_home=row.typed["elsewhere"] != "yes")
            for row in self.filled
        ]


def contact_form(typed: Typed, more: str = "") -> ContactForm:
    """The form as it was typed, nothing of it read yet. `more`: `child` or `adult`, of which one more row is wanted."""
    counts = {"child": 1, "adult": 1}
    for found in filter(None, map(NAME.fullmatch, typed)):
        counts[found[1]] = max(counts[found[1]], min(int(found[2]) + 1, MOST))
    if more in counts:
        counts[more] = min(counts[more] + 1, MOST)
    names = [f"{who}.{number}" for who, count in counts.items() for number in range(count)]
    return ContactForm(typed, [PersonTyped(name, _typed_of(typed, name)) for name in names])


def _typed_of(typed: Typed, name: str) -> dict[str, str]:
    asked = (*TEXTS, *DAYS, "tie", "elsewhere")
    return {each: next(iter(typed.get(f"{name}.{each}", [])), "").strip() for each in asked}


def read(typed: Typed) -> ContactForm:
    """The form, read: every fault at once, beside its input."""
    family = contact_form(typed)
    for row in family.filled:
        family.faults |= {f"{row.name}.{name}": words for name, words in _read(row)}
    if not any(row.is_child for row in family.filled):
        family.faults["child.0.forename"] = "Name at least one child, or say when one is expected."
    return family


def _read(row: PersonTyped) -> Iterator[tuple[str, str]]:
    row.said = {name: row.typed[name] for name in TEXTS if row.typed[name]}
    faulty = False
    for name in DAYS:
        try:
            if row.typed[name]:
                row.said[name] = read_day(row.typed[name])
        except ValueError as wrong:
            faulty = True
            yield name, f"{'Date of birth' if name == 'born_on' else 'Expected'}: {wrong}"
    if row.said.get("sex", "U") not in ("F", "M", "U"):
        yield "sex", "Choose one of those listed."
    if row.typed["tie"] and (row.is_child or row.typed["tie"] not in TO_A_CHILD):
        yield "tie", "Choose one of those listed."
    try:
        check_particulars(row.said)
    except Unfit as unfit:
        yield from ((name, words) for name, words in unfit.by_field.items() if not (faulty and name == "forename"))


def ties() -> list[tuple[str, str]]:
    """What an adult may be to the children, to choose from."""
    return [(name, capital(TIES[name].words)) for name in TO_A_CHILD]
