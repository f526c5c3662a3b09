"""How long a record is kept, and what is left when it is destroyed: nothing of it, and all of everyone else's."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.utils import timezone
from rich.console import Console
from tests.shortfalls import answered, shortfall, told

from goldenthread.oversight.models import Answer, DisputeAbout, DisputeStep, Shortfall
from goldenthread.record import audit, retention
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.actions.retention import agree_destruction, lift_hold, place_hold, propose_destruction, set_years
from goldenthread.record.attachments import keep, path_of
from goldenthread.record.destroying import NAME_REMOVED
from goldenthread.record.models import (
    Allocation,
    Attachment,
    AuditRow,
    ChronologyMark,
    Draft,
    Entry,
    Fact,
    IssuedDocument,
    LegalHold,
    OtherName,
    Person,
    Relationship,
    RetentionSetting,
    SubjectAccess,
    Tombstone,
)
from goldenthread.record.moving.tables import tables
from goldenthread.record.policies import Unfit
from goldenthread.record.search import index_people
from goldenthread.workforce.models import Was

TODAY = dt.date(2026, 11, 22)


def fact(person, noun, started, **more):
    """A fact fed from elsewhere."""
    return Fact.objects.create(person=person, subject_id=person.number, noun=noun, started_on=started, source="old",
                               recorded_at=timezone.now(), **more)  # fmt: skip


def child(number, born, **more):
    """A child of long ago, whom nobody holds."""
    return Person.objects.create(number=number, forename=number, surname="Old", born_on=born, had_record=True, **more)


def day_of(person, as_at=TODAY):
    """The rule and the day of one record."""
    found = retention.reckon_one(person, as_at)
    return found.rule.name, found.due_on


@pytest.mark.parametrize(
    "nouns, more, rule, due",
    [
        (["looked_after"], {}, "looked_after", dt.date(2075, 2, 28)),
        (["looked_after"], {"died_on": dt.date(2010, 6, 1)}, "looked_after_died", dt.date(2025, 6, 1)),
        (["looked_after"], {"died_on": dt.date(2020, 6, 1)}, "looked_after", dt.date(2075, 2, 28)),
        (["looked_after", "adoption_order"], {}, "adopted", dt.date(2105, 5, 5)),
        (["protection_plan", "need_plan"], {}, "protection", dt.date(2035, 2, 28)),
        (["need_plan"], {}, "need", dt.date(2025, 2, 28)),
        (["contact"], {}, "known", dt.date(2011, 5, 5)),
    ],
)
def test_the_rule_that_keeps_it_longest_applies(db, nouns, more, rule, due):
    person = child("L1", dt.date(2000, 2, 28), **more)
    for noun in nouns:
        fact(person, noun, dt.date(2005, 5, 5), ended_on=dt.date(2005, 6, 6))
    assert day_of(person) == (rule, due)


def test_what_is_open_or_held_or_young_or_unknown_is_not_due(db, worker):
    person = child("L1", dt.date(1980, 1, 1))
    fact(person, "need_plan", dt.date(1990, 1, 1))
    assert not retention.reckon_one(person, TODAY).is_due(TODAY)
    Fact.objects.update(ended_on=dt.date(1991, 1, 1))
    assert retention.reckon_one(person, TODAY).is_due(TODAY)
    LegalHold.objects.create(person=person, reason="An inquiry", placed_by=worker, placed_at=timezone.now())
    assert not retention.reckon_one(person, TODAY).is_due(TODAY)
    nameless = child("L2", None)
    fact(nameless, "looked_after", dt.date(1990, 1, 1), ended_on=dt.date(1991, 1, 1))
    assert retention.reckon_one(nameless, TODAY).due_on is None


def test_a_change_of_the_rule_moves_every_day_at_once_and_says_so_before(db, make_worker):
    head = make_worker("The head", "head_of_service")
    for number in range(3):
        fact(child(f"L{number}", dt.date(1999 + number, 1, 1)), "need_plan", dt.date(2005, 1, 1), ended_on=dt.date(2006, 1, 1))
    change = RetentionSetting(rule="need", years=27, since=TODAY, reason="Policy", set_by=head, set_at=timezone.now())
    assert retention.effect_of(change, TODAY, retention.visible(head)) == retention.Effect(before=3, after=1, moved=3)
    set_years(by=head, rule="need", years=27, since=TODAY, reason="Policy of the authority")
    assert sum(each.is_due(TODAY) for each in retention.reckon(TODAY)) == 1


def test_what_rests_on_law_is_never_shortened(db, make_worker):
    head = make_worker("The head", "head_of_service")
    with pytest.raises(Unfit, match="never less"):
        set_years(by=head, rule="looked_after", years=50, since=TODAY, reason="Cheaper")
    with pytest.raises(Denied):
        set_years(by=make_worker("A worker"), rule="need", years=30, since=TODAY, reason="No")


@pytest.fixture
def due(family, worker, tmp_path, settings):
    """A grown-up child of a family whose day has come, in a record that touches every table, with a sister's beside it."""
    settings.MEDIA_ROOT = tmp_path
    Allocation.objects.all().delete()
    person, sister = family[:2]
    Person.objects.filter(pk=person.pk).update(forename="Zebedee", known_as="Zebbo", born_on=dt.date(1990, 1, 1))
    Person.objects.filter(pk=sister.pk).update(born_on=dt.date(1992, 1, 1))
    OtherName.objects.create(person=person, forename="Zorro", surname="Former")
    Allocation.objects.create(person=person, worker=worker, started_on=dt.date(2024, 1, 1))
    Allocation.objects.create(person=sister, worker=worker, started_on=dt.date(2024, 1, 1))
    person.refresh_from_db()
    sister.refresh_from_db()
    mother = Person.objects.create(number="M1", forename="Zuleika", surname="Underwood")
    Relationship.objects.create(person=mother, other=person, kind="mother")
    fact(person, "need_plan", dt.date(1999, 1, 1), ended_on=dt.date(2000, 1, 1))
    seen = {"seen": "seen", "purpose": "need", "why_not_alone": "refused"}
    lines = {str(each.pk): seen | {"said": f"{each.forename} spoke"} for each in (person, sister)}
    shared = {"visited": "1999-03-03", "actions": [{"what": "Ring Zebedee", "who": "me", "by": "1999-04-01"}]}
    both = make_entry(by=worker, kind="visit", persons=[person, sister], body={"shared": shared, "lines": lines})
    body = {"shared": shared, "lines": {str(person.pk): {"seen": "alone", "purpose": "need"}}}
    alone = make_entry(by=worker, kind="visit", persons=[person], body=body)
    for entry, text in ((alone, b"Zebedee's letter"), (both, b"both")):
        Attachment.objects.create(entry=entry, name="Zebedee.txt" if entry == alone else "b.txt", content_type="text/plain",
                                  size=1, sha256=keep(text), added_by=worker, added_at=timezone.now())  # fmt: skip
    Draft.objects.create(author=worker, kind="visit", person=sister, address="/x/", saved_at=timezone.now(),
                         typed={f"said@{person.pk}": ["Zebedee says"], f"said@{sister.pk}": ["Birch says"]})  # fmt: skip
    ChronologyMark.objects.create(person=sister, entry=both, significance="key", childs_perspective="Zebedee was loud",
                                  by=worker, at=timezone.now())  # fmt: skip
    issued = IssuedDocument.objects.create(person=person, title="Zebedee", recipient="Zuleika", recipient_person=mother,
                                           purpose="x", html="Zebedee", sha256="0", issued_by=worker,
                                           issued_at=timezone.now())  # fmt: skip
    SubjectAccess.objects.create(person=person, asked_by="Zebedee", authority_to_ask="self", asked_on=TODAY, due_on=TODAY,
                                 handled_by=worker, document=issued)  # fmt: skip
    index_people([person.pk, sister.pk, mother.pk])
    Allocation.objects.filter(person=person).update(ended_on=dt.date(2025, 1, 1))
    return person


def everything_written() -> str:
    """Every cell of every table of the database, but Django's own."""
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if not name.startswith(("django_", "auth_"))]
        cells = []
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}"')
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells)


def destroy(make_worker, person, names="take_out"):
    """One proposes, another agrees."""
    proposed = propose_destruction(by=make_worker("An administrator", "administrator"), person=person, names=names)
    return agree_destruction(by=make_worker("The head", "head_of_service"), proposed=proposed)


def test_nothing_of_a_destroyed_record_is_left_in_any_table(due, family, make_worker, django_capture_on_commit_callbacks):
    pk, sister = due.pk, family[1]
    assert "Zebedee" in everything_written()
    files = {each.name: path_of(each.sha256) for each in Attachment.objects.all()}
    with django_capture_on_commit_callbacks(execute=True):
        stone = destroy(make_worker, due)
    left = everything_written()
    assert not [words for words in ("zebedee", "zebbo", "zorro", "zuleika", "1990-01-01") if words in left.lower()]
    assert (stone.counts["entries"], stone.counts["shared_entries"]) == (1, 1)
    assert Entry.objects.get().people.get() == sister
    assert "Birch spoke" in str(Entry.objects.get().versions.get().body)
    assert Fact.objects.filter(person=sister).exists()
    assert not Fact.objects.filter(subject_id=stone.number).exists()
    assert (files["Zebedee.txt"].exists(), files["b.txt"].exists()) == (False, True)
    assert AuditRow.objects.filter(deed="record.destroy", person_id=pk).exists()
    assert not list(audit.verify())
    assert "Birch says" in str(Draft.objects.get().typed)


def supervised(worker, manager, on, words):
    """A supervision of a worker, and what is private to the two, in which something was said of a child."""
    for kind, name in (("supervision", "work"), ("wellbeing", "how")):
        make_entry(by=manager, kind=kind, worker=worker, body={"shared": {"held": on, name: words}, "lines": {}})


def test_nothing_of_it_is_left_in_what_was_answered_disputed_or_said_in_supervision(due, family, worker, make_worker):
    manager, sister = make_worker("A manager", "team_manager"), family[1]
    theirs, hers = shortfall(due, explanation="Of Zebedee"), shortfall(sister, explanation="As for Zebedee")
    for each in (theirs, hers):
        told(each, worker)
        answered(each, worker, what="Zebedee Underwood first", who="Zebbo's aunt", provision="Zorro's", kind="exception")
    both, alone = Entry.objects.filter(people=sister).get(), Entry.objects.exclude(people=sister).get()
    for entry in (both, alone):
        DisputeStep.objects.create(dispute=entry, step=1, worker=manager, on=TODAY, answer_by=TODAY, why="raised",
                                   reason="Zebedee was not asked")  # fmt: skip
        DisputeAbout.objects.create(dispute=entry, shortfall=hers)
    supervised(worker, manager, "2024-06-03", "Zebedee keeps her awake")
    supervised(worker, manager, "2026-06-01", "Zeno, whom nobody destroys, and a Zebedee of another family")
    for died in (dt.date(2001, 2, 3), None):
        due.died_on = died
        due.save(update_fields=["died_on"])
    assert Was.objects.filter(table="record_person", row=due.pk).exists()
    destroy(make_worker, due)
    left = everything_written().lower()
    assert not [words for words in ("zebbo", "zorro", "zuleika", "2001-02-03") if words in left]
    assert left.count("zebedee") == left.count("a zebedee of another family") > 0, "a namesake whom the worker spoke of later"
    assert not Was.objects.filter(table="record_person", row=due.pk).exists()
    assert Answer.objects.get().what == f"{NAME_REMOVED} first"
    assert DisputeStep.objects.get().reason == f"{NAME_REMOVED} was not asked"
    assert Shortfall.objects.get().explanation == f"As for {NAME_REMOVED}"


def test_what_is_written_of_a_sister_may_be_left_as_it_is(due, family, make_worker):
    destroy(make_worker, due, "leave")
    assert "Ring Zebedee" in str(Entry.objects.get().versions.get().body)


def test_one_person_alone_destroys_nothing_and_a_hold_stops_two(due, make_worker):
    head, director = make_worker("The head", "head_of_service"), make_worker("The director", "director")
    proposed = propose_destruction(by=head, person=due, names="leave")
    with pytest.raises(Unfit, match="Another person"):
        agree_destruction(by=head, proposed=proposed)
    with pytest.raises(Denied):
        agree_destruction(by=make_worker("A manager", "team_manager"), proposed=proposed)
    hold = place_hold(by=head, person=due, reason="An inquiry asks for it")
    with pytest.raises(Unfit, match="legal hold"):
        agree_destruction(by=director, proposed=proposed)
    lift_hold(by=director, hold=hold, reason="The inquiry has ended")
    agree_destruction(by=director, proposed=proposed)
    assert Tombstone.objects.count() == 1


def test_a_record_that_is_not_due_is_not_proposed(family, make_worker):
    with pytest.raises(Unfit) as told:
        propose_destruction(by=make_worker("The head", "head_of_service"), person=family[0], names="leave")
    assert len(told.value.faults) >= 2


def test_a_restricted_record_is_not_even_counted_for_those_not_named(due, make_worker):
    head = make_worker("The head", "head_of_service")
    Person.objects.filter(pk=due.pk).update(restricted=True)
    assert due.pk not in {each.person_id for each in retention.reckon(TODAY, retention.visible(head))}
    with pytest.raises(Denied):
        propose_destruction(by=head, person=due, names="leave")


def test_the_command_lists_what_is_due_by_number_and_never_by_name(due, capsys):
    told = io.StringIO()
    retention.run(TODAY, Console(file=told, width=200))
    said = told.getvalue() + capsys.readouterr().out
    assert "C1,need" in said
    assert "Zebedee" not in said


def test_every_table_that_holds_a_person_is_known_to_be_emptied_with_it():
    keeping = {model.__name__ for model in tables().values() for field in model._meta.concrete_fields
               if field.related_model is Person and field.remote_field.on_delete.__name__ == "PROTECT"}  # fmt: skip
    assert keeping <= {"AdoptionLink", "IssuedDocument", "Person"}
