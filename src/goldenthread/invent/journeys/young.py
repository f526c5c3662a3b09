"""Journeys of young people: unaccompanied, homeless at 16 or 17, in care late, leaving care.

A journey takes the cases and the day each begins, puts everything on their threads, and returns the day each is closed.
"""

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages import care, front_door, leaving_care, placements, young_people
from goldenthread.invent.stages.assessment import assess
from goldenthread.invent.stages.oversight import carry

AFTER_CARE = {"RC7": 1}


def unaccompanied(cases: Cases, day):
    """An unaccompanied asylum-seeking young person, accommodated at once, until 18 and after."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    return _to_eighteen(cases, day, day, {"U6": 7, "K2": 2}, "RESPLMT", unaccompanied=True)


def homeless(cases: Cases, day):
    """Homeless at 16 or 17: assessed the same day and accommodated soon, until 18 and after."""
    front_door.contact(cases, day, no_further_action=False)
    cases.add("homeless_young_person", day)
    assess(cases, day, needs_services=True, at_once=True)
    return _to_eighteen(cases, day, day + 1, {"K2": 3, "U6": 5}, "SUPPLIV")


def teenager_in_care(cases: Cases, day):
    """Accommodated as a teenager, until 18 and after."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    return _to_eighteen(cases, day, days.on_or_after(day + 12), {"U6": 6, "K2": 3}, "RESPLMT")


def _to_eighteen(cases: Cases, day, entered, types: dict, plan: str, *, unaccompanied: bool = False):
    own, eighteenth = cases.alone(), care.eighteenth(cases)
    reviews = care.look_after(own, entered, eighteenth, "E17", unaccompanied=unaccompanied)
    care.hold(reviews)
    places = placements.moves(own, entered, eighteenth, types, "U6")
    moves = placements.moved_on(places)
    planned = care.plan_care(own, entered, eighteenth, reviews.nth(2), plan, moves)
    care.review_before(own, moves)
    care.take_steps(own, planned, eighteenth)
    care.legal_statuses(own, ("V2", entered, eighteenth))
    placements.place(own, places)
    young_people.grow_up(own, entered, eighteenth)
    leaving_care.leave_care(own, entered, eighteenth)
    carry(cases, day, eighteenth, AFTER_CARE)
    return eighteenth
