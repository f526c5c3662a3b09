"""How supervision itself stands, by team: what is overdue, who was never talked about, what was decided without a reason.

Every figure is a list of children whose records the reader may open, and nobody else is counted. Teams stand in the order
of their names. No worker is named: who is late is for their own manager to see.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Max

from goldenthread.oversight import here
from goldenthread.oversight.models import AgendaLine, Shortfall
from goldenthread.oversight.supervised import SUPERVISED, supervision_days
from goldenthread.record import access
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.models import Fact, Person
from goldenthread.workforce.models import Team, Worker

LATELY = dt.timedelta(weeks=12)
"""What was written in supervision is looked at for so long."""


class FigureWords(NamedTuple):
    """What is looked for: in words, as the head of a column, and what good looks like, where there is none."""

    words: str
    heading: str
    good: str


FIGURES = {
    "never": FigureWords("Never discussed", "Never discussed", "Every child was talked about."),
    "long": FigureWords("Not discussed for more than {limit}", "Not for {limit}", "Every child was talked about in time."),
    "undecided": FigureWords("Discussed, and nothing decided", "Nothing decided", "Each time something was decided."),
    "no_reason": FigureWords("Decided without a reason", "No reason", "Every decision says why."),
    "no_view": FigureWords("Discussed without the child’s view", "No child’s view", "The child’s view stands in every one."),
    "missed": FigureWords("A missed visit not talked about", "Missed visit", "What was missed was talked about."),
    "slipped": FigureWords(
        "An agreed action slipped", "Action slipped", "What was agreed is done, or somebody said what becomes of it."
    ),
    "copied": FigureWords("In the words of the last time", "Same words", "Each was written afresh."),
}
"""The first two are of every child held, the others of what was written in twelve weeks."""

OF_SHORTFALLS = {
    "supervision-challenge": "missed", "supervision-copied-forward": "copied",
    "action-done": "slipped", "action-carried": "slipped",
}  # fmt: skip
"""Standards whose open shortfalls and questions are counted, each under its figure."""


@dataclass
class TeamFigures:
    """One team: how many workers, how many of them past the day, the children held, and the children of each figure."""

    team: Team
    workers: int = 0
    overdue: int = 0
    children: set[int] = field(default_factory=set)
    of: dict[str, set[int]] = field(default_factory=lambda: {name: set() for name in FIGURES})


def figures() -> dict[str, FigureWords]:
    """What is looked for, by name, with how often a child is to be discussed as this authority has set it."""
    limit = here.standard("case-supervision").limit.words
    return {name: FigureWords(*(words.format(limit=limit) for words in each)) for name, each in FIGURES.items()}


def view(by: Worker, day: dt.date) -> list[TeamFigures]:
    """Every team of the reader's that has workers or children, by name. A fixed number of queries."""
    mine = {team.pk: TeamFigures(team) for team in _teams(by)}
    where = _team_of_each(by, mine)
    for child, team in where.items():
        mine[team].children.add(child)
    for name, children in _found(where, day).items():
        for child in children & where.keys():
            mine[where[child]].of[name].add(child)
    _of_workers(mine, day)
    return sorted((each for each in mine.values() if each.workers or each.children), key=lambda each: each.team.name)


def children_of(by: Worker, teams: Iterable[TeamFigures], name: str) -> list[Person]:
    """The children behind a number: a figure of these teams. One query."""
    found = {child for row in teams for child in row.of[name]}
    return list(access.children(by).filter(pk__in=found).order_by("surname", "forename", "pk"))


def _teams(by: Worker) -> Iterable[Team]:
    return Team.objects.all() if by.kind_of_role.children == "all" else Team.objects.filter(pk__in=access.teams(by))


def _team_of_each(by: Worker, teams: dict[int, TeamFigures]) -> dict[int, int]:
    """The team that holds each child whom the reader may see."""
    held = access.current(team__in=list(teams), capacity=HOLDS, state="accepted")
    rows = held.annotate(whose=access.WHOSE).filter(whose__in=access.children(by).values("pk"))
    return dict(rows.order_by("started_on", "pk").values_list("whose", "team_id"))


def _found(children: dict[int, int], day: dt.date) -> dict[str, set[int]]:
    """The children of each figure."""
    found: dict[str, set[int]] = {name: set() for name in FIGURES}
    said = Fact.objects.standing().filter(noun="case_supervision", started_on__lte=day, person__isnull=False)
    said = said.annotate(whose=access.WHOSE)
    last = dict(said.order_by().values_list("whose").annotate(last=Max("started_on")))
    limit = here.standard("case-supervision").limit
    found["never"] = {child for child in children if child not in last}
    found["long"] = {child for child in children if child in last and limit.due_on(last[child]) < day}
    for child, facts in said.filter(started_on__gt=day - LATELY, entry__isnull=False).values_list("whose", "facts"):
        _weigh(found, child, facts)
    open_still = Shortfall.objects.open().filter(standard__in=OF_SHORTFALLS, opened_on__gt=day - LATELY, person__isnull=False)
    for standard, child in open_still.values_list("standard", "person_id"):
        found[OF_SHORTFALLS[standard]].add(child)
    found["missed"] |= _passed_over(last, day)
    return found


def _weigh(found: dict[str, set[int]], child: int, facts: dict) -> None:
    """What one note of a child's supervision lacks."""
    if not facts.get("is_decision_recorded"):
        found["undecided"].add(child)
    elif not facts.get("is_reason_recorded"):
        found["no_reason"].add(child)
    if not facts.get("is_child_view_recorded"):
        found["no_view"].add(child)


def _passed_over(last: dict[int, dt.date], day: dt.date) -> set[int]:
    """Children with a missed visit on an agenda that both have signed, who were not talked about then or since."""
    rows = AgendaLine.objects.filter(entry=None, supervision__held_on__gt=day - LATELY, supervision__held_on__lte=day)
    rows = rows.exclude(supervision__signatures=None).values_list("person_id", "figures", "supervision__held_on").distinct()
    return {child for child, figures, held in rows if figures.get("missed") and last.get(child, dt.date.min) < held}


def _of_workers(teams: dict[int, TeamFigures], day: dt.date) -> None:
    """How many workers each team has, and of how many supervision is past its day."""
    workers = Worker.objects.filter(team__in=list(teams), role__in=SUPERVISED, is_active=True, left_on=None)
    for days in supervision_days(list(workers), day):
        row = teams[days.worker.team_id]
        row.workers += 1
        row.overdue += days.is_overdue
