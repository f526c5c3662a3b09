"""Brings people up to the source: who is new, whose particulars changed, and where they differ from what was typed here."""

from collections.abc import Iterator

from goldenthread.record.feeding.people import FIELDS
from goldenthread.record.feeding.run import FeedRun
from goldenthread.record.models import Conflict, Person, Tombstone
from goldenthread.record.some import in_parts

PARTICULARS = (*FIELDS, "is_disabled", "has_upn")
BLANK = (None, "")


def bring_people(run: FeedRun) -> dict[str, int]:
    """The id of every person the source tells of, by number. Sealed records are not among them, and are not touched."""
    run.progress("People")
    destroyed = set(Tombstone.objects.values_list("number", flat=True))
    fed = {row["number"]: row for row in _fed(run) if row["number"] not in destroyed}
    held = {person.number: person for person in Person.objects.filter(authority="local").iterator(5000)}
    told = _told(run)
    changed, conflicts = {}, []
    for number in fed.keys() & held.keys():
        person, row = held[number], fed[number]
        if person.sealed or person.restricted:
            continue
        fields = dict(_changes(person, row, run.source, told))
        if fields:
            changed[number] = fields
        if not person.source and not person.merged_into_id:
            conflicts += [(person, differs) for differs in [_differs(person, row)] if differs]
    _write(run, held, fed, changed)
    _note_gone(run, held, fed)
    _keep_conflicts(run, conflicts)
    numbers = Person.objects.filter(authority="local", sealed=False).values_list("number", "pk")
    return {number: pk for number, pk in numbers.iterator(20_000) if number in fed}


def _fed(run: FeedRun) -> Iterator[dict]:
    """Everyone the source tells of, each once."""
    known = {row["number"]: row for row in run.people.rows["people"]}
    lives = {row["number"]: row for row in _lives(run)}
    children, carers = (_subjects(run, kind) for kind in ("child", "carer"))
    others = {row["number"] for row in run.people.rows["families"]}
    mothers = {row["mother"] for row in run.people.rows["mothers"]}
    others |= mothers | {row["child"] for row in run.people.rows["mothers"]}
    for number in sorted(known.keys() | lives.keys() | children | carers | others):
        row = {name: known.get(number, {}).get(name) for name in FIELDS} | {"is_disabled": None, "has_upn": None}
        row |= {name: value for name, value in lives.get(number, {}).items() if value not in BLANK}
        if row["born_on"] and row["born_on"] > run.as_at:
            row["born_on"] = None
        is_mother = number in mothers or known.get(number, {}).get("is_mother", False)
        is_child = number in children or bool((row["born_on"] or row["expected_on"]) and not is_mother)
        fit = run.fits(Person, "people", {name: row[name] if row[name] is not None else _empty(name) for name in PARTICULARS})
        if len(number) > 64:
            run.not_placed.append(("people", None, "number", number, "at most 64 characters"))
            continue
        yield fit | {"number": number, "had_record": is_child, "is_carer": number in carers - children}


def _empty(name: str):
    """What stands for nothing known."""
    return "" if Person._meta.get_field(name).get_internal_type() == "CharField" else None


def _lives(run: FeedRun) -> list[dict]:
    if not run.tells("person"):
        return []
    names = ("number", "born_on", "died_on", "sex", "ethnicity", "is_disabled", "has_upn")
    return run.rows("SELECT subject_id, started_on, ended_on, sex, ethnicity, is_disabled, has_upn FROM person", *names)


def _subjects(run: FeedRun, kind: str) -> set[str]:
    """The numbers of subjects of facts; a day of birth alone makes nobody a child of the service."""
    query = "SELECT DISTINCT subject_id FROM fed_keyed WHERE subject_type = ? AND noun <> 'person'"
    return {number for (number,) in run.connection.execute(query, [kind]).fetchall()}


def _told(run: FeedRun) -> set[str]:
    """The particulars the source speaks of tonight: what it leaves blank of these is blank."""
    facts = {name for each in run.given.thread.coverage if each.noun == "person" for name in each.facts}
    lives = {"ended": "died_on"} | {name: name for name in ("sex", "ethnicity", "is_disabled", "has_upn")}
    return run.people.told | {lives[name] for name in facts & lives.keys()}


def _changes(person: Person, row: dict, source: str, told: set[str]) -> Iterator[tuple[str, object]]:
    """What to write of one who is known: a source changes what is its own, and fills in what is blank of others'."""
    own = person.source == source
    for name in PARTICULARS:
        had, has = getattr(person, name), row[name]
        if had != has and ((own and (has not in BLANK or name in told)) or (had in BLANK and has not in BLANK)):
            yield name, has
    for name in ("had_record", "is_carer"):
        if row[name] and not getattr(person, name):
            yield name, True
    if own and person.gone_at:
        yield "gone_at", None


def _differs(person: Person, row: dict) -> dict[str, object]:
    """What the source says otherwise than was typed here."""
    both = ((name, getattr(person, name), row[name]) for name in PARTICULARS)
    return {name: _plain(fed) for name, typed, fed in both if typed not in BLANK and fed not in BLANK and not _alike(typed, fed)}


def _alike(typed, fed) -> bool:
    if isinstance(typed, str) and isinstance(fed, str):
        return typed.casefold().split() == fed.casefold().split()
    return typed == fed


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def _write(run: FeedRun, held: dict, fed: dict, changed: dict) -> None:
    new = [Person(source=run.source, **row) for number, row in fed.items() if number not in held]
    made = Person.objects.bulk_create(new, batch_size=1000)
    for number, fields in changed.items():
        for name, value in fields.items():
            setattr(held[number], name, value)
    names = sorted({name for fields in changed.values() for name in fields})
    if names:
        Person.objects.bulk_update([held[number] for number in changed], names, batch_size=500)
    run.counts["people_added"] += len(new)
    run.counts["people_changed"] += len(changed)
    run.changed_people |= {person.pk for person in made} | {held[number].pk for number in changed}


def _note_gone(run: FeedRun, held: dict, fed: dict) -> None:
    """People of this source whom it no longer tells of are marked, not deleted."""
    if not (run.tells("person") or "person" in run.people.tables):
        return
    gone = [person.pk for number, person in held.items()
            if person.source == run.source and number not in fed and not person.gone_at and not person.sealed]  # fmt: skip
    for part in in_parts(gone):
        Person.objects.filter(pk__in=part).update(gone_at=run.now)
    run.counts["people_gone"] += len(gone)


def _keep_conflicts(run: FeedRun, found: list[tuple[Person, dict]]) -> None:
    """One conflict for each person, until what either says changes; those that no longer hold go."""
    held = Conflict.objects.filter(source=run.source, fed=None, typed=None)
    known = {(each.person_id, _said(each.said)): each for each in held}
    for person, said in found:
        if known.pop((person.pk, _said(said)), None) is None:
            Conflict.objects.create(person=person, source=run.source, said=said, differs=sorted(said), found_at=run.now)
            run.counts["conflicts"] += 1
    Conflict.objects.filter(pk__in=[each.pk for each in known.values() if not each.decision]).delete()


def _said(said: dict) -> tuple:
    return tuple(sorted(said.items()))
