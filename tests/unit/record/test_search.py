"""Finding people and what was written, and what is not to be found."""

import datetime as dt

import pytest

from goldenthread.record import search
from goldenthread.record.actions.entries import correct_entry, make_entry
from goldenthread.record.models import Block, NamedAccess, OtherName, Person
from goldenthread.record.search import find_people, find_text, index_person


@pytest.fixture
def known():
    """A function that makes a person who can be found."""

    def make(forename: str, surname: str = "Ryan", born: dt.date = dt.date(2015, 5, 17), **more) -> Person:
        number = more.pop("number", f"00{Person.objects.count() + 700}")
        person = Person.objects.create(number=number, forename=forename, surname=surname, born_on=born, had_record=True, **more)
        index_person(person)
        return person

    return make


def names(found) -> list[str]:
    """Their names."""
    return [person.name for person in found]


def body_of(children, **said):
    """What a visit says."""
    lines = {str(child.pk): {"seen": "alone"} for child in children}
    for child in children:
        lines[str(child.pk)] |= {"said": said.get(child.forename, "")}
    return {"shared": {"visited": "2025-03-03", "purpose": "need"}, "lines": lines}


@pytest.mark.parametrize("written, typed", [
    ("Siobhan", "Shivaun"), ("Shivaun", "Siobhan"), ("Mohammed", "Muhammad"), ("Zoë", "Zoe"), ("Zoe", "zoë"),
    ("Catherine", "Kathryn"), ("Seán", "Shaun"), ("Wiktor", "Victor"), ("Aoife", "Eefa"), ("Khadija", "Kadijah"),
    ("Łukasz", "lukasz"), ("O'Neill", "oneill"), ("O'Neill", "O Neill"), ("Abdul-Rahman", "rahman"), ("Ann-Marie", "ann"),
])  # fmt: skip
def test_a_name_is_found_as_it_sounds(manager, known, written, typed):
    known(written)
    known("Thomas", "Baker")
    assert names(find_people(manager, typed)) == [f"{written} Ryan"]


def test_what_is_written_so_comes_before_what_sounds_so(manager, known):
    known("Shivaun"), known("Siobhan")
    assert names(find_people(manager, "siobhan ryan")) == ["Siobhan Ryan", "Shivaun Ryan"]


def test_parts_of_a_name_stand_in_any_order_and_other_names_count(manager, known):
    child = known("Jamal", "Adeyemi", known_as="JJ")
    OtherName.objects.create(person=child, surname="Okafor")
    index_person(child)
    for typed in ("adeyemi jamal", "ADEYEMI, Jamal", "jj", "okafor", "jamal okafor", "Jam Ade"):
        assert names(find_people(manager, typed)) == ["JJ Adeyemi"], typed
    assert not find_people(manager, "jamal baker")


@pytest.mark.parametrize("born", ["2015-05-17", "2015-05-19", "2015-05-14", "2016-05-17", "2015-05-07", "2015-06-17"])
def test_a_day_of_birth_nearly_right_finds(manager, known, born):
    known("Ash", born=dt.date.fromisoformat(born))
    assert names(find_people(manager, "17/5/2015")) == ["Ash Ryan"]
    assert names(find_people(manager, "Ash 17 May 2015")) == ["Ash Ryan"]


def test_a_day_and_month_the_other_way_round_find_and_other_days_do_not(manager, known):
    known("Ash", born=dt.date(2015, 4, 12)), known("Birch", born=dt.date(2011, 9, 30)), known("Cedar", born=dt.date(2015, 12, 4))
    assert names(find_people(manager, "12/4/2015")) == ["Ash Ryan", "Cedar Ryan"]
    assert names(find_people(manager, "Cedar 12/4/2015")) == ["Cedar Ryan"]


def test_ids_are_found_with_and_without_their_zeros(manager, known):
    known("Ash", number="0012345", upn="A123456789012")
    for typed in ("0012345", "12345", "12345.0", "a123456789012"):
        assert names(find_people(manager, typed)) == ["Ash Ryan"]
    assert not find_people(manager, "1234")


def test_what_is_restricted_sealed_or_blocked_is_not_found(manager, known):
    known("Ash", restricted=True), known("Ash", sealed=True)
    Block.objects.create(person=known("Ash"), worker=manager, given_by=manager, given_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    for typed in ("Ash", "Ash Ryan 17/5/2015", "17/5/2015", "700", "701", "702"):
        assert not find_people(manager, typed)


def test_a_restricted_record_is_found_by_who_is_named_for_it(manager, known):
    ash = known("Ash", restricted=True)
    NamedAccess.objects.create(person=ash, worker=manager, given_by=manager, given_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    assert names(find_people(manager, "Ash")) == ["Ash Ryan"]


def test_who_does_not_find_everyone_finds_their_own(worker, family, known, make_worker, other_team):
    search.reindex()
    known("Ash", "Stranger")
    assert names(find_people(worker, "Ash")) == ["Ash Underwood"]
    assert not find_people(make_worker("An outsider", of=other_team), "Ash")


def test_what_was_written_is_found_by_its_words_and_their_forms(worker, family):
    entry = make_entry(by=worker, kind="visit", persons=family, body=body_of(family, Ash="I was climbing trées in the café."))
    found = find_text(worker, "climbed tree cafe").found
    assert [(each.entry, each.persons) for each in found] == [(entry, family)]
    assert found[0].words == "climbing"
    assert not find_text(worker, "climbed mountains")
    search.reindex()
    assert [each.entry for each in find_text(worker, "climbed tree cafe")] == [entry]
    assert find_text(worker, 'visit" OR NEAR(') is not None  # what means something to the database means nothing here


def test_what_was_corrected_away_is_no_longer_found(worker, family):
    entry = make_entry(by=worker, kind="visit", persons=family, body=body_of(family, Ash="a secret den"))
    correct_entry(by=worker, entry=entry, body=body_of(family, Ash="a den"), version_seen=1, reason="so it was")
    assert not find_text(worker, "secret")
    assert find_text(worker, "den")


def test_a_line_is_found_by_who_may_open_that_child_and_what_is_shared_by_who_may_open_all(worker, family, make_worker):
    body = body_of(family, Ash="about the kitten", Birch="about the puppy")
    body["shared"]["actions"] = [{"what": "Telephone the school", "who": "me", "by": "2025-04-01"}]
    make_entry(by=worker, kind="visit", persons=family, body=body)
    Person.objects.filter(pk=family[1].pk).update(restricted=True)
    assert find_text(worker, "kitten")
    assert [each.persons for each in find_text(worker, "kitten")] == [[family[0], family[2]]]
    assert not find_text(worker, "puppy")
    assert not find_text(worker, "telephone")
    NamedAccess.objects.create(
        person=family[1], worker=worker, given_by=worker, given_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    )
    assert find_text(worker, "puppy")
    assert find_text(worker, "telephone")


def test_a_very_long_text_is_found_to_its_end(worker, family):
    text = "word " * 300_000 + "needle"
    make_entry(by=worker, kind="visit", persons=family, body=body_of(family, Ash=text))
    assert find_text(worker, "needle").found[0].words == "needle"


def test_a_search_costs_as_many_queries_for_many_as_for_few(manager, known, django_assert_num_queries):
    known("Ash")
    with django_assert_num_queries(1):
        find_people(manager, "ash ryan")
    for _ in range(30):
        known("Ash")
    with django_assert_num_queries(1):
        page = find_people(manager, "ash ryan")
    assert (len(page.found), page.more) == (search.PAGE, True)
    assert len(find_people(manager, "ash ryan", page=2).found) == 11
