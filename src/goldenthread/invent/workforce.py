"""Social workers: posts, who has held each, and what each worker is owed.

A post is held by one worker after another. Who held it when follows from its number alone, so that a child's case needs
only the number of its post.
"""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.chance import Chance
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases, Lives

HOLDERS = 10
"""How many workers a post may have one after another; tenures are at least 15 months, so that six years are covered."""

CHILDREN_A_POST = 200
"""Of all the children known in six years: about one in twenty of them has a worker today, so each worker holds some ten."""

FEWEST_POSTS = 8
POSTS_A_TEAM = 5


TOPICS = ("exploitation", "neglect", "domestic_abuse", "sexual_abuse", "risk_assessment")


@dataclass(frozen=True)
class Tenures:
    """Who held each post: `worker`, `start` and `end`, a row for each post and a column for each holder."""

    worker: np.ndarray
    start: np.ndarray
    end: np.ndarray


def number_of_posts(children: int) -> int:
    """How many posts an authority with so many children has: two teams, at the least."""
    return max(FEWEST_POSTS, -(-children // CHILDREN_A_POST))


def tenures(chance: Chance, post: np.ndarray, from_day: int) -> Tenures:
    """Who held these posts, from before `from_day` on."""
    worker = post[:, None] * HOLDERS + np.arange(HOLDERS)
    lengths = chance.whole(worker, "how long a worker stays", 460, 1500)
    began = from_day - chance.whole(post, "how long the first holder had been there", 0, 400)
    ends = began[:, None] + np.cumsum(lengths, axis=1)
    return Tenures(worker, ends - lengths, ends)


def allocate(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Put each child's social workers on the thread from start to end, and a handover at each change.

    A worker who leaves on a day is followed that day: there is never a day without one.
    """
    lives = cases.lives
    held = tenures(cases.chance, cases.whole("the post that holds the case", 0, lives.posts - 1), lives.from_day)
    for holder in range(HOLDERS):
        first = np.maximum(held.start[:, holder], start)
        last = np.minimum(held.end[:, holder], end)
        here = np.flatnonzero(first < last)
        _allocation(cases.of(here), first[here], last[here], held.worker[here, holder], start[here])


def _allocation(cases: Cases, first, last, worker, start) -> None:
    changed = first > start
    reason = np.where(changed, "LEFTRL", "FCONTA")
    cases.add("allocation", first, last, worker_id=worker, change_reason=reason)
    handed = cases.of(changed)
    handed.add("handover", handed.soon("the handover", first[changed], 0, 3))


def invent_workers(lives: Lives, chance: Chance, post: np.ndarray) -> None:
    """The employment of everyone who has held these posts by `as_at`, and what each was owed."""
    from_day = lives.from_day
    held = tenures(chance, post, from_day)
    began = held.start <= lives.as_at
    worker, start, end = held.worker[began], held.start[began], held.end[began]
    cases = Cases(lives, chance, worker, worker, worker, {"start": start, "end": end, "new": start >= from_day})
    cases = cases.knowing(newly_qualified=cases["new"] & cases.yes("newly qualified", 0.3))
    newly = cases["newly_qualified"]
    cases.add("employment", start, end, is_newly_qualified=newly, is_agency=~newly & cases.yes("agency", 0.15))
    cases.add("registration", start - cases.whole("registered before", 10, 900), np.where(end <= lives.as_at, end + 400, NEVER))
    _supervision(cases)
    _development(cases)
    _leaving(cases)


def _supervision(cases: Cases) -> None:
    """Weekly for six weeks and fortnightly to six months for the newly qualified; then, and for others, every month."""
    start, end, new = cases["start"], cases["end"], cases["newly_qualified"]
    since = np.array(start)
    for name, until, gap in (("weekly supervision", 47, (4, 6)), ("fortnightly supervision", 186, (9, 12))):
        held = cases.of(new).again(name, since[new], np.minimum(start + until, end)[new], gap)
        held.cases.add("supervision", held.day)
        since[new] = held.last(since[new])
    monthly = cases.again("monthly supervision", since, end, (20, 27))
    monthly.cases.add("supervision", monthly.day)


def _development(cases: Cases) -> None:
    """An appraisal, and training in each topic, every year."""
    appraised = cases.again("appraisal", cases["start"], cases["end"], (250, 340))
    appraised.cases.add("appraisal", appraised.day)
    for topic in TOPICS:
        taught = cases.again(f"training in {topic}", cases["start"], cases["end"], (30, 330), (250, 340))
        taught.cases.add("training", taught.day, topic=topic)


def _leaving(cases: Cases) -> None:
    left = cases.of(cases["end"] <= cases.lives.as_at + 40)
    notice = left["end"] - left.whole("notice given", 28, 60)
    left.add("leaver_notice", days.on_or_after(notice))
    left.add("exit_interview", days.on_or_before(left["end"] - left.whole("exit interview", 3, 12)))
