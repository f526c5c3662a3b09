"""Protected addresses and people one may not know of are taken out of every text."""

import datetime as dt

import pytest

from goldenthread.record.actions.guarding import block_worker
from goldenthread.record.masking import Masker
from goldenthread.record.models import Address, Person, Relationship

LINES = "14 Larchbourne Close\nLeeds"
SHOWN_AS = [
    "Moved to 14 Larchbourne Close, Leeds", "14, LARCHBOURNE close", "the house on Larchbourne Cl.", "larchbourne-close",
    "postcode LS27 9QX", "ls279qx", "Ls27-9qx.",
]  # fmt: skip


@pytest.fixture
def outsider(make_worker, other_team):
    """A worker of another team."""
    return make_worker("An outsider", of=other_team)


@pytest.fixture
def mother(family):
    """A mother whose address is protected."""
    mother = Person.objects.create(number="M1", forename="Willow", surname="Underwood")
    Relationship.objects.create(person=mother, other=family[0], kind="parent")
    Address.objects.create(person=mother, kind="home", lines=LINES, postcode="LS27 9QX", is_protected=True)
    return mother


@pytest.mark.parametrize("text", SHOWN_AS)
def test_a_protected_address_is_taken_out_however_it_is_written(text, family, mother, outsider):
    masked = Masker(outsider, [family[0]]).text(text).lower()
    assert "[protected]" in masked
    assert not any(part in masked for part in ("larchbourne", "ls27", "9qx"))


def test_a_town_alone_is_no_address(family, mother, outsider):
    assert Masker(outsider, [family[0]]).text("They went to Leeds to close an account.") == (
        "They went to Leeds to close an account."
    )


def test_who_holds_the_child_sees_it(family, mother, worker, make_worker):
    for reader in (worker, make_worker("A colleague"), make_worker("A manager", "team_manager")):
        assert Masker(reader, [family[0]]).text(SHOWN_AS[0]) == SHOWN_AS[0]


@pytest.mark.parametrize("role", ["director", "out_of_hours", "quality_assurance", "inspector"])
def test_who_may_open_every_record_does_not_see_it(role, family, mother, make_worker):
    assert "[protected]" in Masker(make_worker("Another", role, of=None), [family[0]]).text(SHOWN_AS[0])


def test_a_protected_school_goes_by_its_name(family, outsider):
    Address.objects.create(person=family[0], kind="school", lines="Larchwood Primary School", is_protected=True)
    masker = Masker(outsider, [family[0]])
    for text in ("Larchwood Primary School", "at Larchwood Primary", "at larchwood school", "at Larchwood"):
        assert "larchwood" not in masker.text(text).lower()


def test_a_restricted_brother_has_no_name_to_those_who_may_not_know_of_him(family, worker):
    birch = family[1]
    birch.forename, birch.restricted = "Zephyrine", True
    birch.save()
    masker = Masker(worker, [family[0]])
    assert masker.text("Zephyrine Underwood hit Ash. Underwood, Zephyrine. Zephyrine cried.") == (
        "[someone] hit Ash. [someone]. [someone] cried."
    )
    assert masker.text("Ash Underwood") == "Ash Underwood"
    assert masker.name(birch) == "[someone]"


def test_who_is_kept_away_does_not_read_the_name(family, make_worker):
    manager, colleague = make_worker("A manager", "team_manager"), make_worker("A colleague")
    block_worker(by=manager, person=family[1], worker=colleague, reason="An aunt of the child")
    assert Masker(colleague, [family[0]]).text("Birch Underwood") == "[someone]"
    assert Masker(manager, [family[0]]).text("Birch Underwood") == "Birch Underwood"


def test_nothing_to_take_out_costs_the_same_however_long_the_text(family, worker, django_assert_num_queries):
    masker = Masker(worker, family)
    with django_assert_num_queries(2):
        assert all(masker.text(f"Seen on {dt.date(2025, 3, 3)}") for _ in range(50))
