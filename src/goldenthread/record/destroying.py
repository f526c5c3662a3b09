"""Destroying a record: everything that is only about this person, and this person's part of what is about others too.

Of an entry about several children the others' lines stay, and what they share. What was issued about a brother or
sister stays as it was issued. Copies on disk that nothing uses any more go when the transaction is done. Backups made
before still hold the record until they are destroyed themselves.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, JSONField, Model, Q, TextField

from goldenthread.record.attachments import path_of
from goldenthread.record.kinds import kinds
from goldenthread.record.masking import near
from goldenthread.record.models import (
    AdoptionLink,
    Allocation,
    Attachment,
    Draft,
    Entry,
    EntryPerson,
    Fact,
    Household,
    IssuedDocument,
    LatestTold,
    Person,
    SubjectAccess,
    Version,
)
from goldenthread.record.moving.tables import columns, pointers, tables
from goldenthread.record.search import index_entry

NAME_REMOVED = "[name removed]"


def destroy(person: Person, take_out_names: bool) -> dict[str, int]:
    """Destroy the record of a person and of whoever was merged into it; how many of each were destroyed."""
    persons = _with_merged(person)
    ids, numbers = [each.pk for each in persons], [each.number for each in persons]
    every = Entry.objects.filter(people__in=ids).distinct()
    shared = list(every.filter(about__person__in=Person.objects.exclude(pk__in=ids)).distinct())
    only = list(every.exclude(pk__in=[entry.pk for entry in shared]))
    kin = list(near(persons).exclude(pk__in=ids))
    kin_ids = [each.pk for each in kin]
    names, supervised = _names(persons), _when_held(ids)
    _forget_files(only)
    counted = {"entries": len(only), "shared_entries": len(shared), "facts": Fact.objects.filter(person__in=ids).count(),
               "documents": IssuedDocument.objects.filter(person__in=ids).count()}  # fmt: skip
    _drafts(ids, only)
    for entry in shared:
        _part_with(entry, ids)
    _delete_entries(only)
    _delete_facts(ids, numbers)
    _delete_people(persons)
    _delete_those_left_alone(kin)
    if take_out_names:
        counted["named_elsewhere"] = _take_out(names, kin_ids, supervised)
    for entry in shared:
        index_entry(entry)
    _tidy()
    return counted


def _with_merged(person: Person) -> list[Person]:
    found, level = [person], [person]
    while level:
        level = list(Person.objects.filter(merged_into__in=level))
        found += level
    return found


def _forget_files(entries: list[Entry]) -> None:
    """Files that no other entry has are taken off the disk, once it is certain that the entries are gone."""
    theirs = set(Attachment.objects.filter(entry__in=entries).values_list("sha256", flat=True))
    kept = set(Attachment.objects.filter(sha256__in=theirs).exclude(entry__in=entries).values_list("sha256", flat=True))
    for sha256 in theirs - kept:
        transaction.on_commit(partial(path_of(sha256).unlink, missing_ok=True))


def _drafts(ids: list[int], entries: list[Entry]) -> None:
    """Drafts begun from this record go; of others, the lines that are this person's."""
    Draft.objects.filter(Q(person__in=ids) | Q(entry__in=entries)).delete()
    line = re.compile(rf"@({'|'.join(map(str, ids))})(\.|-|$)")
    for draft in Draft.objects.iterator():
        typed = {name: values for name, values in draft.typed.items() if not line.search(name)}
        if typed != draft.typed:
            draft.typed = typed
            draft.save(update_fields=["typed"])


def _part_with(entry: Entry, ids: list[int]) -> None:
    """Take this person's line, and whatever points to this person, out of every version of an entry that others share."""
    for version in entry.versions.all():
        version.body = without(version.body, entry.kind, ids)
        version.save(update_fields=["body"])
    EntryPerson.objects.filter(entry=entry, person__in=ids).delete()


def without(body: dict, kind: str, ids: Iterable[int]) -> dict:
    """A body without the lines of these people and without them where a field names people."""
    ids = set(ids)
    fields = {field.name: field for field in kinds()[kind].fields} if kind in kinds() else {}
    lines = {pk: _pruned(line, fields, ids) for pk, line in body.get("lines", {}).items() if int(pk) not in ids}
    return body | {"shared": _pruned(body.get("shared", {}), fields, ids), "lines": lines}


def _pruned(said: dict, fields: dict, ids: set[int]) -> dict:
    kept = {}
    for name, value in said.items():
        field = fields.get(name)
        if field and field.kind == "people":
            value = [each for each in value if each not in ids]
        elif field and field.kind == "rows":
            value = [_pruned(row, {each.name: each for each in field.fields}, ids) for row in value]
        if not (field and field.kind == "person" and value in ids):
            kept[name] = value
    return kept


def _delete_entries(entries: list[Entry]) -> None:
    Entry.objects.filter(follows__in=entries).update(follows=None)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _delete_facts(ids: list[int], numbers: list[str]) -> None:
    Fact.objects.filter(Q(person__in=ids) | Q(person=None, subject_type="child", subject_id__in=numbers)).delete()
    LatestTold.objects.filter(subject_id__in=numbers).delete()


def _delete_people(persons: list[Person]) -> None:
    """The people, those merged first; what must not go with a person by itself goes before."""
    ids = [person.pk for person in persons]
    SubjectAccess.objects.filter(person__in=ids).delete()
    IssuedDocument.objects.filter(person__in=ids).delete()
    IssuedDocument.objects.filter(recipient_person__in=ids).update(recipient_person=None)
    AdoptionLink.objects.filter(Q(before__in=ids) | Q(after__in=ids)).delete()
    homes = list(Household.objects.filter(members__person__in=ids).values_list("pk", flat=True))
    Person.objects.filter(pk__in=ids).update(merged_into=None)
    Person.objects.filter(pk__in=ids).delete()
    Household.objects.annotate(living=Count("members")).filter(pk__in=homes, living=0).delete()


def _delete_those_left_alone(kin: list[Person]) -> None:
    """Adults who are on the record for this child only: no child's record, no entry, no relationship is left to them."""
    left = Person.objects.filter(pk__in=[each.pk for each in kin], had_record=False, is_carer=False, merged=None)
    for each in left.filter(entry_lines=None, relationships=None, relationships_of_others=None, facts=None):
        others = Person.objects.filter(households__household__members__person=each).exclude(pk=each.pk)
        if not others.exists() and not IssuedDocument.objects.filter(recipient_person=each).exists():
            homes = list(Household.objects.filter(members__person=each).values_list("pk", flat=True))
            each.delete()
            Household.objects.annotate(living=Count("members")).filter(pk__in=homes, living=0).delete()


# ---------------------------------------------------------------------------------------------------------------- NAMES


def _names(persons: list[Person]) -> list[re.Pattern]:
    """The names of the destroyed, in full and by the forename, the longest first."""
    found = set()
    for person in persons:
        pairs = [(person.forename, person.surname), (person.known_as, person.surname)]
        pairs += [(other.forename, other.surname) for other in person.other_names.all()]
        found |= {words for forename, surname in pairs for words in (f"{forename} {surname}".strip(), forename) if len(words) > 1}
    return [re.compile(rf"(?<!\w){re.escape(words)}(?!\w)") for words in sorted(found, key=len, reverse=True)]


SPOKEN_OF = dt.timedelta(92)
"""So long after the last day of holding a child a worker may still speak of the child in supervision."""


def _when_held(ids: list[int]) -> Q:
    """Entries about the workers who held these people (supervision, a notice to leave), of the time when they did."""
    found = Q(pk__in=[])
    for row in Allocation.objects.filter(person__in=ids).exclude(worker=None):
        until = Q(began_on__lte=row.ended_on + SPOKEN_OF) if row.ended_on else Q()
        found |= Q(worker=row.worker_id, began_on__gte=row.started_on) & until
    return found


def _take_out(names: list[re.Pattern], kin: list[int], supervised: Q) -> int:
    """Take the names out of what is written of the family, and in supervision; of how many entries. A namesake elsewhere
    keeps the name.

    What was issued stays as it was issued.
    """
    take = partial(_taken_out, names)
    entries = list(Entry.objects.filter(Q(people__in=kin) | supervised).distinct().values_list("pk", flat=True))
    changed = {row.entry for row in Version.objects.filter(entry__in=entries) if _changed(row, ("body", "reason"), take)}
    for entry in changed:
        index_entry(entry)
    for model in tables().values():
        long = [each.name for each in columns(model) if isinstance(each, TextField | JSONField) or (each.max_length or 0) >= 200]
        theirs = _of(model, kin, entries)
        if long and theirs and model not in (IssuedDocument, Version):
            for row in model._base_manager.filter(theirs).iterator():
                _changed(row, long, take)
    for row in Person.objects.filter(pk__in=kin):
        _changed(row, ("risk_in_words", "warning"), take)
    return len(changed)


def _of(model: type[Model], kin: list[int], entries: list[int]) -> Q:
    """The rows of a table that are of these people, of these entries, or of what is of these people: answers, of a shortfall."""
    found = Q()
    for column, other in pointers(model):
        name = column.removesuffix("_id")
        if name == "person":
            found |= Q(person__in=kin)
        elif other is Entry:
            found |= Q(**{f"{name}__in": entries})
        elif "person_id" in dict(pointers(other)):
            found |= Q(**{f"{name}__person__in": kin})
    return found


def _changed(row: Model, names: Sequence[str], take: Callable[[str], str]) -> bool:
    """Take the names out of these columns of a row; whether there were any."""
    before = {name: getattr(row, name) for name in names}
    after = {name: _each_text(value, take) for name, value in before.items()}
    if after == before:
        return False
    for name, value in after.items():
        setattr(row, name, value)
    row.save(update_fields=list(names))
    return True


def _taken_out(names: list[re.Pattern], text: str) -> str:
    for name in names:
        text = name.sub(NAME_REMOVED, text)
    return text


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each_text(each, change) for each in value]
    if isinstance(value, dict):
        return {name: _each_text(each, change) for name, each in value.items()}
    return value


def _tidy() -> None:
    """Deleted words stay in a full-text index of SQLite until its parts are merged: merge them."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO record_searchtext_words (record_searchtext_words) VALUES ('optimize')")
