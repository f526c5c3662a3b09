"""What began a duty, by a name that stays: an entry, a fed row by its key, a row of a table; never a day."""

from collections.abc import Container, Iterable, Sequence

from goldenthread.check import words
from goldenthread.oversight import here
from goldenthread.oversight.what_meets import ends_it
from goldenthread.record.models import Allocation, Entry, Fact
from goldenthread.record.some import in_parts
from goldenthread.record.tables import STEP
from goldenthread.standards.vocabulary import NOUNS

LONGEST = 160


def name_triggers(duties: Sequence[dict]) -> None:
    """Give each duty (with `ref` and `evidence`) its `trigger`.

    The id of a fed fact changes when its row does, so the row's key stands for it; of several facts of one entry the
    noun says what tells them apart.
    """
    facts = _facts({duty["ref"] for duty in duties if duty["ref"] is not None and duty["ref"] < STEP})
    for duty in duties:
        place = duty["evidence"]["rows"][0] if duty["ref"] is not None and duty["evidence"]["rows"] else ""
        duty["trigger"] = _trigger(place, facts.get(duty["ref"]))[:LONGEST]


def _facts(refs: set[int]) -> dict[int, tuple]:
    found = {}
    for part in in_parts(sorted(refs)):
        rows = Fact.objects.filter(pk__in=part).values_list("pk", "source", "key", "noun", "facts")
        found |= {pk: tuple(rest) for pk, *rest in rows}
    return found


def _trigger(place: str, fact: tuple | None) -> str:
    if fact is None:
        return place
    source, key, noun, said = fact
    if source:
        return f"fed {source} key {key}"
    apart = NOUNS[noun].apart if noun in NOUNS else ""
    return f"{place} {said[apart]}" if apart and apart in said else place


# --------------------------------------------------------------------------------------------------- WHAT BECAME OF ONE

SWITCHED_OFF = "This standard is no longer judged here."
MERGED = "Two records were found to be of one child: what they both told is one thing."
CORRECTED = "What it rested on was corrected."
NOT_THERE = "What it rested on is no longer on the record."


def what_became(shortfalls: Iterable, judged: Container[str]) -> dict[int, str]:
    """Of shortfalls that no duty supports any more, in words, by id: what became of the trigger.

    `judged`: the ids of the standards that can be judged.
    """
    found = {}
    for each in shortfalls:
        if each.standard not in judged:
            found[each.pk] = SWITCHED_OFF
        elif each.person_id and each.person.merged_into_id:
            found[each.pk] = MERGED
        else:
            found[each.pk] = _became(each.trigger)
    return found


def _became(trigger: str) -> str:
    kind, _, rest = trigger.partition(" ")
    if kind == "entry":
        entry = Entry.objects.filter(pk=_number(rest)).first()
        if entry is None:
            return NOT_THERE
        return f"The entry it rested on was withdrawn on {entry.withdrawn_at:%-d %B %Y}." if entry.withdrawn_at else CORRECTED
    if kind == "fed":
        source, _, key = rest.rpartition(" key ")
        standing = Fact.objects.standing().filter(source=source, key=key).exists()
        return CORRECTED if standing else f"The row it rested on is no longer in {source}."
    if kind == "allocation" and not Allocation.objects.filter(pk=_number(rest), state="accepted").exists():
        return NOT_THERE
    return CORRECTED


def what_ended_it(shortfall, duty: dict | None, why: str) -> str:
    """Of what must not be so until something happens: what happened, in words, where that is what ended it; or nothing.

    What happened on the very day leaves no duty at all, though its trigger stands (`why`): that was done, and not corrected.
    """
    noun = ends_it(here.standard_of(shortfall))
    day = duty["closed_on"] if duty else shortfall.opened_on if why == CORRECTED else None
    if noun is None or day is None or shortfall.person is None:
        return ""
    names = [part.name for part in noun.parts()]
    found = Fact.objects.standing().filter(noun__in=names, person__in=shortfall.person.ids, started_on=day)
    happened = found.order_by("pk").values_list("noun", flat=True).first()
    return f"{NOUNS[happened].began} on {words.day(day)}." if happened else ""


def _number(text: str) -> int | None:
    first = text.split(" ")[0]
    return int(first) if first.isdecimal() else None
