"""From standards to duties: each verb's standards judged together, in one relational pass, their number a column.

docs/adr/0001-the-contract-of-a-duty.md says what is owed; reference.py says the same again, slowly. A pass answers
intervals, `INTERVAL` below; `settle` gives each its status. Steps that are used twice are kept.
"""

import datetime as dt
import gc
from contextlib import contextmanager

import ibis
import pyarrow as pa

from goldenthread.standards.engines import Engine
from goldenthread.standards.language.limits import Limit
from goldenthread.standards.language.nouns import Noun, Nth
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within
from goldenthread.standards.relations import OPEN, REF_SPACE, Relations, day_number, first_key, literal_day

INTERVAL = (
    "k", "subject_id", "seen_from", "measured_from", "opened_on", "due_on", "done_on", "ended", "in_time", "by_date",
    "is_first", "as_at", "ref", "done_ref",
)  # fmt: skip
"""`seen_from`: the day the expected noun must be covered from; `measured_from`: the clock's start; `in_time`: null where
judged by day; `is_first`: measured from the start of a period rather than from an event."""

DUTY = (
    "k", "subject_id", "seen_from", "measured_from", "opened_on", "due_on", "done_on", "closed_on", "status", "days_over",
    "ref", "done_ref", "by_date", "is_first", "as_at",
)  # fmt: skip

MET, LATE, DUE, OVERDUE, CEASED, NOT_MET = "met", "late", "due", "overdue", "ceased", "not_met"


def compile_duties(engine: Engine, standards: list[Standard], as_at: dt.date | None):
    """The duties (columns DUTY and `lifted`) of all the standards, as one expression over the engine's facts.

    `k` is a standard's place in the list. `as_at` None: each subject has its own, in the table `as_at`.
    """
    with _no_collecting():
        return Compiler(engine, standards, as_at).duties()


@contextmanager
def _no_collecting():
    """Compiling makes millions of small objects that all live to its end: collecting among them is a fifth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Compiler:
    """One run: the relations of the nouns, the limits, and a pass for each verb."""

    def __init__(self, engine: Engine, standards: list[Standard], as_at: dt.date | None):
        self.engine = engine
        self.standards = list(enumerate(standards))
        self.relations = Relations(engine, as_at)
        self.limits = self.relations.limits
        self._expected_nouns: dict[tuple, int] = {}

    def duties(self):
        """Every verb's duties, with exceptions lifted; None where there are no standards.

        Only duties that an exception may lift are stored on the way: the others go straight through.
        """
        self._number_limits()
        self.limits.load()
        plain = self._passes([(k, standard) for k, standard in self.standards if not standard.lifted_by])
        liftable = self._passes([(k, standard) for k, standard in self.standards if standard.lifted_by])
        found = [] if plain is None else [plain.mutate(lifted=ibis.null("int32"))]
        found += [] if liftable is None else [self._lift(liftable)]
        return _union(found) if found else None

    def _passes(self, standards: list[tuple[int, Standard]]):
        """A pass for each verb over these standards, as one table of duties."""
        of = {verb: [pair for pair in standards if isinstance(pair[1].rule, verb)] for verb in (Within, Every, Always, Never)}
        by_hour = [pair for pair in of[Within] if pair[1].limit.unit == "hours"]
        by_day = [pair for pair in of[Within] if pair[1].limit.unit != "hours"]
        passes = [
            settle(self._within(by_day, timed=False)),
            settle(self._within(by_hour, timed=True)),
            settle(self._every(of[Every])),
            self._always(of[Always]),
            self._never(of[Never]),
        ]
        found = [each for each in passes if each is not None]
        return _union(found) if found else None

    def _number_limits(self) -> None:
        for _, standard in self.standards:
            rule = standard.rule
            nouns = [bound.source if isinstance(bound, Nth) else bound for bound in rule.nouns()]
            self.relations.prepare([*nouns, *standard.lifted_by])
            self.limits.of(rule.limit)
            for name in ("from_", "until"):
                if isinstance(getattr(rule, name, None), Limit):
                    self.limits.of(getattr(rule, name))
            if getattr(rule, "look_back", None):
                self.limits.back(rule.look_back)
            if getattr(rule, "not_before", None):
                self.limits.of(rule.not_before)

    # ------------------------------------------------------------------------------------------------------- WITHIN

    def _within(self, standards, timed: bool):
        if not standards:
            return None
        triggers = _union([self._triggers(k, standard, timed) for k, standard in standards])
        triggers = self.limits.join(triggers, "limit_no", "opened_on", "due_on")
        triggers = self.engine.keep(triggers.mutate(row_no=ibis.row_number()))
        expected = self._expected(standards, timed)
        meets = [
            triggers.noun_no == expected.e_noun,
            triggers.subject_id == expected.e_subject,
            triggers.link == expected.e_link,
            expected.day >= triggers.measured_from,
            expected.day <= triggers.ended,
        ]
        first = triggers.join(expected, meets).group_by("row_no").aggregate(
            done_on=lambda t: t.day.min(), done_key=lambda t: t.key.min()
        )
        done = triggers.left_join(first, "row_no").drop("row_no_right")
        done = done.mutate(done_ref=done.done_key % REF_SPACE)
        if timed:
            done = _by_the_hour(done, expected)
        else:
            done = done.mutate(in_time=ibis.null("boolean"), by_date=ibis.literal(False))
        return done.mutate(is_first=ibis.literal(False)).select(INTERVAL)

    def _triggers(self, k: int, standard: Standard, timed: bool):
        rule = standard.rule
        relation = self.relations.of(rule.of)
        relation = _in_force(relation.mutate(opened_on=relation.started), standard)
        if rule.look_back or rule.not_before:
            shift = self.limits.back(rule.look_back) if rule.look_back else self.limits.of(rule.not_before)
            relation = self.limits.join(relation, shift, "opened_on", "measured_from")
        else:
            relation = relation.mutate(measured_from=relation.opened_on)
        seen_from = relation.measured_from
        if "seen_from" in relation.columns:
            seen_from = ibis.least(seen_from, relation.seen_from)
        columns = dict(
            k=_number(k), subject_id=relation.subject_id, link=_link(relation, rule.linked_by),
            measured_from=relation.measured_from, seen_from=seen_from,
            opened_on=relation.opened_on, ended=relation.ended, as_at=relation.as_at, ref=relation.ref,
            limit_no=_number(self.limits.of(rule.limit)), noun_no=_number(self._noun_number(standard)),
        )  # fmt: skip
        if timed:
            columns |= {"opened_second": _second(relation), "allowed": ibis.literal(rule.limit.amount * 3600).cast("int64")}
        return relation.select(**columns)

    def _noun_number(self, standard: Standard) -> int:
        """The number of what a standard expects; standards that expect the same share one."""
        key = (standard.rule.expect, getattr(standard.rule, "linked_by", None))
        return self._expected_nouns.setdefault(key, len(self._expected_nouns))

    def _expected(self, standards, timed: bool):
        """What the standards expect, each noun once, by its number `e_noun`."""
        wanted = {self._noun_number(standard): standard.rule for _, standard in standards}
        return _union([self._expected_noun(number, rule, timed) for number, rule in wanted.items()])

    def _expected_noun(self, number: int, rule, timed: bool):
        relation = self.relations.of(rule.expect)
        columns = dict(
            e_noun=_number(number), e_subject=relation.subject_id,
            e_link=_link(relation, getattr(rule, "linked_by", None)), day=relation.started, e_ref=relation.ref,
            key=first_key(relation),
        )  # fmt: skip
        if timed:
            columns["done_second"] = _second(relation)
        return relation.select(**columns)

    # -------------------------------------------------------------------------------------------------------- EVERY

    def _every(self, standards):
        if not standards:
            return None
        parts = _union([self._parts(k, standard) for k, standard in standards])
        parts = self.engine.keep(parts.mutate(part_no=ibis.row_number()))
        expected = self._expected(standards, timed=False)
        inside = [
            parts.noun_no == expected.e_noun,
            parts.subject_id == expected.e_subject,
            expected.day > parts.started,
            expected.day <= parts.b,
        ]
        held = parts.join(expected, inside).select("part_no", "day", ref="e_ref")
        anchors = ibis.union(held, parts.select("part_no", day="started", ref="ref"))
        order = ibis.window(group_by=anchors.part_no, order_by=[anchors.day, anchors.ref])
        anchors = anchors.mutate(next_on=anchors.day.lead().over(order), next_ref=anchors.ref.lead().over(order))
        part = parts.drop("ref", "ended")
        intervals = anchors.join(part, "part_no")
        ahead = (intervals.next_on > intervals.a) & (intervals.next_on > intervals.day)
        runs = (intervals.day < intervals.b) & (intervals.next_on.isnull() | ahead)
        intervals = self.limits.join(intervals.filter(runs), "limit_no", "day", "limit_due")
        intervals = intervals.mutate(
            seen_from=ibis.ifelse(intervals.counts_events, intervals.started, intervals.day),
            measured_from=intervals.day, opened_on=ibis.greatest(intervals.day, intervals.a),
            due_on=ibis.greatest(intervals.limit_due, intervals.a), done_on=intervals.next_on, ended=intervals.b,
            in_time=ibis.null("boolean"), by_date=ibis.literal(False), done_ref=intervals.next_ref,
            is_first=intervals.day == intervals.started,
        )  # fmt: skip
        in_force = (intervals.opened_on >= intervals.since) & (intervals.opened_on <= intervals.until)
        return intervals.filter(in_force).select(INTERVAL)

    def _parts(self, k: int, standard: Standard):
        rule = standard.rule
        periods = self.relations.of(rule.during)
        periods = periods.select("subject_id", "started", "ended", "as_at", "ref")
        periods = periods.mutate(a=periods.started, b=periods.ended)
        if rule.from_ is not None or rule.until is not None:
            periods = self.engine.keep(periods.mutate(part_no=ibis.row_number()))
        bounded = periods
        if rule.from_ is not None:
            bounded = self._bound(bounded, periods, rule.from_).drop("a").rename(a="bound")
            bounded = bounded.filter(bounded.a.notnull())
        if rule.until is not None:
            bounded = self._bound(bounded, periods, rule.until)
            bounded = bounded.mutate(b=ibis.least(bounded.ended, ibis.coalesce(bounded.bound, literal_day(OPEN))))
        parts = bounded.filter((bounded.a < bounded.b) & (bounded.a <= bounded.as_at))
        return parts.select(
            "subject_id", "started", "ended", "as_at", "ref", "a", "b",
            k=_number(k), limit_no=_number(self.limits.of(rule.limit)), noun_no=_number(self._noun_number(standard)),
            counts_events=ibis.literal(any(_is_counted(bound) for bound in (rule.from_, rule.until))),
            since=literal_day(standard.since_day), until=literal_day(standard.until_day),
        )  # fmt: skip

    def _bound(self, parts, periods, bound: Limit | Noun | Nth):
        """The parts with the day `bound` of a from_ or until; null where it has not come."""
        if isinstance(bound, Limit):
            reached = self.limits.join(periods.select("part_no", "started", "as_at"), self.limits.of(bound), "started", "bound")
            days = reached.filter(reached.bound <= reached.as_at).select("part_no", "bound")
        else:
            days = self.relations.first_in(periods, bound).rename(bound="day")
        return parts.left_join(days, "part_no").drop("part_no_right")

    # ------------------------------------------------------------------------------------------------ ALWAYS, NEVER

    def _always(self, standards):
        if not standards:
            return None
        owed = _union([self._during(k, standard) for k, standard in standards])
        owed = self.engine.keep(owed.mutate(part_no=ibis.row_number()))
        held = _union([self._holding(k, standard) for k, standard in standards])
        inside = [
            owed.k == held.e_k, owed.subject_id == held.e_subject, held.h_started < owed.cut, owed.started < held.h_ended
        ]  # fmt: skip
        stretches = owed.join(held, inside)
        stretches = stretches.select(
            "part_no", from_day=ibis.greatest(stretches.started, stretches.h_started),
            to_day=ibis.least(stretches.cut, stretches.h_ended), last=ibis.literal(False), held_ref=stretches.h_ref,
        )  # fmt: skip
        none = ibis.null("int64")
        first = owed.select("part_no", from_day="started", to_day="started", last=ibis.literal(False), held_ref=none)
        last = owed.select("part_no", from_day="cut", to_day="cut", last=ibis.literal(True), held_ref=none)
        rows = ibis.union(stretches, first, last)
        rows = rows.mutate(held_until=rows.to_day.max().over(_rows_before(rows)))
        gaps = self.engine.keep(rows.filter(rows.from_day > rows.held_until))
        return ibis.union(self._gap_duties(owed, gaps), self._kept_duties(owed, gaps))

    def _during(self, k: int, standard: Standard):
        relation = self.relations.of(standard.rule.during)
        cut = ibis.ifelse(relation.ended == literal_day(OPEN), relation.day_after, relation.ended)
        relation = relation.mutate(cut=cut)
        relation = relation.filter(relation.started < relation.cut)
        return relation.select(
            "subject_id", "started", "ended", "cut", "as_at", "ref", k=_number(k),
            limit_no=_number(self.limits.of(standard.rule.grace)),
            since=literal_day(standard.since_day), until=literal_day(standard.until_day),
        )  # fmt: skip

    def _holding(self, k: int, standard: Standard):
        relation = self.relations.of(standard.rule.period)
        relation = relation.filter(relation.started < relation.ended)
        return relation.select(
            e_k=_number(k), e_subject="subject_id", h_started="started", h_ended="ended", h_ref="ref"
        )

    def _gap_duties(self, owed, gaps):
        found = gaps.join(owed, "part_no")
        found = found.mutate(opened_on=found.held_until)
        found = self.limits.join(found, "limit_no", "opened_on", "due_on")
        ended = found.last & (found.ended != literal_day(OPEN))
        found = found.mutate(
            done_on=ibis.ifelse(found.last, _no_day(), found.from_day),
            closed_on=ibis.ifelse(ended, found.ended, _no_day()),
            done_ref=ibis.ifelse(found.last, ibis.null("int64"), found.held_ref),
        )
        over = ibis.coalesce(found.done_on, found.closed_on, found.as_at)
        in_grace = over <= found.due_on
        status = ibis.cases((~in_grace, NOT_MET), (found.done_on.notnull(), MET), (ended, CEASED), else_=DUE)
        found = found.mutate(status=status, days_over=ibis.ifelse(in_grace, 0, over.delta(found.due_on, unit="day")))
        return _duty_columns(_between(found))

    def _kept_duties(self, owed, gaps):
        kept = owed.anti_join(gaps, "part_no")
        kept = kept.mutate(
            opened_on=kept.started, due_on=kept.started, done_on=kept.started, closed_on=_no_day(),
            status=ibis.literal(MET), days_over=ibis.literal(0), done_ref=ibis.null("int64"),
        )  # fmt: skip
        return _duty_columns(_between(kept))

    def _never(self, standards):
        if not standards:
            return None
        return _union([self._occurrences(k, standard) for k, standard in standards])

    def _occurrences(self, k: int, standard: Standard):
        noun = standard.rule.period
        relation = self.relations.of(noun)
        relation = _in_force(relation.mutate(opened_on=relation.started), standard)
        if noun.lasts:
            relation = relation.filter(relation.started < relation.ended)
        closed = ibis.ifelse(relation.ended == literal_day(OPEN), _no_day(), relation.ended)
        relation = relation.mutate(closed_on=closed)
        over = ibis.coalesce(relation.closed_on, relation.as_at).delta(relation.opened_on, unit="day")
        relation = relation.mutate(
            k=_number(k), due_on=relation.opened_on, done_on=_no_day(), status=ibis.literal(NOT_MET),
            days_over=over if noun.lasts else ibis.literal(0), done_ref=ibis.null("int64"),
        )  # fmt: skip
        return _duty_columns(relation)

    # --------------------------------------------------------------------------------------------------- EXCEPTIONS

    def _lift(self, duties):
        """Duties with `lifted`: the place in its standard's `lifted_by` of the exception that ended it, or null."""
        lifts, nouns = self._lifts()
        self.engine.load("lifts", pa.Table.from_pylist(lifts, schema=_LIFTS))
        duties = self.engine.keep(duties.mutate(duty_no=ibis.row_number()))
        liftable = duties.filter(duties.status.isin([LATE, DUE, OVERDUE, NOT_MET]))
        liftable = liftable.select("duty_no", "k", "subject_id", "opened_on", "due_on")
        liftable = liftable.join(self.engine.table("lifts"), "k")
        found = _union([self._exceptions(number, noun) for noun, number in nouns.items()])
        still = ibis.ifelse(found.x_lasts, found.x_ended > liftable.opened_on, found.x_started >= liftable.opened_on)
        overlaps = [
            liftable.noun_no == found.x_noun, liftable.subject_id == found.x_subject,
            found.x_started <= liftable.due_on, still,
        ]  # fmt: skip
        first = liftable.join(found, overlaps)
        first = first.mutate(x_key=first.x_day * 100 + first.place).group_by("duty_no")
        first = first.aggregate(lifted_on=lambda t: t.x_started.min(), x_key=lambda t: t.x_key.min())
        duties = duties.left_join(first, "duty_no").drop("duty_no", "duty_no_right")
        is_lifted = duties.lifted_on.notnull()
        return duties.mutate(
            status=ibis.ifelse(is_lifted, CEASED, duties.status),
            closed_on=ibis.ifelse(is_lifted, ibis.greatest(duties.lifted_on, duties.opened_on), duties.closed_on),
            days_over=ibis.ifelse(is_lifted, 0, duties.days_over).cast("int32"),
            lifted=(duties.x_key % 100).cast("int32"),
        ).drop("lifted_on", "x_key")

    def _lifts(self) -> tuple[list[dict], dict[Noun, int]]:
        """Which exception, by its number and place, lifts which standard; and the number of each."""
        nouns: dict[Noun, int] = {}
        lifts = [
            {"k": k, "place": place, "noun_no": nouns.setdefault(noun, len(nouns))}
            for k, standard in self.standards
            for place, noun in enumerate(standard.lifted_by)
        ]
        return lifts, nouns

    def _exceptions(self, number: int, noun: Noun):
        relation = self.relations.of(noun)
        if noun.lasts:
            relation = relation.filter(relation.started < relation.ended)
        return relation.select(
            x_noun=_number(number), x_subject="subject_id", x_started="started", x_ended="ended",
            x_lasts=ibis.literal(noun.lasts), x_day=day_number(relation.started),
        )  # fmt: skip


_LIFTS = pa.schema([("k", pa.int32()), ("place", pa.int32()), ("noun_no", pa.int32())])


def settle(intervals):
    """The duties of intervals: their status, as at their day."""
    if intervals is None:
        return None
    done, in_time = intervals.done_on.notnull(), intervals.in_time
    in_time = ibis.coalesce(in_time, intervals.done_on <= intervals.due_on)
    ended = intervals.ended != literal_day(OPEN)
    status = ibis.cases(
        (done & in_time, MET), (done, LATE), (ended & (intervals.ended <= intervals.due_on), CEASED),
        (intervals.as_at <= intervals.due_on, DUE), else_=OVERDUE,
    )  # fmt: skip
    duties = intervals.mutate(status=status, closed_on=ibis.ifelse(~done & ended, intervals.ended, _no_day()))
    over = ibis.coalesce(duties.done_on, duties.closed_on, duties.as_at).delta(duties.due_on, unit="day")
    days_over = ibis.ifelse(duties.status.isin([LATE, OVERDUE]), ibis.greatest(over, 0), 0)
    return _duty_columns(duties.mutate(days_over=days_over))


def _by_the_hour(done, expected):
    """Whether it was in time by the hour, where both instants are known."""
    instants = expected.group_by("e_noun", "e_subject", "key").aggregate(done_second=lambda t: t.done_second.min())
    same = [done.noun_no == instants.e_noun, done.subject_id == instants.e_subject, done.done_key == instants.key]
    timed = done.left_join(instants, same)
    taken = timed.done_second - timed.opened_second
    return timed.mutate(in_time=taken <= timed.allowed, by_date=taken.isnull())


def _union(tables: list):
    """One table of many; a balanced union, since a deep one is slow to compile."""
    return tables[0] if len(tables) == 1 else ibis.union(*tables)


def _rows_before(rows):
    """In order of their days, the end of the period last; of equal stretches, by evidence."""
    order = [rows.from_day, rows.last, rows.held_ref.fill_null(-1)]
    return ibis.window(group_by=rows.part_no, order_by=order, preceding=(None, 1))


def _in_force(relation, standard: Standard):
    since, until = standard.since_day, standard.until_day
    if since > dt.date.min:
        relation = relation.filter(relation.opened_on >= literal_day(since))
    if until < dt.date.max:
        relation = relation.filter(relation.opened_on <= literal_day(until))
    return relation


def _between(found):
    return found.filter((found.opened_on >= found.since) & (found.opened_on <= found.until))


def _duty_columns(duties):
    missing = {"measured_from": "opened_on", "seen_from": "measured_from", "by_date": None, "is_first": None}
    for name, same_as in missing.items():
        if name not in duties.columns:
            duties = duties.mutate(**{name: duties[same_as] if same_as else ibis.literal(False)})
    return duties.mutate(days_over=duties.days_over.cast("int32")).select(DUTY)


def _is_counted(bound) -> bool:
    """Whether a bound counts events from the period's start: then all since must have been seen."""
    return isinstance(bound, Nth) or (isinstance(bound, Noun) and not bound.lasts)


def _link(relation, linked_by: str | None):
    return ibis.literal("") if linked_by is None else relation[linked_by]


def _second(relation):
    if "at" in relation.columns:
        return relation["at"].epoch_seconds().cast("int64")
    return ibis.null("int64")


def _number(number: int):
    return ibis.literal(number, type="int32")


def _no_day():
    return ibis.null("date")

