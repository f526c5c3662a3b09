"""Writes what became of shortfalls: only what changed, and all of one settling in one transaction, its caller's."""

import datetime as dt
from collections.abc import Container, Iterable, Mapping

from django.db.models import Q, QuerySet

from goldenthread.check import words
from goldenthread.oversight import here
from goldenthread.oversight.identity import DONE, Settled, settle
from goldenthread.oversight.models import Answer, Shortfall
from goldenthread.oversight.sentences import undated
from goldenthread.oversight.triggers import name_triggers, what_became, what_ended_it
from goldenthread.record import access
from goldenthread.record.models import Person, PersonChange
from goldenthread.record.some import in_parts
from goldenthread.workforce.models import Worker

OF_PEOPLE = ("child", "carer")

OF_ITS_DUTY = (
    "standard", "kind", "subject_type", "subject_id", "opened_on", "due_on", "severity", "force", "responsible", "evidence",
    "trigger",
)  # fmt: skip
"""What a shortfall has of its duty; and `explanation`, which says a day more every day (AS_AT)."""

WRITTEN = (*OF_ITS_DUTY, "area", "explanation", "is_danger", "speaks", "waits", "person_id", "worker_id", "judged_on")

AS_AT = ("explanation", "judged_on")
"""What is written with the rest: for a day more alone nothing is."""

LATELY = dt.timedelta(183)
"""What was due longer ago, of a child who is no longer open to social care, was not kept: nobody waits for it, or is told."""


def to_settle(subjects: Q) -> QuerySet[Shortfall]:
    """The shortfalls among these that settling matches with duties: the open, and the decided, which never come again."""
    return Shortfall.objects.filter(subjects, Q(ended_on=None) | Q(ended="decided"))


def to_settle_with_answers(subjects: Q) -> list[Shortfall]:
    """The same, each with whether anybody `answered`, and what was `decided`, in words, or nothing. Two queries."""
    found = list(to_settle(subjects).select_related("person"))
    said = Answer.objects.filter(shortfall__in=Shortfall.objects.open().filter(subjects)).order_by("pk")
    rows = list(said.values_list("shortfall", "kind", "on", "what"))
    answered, decided = {pk for pk, *_ in rows}, {pk: (on, what) for pk, kind, on, what in rows if kind == "done"}
    for each in found:
        each.answered = each.pk in answered
        on, what = decided.get(each.pk, (None, ""))
        each.decided = f"It was looked into on {words.day(on)}: {what}" if on else ""
    return found


def keep(
    shortfalls: list[Shortfall], duties: list[dict], day: dt.date, judged: Container[str], one: Mapping[str, str]
) -> Settled:  # fmt: skip
    """Settle these shortfalls with all the `wanted` duties of their subjects, and write what changed.

    `judged`: the ids of the standards that the record can be judged by. `one`: of people who are or were one, a name for
    them all (see `ones`).
    """
    _follow_survivors(shortfalls)
    name_triggers(duties)
    settled = settle(shortfalls, duties, one=one)
    if settled.new:
        before = _ended_before(settled.new, one)
        settled = settle(shortfalls, duties, before, one) if before else settled
    _write(settled, day)
    _end(settled, day, judged)
    return settled


def _follow_survivors(shortfalls: list[Shortfall]) -> None:
    """Of merged people the survivor is the subject; what stands of the other is looked for there."""
    for each in shortfalls:
        if each.person_id and each.person.merged_into_id and each.ended_on is None:
            each.subject_id = each.person.survivor.number


def ones(numbers: Iterable[str] | None = None) -> dict[str, str]:
    """Of everyone (or of these people) who is or was one with another, by number: the least number of them all."""
    changes = PersonChange.objects.filter(what="record")
    if numbers is not None:
        changes = changes.filter(person__number__in=set(numbers))
    least: dict[str, str] = {}
    for number, before, after in changes.order_by("pk").values_list("person__number", "before", "after"):
        other = after.get("same_as") or before.get("same_as")
        if other:
            a, b = sorted((_root(least, number), _root(least, other)))
            least[b], least[a] = a, a
    return {number: _root(least, number) for number in least}


def _root(least: dict[str, str], number: str) -> str:
    while least.get(number, number) != number:
        number = least[number]
    return number


def _ended_before(new: list[dict], one: Mapping[str, str]) -> list[Shortfall]:
    subjects = {duty["subject_id"] for duty in new}
    subjects |= {number for number, root in one.items() if root in {one.get(each) for each in subjects}}
    standards = {duty["standard"] for duty in new}
    ended = Shortfall.objects.filter(subject_id__in=subjects, standard__in=standards)
    return list(ended.exclude(ended_on=None).exclude(ended="decided").select_related("person").order_by("pk"))


# ----------------------------------------------------------------------------------------------------------------- WRITING


def _write(settled: Settled, day: dt.date) -> None:
    people, workers = _people(settled), _workers(settled)
    closed = set(people.values()) - _open(people.values(), day)
    new = [Shortfall(first_seen_on=day, **_said(duty, day, people, workers, closed)) for duty in settled.new]
    changed = []
    for shortfall, duty in [*settled.kept, *settled.again]:
        said = _said(duty, day, people, workers, closed)
        if shortfall.ended_on or _is_otherwise(shortfall, said):
            for name, value in (said | {"ended_on": None, "ended": "", "why_ended": ""}).items():
                setattr(shortfall, name, value)
            changed.append(shortfall)
    Shortfall.objects.bulk_create(new, batch_size=500)
    Shortfall.objects.bulk_update(changed, [*WRITTEN, "ended_on", "ended", "why_ended"], batch_size=200)


def _is_otherwise(shortfall: Shortfall, said: Mapping) -> bool:
    """Whether a shortfall says anything else than its duty does now; its explanation, another thing than a day more."""
    if any(getattr(shortfall, name) != said[name] for name in WRITTEN if name not in AS_AT):
        return True
    return shortfall.explanation != said["explanation"] and undated(shortfall.explanation) != undated(said["explanation"])


def _open(people: Iterable[int], day: dt.date) -> set[int]:
    """Those among these people who are open to social care."""
    found = set()
    for part in in_parts(sorted(people)):
        found |= set(Person.objects.filter(access.open_to_social_care(day), pk__in=part).values_list("pk", flat=True))
    return found


def _said(duty: dict, day: dt.date, people: Mapping, workers: Mapping, closed: set[int]) -> dict:
    """The fields of a shortfall of this duty. `closed`: the children who are not open to social care."""
    kind, subject, standard = duty["subject_type"], duty["subject_id"], duty["standard"]
    waits = kind != "child" or people.get(subject) not in closed or duty["due_on"] >= day - LATELY
    return {name: duty[name] for name in OF_ITS_DUTY} | {
        "area": here.standard(standard).area, "explanation": duty["explanation"], "judged_on": day,
        "is_danger": here.is_danger(standard), "speaks": here.speaks(standard) and waits, "waits": waits,
        "person_id": people.get(subject) if kind in OF_PEOPLE else None,
        "worker_id": workers.get(subject) if kind == "worker" else None,
    }  # fmt: skip


def _people(settled: Settled) -> dict[str, int]:
    return _ids(Person, {duty["subject_id"] for duty in _duties(settled) if duty["subject_type"] in OF_PEOPLE})


def _workers(settled: Settled) -> dict[str, int]:
    return _ids(Worker, {duty["subject_id"] for duty in _duties(settled) if duty["subject_type"] == "worker"})


def _duties(settled: Settled) -> list[dict]:
    return [*settled.new, *(duty for _, duty in settled.kept), *(duty for _, duty in settled.again)]


def _ids(model, numbers: set[str]) -> dict[str, int]:
    found = {}
    for part in in_parts(sorted(numbers)):
        found |= dict(model.objects.filter(number__in=part).values_list("number", "pk"))
    return found


def _end(settled: Settled, day: dt.date, judged: Container[str]) -> None:
    unsaid = what_became((each.shortfall for each in settled.ended if not each.why), judged)
    over = []
    for each in settled.ended:
        shortfall = each.shortfall
        why = each.why or unsaid[shortfall.pk]
        brought = what_ended_it(shortfall, each.duty, why)
        shortfall.ended_on, shortfall.ended, shortfall.judged_on = day, DONE if brought else each.ended, day
        shortfall.why_ended = brought or why
        over.append(shortfall)
    Shortfall.objects.bulk_update(over, ["ended_on", "ended", "why_ended", "judged_on"], batch_size=500)
