"""Closing minutes: a section left empty, or a wish nothing is said of, may stay so, but why is asked first."""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.oversight.minutes import left_empty
from goldenthread.oversight.wishes import open_wishes
from goldenthread.record.access import today
from goldenthread.record.kinds.agreed import same_words
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.reading import body_of, latest, told_of
from goldenthread.workforce.models import Worker

ASKED = "why_empty"
"""The field of minutes that says why."""


def check_closed(by: Worker, kind: Kind, children: Sequence[Person], body: dict) -> None:
    """Whether new minutes say why something is left empty, or a wish is passed over; Unfit. Of other kinds nothing is asked."""
    if body["shared"].get(ASKED) or not any(each.name == ASKED for each in kind.fields):
        return
    empty = dict.fromkeys(each for child in children for each in left_empty(kind, _told(kind, child, body)))
    words = [f"Left empty: {'; '.join(empty)}."] if empty else []
    words += [f"Nothing is said of what {name} wants: “{wish}”." for name, wish in _passed_over(by, children, body)]
    if words:
        raise Unfit([Fault(ASKED, " ".join([*words, "Fill it in, or say here why not."]))])


def _told(kind: Kind, child: Person, body: dict) -> Told:
    """The minutes in hand, with those before them."""
    last = Entry.objects.filter(kind=kind.name, people=child, withdrawn_at=None).order_by("-began_on", "-pk").first()
    before = told_of(kind, body_of(latest(last), kind), child, last) if last else None
    return replace(told_of(kind, body, child), last=lambda: before)


def _passed_over(by: Worker, children: Sequence[Person], body: dict) -> list[tuple[str, str]]:
    """The open wishes, with whose they are, of which these minutes say nothing."""
    names = {child.pk: child.name for child in children}
    rows = {child.pk: body["lines"].get(str(child.pk), {}).get("wishes_answered") or () for child in children}
    return [
        (names[child], wish.words)
        for child, wishes in open_wishes(by, children, today()).items()
        for wish in wishes
        if wish.is_unanswered and not any(same_words(row.get("wish") or "", wish.words) for row in rows[child])
    ]
