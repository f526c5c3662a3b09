"""The population: who the children are, which journey each family is on, and when it began."""

import numpy as np

from goldenthread.invent import days, journeys
from goldenthread.invent.chance import Chance
from goldenthread.invent.families import ETHNICITIES, SEXES, Families, families
from goldenthread.invent.lives import Cases, Lives
from goldenthread.invent.stages.care import CARE_NEED
from goldenthread.invent.stages.front_door import NEEDS
from goldenthread.invent.stages.protection import KINDS_OF_HARM

YEAR = 365.25

JOURNEYS = {
    journeys.contact_only: 34, journeys.early_help: 10, journeys.referral_only: 9, journeys.assessed: 18,
    journeys.in_need: 14, journeys.enquired: 4, journeys.protected: 5, journeys.looked_after_briefly: 1.5,
    journeys.in_care: 2, journeys.adopted: 0.7,
}  # fmt: skip
"""How common each journey is among families. A family shares its journey."""

AGAIN = {journeys.contact_only: 5, journeys.referral_only: 2, journeys.assessed: 2, journeys.in_need: 2}
"""What some come back for, more than a year after their case was closed."""

OLDEST_AT_START = {journeys.adopted: 2.5, journeys.in_care: 12, journeys.looked_after_briefly: 14}
"""The age above which a journey does not begin; 15 for any other."""


def invent_children(lives: Lives, chance: Chance, child: np.ndarray) -> None:
    """The whole lives of these children, so far as the authority knew of them."""
    home = families(chance, child)
    cases = _cases(lives, chance, child, home)
    which = _journey(chance, home.family, JOURNEYS, "the journey")
    cases = cases.knowing(born=_born(cases, home, which))
    _people(cases, home)
    closed = np.zeros(len(child), np.int64)
    for number, journey in enumerate(JOURNEYS):
        here = which == number
        if here.any():
            closed[here] = journey(cases.of(here), cases["day"][here])
    _come_back(cases, closed)


def _cases(lives: Lives, chance: Chance, child, home: Families) -> Cases:
    own = {
        "day": lives.from_day + chance.whole(home.family, "the day a family is first known", 20, lives.as_at - lives.from_day - 1),
        "need": chance.pick(home.family, "the primary need", NEEDS),
        "care_need": chance.pick(home.family, "the need for care", CARE_NEED),
        "kind": chance.pick(home.family, "the kind of harm", KINDS_OF_HARM),
        "family": home.family,
    }
    return Cases(lives, chance, child, child * 16, home.family * 16, own)


def _journey(chance: Chance, family, weights: dict, name: str) -> np.ndarray:
    return chance.pick(family, name, dict(enumerate(weights.values())))


def _born(cases: Cases, home: Families, which: np.ndarray) -> np.ndarray:
    """The youngest is of any age the journey allows; each elder one is one to three years older."""
    oldest = np.array([OLDEST_AT_START.get(journey, 15) for journey in JOURNEYS])[which]
    span = cases.whole("the years between children", 400, 1000)
    elder = (home.size - 1 - home.place) * span
    youngest = np.maximum(oldest * YEAR - (home.size - 1) * span, 90)
    age = 30 + cases.share("the age of the youngest") * youngest + elder
    return cases["day"] - np.minimum(age, oldest * YEAR + 300).astype(np.int64)


def _people(cases: Cases, home: Families) -> None:
    own = cases.alone()
    own.lives.add(
        "person", own.child, own["born"], sex=own.pick("sex", SEXES), ethnicity=cases.pick("ethnicity", ETHNICITIES),
        is_disabled=own.yes("disabled", 0.08), has_upn=True, family_id=home.family,
    )  # fmt: skip


def _come_back(cases: Cases, closed: np.ndarray) -> None:
    """Some families are referred again, more than a year after they were last known."""
    day = days.on_or_after(closed + cases.whole("how long until they come back", 400, 900))
    young = day < days.birthday(cases["born"], 16)
    back = cases.yes("comes back", 0.3) & (day < cases.lives.as_at) & young
    which = _journey(cases.chance, cases["family"], AGAIN, "the journey the second time")
    for number, journey in enumerate(AGAIN):
        here = back & (which == number)
        if here.any():
            second = cases.of(here)
            journey(Cases(second.lives, second.chance, second.child, second.id + 1, second.key + 1, second.more), day[here])
