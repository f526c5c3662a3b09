"""What is seen in the text of an entry by holding it beside others: words of the last time, and another child's name.

Only a share and a yes become facts: no words, and no name. Restricted and sealed records are never compared with, so that
nobody learns from an entry of their own that there is such a record.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from django.db.models import Q

from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, HouseholdMember, Person, Relationship, SearchKey
from goldenthread.record.sounds import fold
from goldenthread.standards import vocabulary as v

MINUTED = {
    "looked_after_review": "review", "review_conference": "review conference", "core_group": "core group",
    "need_review": "child in need review", "case_supervision": "supervision",
}  # fmt: skip
"""The kinds of minutes whose words are held beside those of the last time, and what standards call them."""

WRITTEN = ("text", "section", "line")
ENOUGH = 40
"""Fewer words than this are not compared: short minutes are rightly alike."""

RUN = 5
"""Words in a row that count as the same."""

NOTICED = 50
"""Per cent of the words from which it is a fact; standards ask for more."""

NAME = re.compile(r"[^\W\d_][\w'’-]+")


def seen_everywhere(kind: Kind, body: dict, entry: Entry) -> list[dict]:
    """The noun and facts of what is seen in an entry as a whole, for each child it is about."""
    if kind.about not in ("child", "children") or not names_another(kind, body, entry):
        return []
    return [{"noun": v.other_child_named.name, "facts": {"of": kind.title[:1].lower() + kind.title[1:]}}]


def seen(kind: Kind, told: Told) -> Iterator[dict]:
    """The noun and facts of what is seen in what an entry says of one child."""
    of = MINUTED.get(kind.name)
    percent = _copied(kind, told) if of else 0
    if percent >= NOTICED:
        yield {"noun": v.copied_forward.name, "facts": {"of": of, "percent": percent}}


def _copied(kind: Kind, told: Told) -> int:
    """How many per cent of the runs of words stood in the entry of this kind before; 0 where there is too little to say."""
    runs = _runs(_prose(kind, told.shared, told.line))
    if len(runs) < ENOUGH - RUN:
        return 0
    last = told.last()
    return round(100 * len(runs & _runs(_prose(kind, last.shared, last.line))) / len(runs)) if last else 0


def _prose(kind: Kind, *said: dict) -> str:
    """What was written in the entry's own sections: not its rows, which rightly name the actions of the last time."""
    names = [field.name for field in kind.fields if field.kind in ("text", "section")]
    return "\n".join(part[name] for part in said for name in names if part.get(name))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text))
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def names_another(kind: Kind, body: dict, entry: Entry) -> bool:
    """Whether the first and last name of a child stand in it, one after the other, who is none of this entry's family."""
    text = " ".join(_written(kind, body))
    pairs = _pairs(text)
    if not pairs:
        return False
    keys = {word for pair in pairs for word in pair}
    parts = defaultdict(set)
    for who, key in SearchKey.objects.filter(kind="name", key__in=keys).values_list("person_id", "key"):
        parts[who].add(key)
    likely = [who for who, found in parts.items() if any(set(pair) <= found for pair in pairs)]
    if not likely:
        return False
    others = Person.objects.filter(pk__in=likely, had_record=True, restricted=False, sealed=False, merged_into=None)
    others = others.exclude(pk__in=_rightly_named(kind, body, entry)).exclude(forename="").exclude(surname="")
    return any((fold(each.forename), fold(each.surname)) in pairs for each in others.only("forename", "surname"))


def _pairs(text: str) -> set[tuple[str, str]]:
    """Two words together that are both written with a capital, folded."""
    found = list(NAME.finditer(text))
    return {
        (fold(one[0]), fold(other[0]))
        for one, other in pairwise(found)
        if one[0][0].isupper() and other[0][0].isupper() and text[one.end() : other.start()] == " "
    }  # fmt: skip


def _written(kind: Kind, body: dict) -> Iterator[str]:
    """Every text of the entry, of all children and in all rows."""
    said = [body.get("shared", {}), *body.get("lines", {}).values()]
    for field in kind.fields:
        for part in said:
            value = part.get(field.name)
            if field.kind in WRITTEN and value:
                yield value
            elif field.kind == "rows":
                columns = [each.name for each in field.fields if each.kind in WRITTEN]
                yield from (row[name] for row in value or [] for name in columns if row.get(name))


def _rightly_named(kind: Kind, body: dict, entry: Entry) -> set[int]:
    """The entry's own people, whoever lives or is related with them, and whom the form itself names."""
    own = set(entry.people.values_list("pk", flat=True))
    named = set(HouseholdMember.objects.with_any_of(own).values_list("person", flat=True))
    for one, other in Relationship.objects.filter(Q(person__in=own) | Q(other__in=own)).values_list("person", "other"):
        named |= {one, other}
    for field in kind.fields:
        for part in [body.get("shared", {}), *body.get("lines", {}).values()]:
            value = part.get(field.name)
            if value and field.kind in ("person", "people"):
                named |= set(value if isinstance(value, list) else [value])
    return own | named
