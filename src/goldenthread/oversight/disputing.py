"""Disputes as one reader may see them: before whom each stands, what was answered, what it is about, what came of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q, QuerySet

from goldenthread.oversight import disputes, here, holders, sentences
from goldenthread.oversight.disputes import Put, Stage
from goldenthread.oversight.ladder import STEP_OF
from goldenthread.oversight.minutes import rows_agreed
from goldenthread.oversight.models import DisputeAbout, DisputeStep
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.kinds.agreed import what_of
from goldenthread.record.kinds.language import DECIDERS
from goldenthread.record.kinds.oversight.dispute import EFFECTS
from goldenthread.record.kinds.oversight.dispute_answer import ANSWERS
from goldenthread.record.kinds.told import Told, day_of
from goldenthread.record.kinds.voice.childs_wish import ANSWERS as ANSWERED
from goldenthread.record.masking import Masker
from goldenthread.record.models import Entry, EntryPerson, Person
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.record.story import Written, lines_of, read_lines, reader_of
from goldenthread.workforce.models import Worker


class Promise(NamedTuple):
    """What an answer says will be done, and when it was."""

    what: str
    who: str
    by: dt.date | None
    done: dt.date | None


@dataclass(frozen=True)
class Answered:
    """One answer: what it says, in words, and what will be done."""

    entry: Entry
    day: dt.date
    words: str
    why: str
    actions: tuple[Promise, ...]


@dataclass(frozen=True)
class Dispute:
    """One dispute as this reader sees it on a day. `told`: what it says; of one about a child the reader may not see, its days.

    `puts`: before whom it was put, oldest first. `whole`: whether the reader sees all of it.
    """

    entry: Entry
    children: tuple[Person, ...]
    told: Told
    whole: bool
    stage: Stage
    puts: tuple[DisputeStep, ...] = ()
    answers: tuple[Answered, ...] = ()
    about: tuple[DisputeAbout, ...] = ()
    masker: Masker | None = field(default=None, compare=False, repr=False)

    def say(self, name: str) -> str:
        """What a field of it says, as this reader may see it."""
        return self.masker.text(self.told.get(name) or "") if self.whole else ""

    @property
    def is_open(self) -> bool:
        """Whether it is not resolved."""
        return self.stage.waits_for != disputes.OVER

    @property
    def raised_on(self) -> dt.date:
        """The day it was raised."""
        return self.told.day("raised")

    @property
    def resolved_on(self) -> dt.date | None:
        """The day it was resolved."""
        return self.told.day("resolved")

    @property
    def referred_on(self) -> dt.date | None:
        """The day it was referred to Cafcass."""
        return self.told.day("referred")

    @property
    def effect(self) -> str:
        """What changed for the child, in words."""
        return EFFECTS.get(self.told.get("effect"), "") if self.whole else ""

    @property
    def history(self) -> list["DisputeStep | Answered"]:
        """Before whom it was put and what was answered, in the order in which it came about."""
        told, given = [], 0
        for put in self.puts:
            told += [*self.answers[given : put.after], put]
            given = max(given, put.after)
        return [*told, *self.answers[given:]]

    @property
    def now(self) -> DisputeStep | None:
        """Before whom it stands."""
        return max(self.puts, key=lambda put: (put.step, put.on, put.pk), default=None)


def seen_by(
    by: Worker, day: dt.date, persons: Sequence[Person] | None = None, pks: Iterable[int] | None = None
) -> list[Dispute]:  # fmt: skip
    """The disputes about these children (else about all this worker may open), the oldest first. A fixed number of queries."""
    persons = list(_disputed_children(by, pks)) if persons is None else persons
    reader = reader_of(by, persons)
    lines = lines_of(reader).filter(entry__withdrawn_at=None, began_on__lte=day)
    written = list(read_lines(reader, lines.filter(entry__kind__in=("dispute", "dispute_answer"))))
    raised: dict[int, list[Written]] = defaultdict(list)
    for each in written:
        if each.kind.name == "dispute" and (pks is None or each.entry.pk in pks):
            raised[each.entry.pk].append(each)
    answers = answers_of([each[0].entry for each in raised.values()])
    said = {each.entry.pk: each for each in written if each.kind.name == "dispute_answer"}
    puts, about = _rows(DisputeStep, raised), _rows(DisputeAbout, raised)
    by_pk, whole = {person.pk: person for person in persons}, whole_days()
    found = []
    for pk, lines in raised.items():
        heard = [_answered(said[answer.pk], reader.masker) for answer in answers.get(pk, ()) if answer.pk in said]
        put = [each for each in puts[pk] if each.on <= day]
        now = disputes.stage(lines[0].told.day("raised"), puts_of(put), [each.day for each in heard],
                             lines[0].told.day("resolved"), day, whole)  # fmt: skip
        children = tuple(by_pk[each.person] for each in lines)
        found.append(Dispute(lines[0].entry, children, lines[0].told, lines[0].whole, now, tuple(put), tuple(heard),
                              tuple(about[pk]), reader.masker))  # fmt: skip
    return sorted(found, key=lambda each: (each.raised_on, each.entry.pk))


def _disputed_children(by: Worker, pks: Iterable[int] | None) -> QuerySet[Person]:
    """The children this worker may open of whom there is a dispute."""
    lines = EntryPerson.objects.filter(entry__kind="dispute", entry__withdrawn_at=None)
    whose = (lines if pks is None else lines.filter(entry__in=list(pks))).values("person")
    return access.children(by).filter(Q(pk__in=whose) | Q(merged__in=whose)).distinct()


def one(by: Worker, dispute: Entry, day: dt.date) -> Dispute | None:
    """One dispute, or None where the worker may see no child of it."""
    return next(iter(seen_by(by, day, pks=[dispute.pk])), None)


def mine(by: Worker, day: dt.date) -> list[Dispute]:
    """The disputes that wait for this worker: for an answer, or for the officer who raised one to take the answer up."""
    put = DisputeStep.objects.filter(worker=by, dispute__ended_on=None, dispute__withdrawn_at=None)
    raised = Entry.objects.filter(kind="dispute", made_by=by, ended_on=None, withdrawn_at=None)
    pks = {*put.values_list("dispute", flat=True), *raised.values_list("pk", flat=True)}
    return [each for each in seen_by(by, day, pks=pks) if waits_for(each, by)] if pks else []


def waits_for(each: Dispute, by: Worker) -> bool:
    """Whether it is this worker's turn."""
    if each.stage.waits_for == disputes.OFFICER:
        return each.entry.made_by_id == by.pk
    return each.stage.waits_for == disputes.ANSWER and each.now is not None and each.now.worker_id == by.pk


def answers_of(raised: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The answers to each of these disputes, oldest first; one that follows nothing answers the child's latest before it."""
    answers = Entry.objects.filter(kind="dispute_answer", withdrawn_at=None)
    found: dict[int, list[Entry]] = defaultdict(list)
    for answer in answers.filter(follows__in=raised).order_by("began_on", "pk"):
        found[answer.follows_id].append(answer)
    whose = EntryPerson.objects.filter(entry__in=raised).values("person")
    loose = answers.filter(follows=None, people__in=whose).prefetch_related("people").order_by("began_on", "pk").distinct()
    if loose:
        about = defaultdict(set)
        for entry, person in EntryPerson.objects.filter(entry__in=raised).values_list("entry_id", "person_id"):
            about[entry].add(person)
        for answer in loose:
            mine = {person.pk for person in answer.people.all()}
            fits = [each for each in raised if about[each.pk] & mine and each.began_on <= answer.began_on]
            if fits:
                found[max(fits, key=lambda each: (each.began_on, each.pk)).pk].append(answer)
    return found


def puts_of(rows: Iterable[DisputeStep]) -> list[Put]:
    """The rows as the plain reckoning has them."""
    return [Put(row.step, row.on, row.answer_by, row.after) for row in rows]


def _rows(model, pks: Iterable[int]) -> dict[int, list]:
    related = ("worker",) if model is DisputeStep else ("shortfall", "entry")
    found = defaultdict(list)
    for row in model.objects.filter(dispute__in=list(pks)).select_related(*related).order_by("pk"):
        found[row.dispute_id].append(row)
    return found


def _answered(each: Written, masker: Masker) -> Answered:
    told, mask = each.told, masker.text
    if not each.whole:
        return Answered(each.entry, told.day("answered"), "Answered", "", ())
    actions = tuple(
        Promise(mask(row.get("what", "")), mask(row.get("who", "")), day_of(row.get("by")), day_of(row.get("done")))
        for row in told.get("actions") or ()
    )
    words = ANSWERS.get(told.get("answer"), "Answered")
    return Answered(each.entry, told.day("answered"), words, mask(told.get("why") or ""), actions)


def whole_days() -> int:
    """Working days for the whole of a dispute, by the standard in force."""
    return here.standard("dispute-resolved").limit.amount


def about_in_words(row: DisputeAbout, masker: Masker) -> tuple[str, str, str]:
    """One thing a dispute is about: in words, its address, and how it stands now."""
    if row.shortfall_id:
        ended = row.shortfall.get_ended_display() if row.shortfall.ended_on else "Still open"
        return sentences.not_met(row.shortfall, 0), f"/shortfall/{row.shortfall_id}/", ended
    shared = body_of(latest(row.entry), kind_of(row.entry)).get("shared", {})
    address = f"/entry/{row.entry_id}/"
    if row.row is None:
        answered = ANSWERED.get(shared.get("answer"), "The child was told") if shared.get("answered") else "Not answered yet"
        return f"What the child wants: “{masker.text(shared.get('wish', ''))}”", address, answered
    agreed = dict(enumerate(rows_agreed(shared))).get(row.row, {})
    done = "Done" if agreed.get("done") else "The review does not say that it was done"
    return f"What was agreed: {masker.text(what_of(agreed))}", address, done


# ----------------------------------------------------------------------------------------------------------------- WHO


def before_whom(child: Person, step: int, day: dt.date, but: Worker | None = None) -> tuple[int, Worker | None, str]:
    """Who stands at a step for this child, or the first above: the step, the worker (None: nobody), and whom it went past."""
    passed = []
    for each in range(step, disputes.LAST + 1):
        worker, empty = holders.who_at(child, each, day)
        if worker and worker != but:
            return each, worker, " ".join(passed)
        passed.append(empty or f"The {disputes.WHO[each]} raised it.")
    return step, None, " ".join(passed)


def is_officer(by: Worker, dispute: Entry) -> bool:
    """Whether the dispute is this worker's to take further: who raised it, or who reviews or chairs for a child of it now."""
    if dispute.made_by_id == by.pk:
        return True
    return access.current(worker=by, state="accepted", capacity__in=access.OFFICERS, person__in=dispute.people.all()).exists()


def check_officer(by: Worker, dispute: Entry) -> None:
    """Whether the worker may take the dispute further, refer it or say that it is resolved; Denied."""
    access.check_read_entry(by, dispute)
    if not is_officer(by, dispute):
        raise Denied("role", "Whoever raised the dispute, or reviews for the child now, decides this.")


def check_answer(by: Worker, dispute: Entry, now: Stage) -> None:
    """Whether the worker may answer: a manager at the step where it stands, or above; never one's own dispute. Denied."""
    access.check_read_entry(by, dispute)
    if by.role not in DECIDERS or by.pk == dispute.made_by_id:
        raise Denied("role", "A manager other than whoever raised the dispute answers it.")
    if STEP_OF.get(by.role, 0) < now.step:
        raise Denied("step", f"It has gone up: the {disputes.WHO[now.step]} answers it now.")


def raisable(by: Worker, child: Person) -> bool:
    """Whether the worker may raise a dispute about the child."""
    return (by.role == "reviewing_officer" or by.role in DECIDERS) and access.can_write(by, child)


def disputed(entries: Sequence[int]) -> QuerySet[DisputeAbout]:
    """Where these entries are disputed, in disputes still open."""
    return DisputeAbout.objects.filter(entry__in=entries, dispute__ended_on=None, dispute__withdrawn_at=None)
