"""Permanence other than by adoption: long-term foster carers, connected persons, special guardians."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases


def match_for_long(cases: Cases, planned: list[np.ndarray]) -> None:
    """Each time long-term fostering is planned (NEVER for not): life-story work at once, and later a formal match."""
    for number, day in enumerate(planned):
        stays = day < NEVER
        some, since = cases.of(stays), day[stays]
        matched = days.on_or_before(since + some.whole("the match with carers", 60, 150, number))
        some.add("long_term_match", matched)
        some.add("permanence_step", matched, step="match")
        some.add("life_story_work", some.soon("life-story work", since, 3, 14, number))


def approve_for_now(cases: Cases, start: np.ndarray) -> None:
    """A connected person's temporary approval, followed by full approval within sixteen weeks."""
    ended = start + cases.whole("how long the temporary approval lasts", 60, 105)
    cases.add("temporary_approval", start, ended, is_extended=False)


def become_guardians(cases: Cases, planned: np.ndarray) -> None:
    """Special guardianship as the plan, and the assessment for it within three months."""
    stays = planned < NEVER
    cases, planned = cases.of(stays), planned[stays]
    cases.add("guardianship_plan", planned)
    cases.add("guardianship_assessment", days.on_or_before(planned + cases.whole("the guardians are assessed", 30, 60)))
    cases.add("life_story_work", cases.soon("life-story work", planned, 3, 14))


def place_with_parent(cases: Cases, start: np.ndarray) -> None:
    """The parent assessed and the placement approved before it; or, in some, within weeks of it (regulation 19)."""
    first = cases.yes("placed before the parent was assessed", 0.4)
    before = cases.of(~first)
    before.add("parent_assessment", days.working_days_before(start[~first], before.whole("the parent is assessed", 6, 15)))
    before.add("parent_placement_approval", days.working_days_before(start[~first], before.whole("approval", 1, 4)))
    after, start = cases.of(first), start[first]
    assessed = after.soon("the parent is assessed", start, 4, 9)
    approved = after.soon("approval", assessed, 3, 8)
    after.add("parent_assessment", assessed)
    after.add("parent_placement_approval", approved)
    after.add("placed_before_assessment", start, approved)
