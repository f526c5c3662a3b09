"""The plain engine: one subject at a time, one day at a time, as docs/adr/0001-the-contract-of-a-duty.md says it.

It exists to be read: the engines that judge an authority at once must agree with it (tests/spec, tests/generative). For
one subject it is also the quickest, since it compiles nothing. It knows nothing of coverage: it judges whatever it is given.
"""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import pairwise

from goldenthread.codes import calendar
from goldenthread.standards.language.counted import Exceeding, MoreBy, Repeated, Rising
from goldenthread.standards.language.facts import Condition
from goldenthread.standards.language.limits import Limit
from goldenthread.standards.language.nouns import (
    After,
    Age,
    Both,
    Called,
    Edge,
    Either,
    Lasting,
    Named,
    Noun,
    Nth,
    Until,
    Where,
)
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within

ONE_DAY = dt.timedelta(1)

DUTY = ("opened_on", "due_on", "done_on", "closed_on", "status", "days_over", "refs", "caveats")

PROVISIONAL = "provisional calendar"
BY_DATE = "judged by date, not hour"
LIFTED = "lifted by: "


def judge(standard: Standard, facts: dict[str, list[dict]], as_at: dt.date) -> list[dict]:
    """The duties of one subject under one standard, in order of opening.

    `facts` maps a noun's name to dicts with the columns of `thread.columns_of(noun)`. Each duty is a dict of opened_on,
    due_on, done_on, closed_on, status, days_over, refs (what began it, then what met it) and caveats (a set).
    """
    return [{name: duty[name] for name in DUTY} for duty in judge_whole(standard, facts, as_at)]


def judge_whole(standard: Standard, facts: dict[str, list[dict]], as_at: dt.date) -> list[dict]:
    """The same duties, with what coverage and the words look at besides: seen_from, measured_from and is_first of
    standards.compile.INTERVAL."""
    subject = Subject(facts, as_at)
    verb = {Within: _within, Every: _every, Always: _always, Never: _never}[type(standard.rule)]
    duties = [duty for duty in verb(standard.rule, subject)
              if standard.since_day <= duty["opened_on"] <= standard.until_day]  # fmt: skip
    for duty in duties:
        if _is_provisional(standard.limit, duty):
            duty["caveats"].add(PROVISIONAL)
        _lift(duty, standard, subject)
    return sorted(duties, key=lambda duty: (duty["opened_on"], duty["refs"]))


# --------------------------------------------------------------------------------------------------------------- NOUNS


@dataclass(frozen=True)
class Item:
    """One period [start, end), or one event on its start; the end of an event is that of the period it fell within.

    `at` and `end_at` are the instants in UTC, where known; `ref` says where it was read. `seen_from`: of a rise, the first
    day that had to be seen to tell that it is one.
    """

    start: dt.date
    end: dt.date | None
    ref: int
    facts: dict
    at: dt.datetime | None = None
    end_at: dt.datetime | None = None
    seen_from: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether, as a period, it holds on a day."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Subject:
    """Whose thread it is: facts by noun, and the day they are looked at from."""

    facts: dict[str, list[dict]]
    as_at: dt.date

    def items(self, noun: Noun) -> list[Item]:
        """What a noun picks out as at that day, in order of day and evidence."""
        pick = {Named: self._named, Where: self._where, Both: self._both, Either: self._either, Age: self._age,
                Edge: self._edge, Lasting: self._lasting, After: self._after, Until: self._until, Repeated: self._repeated,
                Rising: self._rising, MoreBy: self._more_by, Exceeding: self._exceeding,
                Called: lambda called: self.items(called.source)}[type(noun)]  # fmt: skip
        return sorted(filter(None, map(self._as_known, pick(noun))), key=lambda item: (item.start, item.ref))

    def _as_known(self, item: Item) -> Item | None:
        """Beginnings after the day are not known; an end after it is open."""
        if item.start is None or item.start > self.as_at:
            return None
        if item.end is not None and item.end > self.as_at:
            return replace(item, end=None, end_at=None)
        return item

    def _named(self, noun: Named) -> list[Item]:
        first = "started" if noun.lasts else "happened"
        return [
            Item(fact[f"{first}_on"], fact.get("ended_on"), fact["ref"], fact,
                 fact.get(f"{first}_at"), fact.get("ended_at"))
            for fact in self.facts.get(noun.name, [])
        ]  # fmt: skip

    def _where(self, noun: Where) -> list[Item]:
        return [
            item
            for item in self.items(noun.source)
            if all(_meets(item.facts[name], condition) for name, condition in noun.conditions)
        ]

    def _both(self, noun: Both) -> list[Item]:
        rights = self.items(noun.right)
        if noun.left.lasts:
            overlaps = [_overlap(left, right) for left in self.items(noun.left) for right in rights]
            return _longest(overlap for overlap in overlaps if overlap.end is None or overlap.start < overlap.end)
        return [
            replace(event, end=_sooner(event.end, _last_end(during)))
            for event in self.items(noun.left)
            if (during := [right for right in rights if right.holds_on(event.start)])
        ]

    def _either(self, noun: Either) -> list[Item]:
        return _once([replace(item, facts={}) for side in (noun.left, noun.right) for item in self.items(side)])

    def _age(self, noun: Age) -> list[Item]:
        from goldenthread.standards.vocabulary import person

        return [
            Item(
                calendar.birthday(life.start, noun.from_age or 0),
                None if noun.to_age is None else calendar.birthday(life.start, noun.to_age),
                life.ref,
                life.facts,
            )
            for life in self.items(person)
        ]

    def _edge(self, noun: Edge) -> list[Item]:
        periods = self.items(noun.source)
        if noun.which == "started":
            return _once([replace(period, end=None, end_at=None) for period in periods])
        return _once([Item(each.end, None, each.ref, each.facts, each.end_at) for each in periods if each.end is not None])

    def _lasting(self, noun: Lasting) -> list[Item]:
        return [replace(event, end=noun.limit.due_on(event.start), end_at=None) for event in self.items(noun.source)]

    def _after(self, noun: After) -> list[Item]:
        later = [replace(each, start=noun.limit.due_on(each.start), at=None) for each in self.items(noun.source)]
        return [each for each in later if each.end is None or each.start < each.end]

    def _until(self, noun: Until) -> list[Item]:
        found = []
        for period in self.items(noun.left):
            counts_from = noun.look_back.back_from(period.start) if noun.look_back else period.start
            happened = min((event.start for event in self.items(noun.right) if event.start >= counts_from), default=None)
            if happened and (period.end is None or happened < period.end):
                period = replace(period, end=happened, end_at=None)
            found.append(period)
        return [each for each in found if each.end is None or each.start < each.end]

    def _repeated(self, noun: Repeated) -> list[Item]:
        events = self._of_kinds(noun.kinds) if noun.kinds else self.items(noun.source)
        apart: dict[object, list[Item]] = {}
        for each in events:
            apart.setdefault(each.facts[noun.same] if noun.same else None, []).append(each)
        return [made for alike in apart.values() for made in _first_repeated(noun, alike)]

    def _of_kinds(self, kinds: tuple[Noun, ...]) -> list[Item]:
        """Each of several nouns, with its place among them as the fact `noun`."""
        events = [replace(item, facts={"noun": n}, at=None) for n, each in enumerate(kinds) for item in self.items(each)]
        return sorted(events, key=lambda item: (item.start, item.ref))

    def _more_by(self, noun: MoreBy) -> list[Item]:
        told = [item for item in self.items(noun.source) if item.facts[noun.fact] is not None]
        return [item for before, item in pairwise(told) if item.facts[noun.fact] - before.facts[noun.fact] >= noun.amount]

    def _rising(self, noun: Rising) -> list[Item]:
        events = self.items(noun.source)
        risen = _first_made(events, [_rises(noun, events[: number + 1]) for number in range(len(events))])
        return [replace(each, seen_from=_past_from(noun, each.start)) for each in risen]

    def _exceeding(self, noun: Exceeding) -> list[Item]:
        periods = self.items(noun.source)
        days = sorted({day for each in periods for day in self._days(each)})
        held = [Item(day, None, next(each.ref for each in periods if each.holds_on(day)), {}) for day in days]
        back = {day: noun.within.back_from(day) for day in days}
        windows = [[each for each in days if back[last] < each <= last] for last in days]
        return _first_made(held, [len(window) > noun.limit.amount for window in windows])

    def _days(self, period: Item) -> list[dt.date]:
        """The days on which a period holds, as far as they are known."""
        end = period.end or self.as_at + ONE_DAY
        return [period.start + n * ONE_DAY for n in range((end - period.start).days)]


def _meets(value, condition: Condition) -> bool:
    """Whether a fact meets a condition; one that is not known meets none but `unknown`."""
    if condition.test == "unknown" or value is None:
        return condition.test == "unknown" and value is None
    return {
        "known": lambda: True,
        "one_of": lambda: value in condition.values,
        "none_of": lambda: value not in condition.values,
        "at_least": lambda: value >= condition.values[0],
        "at_most": lambda: value <= condition.values[0],
    }[condition.test]()


def _once(items: list[Item]) -> list[Item]:
    """What is the same but for what is known of its hours, once."""
    found: dict[tuple, Item] = {}
    for item in items:
        held = found.setdefault((item.start, item.end, item.ref), item)
        seen_from = min(filter(None, (held.seen_from, item.seen_from)), default=None)
        known = replace(held, at=held.at or item.at, end_at=held.end_at or item.end_at, seen_from=seen_from)
        found[item.start, item.end, item.ref] = known
    return list(found.values())


def _longest(overlaps) -> list[Item]:
    """Of overlaps of one period that begin on the same day, the longest; of equal ones, that which knows its hours."""

    def length(item: Item):
        return item.end or dt.date.max, item.at is not None, item.end_at is not None

    longest: dict[tuple, Item] = {}
    for overlap in overlaps:
        held = longest.setdefault((overlap.start, overlap.ref), overlap)
        longest[overlap.start, overlap.ref] = max(held, overlap, key=length)
    return list(longest.values())


def _overlap(left: Item, right: Item) -> Item:
    """The days both hold, as evidence of the left; its instants are the left's where its days are."""
    start, end = max(left.start, right.start), _sooner(left.end, right.end)
    return Item(
        start, end, left.ref, left.facts,
        left.at if start == left.start else None,
        left.end_at if end == left.end else None,
        left.seen_from,
    )  # fmt: skip


def _sooner(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    """The sooner of two ends, where none is open."""
    return min((end for end in (one, other) if end is not None), default=None)


def _last_end(periods: list[Item]) -> dt.date | None:
    ends = [period.end for period in periods]
    return None if None in ends else max(ends)


def _first_repeated(noun: Repeated, events: list[Item]) -> list[Item]:
    so_far = [[each for each in events if (each.start, each.ref) <= (last.start, last.ref)] for last in events]
    return _first_made(events, [_makes_it(noun, each) for each in so_far])


def _makes_it(noun: Repeated, events: list[Item]) -> bool:
    """Whether the last of these events makes it so many within the window that ends on its day."""
    window = [event for event in events if event.start >= noun.within.back_from(events[-1].start)]
    if noun.different:
        return len({event.facts[noun.different] for event in window} - {None}) >= noun.times
    return len(window) >= noun.times


def _rises(noun: Rising, events: list[Item]) -> bool:
    """Whether the last of these events makes it so many in the window, and so many times as often as before that."""
    day = events[-1].start
    recent_from = noun.within.back_from(day)
    past_from = noun.against.back_from(recent_from)
    recent = len([event for event in events if recent_from < event.start])
    past = len([event for event in events if past_from < event.start <= recent_from])
    as_often = recent * (recent_from - past_from).days >= noun.fold * past * (day - recent_from).days
    return recent >= noun.times and as_often


def _past_from(noun: Rising, day: dt.date) -> dt.date:
    return noun.against.back_from(noun.within.back_from(day))


def _first_made(events: list[Item], made: list[bool]) -> list[Item]:
    """Those events that made it, and come after one that did not."""
    return [event for event, now, before in zip(events, made, [False, *made], strict=False) if now and not before]


# --------------------------------------------------------------------------------------------------------------- VERBS


def _within(rule: Within, subject: Subject) -> list[dict]:
    triggers = subject.items(rule.of)
    expected = subject.items(rule.expect) if triggers else []
    return [_within_one(rule, trigger, expected, subject.as_at) for trigger in triggers]


def _within_one(rule: Within, trigger: Item, expected: list[Item], as_at: dt.date) -> dict:
    opens = rule.look_back.back_from(trigger.start) if rule.look_back else trigger.start
    opens = rule.not_before.due_on(trigger.start) if rule.not_before else opens
    closes = trigger.end or as_at
    done = next(
        (item for item in expected if opens <= item.start <= closes and _is_linked(rule.linked_by, trigger, item)), None
    )
    duty = _timed_duty(trigger.start, rule.limit.due_on(trigger.start), trigger, done, trigger.end, as_at)
    if rule.limit.unit == "hours":
        _judge_by_the_hour(duty, rule.limit, trigger, done)
    return duty | {"measured_from": opens, "seen_from": min(opens, trigger.seen_from or opens)}


def _is_linked(fact: str | None, one: Item, other: Item) -> bool:
    return fact is None or (one.facts[fact] is not None and one.facts[fact] == other.facts[fact])


def _judge_by_the_hour(duty: dict, limit: Limit, trigger: Item, done: Item | None) -> None:
    """In time is so many hours between the instants; where they are not known the days stand, and a caveat says so."""
    if done is None or done.at is None or trigger.at is None:
        duty["caveats"].add(BY_DATE)
        return
    in_time = done.at - trigger.at <= dt.timedelta(hours=limit.amount)
    over = 0 if in_time else max(0, (duty["done_on"] - duty["due_on"]).days)
    duty |= {"status": "met" if in_time else "late", "days_over": over}


def _every(rule: Every, subject: Subject) -> list[dict]:
    expected = subject.items(rule.expect)
    return [duty for period in subject.items(rule.during) for duty in _intervals(rule, period, expected, subject)]


def _intervals(rule: Every, period: Item, expected: list[Item], subject: Subject) -> list[dict]:
    """A duty for each interval of one period."""
    part = _part(rule, period, subject)
    if part is None:
        return []
    begins, ends = part
    anchors = [(period, period), *_held(period, expected, ends or subject.as_at)]
    counted, duties = any(is_counted(bound) for bound in (rule.from_, rule.until)), []
    for (_, anchor), (following, _) in zip(anchors, [*anchors[1:], (None, None)], strict=True):
        if (ends is None or anchor.start < ends) and (following is None or following.start > begins):
            due = max(rule.limit.due_on(anchor.start), begins)
            duty = _timed_duty(max(anchor.start, begins), due, anchor, following, ends, subject.as_at)
            seen_from = period.start if counted else anchor.start
            is_first = anchor.start == period.start
            duties.append(duty | {"measured_from": anchor.start, "seen_from": seen_from, "is_first": is_first})
    return duties


def is_counted(bound: Limit | Noun | Nth | None) -> bool:
    """Whether a bound counts events from the period's start: then all since must have been seen."""
    return isinstance(bound, Nth) or (isinstance(bound, Noun) and not bound.lasts)


def _held(period: Item, expected: list[Item], until: dt.date) -> list[tuple[Item, Item]]:
    """The first and the last on each day after the period's start: what meets an interval, and what opens the next."""
    held = [item for item in expected if period.start < item.start <= until]
    days = [[item for item in held if item.start == day] for day in sorted({item.start for item in held})]
    return [(items[0], items[-1]) for items in days]


def _part(rule: Every, period: Item, subject: Subject) -> tuple[dt.date, dt.date | None] | None:
    """The part [a, b) of a period in which it is owed; None where there is none."""
    begins = period.start if rule.from_ is None else _bound(rule.from_, period, subject)
    ends = _sooner(period.end, None if rule.until is None else _bound(rule.until, period, subject))
    if begins is None or (ends is not None and ends <= begins):
        return None
    return begins, ends


def _bound(bound: Limit | Noun | Nth, period: Item, subject: Subject) -> dt.date | None:
    """The day a bound names within a period; None where there is no such day, or it is not yet known."""
    if isinstance(bound, Limit):
        day = bound.due_on(period.start)
        return day if day <= subject.as_at else None
    if isinstance(bound, Noun) and bound.lasts:
        shared = [_overlap(period, other) for other in subject.items(bound)]
        return min((each.start for each in shared if each.end is None or each.start < each.end), default=None)
    source, which = (bound.source, bound.which) if isinstance(bound, Nth) else (bound, 1)
    days = {event.start for event in subject.items(source) if event.start >= period.start}
    days = sorted(day for day in days if period.end is None or day <= period.end)
    return days[which - 1] if which <= len(days) else None


def _timed_duty(opened: dt.date, due: dt.date, began: Item, done: Item | None, end: dt.date | None, as_at: dt.date):
    """A duty of `within` or `every`: begun by one item, done by another or not, ended or not."""
    if done is not None:
        status, over, closed = ("met", 0, None) if done.start <= due else ("late", (done.start - due).days, None)
    elif end is not None:
        status, over, closed = ("ceased", 0, end) if end <= due else ("overdue", (end - due).days, end)
    else:
        status, over, closed = ("due", 0, None) if as_at <= due else ("overdue", (as_at - due).days, None)
    return _duty(opened, due, status, over, began, done, done_on=done and done.start, closed_on=closed)


def _always(rule: Always, subject: Subject) -> list[dict]:
    held = [period for period in subject.items(rule.period) if period.end is None or period.start < period.end]
    return [duty for during in subject.items(rule.during) for duty in _gaps(rule, during, held, subject.as_at)]


def _gaps(rule: Always, during: Item, held: list[Item], as_at: dt.date) -> list[dict]:
    """A duty for each gap in one period, or one that is met."""
    cut = during.end or as_at + ONE_DAY
    days = [during.start + n * ONE_DAY for n in range((cut - during.start).days)]
    if not days:
        return []
    bare = {day for day in days if not any(period.holds_on(day) for period in held)}
    duties = []
    for start in sorted(day for day in bare if day - ONE_DAY not in bare):
        end = start
        while end in bare:
            end += ONE_DAY
        duties.append(_gap(rule, start, end, during, held, as_at))
    return duties or [_duty(during.start, during.start, "met", 0, during, None, done_on=during.start)]


def _gap(rule: Always, start: dt.date, end: dt.date, during: Item, held: list[Item], as_at: dt.date) -> dict:
    """The duty of a gap [start, end): closed again, run to the end of `during`, or still open."""
    due = rule.grace.due_on(start) if rule.grace else start
    closing = next((period for period in held if period.start == end), None)
    if closing and during.holds_on(end):
        status, over = ("met", 0) if end <= due else ("not_met", (end - due).days)
        return _duty(start, due, status, over, during, closing, done_on=end)
    if during.end is not None:
        status, over = ("ceased", 0) if end <= due else ("not_met", (end - due).days)
        return _duty(start, due, status, over, during, None, closed_on=end)
    status, over = ("due", 0) if as_at <= due else ("not_met", (as_at - due).days)
    return _duty(start, due, status, over, during, None)


def _never(rule: Never, subject: Subject) -> list[dict]:
    items = subject.items(rule.period)
    if not rule.period.lasts:
        return [_duty(item.start, item.start, "not_met", 0, item, None, closed_on=item.end) for item in items]
    return [
        _duty(item.start, item.start, "not_met", ((item.end or subject.as_at) - item.start).days, item, None,
              closed_on=item.end)
        for item in items
        if item.end is None or item.start < item.end
    ]  # fmt: skip


def _duty(opened_on, due_on, status, days_over, began: Item, met: Item | None, done_on=None, closed_on=None) -> dict:
    return {
        "opened_on": opened_on,
        "due_on": due_on,
        "done_on": done_on,
        "closed_on": closed_on,
        "status": status,
        "days_over": days_over,
        "refs": [began.ref] + ([met.ref] if met else []),
        "caveats": set(),
        "measured_from": opened_on,
        "seen_from": began.seen_from or opened_on,
        "is_first": False,
    }


# ----------------------------------------------------------------------------------------------- CAVEATS AND EXCEPTIONS


def _is_provisional(limit: Limit | None, duty: dict) -> bool:
    return limit is not None and limit.unit == "working_days" and calendar.is_provisional(duty["due_on"])


def _lift(duty: dict, standard: Standard, subject: Subject) -> None:
    """End a duty that is not met, nor over already, and that an exception overlaps; the first to begin is named."""
    if duty["status"] in ("met", "ceased"):
        return
    lifting = [
        (item.start, place, noun)
        for place, noun in enumerate(standard.lifted_by)
        for item in subject.items(noun)
        if item.start <= duty["due_on"] and _reaches(noun, item, duty["opened_on"])
    ]
    if lifting:
        start, _, noun = min(lifting, key=lambda each: each[:2])
        duty |= {"status": "ceased", "closed_on": max(start, duty["opened_on"]), "days_over": 0}
        duty["caveats"].add(LIFTED + noun.one)


def _reaches(noun: Noun, item: Item, day: dt.date) -> bool:
    """Whether an exception that began by its due day still is on, or comes after, the day the duty opened."""
    if noun.lasts:
        return item.end is None or item.end > max(day, item.start)
    return item.start >= day
