"""Supervision: begun with its agenda, written in entries, signed by both; corrected only where it can be seen."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from goldenthread.oversight import signing, supervision_sight
from goldenthread.oversight.agenda import ChildLine
from goldenthread.oversight.models import AgendaLine, Signature, Supervision
from goldenthread.oversight.supervised import check_supervise
from goldenthread.record.access import today
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import Draft, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker


@action("supervision.begin")
def begin_supervision(
    *, by: Worker, worker: Worker, held_on: dt.date, lines: Sequence[ChildLine], chosen: Sequence[Person] = ()
) -> Act:  # fmt: skip
    """Begin a supervision with its agenda as it is now; the Supervision. `chosen`: of its children, whom to think about.

    Begun again for the same day before anything was written, it is the same one. Denied; Unfit.
    """
    check_supervise(by, worker)
    if held_on > today():
        raise Unfit([Fault("held_on", "When: this day is in the future. Prepare it now, and begin it on the day.")])
    ids = {child.pk for child in chosen}
    if not ids <= {line.child.pk for line in lines}:
        raise Unfit([Fault("children", "Choose from the children on the agenda.")])
    begun = _begun_before(by, worker, held_on)
    if begun is None:
        begun = Supervision.objects.create(supervisor=by, worker=worker, held_on=held_on, begun_at=timezone.now())
        rows = (_row(begun, place, line, line.child.pk in ids) for place, line in enumerate(lines))
        AgendaLine.objects.bulk_create(rows)
    else:
        begun.lines.filter(person__in=ids).update(chosen=True)
    return Act("supervision", begun.pk, tuple(chosen), result=begun)


def _begun_before(by: Worker, worker: Worker, held_on: dt.date) -> Supervision | None:
    return Supervision.objects.filter(supervisor=by, worker=worker, held_on=held_on, signatures=None).first()


def _row(supervision: Supervision, place: int, line: ChildLine, chosen: bool) -> AgendaLine:
    figures = {
        "late": len(line.late), "dangers": len(line.dangers), "coming": len(line.coming), "changed": len(line.changed),
        "slipped": len(line.history.slipped(supervision.held_on)), "missed": line.missed,
        "shortfalls": [each.shortfall.pk for each in line.late], "why": [each.name for each in line.reasons],
        "last": line.history.last_on.isoformat() if line.history.last_on else None,
    }  # fmt: skip
    return AgendaLine(supervision=supervision, person=line.child, place=place, figures=figures, chosen=chosen)


@action("supervision.choose")
def choose_child(*, by: Worker, supervision: Supervision, child: Person, chosen: bool = True) -> Act:
    """Think about one more child of the agenda, or not about this one after all. Denied; Unfit."""
    supervision_sight.check_lead(by, supervision)
    _check_open(supervision)
    line = _line(supervision, child)
    if line.entry_id and not chosen:
        raise Unfit([Fault("", "What was decided about this child is on the record already.")])
    line.chosen = chosen
    line.save(update_fields=["chosen"])
    return Act("supervision", supervision.pk, (child,), result=line)


@action("supervision.discuss")
def discuss(
    *, by: Worker, supervision: Supervision, children: Sequence[Person], body: dict, draft: Draft | None = None
) -> Act:  # fmt: skip
    """Put on each child's record what was thought and decided; the Entry. Of brothers and sisters one, with a line for each.

    Denied; Unfit, with every fault.
    """
    supervision_sight.check_lead(by, supervision)
    _check_open(supervision)
    lines = [_line(supervision, child) for child in children]
    if any(line.entry_id for line in lines):
        raise Unfit([Fault("children", "One of them was talked about already: correct that entry, or choose the others.")])
    entry = make_entry(by=by, kind="case_supervision", persons=children, body=_on(supervision, body), draft=draft)
    for line in lines:
        line.entry, line.chosen = entry, True
        line.save(update_fields=["entry", "chosen"])
    return Act("supervision", supervision.pk, tuple(children), result=entry)


@action("supervision.work")
def record_work(*, by: Worker, supervision: Supervision, body: dict, draft: Draft | None = None) -> Act:
    """Put down what was said of the worker's work and learning; the Entry. Denied; Unfit."""
    return _own(by, supervision, "supervision", "work", body, draft)


@action("supervision.private")
def record_private(*, by: Worker, supervision: Supervision, body: dict, draft: Draft | None = None) -> Act:
    """Put down what is between the two, and nobody else's; the Entry. Denied; Unfit."""
    return _own(by, supervision, "wellbeing", "private", body, draft)


def _own(by: Worker, supervision: Supervision, kind: str, name: str, body: dict, draft: Draft | None) -> Act:
    supervision_sight.check_lead(by, supervision)
    _check_open(supervision)
    if getattr(supervision, f"{name}_id"):
        raise Unfit([Fault("", "This was written already: correct that entry instead.")])
    entry = make_entry(by=by, kind=kind, worker=supervision.worker, body=_on(supervision, body), draft=draft)
    setattr(supervision, name, entry)
    supervision.save(update_fields=[name])
    return Act("supervision", supervision.pk, result=entry)


def _on(supervision: Supervision, body: dict) -> dict:
    """The body, held on the supervision's day."""
    return body | {"shared": body["shared"] | {"held": supervision.held_on.isoformat()}}


def _line(supervision: Supervision, child: Person) -> AgendaLine:
    line = supervision.lines.filter(person=child).first()
    if line is None:
        raise Unfit([Fault("children", "This child is not on the agenda.")])
    return line


def _check_open(supervision: Supervision) -> None:
    if signing.is_signed_once(signing.with_entries(Supervision.objects.filter(pk=supervision.pk))[0]):
        raise Unfit([Fault("", "Both have signed this. What is not right is corrected in its entry, where everyone can see it.")])


@action("supervision.sign")
def sign(*, by: Worker, supervision: Supervision) -> Act:
    """Sign what stands there now, by oneself; the Signature. The worker signs after whoever supervises them. Denied; Unfit."""
    supervision_sight.check_sign(by, supervision)
    now = signing.with_entries(Supervision.objects.filter(pk=supervision.pk))[0]
    faults = list(unfinished(now)) if by.pk == now.supervisor_id else []
    supervisor, worker = signing.signed(now)
    if by.pk == now.worker_id and not supervisor.stands:
        faults.append(Fault("", "Whoever supervises you signs first: until then it may still change."))
    if faults:
        raise Unfit(faults)
    if (supervisor if by.pk == now.supervisor_id else worker).stands:
        return Act("supervision", now.pk)  # sent twice: signed once
    said = signing.versions_now(now)
    signature = Signature.objects.create(supervision=now, worker=by, at=timezone.now(), said=said)
    return Act("supervision", now.pk, result=signature)


def unfinished(supervision: Supervision):
    """What is to be written before it can be signed, as Faults."""
    open_still = sum(1 for line in supervision.lines.all() if line.chosen and not line.entry_id)
    if open_still:
        what = "child was" if open_still == 1 else "children were"
        yield Fault("children", f"{open_still} {what} chosen and nothing is written yet: write it, or let the choice go.")
    if supervision.work_id is None:
        yield Fault("work", "Say how the work is: without it the supervision is not on the worker’s record.")


@action("supervision.discard")
def discard_supervision(*, by: Worker, supervision: Supervision) -> Act:
    """Throw away one in which nothing was written. Denied; Unfit."""
    supervision_sight.check_lead(by, supervision)
    if signing.entries_of(supervision) or supervision.signatures.exists():
        raise Unfit([Fault("", "Something was written or signed already: it stays.")])
    done = supervision.pk
    supervision.delete()
    return Act("supervision", done)
