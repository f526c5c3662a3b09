"""The population: who the children are, which journey each family is on, and when it began."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.chance import Chance
from goldenthread.invent.families import ETHNICITIES, SEXES, Families, families
from goldenthread.invent.journeys import JOURNEYS, SECOND_JOURNEYS
from goldenthread.invent.lives import PLANTED, Cases, Lives
from goldenthread.invent.stages.care import CARE_NEED
from goldenthread.invent.stages.front_door import NEEDS
from goldenthread.invent.stages.protection import KINDS_OF_HARM

YEAR = 365.25

def invent_children(lives: Lives, chance: Chance, child: np.ndarray) -> None:
    """The whole lives of these children, so far as the authority knew of them."""
    home = families(chance, child)
    cases = _cases(lives, chance, child, home)
    which = _journey(chance, home, JOURNEYS, "the journey")
    planted = chance.yes(child, PLANTED, lives.share * np.array([journey.failing for journey in JOURNEYS])[which])
    lives.planted = child[planted]
    runs_on = planted & chance.yes(child, "what should end runs on", 0.4)
    helped = np.array([journey.long_helped for journey in JOURNEYS])[which]
    cases = cases.knowing(born=_born(cases, home, which), runs_on=runs_on, long_helped=helped)
    _people(cases, home)
    closed = np.zeros(len(child), np.int64)
    for number, journey in enumerate(JOURNEYS):
        here = which == number
        if here.any():
            closed[here] = journey.walk(cases.of(here), cases["day"][here])
    _come_back(cases, home, closed)


def _cases(lives: Lives, chance: Chance, child, home: Families) -> Cases:
    own = {
        "day": chance.whole(home.family, "the day a family is first known", lives.from_day + 20, lives.as_at - 1),
        "need": chance.pick(home.family, "the primary need", NEEDS),
        "care_need": chance.pick(home.family, "the need for care", CARE_NEED),
        "kind": chance.pick(home.family, "the kind of harm", KINDS_OF_HARM),
        "family": home.family,
    }
    return Cases(lives, chance, child, child * 16, home.family * 16, own)


def _journey(chance: Chance, home: Families, journeys, name: str) -> np.ndarray:
    """The number of each family's journey; those for an only child are not walked by brothers and sisters."""
    weights = {number: journey.weight for number, journey in enumerate(journeys)}
    together = {number: weight for number, weight in weights.items() if not journeys[number].only_child}
    shared = chance.pick(home.family, name, together)
    return np.where(home.size == 1, chance.pick(home.family, name, weights), shared)


def _born(cases: Cases, home: Families, which: np.ndarray) -> np.ndarray:
    """The youngest is of any age the journey allows; each elder one is one to three years older, if it allows that."""
    youngest = np.array([journey.youngest for journey in JOURNEYS])[which] * YEAR
    oldest = np.array([journey.oldest for journey in JOURNEYS])[which] * YEAR
    span = cases.whole("the years between children", 400, 1000)
    highest = np.maximum(oldest - (home.size - 1) * span, youngest)
    age = youngest + cases.share("the age of the youngest") * (highest - youngest) + (home.size - 1 - home.place) * span
    return cases["day"] - np.minimum(age, oldest).astype(np.int64)


def _people(cases: Cases, home: Families) -> None:
    own = cases.alone()
    own.lives.add(
        "person", own.child, own["born"], sex=own.pick("sex", SEXES), ethnicity=cases.pick("ethnicity", ETHNICITIES),
        is_disabled=own.yes("disabled", 0.08), has_upn=True, family_id=home.family,
    )  # fmt: skip


def _come_back(cases: Cases, home: Families, closed: np.ndarray) -> None:
    """Some families are referred again, more than a year after they were last known."""
    day = days.on_or_after(closed + cases.whole("how long until they come back", 400, 900))
    young = day < days.birthday(cases["born"], 15)
    back = cases.yes("comes back", 0.3) & (day < cases.lives.as_at) & young
    which = _journey(cases.chance, home, SECOND_JOURNEYS, "the journey the second time")
    for number, journey in enumerate(SECOND_JOURNEYS):
        here = back & (which == number)
        if here.any():
            journey.walk(cases.of(here).once_more(), day[here])
