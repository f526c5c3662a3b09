"""What a new form is filled with before anybody types: nothing is asked that the record already knows.

Of a visit its day, hour and place, and of each child the plan it is made under; of a next step what the entry before it
answered to the same question; of a meeting what the last one agreed, and what each child asked for that is not answered yet.
"""

from collections.abc import Sequence

from django.utils import timezone

from goldenthread.oversight.minutes import BACK, still_agreed
from goldenthread.oversight.wishes import open_wishes
from goldenthread.record import access
from goldenthread.record.forms import Typed, show
from goldenthread.record.kinds.agreed import names_of
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.masking import Masker
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.workforce.models import Worker

PURPOSES = {
    "looked_after": "care",
    "protection_plan": "protection",
    "section47": "section47",
    "private_fostering": "private_fostering",
    "detention": "detention",
    "need_plan": "need",
    "assessment": "need",
    "referral": "need",
    "care_leaver": "adviser",
}
"""The periods under which a child is visited, the first that is open first, and the purpose of the visit."""

TEXTS = ("text", "section")
NEVER = ("day", "moment", "rows")
ITS_OWN = ("why", "reason", "decision", "outcome")
"""Names of answers that are never the next entry's too."""


def starting(by: Worker, kind: Kind, children: Sequence[Person], follows: Entry | None = None) -> Typed:
    """What a new form of this kind shows, of these children."""
    typed = carried(kind, follows) if follows and access.sees_whole(by, follows) else {}
    if kind.name == "visit":
        typed |= _of_visit(children)
    if any(each.name == "last_time" for each in kind.fields):
        typed |= _last_time(by, kind, children, follows)
    if any(each.name == "wishes_answered" for each in kind.fields):
        typed |= _wishes(by, children)
    masker = Masker(by, children)
    return {name: [masker.text(value) for value in values] for name, values in typed.items()}


def _of_visit(children: Sequence[Person]) -> Typed:
    now = timezone.localtime()
    purposes = {child.pk: purpose(child) for child in children}
    away = purposes and purposes[children[0].pk] == "care"
    typed = {f"purpose@{child}": [each] for child, each in purposes.items()}
    return typed | {
        "visited": [f"{now.day}/{now.month}/{now.year}"], "visited-time": [f"{now:%H:%M}"],
        "place": ["placement" if away else "home"],
    }  # fmt: skip


def purpose(child: Person) -> str:
    """Under what the child is visited today: what is open, the most binding first."""
    day = access.today()
    nouns = Fact.objects.standing().filter(access.going_on(day), person__in=child.ids, noun__in=PURPOSES, started_on__lte=day)
    held = set(nouns.values_list("noun", flat=True))
    return next((each for noun, each in PURPOSES.items() if noun in held), "other")


def carried(kind: Kind, follows: Entry) -> Typed:
    """The answers of the entry before that answer the same question here: never days, never a decision, no minutes."""
    before = kind_of(follows)
    if before.name == kind.name:
        return {}
    body = body_of(latest(follows), before)
    same = [each.name for each in kind.fields if any(_is_same(each, other) for other in before.fields)]

    def keep(said: dict) -> dict:
        return {name: value for name, value in said.items() if name in same}

    return show(kind, {"shared": keep(body["shared"]), "lines": {person: keep(line) for person, line in body["lines"].items()}})


def _is_same(one: Field, other: Field) -> bool:
    if one.name != other.name or one.kind != other.kind or one.per_child != other.per_child:
        return False
    if one.kind in NEVER or one.name in ITS_OWN:
        return False
    return one.words == other.words if one.kind in TEXTS else (one.codes, one.choices) == (other.codes, other.choices)


def _last_time(by: Worker, kind: Kind, children: Sequence[Person], follows: Entry | None) -> Typed:
    """What the last meeting of this kind, or else the entry before, agreed: each a row to say whether it happened."""
    same = Entry.objects.filter(kind=kind.name, withdrawn_at=None, people__in=children).order_by("-began_on", "-pk").distinct()
    before = list(same[:BACK]) or ([follows] if follows else [])
    if not before or not access.sees_whole(by, before[0]):
        return {}
    bodies = [body_of(latest(each), kind_of(each)).get("shared", {}) for each in before if access.sees_whole(by, each)]
    agreed = [row for _, _, row in still_agreed(bodies)]
    done = {f"last_time.{number}.happened": ["yes"] for number, row in enumerate(agreed) if row.get("done")}
    return {f"last_time.{number}.action": [_agreed(row)] for number, row in enumerate(agreed)} | done


def _wishes(by: Worker, children: Sequence[Person]) -> Typed:
    """What each child asked for and has no answer to yet: a row for each, so that none is lost."""
    found = open_wishes(by, children, access.today())
    return {
        f"wishes_answered@{child}.{number}.wish": [wish.words]
        for child, wishes in found.items() for number, wish in enumerate(wishes)
    }  # fmt: skip


def _agreed(row: dict) -> str:
    alone, with_who = names_of(row)
    return with_who if row.get("who") else alone
