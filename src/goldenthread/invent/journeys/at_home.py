"""Journeys of children who stay at home: a contact, early help, an assessment, a plan.

A journey takes the cases and the day each begins, puts everything on their threads, and returns the day each is closed.
"""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages import front_door, need, others, protection, young_people
from goldenthread.invent.stages.assessment import assess, assess_before_birth
from goldenthread.invent.stages.oversight import carry

NO_SERVICES = {"RC8": 3, "RC9": 1}
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
    """An assessment that finds that no services are needed."""
    front_door.contact(cases, day, no_further_action=False)
    closed = assess(cases, day, needs_services=False)
    carry(cases, day, closed, NO_SERVICES)
    return closed


def in_need(cases: Cases, day):
    """An assessment, then a child in need plan of months."""
    front_door.contact(cases, day, no_further_action=False)
    authorised = assess(cases, day, needs_services=True)
    length = np.where(cases["runs_on"], cases.whole("how long it runs on", 290, 700), cases.whole("how long it lasts", 70, 245))
    closed = need.need_plan(cases, authorised, length)
    others.new_partner_at_home(cases, authorised, closed)
    young_people.go_to_school(cases, authorised, closed)
    return _close(cases, day, closed)


def enquired(cases: Cases, day):
    """A section 47 enquiry that finds no conference is needed, then a child in need plan."""
    front_door.contact(cases, day, no_further_action=False)
    protection.enquire(cases, day, conference=False)
    authorised = assess(cases, day, needs_services=True)
    closed = need.need_plan(cases, authorised, cases.whole("how long the plan lasts", 90, 200))
    return _close(cases, day, closed)


def protected(cases: Cases, day):
    """A section 47 enquiry, a conference, a protection plan, and a child in need plan after it."""
    front_door.contact(cases, day, no_further_action=False)
    held = protection.enquire(cases, day, conference=True)
    assess(cases, day, needs_services=True)
    usual = cases.pick("which review ends the plan", {1: 3, 2: 5, 3: 2}).astype(int)
    reviews = np.where(cases["runs_on"], cases.whole("which review ends a plan that runs on", 4, 6), usual)
    ended = protection.protection_plan(cases, held, reviews)
    young_people.go_to_school(cases, held, ended)
    closed = need.need_plan(cases, ended, cases.whole("how long the step-down lasts", 100, 180))
    return _close(cases, day, closed)


def moved_in(cases: Cases, day):
    """A child who moves in on another authority's protection plan: a conference here, a plan, a step-down."""
    front_door.contact(cases, day, no_further_action=False)
    cases.add("transfer_in_notice", day)
    held = protection.transfer_conference(cases, day)
    assess(cases, day, needs_services=True)
    ended = protection.protection_plan(cases, held, cases.whole("which review ends the plan", 1, 2))
    closed = need.need_plan(cases, ended, cases.whole("how long the step-down lasts", 100, 180))
    return _close(cases, day, closed)


def unborn(cases: Cases, day):
    """Referred before birth and assessed before it; a child in need plan from then until some months after."""
    front_door.contact(cases, day, no_further_action=False)
    authorised = assess_before_birth(cases, day)
    closed = need.need_plan(cases, authorised, cases.whole("how long the plan lasts after birth", 80, 150), after=cases["born"])
    return _close(cases, day, closed)


def privately_fostered(cases: Cases, day):
    """Living with somebody who is no close relative, by private arrangement, visited as regulations say."""
    front_door.contact(cases, day, no_further_action=False)
    authorised = assess(cases, day, needs_services=True)
    closed = need.need_plans(cases, authorised, cases.whole("how many plans", 1, 3))
    others.private_fostering(cases, day, closed)
    return _close(cases, day, closed)


def disabled(cases: Cases, day):
    """A disabled child helped for years by one plan after another, and short breaks."""
    front_door.contact(cases, day, no_further_action=False)
    began = assess(cases, day, needs_services=True)
    closed = need.need_plans(cases, began, cases.whole("how many plans", 2, 6))
    others.short_breaks(cases, began, closed)
    return _close(cases, day, closed)


def _close(cases: Cases, day, closed):
    need.close(cases, closed)
    carry(cases, day, closed, NEED_ENDED)
    return closed
