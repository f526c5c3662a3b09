"""Linkage: people recorded twice are proposed, others hardly ever, and whoever is hidden never."""

import datetime as dt
import importlib.util
import random

import pytest
from rich.console import Console
from tests.conftest import leave_out

from goldenthread.invent.families import FORENAMES, SURNAMES
from goldenthread.record.linking import run
from goldenthread.record.models import AuditRow, Person, PossibleDuplicate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def splink():
    if importlib.util.find_spec("splink") is None:
        leave_out("Linkage: it needs the extra `linkage`")


def invented(many: int) -> tuple[list[Person], set[tuple[str, str]]]:
    """People, every fifth of them recorded twice with a slip, and twins; and which are the same."""
    chance, people, same = random.Random(1), [], set()

    def add(forename, surname, born_on, sex, upn="") -> str:
        number = f"P{len(people):04}"
        said = {"forename": forename, "surname": surname, "born_on": born_on, "sex": sex, "upn": upn}
        people.append(Person(number=number, had_record=True, **said))
        return number

    for n in range(many):
        forename, surname, sex = chance.choice(FORENAMES), chance.choice(SURNAMES), chance.choice("FM")
        born = dt.date(2006, 1, 1) + dt.timedelta(chance.randrange(6000))
        upn = f"Z{n:06}" if chance.random() < 0.6 else ""
        number = add(forename, surname, born, sex, upn)
        slips = [(forename[:-1] + "e", surname, born), (forename, surname, born + dt.timedelta(1)),
                 (forename, surname[0] + surname[2:], born), (forename.upper(), surname, born)]  # fmt: skip
        if n % 5 == 0:
            same.add((number, add(*slips[n // 5 % 4], sex, upn if n % 2 else "")))
    for n in range(10):
        surname, born = chance.choice(SURNAMES), dt.date(2010, 1, 1) + dt.timedelta(50 * n)
        add(FORENAMES[n], surname, born, "F")
        add(FORENAMES[n + 20], surname, born, "F")
    return people, same


def pairs() -> set[tuple[str, str]]:
    return set(PossibleDuplicate.objects.values_list("one__number", "other__number"))


def test_people_recorded_twice_are_proposed_once_and_others_hardly_ever():
    people, same = invented(300)
    Person.objects.bulk_create(people)
    run(Console(quiet=True))
    found = pairs()
    assert len(found & same) / len(same) > 0.9
    assert len(found & same) / len(found) > 0.85
    said = PossibleDuplicate.objects.order_by("-likelihood").first()
    assert said.likelihood > 0.9
    assert "the same date of birth" in said.why
    assert not [name for name in (said.one.forename, said.one.surname) if name in said.why]
    PossibleDuplicate.objects.filter(pk=said.pk).update(decision="different")
    run(Console(quiet=True))
    assert pairs() == found
    assert AuditRow.objects.filter(deed="duplicate.propose").count() == 2


def test_restricted_sealed_and_merged_records_take_no_part():
    people, same = invented(100)
    Person.objects.bulk_create(people)
    hidden = [one for one, _ in sorted(same)[:3]]
    Person.objects.filter(number=hidden[0]).update(restricted=True)
    Person.objects.filter(number=hidden[1]).update(sealed=True)
    Person.objects.filter(number=hidden[2]).update(merged_into=Person.objects.get(number="P0001"))
    run(Console(quiet=True))
    assert pairs()
    assert not {number for pair in pairs() for number in pair} & set(hidden)
