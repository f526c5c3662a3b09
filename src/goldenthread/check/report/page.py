"""The report's page: gathers the figures and renders the templates."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

import goldenthread
from goldenthread.check import words
from goldenthread.check.report import charts, children, figures, sources
from goldenthread.check.run import Run, adds_up
from goldenthread.codes import calendar
from goldenthread.standards.catalogue.words import AREAS
from goldenthread.standards.language.standard import Standard

HERE = Path(__file__).parent

MOST_WAITING_LONGEST = 50
MOST_QUESTIONS = 500
MOST_NOT_READ = 200

PARTS = {
    "met": "kept in time",
    "late": "done late",
    "closed": "not kept, now over",
    "open": "open",
    "due": "not yet due",
    "ceased": "ended or lifted",
}
"""The parts that a standard's duties fall into, in words."""


@dataclass(frozen=True)
class StandardPart:
    """A standard on the page: the version in force, the earlier ones, its duties by status, its trend, who waits."""

    standard: Standard
    earlier: list[Standard]
    counts: Counter
    trend: figures.Trend | None
    listed: list[dict]
    could_be_judged: bool

    @property
    def was_judged(self) -> bool:
        return bool(self.counts)

    @property
    def parts(self) -> dict[str, int]:
        """Its duties in parts that add up; `closed` are shortfalls that are over, other than those done late."""
        counts = dict(self.counts)
        closed = self.counts["overdue"] + self.counts["not_met"] - self.counts["open"]
        return {name: closed if name == "closed" else counts.get(name, 0) for name in PARTS}

    @property
    def listed_of(self) -> int:
        return self.listed[0]["in_all"] if self.listed else 0


@dataclass(frozen=True)
class AreaPart:
    """An area on the page: its open shortfalls of children by severity, its trend, its standards."""

    name: str
    open: Counter
    trend: figures.Trend
    standards: list[StandardPart]

    @property
    def anchor(self) -> str:
        return "area-" + re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")

    @property
    def gravity(self) -> list[int]:
        """What comes first when areas are put in order: most that is critical, then most that is high, …"""
        return [-self.open[severity] for severity in words.SEVERITIES]

    @property
    def judged(self) -> list[StandardPart]:
        return [each for each in self.standards if each.was_judged]

    @property
    def silent(self) -> list[StandardPart]:
        """Those that could be judged throughout, and under which no duty arose."""
        return [each for each in self.standards if not each.was_judged and each.could_be_judged]


def write_report(connection, path: Path, run: Run) -> None:
    """Write the report, one file of HTML in UTF-8."""
    figures.prepare(connection, run)
    children.rank(connection)
    try:
        page = _environment(run).get_template("page.html")
        page.stream(_context(connection, run)).dump(str(path), encoding="utf-8")
    finally:
        figures.tidy(connection)


def _context(connection, run: Run) -> dict:
    not_judged = _not_judged(connection, run)
    areas = _areas(connection, run, {each["standard"].id for each in not_judged})
    waiting = figures.waiting_by_subject(connection)
    questions, questions_in_all = children.questions(connection, MOST_QUESTIONS, run)
    not_read, not_read_groups = figures.not_read(connection, MOST_NOT_READ)
    return {
        "run": run, "css": Markup((HERE / "report.css").read_text("utf-8")), "areas": areas,
        "children": waiting.get("child", figures.Waiting(0, 0, 0, 0, 0)), "bands": figures.waiting_bands(connection),
        "months": figures.months_of(run), "kept": figures.added(area.trend for area in areas),
        "longest": children.subjects(connection, "child", MOST_WAITING_LONGEST),
        "groups": _groups(connection, run, waiting),
        "questions": questions, "questions_in_all": questions_in_all,
        "lifted": figures.lifted_by_exception(connection), "caveats": figures.caveats(connection),
        "not_judged": not_judged, "not_read": not_read, "not_read_groups": not_read_groups,
        "coverage": sources.coverage_in_words(run), "made_with": goldenthread.__version__, "calendar": calendar,
        "defaults": [each.standard for area in areas for each in area.judged if each.standard.force == "default"],
    }  # fmt: skip


def _areas(connection, run: Run, not_judged: set[str]) -> list[AreaPart]:
    counts = figures.counts_by_standard(connection)
    if unknown := counts.keys() - set(run.ids):
        raise LookupError(f"Duties of standards that are not in the book: {', '.join(sorted(unknown))}.")
    trends = figures.kept_by_standard(connection, run)
    listed = children.listed_by_standard(connection)
    opened = figures.open_by_area(connection, run)
    by_area: dict[str, list[StandardPart]] = {}
    for id in run.ids:
        standard = run.standard(id)
        earlier = [each for each in run.versions(id) if each.since_day < standard.since_day]
        part = StandardPart(
            standard, earlier, counts.get(id, Counter()), trends.get(id), listed.get(id, []), id not in not_judged
        )
        by_area.setdefault(standard.area, []).append(part)
    return [
        AreaPart(name, opened.get(name, Counter()), figures.added(part.trend for part in parts if part.trend),
                 sorted(parts, key=_gravest_first))
        for name, parts in sorted(by_area.items(), key=_as_a_child_meets_them)
    ]  # fmt: skip


def _not_judged(connection, run: Run) -> list[dict]:
    """What was not judged: the standard, why in words, and of how many duties (None: the whole standard)."""
    return [
        {"standard": run.standard(id), "reason": sources.reason_in_words(reason), "number": number}
        for id, reason, number in figures.not_judged(connection)
    ]


def _as_a_child_meets_them(area) -> tuple:
    """From the front door on; an area the book does not know comes last."""
    name, _ = area
    return (AREAS.index(name), "") if name in AREAS else (len(AREAS), name)


def _gravest_first(part: StandardPart):
    return list(words.SEVERITIES).index(part.standard.severity), -part.counts["open"], part.standard.id


def _groups(connection, run: Run, waiting) -> list[dict]:
    """Children, then any other kind of subject that waits: how many, and the sections of those that have one."""
    kinds = [kind for kind in words.SUBJECTS if kind in waiting and waiting[kind].waiting]
    return [
        {
            "kind": kind, "counts": waiting[kind], "subjects": children.subjects(connection, kind),
            "shortfalls": children.shortfalls_of(connection, kind, run),
        }
        for kind in kinds
    ]  # fmt: skip


def _environment(run: Run) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {
        "number": words.number, "day": words.day, "month": words.month, "how_long": words.how_long,
        "ago": lambda day: words.ago(day, run.as_at),
    }  # fmt: skip
    environment.globals |= {
        "words": words, "charts": charts, "per_cent": words.per_cent, "count": words.count,
        "trend_words": trend_words, "is_never": _is_never, "PARTS": PARTS,
    }  # fmt: skip
    environment.tests["adding_up"] = adds_up
    return environment


def _is_never(standard: Standard) -> bool:
    return standard.kind == "duty" and not figures.can_be_kept(standard)


def trend_words(trend: figures.Trend, months) -> str:
    """The line in a sentence: where it began, where it is, its lowest and highest month."""
    shares = [(words.per_cent(each.met, each.owed), month) for each, month in zip(trend.months, months, strict=True)]
    known = [(share, month) for share, month in shares if share is not None]
    if not known:
        return "Nothing fell due."
    low, high = min(known), max(known)
    (first, first_month), (last, last_month) = known[0], known[-1]
    if low[0] == high[0]:
        return f"{first}% from {words.month(first_month)} to {words.month(last_month)}, in every month counted."
    return (
        f"{first}% in {words.month(first_month)}, {last}% in {words.month(last_month)}; "
        f"lowest {low[0]}% in {words.month(low[1])}, highest {high[0]}% in {words.month(high[1])}."
    )
