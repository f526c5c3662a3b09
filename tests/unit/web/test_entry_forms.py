"""The forms of entries: filled in, refused in words with everything kept, kept as drafts, and changed by two at once."""

import datetime as dt
import re
import uuid

import pytest
from django.utils import timezone
from tests.kinds_filled import BORN, filled
from tests.pages import text_of

from goldenthread.record.access import today
from goldenthread.record.actions.drafts import expire_drafts
from goldenthread.record.actions.entries import correct_entry, make_entry
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Address, Allocation, AuditRow, Block, Draft, Entry, Fact, Person
from goldenthread.web.forms_of_kinds import without_blank_rows


@pytest.fixture
def signed_in(client, worker):
    """A browser in which the worker is signed in."""
    client.force_login(worker)
    return client


def visit(family, seen=("alone", "seen_refused", "out"), **more):
    """What a browser sends of a visit."""
    typed = {"children": [child.pk for child in family], "visited": "3/3/2025", "visited-time": "14:30", "then": "finish"}
    for child, how in zip(family, seen, strict=True):
        typed |= {f"seen@{child.pk}": how, f"purpose@{child.pk}": "need"}
    return typed | more


def period(noun, child):
    """Something that is so of a child since January 2025."""
    Fact.objects.create(noun=noun, subject_id=child.number, person=child, started_on="2025-01-06", recorded_at=timezone.now())


def test_a_visit_to_a_family_starts_filled_in_and_is_finished(signed_in, family):
    period("protection_plan", family[1])
    address = f"/child/{family[0].pk}/add/visit/"
    form = text_of(signed_in.get(address))
    assert f'value="{today().day}/{today().month}/{today().year}"' in form
    assert len(re.findall(r'name="children" type="checkbox" value="\d+" checked', form)) == 3
    assert '<option value="protection" selected>' in form
    done = signed_in.post(address, visit(family))
    entry = Entry.objects.get()
    assert done.headers["Location"] == f"/entry/{entry.pk}/?finished"
    assert entry.people.count() == 3
    assert Fact.objects.filter(entry=entry, noun="need_visit", facts__is_alone=True).get().person == family[0]
    assert "Seen, not alone: did not want to be" in text_of(signed_in.get(f"/entry/{entry.pk}/"))


def test_what_is_blank_as_a_rule_is_a_tap_away_until_there_is_something_in_it(signed_in, family):
    address, child = f"/child/{family[0].pk}/add/visit/", family[0].pk
    folded = re.compile(r"<details class=\"govuk-details gt-folded\"( open)?>.*?</details>")
    parts = [found[0] for found in folded.finditer(text_of(signed_in.get(address)))]
    assert len(parts) == len(family)
    assert all("Who else was there? Who interpreted, if anyone?" in part and " open>" not in part for part in parts)
    again = text_of(signed_in.post(address, {"children": [child], f"present@{child}": "Grandad", "then": "finish"}))
    assert [bool(found[1]) for found in folded.finditer(again)] == [True, False, False]
    assert again.count("In the child&#39;s own words") == 1, "said once, of the first child"
    assert again.count("Alone: nobody else there") == len(family), "what is needed is explained of each"


def test_options_that_begin_alike_stand_together_and_are_still_read_out_whole(signed_in, family):
    form = text_of(signed_in.get(f"/child/{family[0].pk}/add/visit/"))
    assert form.count('<p class="gt-alike__start" aria-hidden="true">Not seen</p>') == len(family)
    assert '<span class="govuk-visually-hidden">Not seen: </span>asleep</label>' in form
    assert re.search(r'value="alone"> <label class="[^"]+" for="[^"]+">Seen alone</label>', form)


def test_a_child_who_is_not_ticked_is_not_in_it(signed_in, family):
    typed = visit(family) | {"children": [family[0].pk, family[2].pk]}
    signed_in.post(f"/child/{family[0].pk}/add/visit/", typed)
    assert set(Entry.objects.get().people.all()) == {family[0], family[2]}


def test_a_child_the_worker_may_not_see_is_never_offered(signed_in, worker, family):
    Block.objects.create(person=family[1], worker=worker, reason="A cousin", given_by=worker, given_at=timezone.now())
    address = f"/child/{family[0].pk}/add/visit/"
    form = text_of(signed_in.get(address))
    assert "Birch" not in form
    assert f"@{family[1].pk}" not in form
    signed_in.post(address, visit(family))
    assert set(Entry.objects.get().people.all()) == {family[0], family[2]}


def test_everything_that_is_wrong_is_said_at_once_and_what_was_typed_is_kept(signed_in, family):
    child = family[0].pk
    typed = {"children": [child], "visited": "the 40th of May", "then": "finish", f"said@{child}": "I like\nthe garden"}
    answer = signed_in.post(f"/child/{child}/add/visit/", typed)
    said = text_of(answer)
    assert answer.status_code == 422
    assert "When: a day such as 17/5/2025 is expected." in said
    assert "Was the child seen: this is needed." in said
    assert 'value="the 40th of May"' in said
    assert "I like\nthe garden</textarea>" in answer.content.decode()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("visit", {"visited": "17/5/2999"}, "When: this day is in the future."),
        ("placement", {"began": "3/3/2025", "ended": "1/3/2025", "type": "U1"}, "Placement cannot end before it starts."),
        ("looked_after_review", {"held": "3/1/2024"}, "On this day the child was not in"),
        ("note", {}, "before the child was born"),
    ],
)
def test_what_cannot_be_is_refused_in_words(signed_in, family, kind, typed, words):
    child = family[0].pk
    period("looked_after", family[0])
    happened = kinds()[kind].happened
    typed = {"children": [child], "then": "finish", happened: "3/3/2011"} | typed
    answer = signed_in.post(f"/child/{child}/add/{kind}/", typed)
    assert answer.status_code == 422
    assert words in text_of(answer)


def test_a_note_of_five_megabytes_is_taken(signed_in, worker, family):
    long = "A word. " * 650_000
    child = family[0].pk
    signed_in.post(f"/child/{child}/add/visit/", visit(family[:1], ("alone",), **{f"saw@{child}": long}))
    entry = Entry.objects.get()
    assert entry.versions.get().body["lines"][str(child)]["saw"] == long.strip()


def test_one_more_row_is_shown_and_blank_rows_are_not_kept(signed_in, family):
    address = f"/child/{family[0].pk}/add/visit/"
    rows = {"actions.0.what": "", "actions.0.who": "", "actions.1.what": "Ring school", "actions.1.who": "Me"}
    rows |= {"actions.1.by": "4/4/2025"}
    form = text_of(signed_in.post(address, visit(family) | rows | {"then": "more:actions"}))
    assert 'name="actions.2.what"' in form
    assert 'value="Ring school"' in form
    signed_in.post(address, visit(family) | rows)
    kept = Entry.objects.get().versions.get().body["shared"]["actions"]
    assert kept == [{"what": "Ring school", "who": "Me", "by": "2025-04-04"}]


def test_rows_are_numbered_from_the_first_that_is_filled():
    typed = {"actions.3.what": ["Ring"], "actions.1.what": [" "], "visited": ["x"], "actions.3.by": [""]}
    assert without_blank_rows(kinds()["visit"], typed) == {
        "visited": ["x"], "actions.0.what": ["Ring"], "actions.0.by": [""],
    }  # fmt: skip


class TestDrafts:
    def keep(self, browser, family, pk, **typed):
        address = f"/child/{family[0].pk}/add/visit/"
        given = {"address": address, "draft": str(pk), f"saw@{family[0].pk}": "A tidy room"} | typed
        return browser.post(f"/draft/{pk}/", given)

    def test_what_is_typed_is_kept_and_found_again_and_gone_when_finished(self, signed_in, worker, family):
        pk = uuid.uuid4()
        assert re.fullmatch(r"\d\d:\d\d", self.keep(signed_in, family, pk).json()["saved"])
        self.keep(signed_in, family, pk, **{f"said@{family[0].pk}": "Hello\nyou"})
        assert AuditRow.objects.filter(deed="draft.begin").count() == 1
        draft = Draft.objects.get()
        assert (draft.author, draft.person, draft.kind) == (worker, family[0], "visit")
        again = signed_in.get(f"/draft/{pk}/", follow=True).content.decode()
        assert "A tidy room</textarea>" in again
        assert "Hello\nyou</textarea>" in again
        signed_in.post(draft.address, visit(family) | {"draft": str(pk)})
        assert not Draft.objects.exists()
        self.keep(signed_in, family, pk)  # what autosave sent before, and comes after
        assert not Draft.objects.exists()

    def test_nobody_else_opens_or_overwrites_it(self, signed_in, client, family, make_worker):
        pk = uuid.uuid4()
        self.keep(signed_in, family, pk)
        client.force_login(make_worker("A colleague"))
        assert client.get(f"/draft/{pk}/").status_code == 404
        assert self.keep(client, family, pk, **{f"saw@{family[0].pk}": "Other"}).status_code == 404
        assert Draft.objects.get().typed[f"saw@{family[0].pk}"] == ["A tidy room"]

    def test_saved_without_a_script_and_discarded_when_asked_twice(self, signed_in, family):
        pk = uuid.uuid4()
        typed = visit(family) | {"then": "save", "draft": str(pk)}
        done = signed_in.post(f"/child/{family[0].pk}/add/visit/", typed, follow=True)
        assert "Saved as a draft at" in text_of(done)
        assert "Discard this draft?" in text_of(signed_in.get(f"/draft/{pk}/discard/"))
        assert Draft.objects.exists()
        signed_in.post(f"/draft/{pk}/discard/")
        assert not Draft.objects.exists()

    def test_it_expires_only_after_its_author_was_told(self, signed_in, worker, family):
        self.keep(signed_in, family, uuid.uuid4())
        now = timezone.now()
        later = now + dt.timedelta(days=31)
        assert expire_drafts(by=None, now=later) == {"removed": 0, "told": 1}
        assert expire_drafts(by=None, now=later + dt.timedelta(days=60)) == {"removed": 0, "told": 0}  # the author has not looked
        worker.last_looked_at = later + dt.timedelta(days=1)
        worker.save()
        assert expire_drafts(by=None, now=later + dt.timedelta(days=13)) == {"removed": 0, "told": 0}
        assert expire_drafts(by=None, now=later + dt.timedelta(days=14)) == {"removed": 1, "told": 0}

    def test_a_form_sent_too_late_is_kept(self, signed_in, worker, family, rf):
        from goldenthread.web.locking import keep_typed

        late = rf.post(f"/child/{family[0].pk}/add/visit/", visit(family) | {f"saw@{family[0].pk}": "Much"})
        late.session = {}
        late.user = worker
        path = keep_typed(late)
        assert Draft.objects.get().typed[f"saw@{family[0].pk}"] == ["Much"]
        assert path == f"/draft/{Draft.objects.get().pk}/"

    def test_a_session_that_is_locked_in_the_middle_of_a_form_loses_nothing(self, signed_in, family, settings):
        pk = uuid.uuid4()
        self.keep(signed_in, family, pk)
        settings.LOCK_AFTER = -1
        address = f"/child/{family[0].pk}/add/visit/"
        typed = {"address": address, "draft": str(pk), f"saw@{family[0].pk}": "A tidy room, and more"}
        told = signed_in.post(f"/draft/{pk}/", typed, headers={"Accept": "application/json"})
        assert (told.status_code, told.json()["draft"]) == (423, f"/draft/{pk}/")
        assert Draft.objects.get().typed[f"saw@{family[0].pk}"] == ["A tidy room, and more"]
        late = signed_in.post(address, typed | {f"saw@{family[0].pk}": "Finished"})
        assert f"next=%2Fdraft%2F{pk}%2F" in late.headers["Location"]
        assert Draft.objects.get().typed[f"saw@{family[0].pk}"] == ["Finished"]


class TestChanging:
    @pytest.fixture
    def entry(self, worker, family):
        body = {"shared": {"visited": "2025-03-03"}, "lines": {}}
        body["lines"] = {str(child.pk): {"seen": "alone", "purpose": "need", "saw": "As it was"} for child in family}
        return make_entry(by=worker, kind="visit", persons=family, body=body)

    def test_a_correction_needs_a_reason_and_shows_what_changed(self, signed_in, family, entry):
        address = f"/entry/{entry.pk}/correct/"
        typed = visit(family) | {"version_seen": 1}
        assert "Say why it is corrected" in text_of(signed_in.post(address, typed))
        signed_in.post(address, typed | {"reason": "It was raining"})
        told = text_of(signed_in.get(f"/entry/{entry.pk}/history/"))
        assert "Why: It was raining" in told
        assert '<del class="gt-was">Seen alone</del>' in told

    def test_completing_fills_in_only_what_was_blank(self, signed_in, family, entry):
        address, child = f"/entry/{entry.pk}/complete/", family[0].pk
        form = text_of(signed_in.get(address))
        assert f'<input type="hidden" name="seen@{child}" value="alone">' in form
        typed = {"version_seen": 1, "visited": "3/3/2025", f"said@{child}": "Hello"}
        for each in family:
            typed |= {f"seen@{each.pk}": "alone", f"purpose@{each.pk}": "need", f"saw@{each.pk}": "As it was"}
        assert "already filled in" in text_of(signed_in.post(address, typed | {f"saw@{child}": "Otherwise"}))
        signed_in.post(address, typed)
        assert entry.versions.get(number=2).body["lines"][str(child)]["said"] == "Hello"

    def test_two_who_change_it_at_once_see_both_texts(self, signed_in, worker, family, entry):
        first, second = family[0].pk, family[1].pk
        body = entry.versions.get().body
        body["lines"][str(first)]["saw"], body["lines"][str(second)]["saw"] = "Theirs", "Only theirs"
        correct_entry(by=worker, entry=entry, body=body, version_seen=1, reason="First")
        typed = visit(family, ["alone"] * 3) | {"version_seen": 1, "reason": "Second", "visited-time": ""}
        typed |= {f"saw@{child.pk}": "As it was" for child in family} | {f"saw@{first}": "Mine"}
        both = signed_in.post(f"/entry/{entry.pk}/correct/", typed)
        said = text_of(both)
        assert both.status_code == 409
        assert "Mine</textarea>" in said
        assert re.search(r"Theirs, on the record now</p><p[^>]*>Theirs</p>", said)
        assert "Only theirs</textarea>" in said
        assert 'name="version_seen" value="2"' in said
        signed_in.post(f"/entry/{entry.pk}/correct/", typed | {"version_seen": 2})
        entry.refresh_from_db()
        assert entry.versions_made == 3

    def test_withdrawn_with_a_reason_it_stays_to_be_read(self, signed_in, entry):
        assert signed_in.post(f"/entry/{entry.pk}/withdraw/", {"reason": " "}).status_code == 422
        signed_in.post(f"/entry/{entry.pk}/withdraw/", {"reason": "The wrong family"})
        assert "The wrong family" in text_of(signed_in.get(f"/entry/{entry.pk}/"))
        assert signed_in.get(f"/entry/{entry.pk}/correct/").status_code == 403


@pytest.mark.parametrize("name", kinds())
def test_every_kind_is_filled_in_and_finished_by_its_form(client, make_worker, family, name):
    kind = kinds()[name]
    roles = kind.made_by & frozenset.intersection(*[each.filled_by or kind.made_by for each in kind.fields])
    by = make_worker("Someone", next(role for role in ("director", "team_manager", *sorted(roles)) if role in roles))
    if by.role not in ("director", "team_manager"):
        for child in family:
            Allocation.objects.create(person=child, worker=by, started_on="2020-01-01")
    child = family[0]
    Person.objects.filter(pk=child.pk).update(born_on=BORN, is_carer=kind.about == "carer")
    for noun in (kind.during and [kind.during.name]) or []:
        period(noun, child)
    about = {"worker": f"worker/{by.pk}", "carer": f"person/{child.pk}", "recommendation": "authority"}
    address = f"/{about.get(kind.about, f'child/{child.pk}')}/add/{name}/"
    client.force_login(by)
    form = text_of(client.get(address))
    assert "style=" not in form
    ids = re.findall(r' id="([^"]+)"', form)
    assert len(ids) == len(set(ids))
    children = [child] if kind.about in ("children", "child", "carer") else []
    typed = filled(kind, children, by)
    answer = client.post(address, typed | {"children": [each.pk for each in children], "then": "finish"})
    assert answer.status_code == 302, re.findall(r"Error:</span> (.*?)</p>", text_of(answer))
    entry = Entry.objects.get(kind=name)
    assert client.get(f"/entry/{entry.pk}/").status_code == 200


def test_whoever_may_not_see_all_of_an_entry_is_not_given_its_form(client, worker, make_worker, family):
    child = family[0].pk
    Address.objects.create(person=family[0], kind="home", lines="12 Quince Street", postcode="ZZ1 1ZZ", is_protected=True)
    body = {"shared": {"visited": "2025-03-03"}, "lines": {str(child): {"seen": "alone", "purpose": "need"}}}
    body["lines"][str(child)]["saw"] = "They moved to 12 Quince Street."
    entry = make_entry(by=worker, kind="visit", persons=family[:1], body=body)
    client.force_login(make_worker("Out of hours", "out_of_hours", of=None))
    assert "They moved to [protected]." in text_of(client.get(f"/entry/{entry.pk}/"))
    for what in ("", "history/", "correct/", "complete/", "withdraw/"):
        assert "Quince" not in text_of(client.get(f"/entry/{entry.pk}/{what}"))
    assert client.get(f"/entry/{entry.pk}/correct/").status_code == 403


def test_what_only_managers_fill_is_not_asked_of_others(signed_in, family):
    form = text_of(signed_in.get(f"/child/{family[0].pk}/add/assessment/"))
    assert 'name="target"' in form
    assert 'name="authorised"' not in form
    assert "manager_reviews" not in form
