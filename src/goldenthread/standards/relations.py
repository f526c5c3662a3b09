"""Nouns as relations: which facts a noun picks out, known as at a day, on whichever engine.

Every relation has `subject_id, started, ended, ref, as_at, day_after` and the noun's facts (and `at`, `ended_at` where
the noun is timed). `ended` is OPEN of a period whose end is not known, and of an event.
"""

import datetime as dt

import ibis
import pyarrow as pa

from goldenthread.codes import calendar
from goldenthread.standards.engines import Engine
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
from goldenthread.standards.thread import columns_of

OPEN = dt.date(2199, 12, 31)
"""The end of what has not ended; near enough for `first_key` to hold its day in a whole number of 64 bits."""
STEM = ("subject_id", "started", "ended", "ref", "as_at", "day_after")
MORE = {"at": "timestamp", "ended_at": "timestamp", "seen_from": "date"}
"""What some relations have besides: instants, and of a rise the first day that was looked at."""

REF_SPACE = 10**14


def day_number(day):
    """Days since the calendar's first day, as a whole number."""
    return day.delta(literal_day(calendar.FIRST_DAY), unit="day")


def first_key(table):
    """One whole number that orders facts by their day, then by their evidence."""
    return day_number(table.started) * REF_SPACE + table.ref


class Limits:
    """A table of every limit in use: for each day, the day it falls due. One join reckons any of them.

    The table is written by calendar.due_table, so every engine reckons days alike.
    """

    def __init__(self, engine: Engine):
        self.engine = engine
        self.numbers: dict[tuple, int] = {}

    def number(self, kind: str, amount: int, unit: str = "days", beginning_with: bool = False) -> int:
        """The number of a limit (`due`), of one counted backwards (`back`), or of a birthday (`age`)."""
        return self.numbers.setdefault((kind, amount, unit, beginning_with), len(self.numbers))

    def of(self, limit: Limit | None) -> int:
        """The number of a limit; none is no days at all."""
        if limit is None:
            return self.number("due", 0)
        return self.number("due", limit.amount, limit.unit, limit.beginning_with)

    def back(self, limit: Limit) -> int:
        """The number of a limit counted backwards."""
        return self.number("back", limit.amount, limit.unit)

    def join(self, relation, number, on: str, named: str):
        """The relation with the due day of the limit `number` (a column or a literal) from the day in column `on`."""
        table = self._table.select("limit_no", "limit_day", **{named: "due"})
        number = number if isinstance(number, int) else relation[number]
        if isinstance(number, int):
            table = table.filter(table.limit_no == number)
            return relation.join(table, relation[on] == table.limit_day).drop("limit_no", "limit_day")
        matches = [number == table.limit_no, relation[on] == table.limit_day]
        return relation.join(table, matches).drop("limit_no", "limit_day")

    def days(self, relation, number: int, named: str):
        """The relation once for each `day` from `started` to before `cut`, with the due day of a limit from that day."""
        table = self._table.filter(self._table.limit_no == number).select(day="limit_day", **{named: "due"})
        return relation.join(table, [table.day >= relation.started, table.day < relation.cut])

    def load(self) -> None:
        """Write the table, once every limit of the run is numbered."""
        numbers = self.numbers or {("due", 0, "days", False): 0}  # nothing judged has a limit: a table all the same
        parts = [self._rows(key, number) for key, number in numbers.items()]
        self.engine.load("limits", pa.concat_tables(parts))
        self._table = self.engine.table("limits")

    def _rows(self, key: tuple, number: int) -> pa.Table:
        kind, amount, unit, beginning_with = key
        if kind == "age":
            days, due = calendar.birthday_table(amount)
        else:
            signed = -amount if kind == "back" else amount
            days, due = calendar.due_table(signed, unit, beginning_with=beginning_with)
        number_column = pa.array([number] * len(days), pa.int32())
        return pa.table({"limit_no": number_column, "limit_day": pa.array(days), "due": pa.array(due)})


class Relations:
    """Relations of nouns over one engine's facts, each composite one reckoned once.

    `as_at` is a day, or None where a table `as_at` gives each subject its own (examples and random threads).
    """

    def __init__(self, engine: Engine, as_at: dt.date | None):
        self.engine = engine
        self.as_at = as_at
        self.limits = Limits(engine)
        self._there = engine.tables()
        self._cache: dict[Noun, object] = {}

    def prepare(self, nouns) -> None:
        """Number the limits that nouns hold, before Limits.load."""
        for noun in nouns:
            self._number_limits(noun)

    def _number_limits(self, noun) -> None:
        if isinstance(noun, Age):
            for age in (noun.from_age, noun.to_age):
                if age is not None:
                    self.limits.number("age", age)
        elif isinstance(noun, Lasting | After):
            self.limits.of(noun.limit)
        elif isinstance(noun, Repeated | Exceeding):
            self.limits.back(noun.within)
        elif isinstance(noun, Rising):
            self.limits.back(noun.within), self.limits.back(noun.against)
        elif isinstance(noun, Until) and noun.look_back:
            self.limits.back(noun.look_back)
        for part in ("source", "left", "right"):
            if isinstance(getattr(noun, part, None), Noun):
                self._number_limits(getattr(noun, part))

    def of(self, noun: Noun):
        """The relation of a noun."""
        if noun not in self._cache:
            self._cache[noun] = self._build(noun)
        return self._cache[noun]

    def _build(self, noun: Noun):
        """A composite noun is stored, since it is reckoned; the others are only named."""
        match noun:
            case Called():
                return self.of(noun.source)
            case Named():
                return self.engine.view(self._named(noun))
            case Where():
                return self.engine.view(self._where(noun))
            case Edge():
                return self.engine.view(self._edge(noun))
            case Both():
                build = self._overlaps if noun.lasts else self._events_in
                return self.engine.keep(build(self.of(noun.left), self.of(noun.right)))
            case Age():
                return self.engine.keep(self._age(noun))
            case Either():
                return self.engine.keep(self._either(noun))
            case Lasting():
                return self.engine.keep(self._lasting(noun))
            case After():
                return self.engine.keep(self._after(noun))
            case Until():
                return self.engine.keep(self._until(noun))
            case Repeated():
                return self.engine.keep(self._repeated(noun))
            case Rising():
                return self.engine.keep(self._rising(noun))
            case MoreBy():
                return self.engine.keep(self._more_by(noun))
            case Exceeding():
                return self.engine.keep(self._exceeding(noun))
        raise TypeError(noun)

    def _named(self, noun: Named):
        table = self._table(noun)
        stem = ("started", "ended") if noun.lasts else ("happened",)
        ended = table.ended_on if noun.lasts else ibis.null("date")
        columns = {"subject_id": table.subject_id, "started": table[f"{stem[0]}_on"], "ended": ended, "ref": table.ref}
        columns |= {fact.name: table[fact.name] for fact in noun.facts}
        if noun.timed:
            columns["at"] = table[f"{stem[0]}_at"]
            columns["ended_at"] = table.ended_at if noun.lasts else ibis.null("timestamp")
        relation = self._with_as_at(table.select(**columns))
        relation = relation.filter(relation.started <= relation.as_at)
        known = relation.ended.notnull() & (relation.ended <= relation.as_at)
        return relation.mutate(ended=ibis.ifelse(known, relation.ended, literal_day(OPEN)))

    def _table(self, noun: Named):
        if noun.name not in self._there:
            schema = {name: _IBIS[kind] for name, kind in columns_of(noun).items()}
            self.engine.load(noun.name, ibis.schema(schema).to_pyarrow().empty_table())
            self._there.add(noun.name)
        return self.engine.table(noun.name)

    def _with_as_at(self, table):
        if self.as_at is None:
            return table.join(self.engine.table("as_at"), "subject_id")
        return table.mutate(as_at=literal_day(self.as_at), day_after=literal_day(self.as_at + dt.timedelta(1)))

    def _where(self, noun: Where):
        relation = self.of(noun.source)
        return relation.filter([_holds(relation[name], condition) for name, condition in noun.conditions])

    def _edge(self, noun: Edge):
        relation = self.of(noun.source)
        unknown = {"ended_at": ibis.null("timestamp")} if "ended_at" in relation.columns else {}
        once = (lambda edge: edge) if isinstance(_plain(noun.source), Named | Age) else _once
        if noun.which == "started":
            return once(relation.mutate(ended=literal_day(OPEN), **unknown))
        relation = relation.filter(relation.ended != literal_day(OPEN))
        changes = {"started": relation.ended, "ended": literal_day(OPEN)}
        if "ended_at" in relation.columns:
            changes["at"] = relation.ended_at
        return once(relation.mutate(**changes, **unknown))

    def _overlaps(self, left, right):
        """Of overlaps of one period that begin on the same day, the longest."""
        both = self._pairs(left, right, lambda a, b: (a.started < b.other_ended) & (b.other_started < a.ended))
        if "at" in both.columns:  # of a day that is another's, the hour is not known
            no_instant = ibis.null("timestamp")
            both = both.mutate(
                at=ibis.ifelse(both.started >= both.other_started, both["at"], no_instant),
                ended_at=ibis.ifelse(both.ended <= both.other_ended, both.ended_at, no_instant),
            )
        both = both.mutate(
            started=ibis.greatest(both.started, both.other_started), ended=ibis.least(both.ended, both.other_ended)
        )
        both = both.filter(both.started < both.ended)
        order = [both.ended.desc()]
        if "at" in both.columns:
            order += [both["at"].isnull(), both.ended_at.isnull()]
        same = ibis.window(group_by=[both.subject_id, both.ref, both.started], order_by=order)
        both = both.mutate(place=ibis.row_number().over(same))
        return both.filter(both.place == 0).select(left.columns)

    def _events_in(self, left, right):
        both = self._pairs(left, right, lambda a, b: (b.other_started <= a.started) & (a.started < b.other_ended))
        keys = [column for column in left.columns if column != "ended"]
        found = both.group_by(keys).aggregate(
            own=both.ended.max(), other=both.other_ended.max()
        )
        return found.mutate(ended=ibis.least(found.own, found.other)).select(left.columns)

    @staticmethod
    def _pairs(left, right, meets):
        other = right.select(other_id="subject_id", other_started="started", other_ended="ended")
        return left.join(other, [left.subject_id == other.other_id, meets(left, other)]).drop("other_id")

    def _either(self, noun: Either):
        sides = [self.of(noun.left), self.of(noun.right)]
        more = [name for name in MORE if any(name in side.columns for side in sides)]

        def column(side, name: str):
            if name == "seen_from" and name not in side.columns:
                return side.started
            return side[name].cast(MORE[name]) if name in side.columns else ibis.null(MORE[name])

        sides = [side.select(*STEM, **{name: column(side, name) for name in more}) for side in sides]
        return _once(ibis.union(*sides))

    def _lasting(self, noun: Lasting):
        events = self.of(noun.source)
        lasting = self.limits.join(events, self.limits.of(noun.limit), "started", "until")
        lasting = lasting.mutate(ended=ibis.ifelse(lasting.until <= lasting.as_at, lasting.until, literal_day(OPEN)))
        if "ended_at" in events.columns:
            lasting = lasting.mutate(ended_at=ibis.null("timestamp"))
        return lasting.select(events.columns)

    def _after(self, noun: After):
        periods = self.of(noun.source)
        later = self.limits.join(periods, self.limits.of(noun.limit), "started", "from_day")
        later = later.filter((later.from_day < later.ended) & (later.from_day <= later.as_at))
        unknown = {"at": ibis.null("timestamp")} if "at" in periods.columns else {}
        return later.mutate(started=later.from_day, **unknown).select(periods.columns)

    def _until(self, noun: Until):
        periods = self.of(noun.left)
        periods = self.limits.join(periods, self.limits.back(noun.look_back), "started", "counts_from") if noun.look_back else (
            periods.mutate(counts_from=periods.started)
        )
        periods = self.engine.keep(periods.mutate(row_no=ibis.row_number()))
        events = self.of(noun.right).select(other_id="subject_id", other_started="started")
        found = periods.join(events, [periods.subject_id == events.other_id, events.other_started >= periods.counts_from])
        first = found.group_by("row_no").aggregate(happened=found.other_started.min())
        both = periods.left_join(first, "row_no").drop("row_no_right")
        both = both.mutate(sooner=both.happened.notnull() & (both.happened < both.ended))
        both = both.mutate(ended=ibis.ifelse(both.sooner, both.happened, both.ended))
        if "ended_at" in both.columns:
            both = both.mutate(ended_at=ibis.ifelse(both.sooner, ibis.null("timestamp"), both.ended_at))
        return both.filter(both.started < both.ended).select(self.of(noun.left).columns)

    def _exceeding(self, noun: Exceeding):
        """Of days held, those to which enough earlier ones lie within the window: the lag says so, without a join."""
        periods = self.of(noun.source)
        periods = periods.mutate(
            key=first_key(periods), cut=ibis.ifelse(periods.ended == literal_day(OPEN), periods.day_after, periods.ended)
        )
        days = self.limits.days(periods, self.limits.back(noun.within), "window_from")
        held = days.group_by("subject_id", "day", "window_from", "as_at", "day_after").aggregate(key=days.key.min())
        held = held.mutate(started=held.day, ended=literal_day(OPEN), ref=held.key % REF_SPACE)
        order = ibis.window(group_by=held.subject_id, order_by=held.started)
        held = held.mutate(earlier=held.started.lag(noun.limit.amount).over(order))
        held = held.mutate(made=held.earlier.notnull() & (held.earlier > held.window_from))
        return _first_made(held).select(*STEM)

    def _age(self, noun: Age):
        people = next(noun.parts())
        lives = self.of(people).select(*STEM)
        lives = lives.mutate(ended=literal_day(OPEN), born=lives.started)
        if noun.from_age is not None:
            number = self.limits.number("age", noun.from_age)
            lives = self.limits.join(lives, number, "born", "reached")
            lives = lives.mutate(started=lives.reached).drop("reached")
        if noun.to_age is not None:
            lives = self.limits.join(lives, self.limits.number("age", noun.to_age), "born", "left_on")
            known = lives.left_on <= lives.as_at
            lives = lives.mutate(ended=ibis.ifelse(known, lives.left_on, literal_day(OPEN)))
        return lives.filter(lives.started <= lives.as_at).select(*STEM)

    def _repeated(self, noun: Repeated):
        source = self._of_kinds(noun.kinds) if noun.kinds else self.of(noun.source)
        events = self.limits.join(source, self.limits.back(noun.within), "started", "window_from")
        made = self._made_by_different(events, noun) if noun.different else self._made(events, noun.times, noun.same)
        return _first_made(made, noun.same).drop("window_from", *(["noun"] if noun.kinds else []))

    def _of_kinds(self, kinds: tuple[Noun, ...]):
        """Each of several nouns, with its place among them as the fact `noun`."""
        return ibis.union(*[self.of(each).select(*STEM, noun=ibis.literal(n)) for n, each in enumerate(kinds)])

    @staticmethod
    def _made(events, times: int, same: str | None):
        order = _in_order(events, same)
        nth_back = events.started.lag(times - 1).over(order)
        events = events.mutate(nth_back=nth_back)
        return events.mutate(made=events.nth_back.notnull() & (events.nth_back >= events.window_from)).drop("nth_back")

    def _made_by_different(self, events, noun: Repeated):
        events = self.engine.keep(events.mutate(row_no=ibis.row_number(), key=first_key(events)))
        other = events.select(
            other_id="subject_id", other_key="key", other_started="started", different=noun.different
        )
        inside = [
            events.subject_id == other.other_id,
            other.other_started >= events.window_from,
            other.other_key <= events.key,
        ]
        counts = events.join(other, inside).group_by("row_no").aggregate(count=lambda t: t.different.nunique())
        counted = events.join(counts, "row_no")
        return counted.mutate(made=counted["count"] >= noun.times).drop("row_no", "key", "count")

    def _more_by(self, noun: MoreBy):
        events = self.of(noun.source)
        events = events.filter(events[noun.fact].notnull())
        order = ibis.window(group_by=events.subject_id, order_by=[events.started, events.ref])
        events = events.mutate(one_before=events[noun.fact].lag().over(order))
        return events.filter(events[noun.fact] - events.one_before >= noun.amount).drop("one_before")

    def _rising(self, noun: Rising):
        """Counts in both windows, and by the days of each: so that a longer past is held to its length."""
        events = self.limits.join(self.of(noun.source), self.limits.back(noun.within), "started", "recent_from")
        events = self.limits.join(events, self.limits.back(noun.against), "recent_from", "past_from")
        events = self.engine.keep(events.mutate(row_no=ibis.row_number(), key=first_key(events)))
        other = events.select(other_id="subject_id", other_key="key", other_started="started")
        seen = [events.subject_id == other.other_id, other.other_started > events.past_from, other.other_key <= events.key]
        pairs = events.join(other, seen)
        counts = pairs.mutate(is_recent=pairs.other_started > pairs.recent_from).group_by("row_no")
        counts = counts.aggregate(recent=lambda t: t.is_recent.sum(), all=lambda t: t.count())
        made = events.join(counts, "row_no")
        recent_days = made.started.delta(made.recent_from, unit="day")
        past_days = made.recent_from.delta(made.past_from, unit="day")
        risen = made.recent * past_days >= noun.fold * (made["all"] - made.recent) * recent_days
        made = made.mutate(made=(made.recent >= noun.times) & risen, seen_from=made.past_from)
        return _first_made(made).drop("row_no", "key", "recent", "all", "recent_from", "past_from")

    def first_in(self, parts, bound: Noun | Nth):
        """The day on which a noun first (or an event for the nth time) holds within each part's period, by `part_no`.

        `parts` has `part_no, subject_id, started, ended`; a part in which it does not is left out.
        """
        noun, nth = (bound.source, bound.which) if isinstance(bound, Nth) else (bound, 1)
        found = self.of(noun).select(other_id="subject_id", other_started="started", other_ended="ended")
        if noun.lasts:
            meets = (found.other_started < parts.ended) & (parts.started < found.other_ended)
            meets &= found.other_started < found.other_ended
        else:
            meets = (parts.started <= found.other_started) & (found.other_started <= parts.ended)
        days = parts.join(found, [parts.subject_id == found.other_id, meets])
        days = days.select("part_no", day=ibis.greatest(days.started, days.other_started)).distinct()
        if nth == 1:
            return days.group_by("part_no").aggregate(day=days.day.min())
        order = ibis.window(group_by=days.part_no, order_by=days.day)
        days = days.mutate(which=ibis.row_number().over(order))
        return days.filter(days.which == nth - 1).select("part_no", "day")


_IBIS = {
    "VARCHAR": "string", "DATE": "date", "TIMESTAMP": "timestamp", "BIGINT": "int64", "BOOLEAN": "boolean", "INTEGER": "int32",
}  # fmt: skip


def literal_day(day: dt.date):
    """A day as an expression."""
    return ibis.date(day.isoformat())


def _plain(noun: Noun) -> Noun:
    """The noun without its conditions and other words."""
    return _plain(noun.source) if isinstance(noun, Where | Called) else noun


def _once(relation):
    """What is the same but for what is known of its hours, once."""
    more = {name: relation[name].max() for name in ("at", "ended_at") if name in relation.columns}
    more |= {"seen_from": relation.seen_from.min()} if "seen_from" in relation.columns else {}
    keys = [name for name in relation.columns if name not in MORE]
    return relation.group_by(keys).aggregate(**more).select(relation.columns) if more else relation.distinct()


def _in_order(events, same: str | None):
    """A window over the events of each subject, or of each value of a fact that they have, in order."""
    apart = [events.subject_id, *([events[same]] if same else [])]
    return ibis.window(group_by=apart, order_by=[events.started, events.ref])


def _first_made(events, same: str | None = None):
    """Those that are `made` and come after one that was not."""
    events = events.mutate(before=events.made.lag().over(_in_order(events, same)))
    return events.filter(events.made & (events.before.isnull() | ~events.before)).drop("made", "before")


def _holds(column, condition: Condition):
    values = condition.values
    match condition.test:
        case "one_of":
            return column.isin(values)
        case "none_of":
            return column.notnull() & column.notin(values)
        case "at_least":
            return column >= values[0]
        case "at_most":
            return column <= values[0]
        case "known":
            return column.notnull()
        case "unknown":
            return column.isnull()
    raise ValueError(condition.test)
