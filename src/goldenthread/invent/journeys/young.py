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


def leaves_at_seventeen(cases: Cases, day):
    """Accommodated as a teenager, moves out at 16 or 17, and is a relevant child until 18."""
    left = days.birthday(cases["born"], 17) - cases.whole("how long before 17", -200, 150)
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    return _until(cases, day, days.on_or_after(day + 12), left, {"U6": 1}, "SUPPLIV", reason="E5")


def secured(cases: Cases, day):
    """Placed for some months in a secure children's home, on welfare grounds, then in a children's home until 18."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    own, eighteenth = cases.alone(), care.eighteenth(cases)
    entered = days.on_or_after(day + 12)
    freed = entered + cases.whole("how long secure", 50, 150)
    secure = placements.one_placement(own, entered, freed, {"K1": 1}, reason="CARPL")
    settled = placements.one_placement(own, freed, eighteenth, {"K2": 1}, number=1)
    own.add("secure_order", entered, freed)
    checked = own.again("secure reviews", entered, freed, (14, 26), (40, 80))
    checked.cases.add("secure_review", checked.day)
    _in_care(own, entered, eighteenth, [secure, settled], "RESPLMT", "E17")
    leaving_care.leave_care(own, entered, eighteenth)
    carry(cases, day, eighteenth, AFTER_CARE)
    return eighteenth


def detained(cases: Cases, day):
    """Accommodated, then sentenced to custody before 16, and visited there until the release."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    own, entered = cases.alone(), days.on_or_after(day + 12)
    left = entered + cases.whole("how long in care", 150, 280)
    home = placements.one_placement(own, entered, left, {"K2": 1, "U6": 1})
    _in_care(own, entered, left, [home], "RESPLMT", "E9")
    released = left + cases.whole("how long detained", 60, 150)
    own.add("detention", left, released)
    visits = own.again("visits in detention", left, released, (4, 11), (20, 40))
    visits.cases.add("detention_visit", visits.day)
    carry(cases, day, left, AFTER_CARE)
    return released


def _to_eighteen(cases: Cases, day, entered, types: dict, plan: str, *, unaccompanied: bool = False):
    eighteenth = care.eighteenth(cases)
    return _until(cases, day, entered, eighteenth, types, plan, reason="E17", unaccompanied=unaccompanied)


def _until(cases: Cases, day, entered, left, types: dict, plan: str, *, reason: str, unaccompanied: bool = False):
    own = cases.alone()
    places = placements.moves(own, entered, left, types, "U6")
    _in_care(own, entered, left, places, plan, reason, unaccompanied)
    leaving_care.leave_care(own, entered, left)
    carry(cases, day, left, AFTER_CARE)
    return left


def _in_care(own: Cases, entered, left, places: list, plan: str, reason: str, unaccompanied: bool = False) -> None:
    """Accommodated from one day to another, in these placements."""
    reviews = care.look_after(own, entered, left, reason, unaccompanied=unaccompanied)
    care.hold(reviews)
    moves = placements.moved_on(places)
    planned = care.plan_care(own, entered, left, reviews.nth(2), plan, moves)
    care.review_before(own, moves)
    care.take_steps(own, planned, left)
    care.legal_statuses(own, ("V2", entered, left))
    placements.place(own, places)
    young_people.grow_up(own, entered, left)
