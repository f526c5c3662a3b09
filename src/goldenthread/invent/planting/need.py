"""Failings of plans begun late, and of visits that failed, that take a hand of their own."""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import DAY, Candidates, Record, Truth, back, due

TEN, TWENTY = (10, "working days"), (20, "working days")


@dataclass(frozen=True)
class LatePlan:
    """A child in need plan that begins some days too late, after this noun has ended."""

    standard: str
    found: str
    about: str
    where: dict
    unless: tuple[str, ...]

    def find(self, record: Record) -> Candidates:
        """Ends after which a plan began in time, and long enough to have begun later."""
        rows, plans = record.rows(self.about, **self.where), record.rows("need_plan")
        rows = rows.of(rows["end"] < NEVER)
        if not len(plans):
            return Candidates(rows["subject"], {}).of(np.zeros(len(rows), bool))
        day = rows["end"]
        last = due(day, TEN)
        place = np.searchsorted(plans["subject"] * DAY + plans["start"], rows["subject"] * DAY + day)
        place = np.minimum(place, len(plans) - 1)
        begins = days.working_days_after(last, 2 + rows["subject"] % 8)
        fits = (plans["subject"][place] == rows["subject"]) & (plans["start"][place] <= last)
        fits &= (day >= record.since) & (begins + 25 < plans["end"][place]) & (last < record.as_at)
        for noun in self.unless:
            fits &= ~record.touches(record.rows(noun), rows["subject"], day, last)
        fits &= ~record.touches(plans, rows["subject"], day - 1, day - 1)
        return Candidates(rows["subject"], {"place": place, "begins": begins, "day": day}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it begin late."""
        record.set(record.rows("need_plan").of(chosen["place"]), start=chosen["begins"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


class FailedVisits:
    """Two visits in a fortnight at which nobody was in, and no manager who decides what to do."""

    standard, found, about = "protection-visits-failed", "T11", "protection_visit"

    def find(self, record: Record) -> Candidates:
        """Visits, a day or two after which two more could fail."""
        rows = record.rows("protection_visit", is_seen=1)
        second = rows["start"] + 4
        fits = (second + 10 < record.as_at) & (rows["start"] >= record.since)
        fits &= ~record.touches(record.rows("management_decision"), rows["subject"], rows["start"], second + 3)
        plans = record.rows("protection_plan")
        fits &= record.touches(plans, rows["subject"], second + 3, second + 3)
        fits &= record.touches(plans, rows["subject"], rows["start"], rows["start"])
        return Candidates(rows["subject"], {"day": rows["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let them fail; each is put on the record in time."""
        for later in (2, 4):
            facts = {"is_seen": False, "is_alone": False, "is_bedroom_seen": False}
            record.add("protection_visit", chosen.subject, chosen["day"] + later, **facts)
            record.add("visit_recorded", chosen.subject, chosen["day"] + later)
        return [Truth(chosen.subject, self.standard, chosen["day"] + 4)]


class UnseenAtTheEnd:
    """A child in need plan that ends, and the case with it, without the child seen in its last twenty working days."""

    standard, found, about = "seen-before-closing", "T5", "need_plan"

    def find(self, record: Record) -> Candidates:
        """Plans that have ended, long enough to have had visits before their last weeks; nobody under 18 at the end."""
        plans = record.rows("need_plan")
        day = plans["end"]
        fits = (day < record.as_at) & (plans["start"] >= record.since)
        fits &= plans["start"] + 60 < back(np.minimum(day, record.as_at), TWENTY)
        fits &= day < days.birthday(record.born(plans["subject"]), 18)
        for noun in ("protection_plan", "looked_after"):
            fits &= ~record.touches(record.rows(noun), plans["subject"], plans["start"], np.minimum(day, DAY - 2))
        closed = record.rows("referral", is_no_further_action=0)
        fits &= np.isin(plans["subject"] * DAY + np.minimum(day, DAY - 2), closed["subject"] * DAY + closed["end"])
        assessed = record.rows("assessment")
        fits &= ~record.begins(assessed, plans["subject"], plans["start"] + 1, np.minimum(day, DAY - 2))
        born = record.born(plans["subject"])
        return Candidates(plans["subject"], {"day": day, "from": np.maximum(plans["start"], born)}).of(fits & (born < day - 90))

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave out the last visits; the interval between visits is then too long as well."""
        visits = record.rows("need_visit", is_seen=1)
        which = np.minimum(np.searchsorted(chosen.subject, visits["subject"]), len(chosen) - 1)
        mine = chosen.subject[which] == visits["subject"]
        since = back(chosen["day"], TWENTY)[which]
        last = mine & (visits["start"] >= since) & (visits["start"] <= chosen["day"][which])
        record.drop(visits.of(last))
        before = mine & (visits["start"] < since) & (visits["start"] > chosen["from"][which])
        opened = np.array(chosen["from"])
        np.maximum.at(opened, which[before], visits["start"][before])
        return [
            Truth(chosen.subject, self.standard, chosen["day"]),
            Truth(chosen.subject, "need-visits", opened, True),
        ]


late_need_plan = LatePlan("need-plan", "G2 T18", "assessment", {"is_services_needed": 1},
                          ("protection_plan", "looked_after", "initial_conference"))  # fmt: skip
late_step_down = LatePlan("step-down-plan", "T5 T24", "protection_plan", {}, ("looked_after",))
failed_visits, unseen_at_the_end = FailedVisits(), UnseenAtTheEnd()
