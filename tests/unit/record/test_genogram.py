"""A family drawn by generations, and the same in words, without anyone of whom the reader may not know."""

import datetime as dt
import itertools

import pytest
from django.template.loader import render_to_string

from goldenthread.record.family import family_of
from goldenthread.record.genogram import drawing, lay_out, listed
from goldenthread.record.models import Household, HouseholdMember, Person, Relationship


def person(number, forename, **more):
    """An adult, or a child of the family."""
    return Person.objects.create(number=number, forename=forename, surname="Hill", **more)


@pytest.fixture
def kin(family):
    """A mother with a former and a present partner, their children, and a grandmother."""
    ash, birch, cedar = family
    mother = person("A1", "Juniper", sex="F", born_on=dt.date(1990, 1, 1))
    father = person("A2", "Rowan", sex="M", born_on=dt.date(1986, 1, 1), may_pose_a_risk=True)
    partner = person("A3", "Linden", sex="M", born_on=dt.date(1992, 1, 1))
    grandmother = person("A4", "Hazel", sex="F", born_on=dt.date(1960, 1, 1), died_on=dt.date(2020, 1, 1))
    for one, kind, other in (
        (mother, "mother", ash), (mother, "mother", birch), (mother, "mother", cedar), (father, "father", ash),
        (father, "father", birch), (partner, "father", cedar), (partner, "partner", mother),
        (father, "former_partner", mother), (mother, "child", grandmother), (grandmother, "grandparent", ash),
    ):  # fmt: skip
        Relationship.objects.create(person=one, other=other, kind=kind)
    home = Household.objects.get()
    for each in (mother, partner):
        HouseholdMember.objects.create(household=home, person=each)
    return {each.forename: each for each in (ash, birch, cedar, mother, father, partner, grandmother)}


def picture(worker, child):
    """What the page shows."""
    family = family_of(worker, child)
    return render_to_string("child/genogram.html", {"family": family, "drawing": drawing(family), "told": listed(family)})


def test_generations_stand_one_above_the_other_and_nobody_on_another(worker, kin):
    plan = lay_out(family_of(worker, kin["Ash"]))
    rows = {plan.placed[each.pk].person.forename: plan.placed[each.pk].row for each in kin.values()}
    assert rows == {"Hazel": 0, "Juniper": 1, "Rowan": 1, "Linden": 1, "Ash": 2, "Birch": 2, "Cedar": 2}
    places = sorted((each.row, each.column) for each in plan.placed.values())
    assert all(one[0] != other[0] or other[1] - one[1] >= 0.99 for one, other in itertools.pairwise(places))


def test_the_mother_of_two_families_stands_between_them(worker, kin):
    column = {pk: each.column for pk, each in lay_out(family_of(worker, kin["Ash"])).placed.items()}
    one, mother, other = (column[kin[name].pk] for name in ("Rowan", "Juniper", "Linden"))
    assert min(one, other) < mother < max(one, other)


def test_the_same_in_words(worker, kin):
    told = {each.person.forename: each for each in listed(family_of(worker, kin["Ash"]))}
    assert {name: each.relation for name, each in told.items()} == {
        "Hazel": "grandmother", "Rowan": "father", "Juniper": "mother", "Linden": "partner of Juniper Hill",
        "Birch": "brother or sister", "Cedar": "half-brother or half-sister",
    }  # fmt: skip
    assert "may pose a risk to children" in told["Rowan"].more
    assert "lives with Ash, Birch, Cedar and Linden" in told["Juniper"].more


def test_shapes_say_who_is_who_without_colour_and_without_style(worker, kin):
    drawn = picture(worker, kin["Ash"])
    shapes = {each.person.forename: (each.shape, each.died, each.is_child) for each in
              drawing(family_of(worker, kin["Ash"])).figures}  # fmt: skip
    assert shapes["Hazel"] == ("circle", True, False)
    assert shapes["Ash"] == ("diamond", False, True)
    assert "may pose a risk" in drawn
    assert "style=" not in drawn
    assert "<title" in drawn


def test_a_restricted_brother_is_not_drawn_nor_whom_only_he_leads_to(worker, kin):
    hidden = Person.objects.create(number="C9", forename="Sorrel", surname="Hill", had_record=True, restricted=True)
    only_his = person("A9", "Yew")
    Relationship.objects.create(person=kin["Juniper"], other=hidden, kind="mother")
    Relationship.objects.create(person=only_his, other=hidden, kind="father")
    HouseholdMember.objects.create(household=Household.objects.get(), person=hidden)
    drawn = picture(worker, kin["Ash"])
    assert "Sorrel" not in drawn
    assert "Yew" not in drawn
    assert "someone" not in drawn


def test_nobody_known_is_said_so(worker, make_worker):
    alone = Person.objects.create(number="C8", surname="Alone", had_record=True)
    director = make_worker("Director", role="director", of=None)
    assert "Nobody of this family is on the record yet" in picture(director, alone)
