"""Nouns as relations: which facts a noun picks out, known as at a day, on whichever engine.

Every relation has `subject_id, started, ended, ref, as_at, day_after` and the noun's facts (and `at`, `ended_at` where
the noun is timed). `ended` is OPEN of a period whose end is not known, and of an event.
"""

import datetime as dt

import ibis
import pyarrow as pa

from goldenthread.codes import calendar
from goldenthread.standards.engines import Engine
from goldenthread.standards.language.limits import Limit
from goldenthread.standards.language.nouns import Age, Both, Called, Condition, Edge, Named, Noun, Nth, Repeated, Where
from goldenthread.standards.thread import columns_of

OPEN = dt.date(2199, 12, 31)
"""The end of what has not ended; near enough for `first_key` to hold its day in a whole number of 64 bits."""
STEM = ("subject_id", "started", "ended", "ref", "as_at", "day_after")

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

    def join(self, relation, number, on: str, named: str):
        """The relation with the due day of the limit `number` (a column or a literal) from the day in column `on`."""
        table = self._table.select("limit_no", "limit_day", **{named: "due"})
        number = number if isinstance(number, int) else relation[number]
        if isinstance(number, int):
            table = table.filter(table.limit_no == number)
            return relation.join(table, relation[on] == table.limit_day).drop("limit_no", "limit_day")
        matches = [number == table.limit_no, relation[on] == table.limit_day]
        return relation.join(table, matches).drop("limit_no", "limit_day")

    def load(self) -> None:
        """Write the table, once every limit of the run is numbered."""
        parts = [self._rows(key, number) for key, number in self.numbers.items()]
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
        elif isinstance(noun, Repeated):
            self.limits.number("back", noun.within.amount, noun.within.unit)
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
            case Repeated():
                return self.engine.keep(self._repeated(noun))
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
        if noun.which == "started":
            return relation.mutate(ended=literal_day(OPEN))
        relation = relation.filter(relation.ended != literal_day(OPEN))
        changes = {"started": relation.ended, "ended": literal_day(OPEN)}
        relation = relation.mutate(**changes, **({"at": relation.ended_at} if "ended_at" in relation.columns else {}))
        return relation.distinct() if isinstance(noun.source, Both) else relation

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
        events = self.of(noun.source)
        back = self.limits.number("back", noun.within.amount, noun.within.unit)
        events = self.limits.join(events, back, "started", "window_from")
        made = self._made_by_different(events, noun) if noun.different else self._made(events, noun.times)
        order = ibis.window(group_by=made.subject_id, order_by=[made.started, made.ref])
        made = made.mutate(before=made.made.lag().over(order))
        speaks = made.made & (made.before.isnull() | ~made.before)
        return made.filter(speaks).drop("made", "before", "window_from")

    @staticmethod
    def _made(events, times: int):
        order = ibis.window(group_by=events.subject_id, order_by=[events.started, events.ref])
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
