"""Journeys: which way each child goes through the service, and when; each is made of the stages.

A journey takes the cases and the day each begins, puts everything on their threads, and returns the day each is closed.
"""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages import care, court, front_door, leaving_care, missing, need, placements, protection
from goldenthread.invent.stages.adoption import adopt, place_for_adoption
from goldenthread.invent.stages.adoption import steps as adoption_steps
from goldenthread.invent.stages.assessment import assess, reassess
from goldenthread.invent.stages.oversight import oversee
from goldenthread.invent.stages.placements import Placed
from goldenthread.invent.workforce import allocate

FAMILY_HOMES = {"U6": 70, "U3": 12, "K2": 8}
NEED_ENDED = {"RC7": 8, "RC9": 2}


def contact_only(cases: Cases, day):
    """A contact that needs nothing more."""
    return front_door.contact(cases, day, no_further_action=True)


def early_help(cases: Cases, day):
    """A contact, then early help."""
    return front_door.early_help(cases, front_door.contact(cases, day, no_further_action=False))


def referral_only(cases: Cases, day):
    """A referral that needs nothing more."""
    front_door.contact(cases, day, no_further_action=False)
    closed = days.working_days_after(day, 1)
    front_door.referral(cases, day, closed, no_further_action=True, reason=front_door.NO_ACTION)
    return closed


def assessed(cases: Cases, day):
    """An assessment that finds no services are needed."""
    front_door.contact(cases, day, no_further_action=False)
    closed = assess(cases, day, needs_services=False)
    _carry(cases, day, closed, {"RC8": 3, "RC9": 1})
    return closed


def in_need(cases: Cases, day):
    """An assessment, then a child in need plan of months."""
    front_door.contact(cases, day, no_further_action=False)
    authorised = assess(cases, day, needs_services=True)
    closed = need.need_plan(cases, authorised, cases.whole("how long the plan lasts", 70, 380))
    _close(cases, day, closed)
    return closed


def enquired(cases: Cases, day):
    """A section 47 enquiry that finds no plan is needed, then a child in need plan."""
    front_door.contact(cases, day, no_further_action=False)
    protection.enquire(cases, day, conference=False)
    authorised = assess(cases, day, needs_services=True)
    closed = need.need_plan(cases, authorised, cases.whole("how long the plan lasts", 90, 250))
    _close(cases, day, closed)
    return closed


def protected(cases: Cases, day):
    """A section 47 enquiry, a conference, a protection plan, and a child in need plan after it."""
    front_door.contact(cases, day, no_further_action=False)
    held = protection.enquire(cases, day, conference=True)
    assess(cases, day, needs_services=True)
    ended = protection.protection_plan(cases, held, cases.pick("which review ends the plan", {1: 3, 2: 5, 3: 2}).astype(int))
    closed = need.need_plan(cases, ended, cases.whole("how long the step-down lasts", 100, 180))
    _close(cases, day, closed)
    return closed


def _close(cases: Cases, day, closed) -> None:
    need.close(cases, closed)
    _carry(cases, day, closed, NEED_ENDED)


def _carry(cases: Cases, day, closed, reason: dict) -> None:
    """The referral, a worker and oversight, from the referral to the close."""
    front_door.referral(cases, day, closed, no_further_action=False, reason=reason)
    allocate(cases, day, closed, cases.lives.posts, cases.lives.from_day)
    oversee(cases, day, closed)
    reassess(cases, day, closed)


def looked_after_briefly(cases: Cases, day):
    """Accommodated with the parents' agreement for some weeks, home again, and then a child in need."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    own = cases.alone()
    entered = days.on_or_after(day + cases.whole("accommodated", 8, 30))
    left = np.minimum(days.on_or_after(entered + cases.whole("how long away", 25, 150)), care.eighteenth(cases) - 100)
    reviews = care.look_after(own, entered, left, "E4A")
    care.hold(reviews)
    care.plan_care(own, entered, left, reviews, np.full(len(own), "RETURN6M"))
    care.legal_statuses(own, ("V2", entered, left))
    _place(own, entered, left, FAMILY_HOMES)
    closed = need.need_plan(cases, left, cases.whole("how long the plan at home lasts", 70, 160))
    _close(cases, day, closed)
    return closed


def in_care(cases: Cases, day):
    """From the edge of care through care proceedings to a care order and long-term fostering, until 18 and after."""
    issued, concluded = _to_court(cases, day)
    own = cases.alone()
    entered, eighteenth = issued, care.eighteenth(own)
    reviews = care.look_after(own, entered, eighteenth, "E17")
    care.hold(reviews)
    plan = care.plan_care(own, entered, eighteenth, reviews, np.full(len(own), "LTFOST18"))
    care.legal_statuses(own, ("C1", entered, concluded), ("C2", concluded, eighteenth))
    _place(own, entered, eighteenth, FAMILY_HOMES, "U4")
    own.add("long_term_match", days.on_or_before(plan + own.whole("the match with carers", 60, 150)))
    own.add("life_story_work", own.soon("life-story work", plan, 3, 14))
    missing.go_missing(own, entered, eighteenth)
    _leave_care(own, entered, eighteenth)
    _carry(cases, day, eighteenth, {"RC7": 1})
    return eighteenth


def adopted(cases: Cases, day):
    """From the edge of care through care proceedings and a placement order to adoption."""
    issued, concluded = _to_court(cases, day)
    own = cases.alone()
    reviews = own.again("looked-after reviews", issued, NEVER, care.FIRST, care.SECOND, (60, 84))
    step = adoption_steps(own, reviews.nth(2), concluded)
    care.look_after(own, issued, step.adopted, "E11")
    waiting = own.again("looked-after reviews", issued, step.placed, care.FIRST, care.SECOND, (60, 84))
    care.hold(waiting)
    care.plan_care(own, issued, step.adopted, waiting, np.full(len(own), "ADOPTION"))
    care.legal_statuses(own, ("C1", issued, concluded), ("E1", concluded, step.adopted))
    _place(own, issued, step.placed, {"U6": 1}, at_most=1, last_reason="CARPL")
    adopt(own, step)
    place_for_adoption(own, step, 1)
    _carry(cases, day, step.adopted, {"RC1": 1})
    return step.adopted


def _to_court(cases: Cases, day):
    """Assessment, pre-proceedings and proceedings; returns the days they are issued and concluded."""
    front_door.contact(cases, day, no_further_action=False)
    authorised = assess(cases, day, needs_services=True)
    concluded = court.before_proceedings(cases, authorised)
    issued, ended = court.proceed(cases, concluded)
    need.carry_out(cases, authorised, issued)
    return issued, ended


def _place(cases: Cases, start, end, types: dict, last_type=None, at_most: int = 3, last_reason: str = "") -> None:
    for moved, placed in placements.moves(cases, start, end, types, last_type, at_most, last_reason):
        placements.place(moved, placed)
        placements.visit(moved, placed)


def _leave_care(cases: Cases, entered, eighteenth) -> None:
    eligible = leaving_care.not_before(cases, entered)
    until = leaving_care.services_end(cases)
    here = eligible < eighteenth
    leaving_care.prepare(cases.of(here), eligible[here], until[here])
    leaving_care.leave(cases.of(here), eighteenth[here], until[here])
