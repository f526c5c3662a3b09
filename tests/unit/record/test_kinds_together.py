"""What one entry does to another: ends it, stands in its period, follows from it; and who may fill and read what."""

import datetime as dt

import pytest
from tests.kinds_filled import BEGAN, BORN, body_of

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import complete_entry, correct_entry, make_entry, withdraw_entry
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.schema import schemas
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.record.policies import Unfit
from goldenthread.record.reading import latest

DAY = dt.timedelta(days=1)


@pytest.fixture
def children(family):
    """The brothers and sisters, old enough for any kind."""
    Person.objects.update(born_on=BORN)
    return list(Person.objects.order_by("pk"))


@pytest.fixture
def put(worker):
    """A function that makes a filled entry of a kind, by the worker unless another is given."""

    def make(kind: str, persons, by=worker, began=BEGAN, follows=None, **more) -> Entry:
        body = body_of(kinds()[kind], persons, by, began=began, **more)
        return make_entry(by=by, kind=kind, persons=persons, body=body, follows=follows)

    return make


def facts(noun: str, child: Person):
    return Fact.objects.filter(noun=noun, person=child, superseded_at=None).order_by("started_on", "pk")


def test_a_new_placement_ends_the_one_before_and_the_end_of_care_ends_what_hangs_on_it(children, put, worker):
    ash = children[:1]
    care = put("period_of_care", ash)
    first, second = put("placement", ash), put("placement", ash, began=BEGAN + DAY)
    put("legal_status", ash)
    put("care_plan", ash)
    first.refresh_from_db()
    assert (first.ended_on, second.ended_on) == (BEGAN + DAY, None)
    body = latest(care).body
    body["shared"] |= {"ended": (BEGAN + 5 * DAY).isoformat(), "ceased_reason": "E4A"}
    complete_entry(by=worker, entry=care, body=body, version_seen=1)
    for noun in ("looked_after", "placement", "legal_status", "care_plan"):
        assert facts(noun, ash[0]).last().ended_on == BEGAN + 5 * DAY, noun


def test_what_an_entry_ended_follows_its_correction_and_goes_on_when_it_is_withdrawn(children, put, worker):
    ash = children[:1]
    care, place = put("period_of_care", ash), put("placement", ash)
    body = latest(care).body
    body["shared"] |= {"ended": (BEGAN + DAY).isoformat(), "ceased_reason": "E4A"}
    complete_entry(by=worker, entry=care, body=body, version_seen=1)
    body["shared"]["ended"] = (BEGAN + 2 * DAY).isoformat()
    care.refresh_from_db()
    correct_entry(by=worker, entry=care, body=body, version_seen=2, reason="It was the day after")
    assert facts("placement", ash[0]).get().ended_on == BEGAN + 2 * DAY
    care.refresh_from_db()
    withdraw_entry(by=worker, entry=care, reason="The child is still looked after")
    place.refresh_from_db()
    assert (place.ended_on, facts("placement", ash[0]).get().ended_on) == (None, None)
    with pytest.raises(Unfit):
        withdraw_entry(by=worker, entry=care, reason="Again")


def test_an_earlier_placement_typed_late_must_say_when_it_ended(children, put):
    put("period_of_care", children[:1])
    put("placement", children[:1], began=BEGAN + 3 * DAY)
    with pytest.raises(Unfit) as refused:
        put("placement", children[:1])
    assert set(refused.value.by_field) == {"ended"}
    put("placement", children[:1], ended=True)


def test_a_review_stands_in_a_period_of_care(children, put):
    with pytest.raises(Unfit) as refused:
        put("looked_after_review", children[:1])
    assert "was not in a period of being looked after" in refused.value.by_field["held"]


def test_one_childs_case_may_be_closed_alone_and_ends_that_childs_plan(children, put, worker):
    referral = put("referral", children)
    plan = put("need_plan", children)
    ash, birch = children[:2]
    body = latest(referral).body
    body["lines"][str(ash.pk)] |= {"closed_alone": (BEGAN + DAY).isoformat(), "closure_reason": "RC1"}
    complete_entry(by=worker, entry=referral, body=body, version_seen=1)
    plan.refresh_from_db()
    assert plan.ended_on is None
    for noun in ("referral", "need_plan"):
        assert (facts(noun, ash).get().ended_on, facts(noun, birch).get().ended_on) == (BEGAN + DAY, None)
    body = latest(referral).body
    body["shared"] |= {"closed": (BEGAN + 2 * DAY).isoformat()}
    body["lines"] = {who: line | {"closure_reason": "RC1"} for who, line in body["lines"].items()}
    complete_entry(by=worker, entry=referral, body=body, version_seen=2)
    plan.refresh_from_db()
    assert plan.ended_on == BEGAN + 2 * DAY
    assert (facts("need_plan", ash).get().ended_on, facts("need_plan", birch).get().ended_on) == (BEGAN + DAY, BEGAN + 2 * DAY)


def test_an_assessment_belongs_to_the_referral_it_follows_else_to_the_open_one(children, put, make_worker):
    manager = make_worker("The manager", "team_manager")
    old, new = put("referral", children[:1], began=BEGAN - 9 * DAY), put("referral", children[:1], began=BEGAN - DAY)
    put("assessment", children[:1], by=manager)
    assert facts("assessment", children[0]).get().facts["referral_id"] == str(new.pk)
    put("assessment", children[:1], by=manager, follows=old)
    assert facts("assessment", children[0]).last().facts["referral_id"] == str(old.pk)
    put("assessment", children[1:2], by=manager)
    assert "referral_id" not in facts("assessment", children[1]).get().facts


def test_only_a_manager_authorises_an_assessment(children, put, worker, make_worker):
    with pytest.raises(Unfit) as refused:
        put("assessment", children, ended=True)
    assert set(refused.value.by_field) == {"authorised", "manager_reviews"}
    put("assessment", children, by=make_worker("The manager", "team_manager"), ended=True)


def test_an_enquiry_is_not_ended_without_saying_of_a_medical(children, worker):
    body = body_of(kinds()["section47"], children, worker, ended=True)
    del body["shared"]["medical"]
    with pytest.raises(Unfit) as refused:
        make_entry(by=worker, kind="section47", persons=children, body=body)
    assert set(refused.value.by_field) == {"medical"}


def test_legal_advice_is_read_by_those_it_advises(children, put, make_worker):
    advice = put("legal_advice", children)
    access.check_read_entry(make_worker("The manager", "team_manager"), advice)
    with pytest.raises(Denied):
        access.check_read_entry(make_worker("An auditor", "quality_assurance", of=None), advice)


def test_a_filled_form_is_what_its_schema_says(children, worker):
    for name, schema in schemas().items():
        whom = children[:1] if kinds()[name].about in ("child", "children", "carer") else []
        body = body_of(kinds()[name], whom, worker)
        assert not list(_faults(schema, body, name))
        body["shared"]["not_a_field"] = 1
        assert list(_faults(schema, body, name)) == [f"{name}.shared.not_a_field"]


def _faults(schema: dict, value, where: str):
    """The places where a value is not of a schema, as far as these schemas go."""
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    if "enum" in schema:
        if value not in schema["enum"]:
            yield where
    elif type(value) is not types[schema["type"]]:
        yield where
    elif schema["type"] == "array":
        for each in value:
            yield from _faults(schema["items"], each, where)
    elif schema["type"] == "object":
        lines = schema.get("patternProperties", {}).get("^[0-9]+$")
        yield from (f"{where}.{name} is missing" for name in set(schema.get("required", ())) - set(value))
        for name, each in value.items():
            of = lines or schema["properties"].get(name)
            yield from _faults(of, each, f"{where}.{name}") if of else [f"{where}.{name}"]
