"""An entry as a reader sees it: in words, and without what this reader may not see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.record.actions.entries import correct_entry, make_entry
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Block, Person
from goldenthread.record.reading import line_of, told_of
from goldenthread.record.shown import SOMEONE, Table, shown, shown_many, shown_versions


def visit(children, **shared):
    """A body: the first child seen alone, the others not at home."""
    lines = {str(child.pk): {"seen": "out", "purpose": "need"} for child in children}
    lines[str(children[0].pk)] = {"seen": "alone", "purpose": "need", "said": "I like the garden."}
    return {"shared": {"visited": "2025-03-03T14:30:00+00:00"} | shared, "lines": lines}


@pytest.fixture
def entry(worker, family):
    """A visit to three children."""
    next_steps = [{"what": "Ring the school", "who": "The worker", "by": "2025-03-10"}]
    return make_entry(by=worker, kind="visit", persons=family, body=visit(family, actions=next_steps))


def test_codes_days_and_rows_are_said_in_words(worker, entry):
    seen = shown(worker, entry)
    shared = {said.label: said.value for group in seen.shared for said in group.said}
    assert shared["When?"] == "3 March 2025 at 14:30"
    assert shared["What happens next?"] == Table(
        ("What will be done", "Who will do it", "By when"), (("Ring the school", "The worker", "10 March 2025"),)
    )
    assert dict(seen.lines[0].said) == {
        "Was the child seen?": "Seen alone", "The child said": "I like the garden.",
        "What kind of visit?": "Child in need, or being assessed",
    }  # fmt: skip
    assert seen.line == "Visit: seen alone"
    assert shown(worker, entry, person=entry.people.get(forename="Birch")).line == "Visit: not seen, not at home"


def test_what_children_share_is_withheld_from_whoever_may_not_see_one_of_them(worker, entry, family, make_worker):
    Block.objects.create(person=family[0], worker=worker, reason="A cousin", given_by=worker, given_at=entry.made_at)
    seen = shown(worker, entry)
    assert seen.withheld
    assert seen.shared is None
    assert [line.person for line in seen.lines] == family[1:] == seen.about
    assert "garden" not in str(seen.lines)
    assert seen.line == "Visit: not seen, not at home"


def test_a_person_the_reader_may_not_know_of_has_no_name(worker, family, make_worker, monkeypatch):
    hidden = Person.objects.create(number="C9", forename="Hidden", surname="Child", had_record=True, restricted=True)
    from goldenthread.record.kinds.language import Gives, Kind, day, people  # a kind that names people
    from goldenthread.standards import vocabulary as v

    kind = Kind("told", "Told", "?", about="child", fields=[day("on", "On"), people("who", "Who was there?")], happened="on",
                line="Told", gives=[Gives(v.case_note)])  # fmt: skip
    monkeypatch.setitem(kinds(), "told", kind)
    body = {"shared": {"on": "2025-03-03", "who": [family[1].pk, hidden.pk]}, "lines": {}}
    entry = make_entry(by=worker, kind="told", persons=family[:1], body=body)
    said = shown(worker, entry).shared[0].said
    assert said[1].value == f"Birch Underwood; {SOMEONE}"


def test_every_version_is_shown_as_it_was(worker, entry, family):
    body = visit(family, place="home")
    correct_entry(by=worker, entry=entry, body=body, version_seen=1, reason="No action was agreed")
    first, second = shown_versions(worker, entry)
    assert (first.change, second.change, second.reason) == ("made", "corrected", "No action was agreed")
    assert "Ring the school" in str(first.shared)
    assert "Ring the school" not in str(second.shared)


def test_a_list_costs_the_same_however_long_it_is(worker, family):
    def cost(number: int) -> int:
        entries = [make_entry(by=worker, kind="visit", persons=family, body=visit(family)) for _ in range(number)]
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert len(shown_many(worker, entries, family[0])) == number
        return len(asked)

    assert cost(1) == cost(7)


@pytest.mark.parametrize("name", kinds())
def test_a_line_can_be_told_of_a_body_with_nothing_in_it(name):
    kind = kinds()[name]
    assert line_of(kind, told_of(kind, {"shared": {}, "lines": {}}, None))
