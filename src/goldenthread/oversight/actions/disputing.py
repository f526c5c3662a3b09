"""Raising a dispute, answering it, taking it to the next step, referring the child to Cafcass, and saying what came of it.

The dispute and its answers are entries on the child's record. Before whom it was put, and when, is kept beside them: it goes
up by itself where nobody answers.
"""

import datetime as dt
from collections.abc import Container, Iterable, Sequence

from goldenthread.oversight import disputes, disputing, here
from goldenthread.oversight.ladder import STEP_OF
from goldenthread.oversight.models import DisputeAbout, DisputeStep, Shortfall
from goldenthread.record import access
from goldenthread.record.actions.entries import complete_entry, make_entry
from goldenthread.record.actions.language import Act, action
from goldenthread.record.kinds.oversight.dispute import EFFECTS
from goldenthread.record.kinds.oversight.dispute_answer import ANSWERS
from goldenthread.record.models import Entry, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.workforce.models import Worker


@action("dispute.raise")
def raise_dispute(
    *, by: Worker, child: Person, what: str, wanted: str, day: dt.date, to: str = "", shortfalls: Sequence[Shortfall] = (),
    wishes: Sequence[Entry] = (), decisions: Sequence[tuple[Entry, int]] = (),
) -> Act:  # fmt: skip
    """Raise a dispute on a child's behalf, about shortfalls, wishes (entries) and decisions (reviews, and which row); the Entry.

    `to`: the role that should answer first; else the team manager. Denied; Unfit.
    """
    if to and to not in STEP_OF:
        raise Unfit([Fault("to", "Choose one of those listed.")])
    said = {"raised": day.isoformat(), "stage": "formal", "to": to, "what": what.strip(), "wanted": wanted.strip()}
    shared = {name: value for name, value in said.items() if value}
    for each in (*wishes, *(review for review, _ in decisions)):
        _check_of(child, each.people.all())
    for each in shortfalls:
        _check_of(child, [each.person])
    body = {"shared": shared, "lines": {str(child.pk): {}}}
    dispute = make_entry(by=by, kind="dispute", persons=[child], body=body, follows=decisions[0][0] if decisions else None)
    rows = [DisputeAbout(dispute=dispute, shortfall=each) for each in shortfalls]
    rows += [DisputeAbout(dispute=dispute, entry=each) for each in wishes]
    rows += [DisputeAbout(dispute=dispute, entry=each, row=row) for each, row in decisions]
    DisputeAbout.objects.bulk_create(rows)
    return Act("entry", dispute.pk, (child,), result=dispute)


def _check_of(child: Person, people: Iterable[Person | None]) -> None:
    if child.pk not in {each and (each.merged_into_id or each.pk) for each in people}:
        raise access.Denied("hidden", "There is no such thing of this child.", hidden=True)


@action("dispute.answer")
def answer_dispute(
    *, by: Worker, dispute: Entry, answer: str, why: str, day: dt.date, what: str = "", who: str = "",
    by_when: dt.date | None = None,
) -> Act:  # fmt: skip
    """Answer a dispute; the Entry of the answer. One that agrees says what will be done, by whom and by when. Denied; Unfit."""
    _check_open(dispute)
    now = stage_of(dispute, day)
    disputing.check_answer(by, dispute, now)
    _check_listed("answer", answer, ANSWERS)
    step = {"what": what.strip(), "who": who.strip(), "by": by_when.isoformat() if by_when else ""}
    if answer in ("agreed", "partly") and not all(step.values()):
        words = {"what": "What will be done", "who": "Who will do it", "by": "By when"}
        raise Unfit([Fault("by_when" if name == "by" else name, f"{words[name]}: this is needed.")
                     for name, value in step.items() if not value])  # fmt: skip
    said = {"answered": day.isoformat(), "answer": answer, "why": why.strip()}
    shared = {name: value for name, value in said.items() if value} | ({"actions": [step]} if all(step.values()) else {})
    persons = list(dispute.people.all())
    body = {"shared": shared, "lines": {str(person.pk): {} for person in persons}}
    entry = make_entry(by=by, kind="dispute_answer", persons=persons, body=body, follows=dispute)
    return Act("entry", entry.pk, tuple(persons), result=entry)


@action("dispute.take_further")
def take_further(*, by: Worker, dispute: Entry, reason: str, day: dt.date) -> Act:
    """Take a dispute to the next step, whether it was answered or not; the DisputeStep. Denied; Unfit."""
    disputing.check_officer(by, dispute)
    _check_open(dispute)
    if not reason.strip():
        raise Unfit([Fault("reason", "Say why it goes further.")])
    now = stage_of(dispute, day)
    if now.step >= disputes.LAST:
        raise Unfit([Fault("reason", "It stands with the director. The next step is Cafcass.")])
    put = put_before(by=by, dispute=dispute, step=now.step + 1, why="taken on", day=day, reason=reason.strip())
    return Act("dispute step", put.pk, tuple(dispute.people.all()), result=put)


@action("dispute.refer")
def refer_dispute(*, by: Worker, dispute: Entry, why: str, day: dt.date) -> Act:
    """Say that the child was referred to Cafcass, at whatever step the dispute stands; the Entry. Denied; Unfit."""
    if not why.strip():
        raise Unfit([Fault("why_referred", "Say why.")])
    return _complete(by, dispute, {"referred": day.isoformat(), "why_referred": why.strip()})


@action("dispute.resolve")
def resolve_dispute(*, by: Worker, dispute: Entry, how: str, effect: str, day: dt.date) -> Act:
    """Say how a dispute was resolved, and what changed for the child; the Entry. Denied; Unfit."""
    _check_listed("effect", effect, EFFECTS)
    return _complete(by, dispute, {"resolved": day.isoformat(), "how": how.strip(), "effect": effect})


def _complete(by: Worker, dispute: Entry, more: dict) -> Act:
    disputing.check_officer(by, dispute)
    _check_open(dispute)
    body = body_of(latest(dispute), kind_of(dispute))
    said = {name: value for name, value in more.items() if value}
    body = body | {"shared": body["shared"] | said}
    complete_entry(by=by, entry=dispute, body=body, version_seen=dispute.versions_made)
    dispute.refresh_from_db()
    return Act("entry", dispute.pk, tuple(dispute.people.all()), result=dispute)


def _check_listed(field: str, said: str, listed: Container[str]) -> None:
    if said and said not in listed:
        raise Unfit([Fault(field, "Choose one of those listed.")])


def _check_open(dispute: Entry) -> None:
    if dispute.withdrawn_at or dispute.ended_on:
        raise Unfit([Fault("", "This dispute is over.")])


# ------------------------------------------------------------------------------------------------------------ ITS WAY UP


def stage_of(dispute: Entry, day: dt.date) -> disputes.Stage:
    """How a dispute stands on a day, whoever asks."""
    puts = DisputeStep.objects.filter(dispute=dispute, on__lte=day)
    answered = [each.began_on for each in disputing.answers_of([dispute])[dispute.pk]]
    return disputes.stage(dispute.began_on, disputing.puts_of(puts), answered, dispute.ended_on, day, disputing.whole_days())


@action("dispute.put")
def put_before(
    *, by: Worker | None, dispute: Entry, step: int, why: str, day: dt.date, reason: str = "", until: dt.date | None = None
) -> Act:
    """Put a dispute before whoever stands at a step for the child, or above; the DisputeStep. `by` is empty at night.

    `until`: the last day for an answer, where it stays as it was.
    """
    people = list(dispute.people.select_related("merged_into").order_by("pk"))
    found, worker, passed = disputing.before_whom(people[0].survivor, step, day, but=dispute.made_by)
    put = DisputeStep.objects.create(
        dispute=dispute, step=found, worker=worker, on=day, why=why,
        answer_by=until or disputes.answer_by(day, found, here.dispute_days()),
        passed=passed[:300], reason=reason, after=len(disputing.answers_of([dispute])[dispute.pk]),
    )  # fmt: skip
    return Act("dispute step", put.pk, tuple(people), result=put)


def climb(day: dt.date) -> int:
    """Take up every dispute that nobody answered by its day, one step; how many were put before somebody. Run twice, it is once.

    One that was not put before anybody yet begins; one whose manager has gone is put before who stands there now.
    """
    still = Entry.objects.filter(kind="dispute", withdrawn_at=None, ended_on=None, began_on__lte=day)
    return sum(_moved(dispute, day) for dispute in still.select_related("made_by").order_by("pk"))


def _moved(dispute: Entry, day: dt.date) -> bool:
    last = DisputeStep.objects.filter(dispute=dispute).order_by("-step", "-pk").first()
    if last is None:
        begin(dispute, day)
        return True
    if last.on > day:
        return False
    now = stage_of(dispute, day)
    if up := disputes.goes_up(now, day):
        put_before(by=None, dispute=dispute, step=up, why="no answer", day=day)
        return True
    return now.waits_for == disputes.ANSWER and _handed_on(dispute, last, day)


def _handed_on(dispute: Entry, last: DisputeStep, day: dt.date) -> bool:
    """Put it before who stands at the step now, where that is another; the day for an answer stays."""
    people = list(dispute.people.select_related("merged_into").order_by("pk"))
    found, worker, _ = disputing.before_whom(people[0].survivor, last.step, day, but=dispute.made_by)
    if worker is None or worker.pk == last.worker_id or found != last.step:
        return False
    if DisputeStep.objects.filter(dispute=dispute, step=found, worker=worker).exists():
        return False
    put_before(by=None, dispute=dispute, step=found, why="new worker", day=day, until=last.answer_by)
    return True


def begin(dispute: Entry, day: dt.date) -> DisputeStep:
    """Put a dispute before whoever it is to be answered by first."""
    shared = body_of(latest(dispute), kind_of(dispute))["shared"]
    step = STEP_OF.get(shared.get("to"), disputes.FIRST)
    return put_before(by=None, dispute=dispute, step=step, why="raised", day=day)


def heard(done: Act) -> None:
    """A dispute that was just made, by whatever way, begins its way up: whom it was raised with has it from that day.

    By whatever way it is changed or answered, it is by those who may: an entry's own pages know only who makes such. Denied.
    """
    made = done.result
    if not isinstance(made, Entry):
        return
    if made.kind == "dispute_answer":
        _check_answered(made)
    if made.kind != "dispute":
        return
    if made.versions_made > 1:
        disputing.check_officer(latest(made).said_by, made)
    if not (made.ended_on or made.withdrawn_at or DisputeStep.objects.filter(dispute=made).exists()):
        begin(made, made.began_on)


def _check_answered(answer: Entry) -> None:
    """Whether an answer was made, corrected or withdrawn by somebody who may answer its dispute where that stands; Denied."""
    raised = Entry.objects.filter(kind="dispute", ended_on=None, withdrawn_at=None)
    if answer.follows_id:
        raised = raised.filter(pk=answer.follows_id)
    else:
        raised = raised.filter(people__in=answer.people.all(), began_on__lte=answer.began_on)
    dispute, said = raised.order_by("-began_on", "-pk").first(), latest(answer)
    last = DisputeStep.objects.filter(dispute=dispute).order_by("-step", "-pk").first() if dispute else None
    if last and said.change != "completed":
        disputing.check_answer(said.said_by, dispute, stage_of(dispute, last.on))
