"""Journeys of children who come into care: for a while, or through court to fostering, adoption, kin or home again.

A journey takes the cases and the day each begins, puts everything on their threads, and returns the day each is closed.
"""

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages import (
    adoption,
    care,
    court,
    front_door,
    guardianship,
    leaving_care,
    need,
    placements,
    visits,
    young_people,
)
from goldenthread.invent.stages.assessment import assess
from goldenthread.invent.stages.oversight import carry

FOSTERED = {"U6": 75, "U3": 10, "K2": 8}
AFTER_CARE = {"RC7": 1}


def looked_after_briefly(cases: Cases, day):
    """Accommodated with the parents' agreement for some weeks, home again, and then a child in need."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    own = cases.alone()
    entered = days.on_or_after(day + cases.whole("accommodated", 8, 20))
    left = days.on_or_after(entered + cases.whole("how long away", 25, 150))
    reviews = care.look_after(own, entered, left, "E4A")
    care.hold(reviews)
    care.plan_care(own, entered, left, reviews.nth(2), "RETURN6M")
    care.legal_statuses(own, ("V2", entered, left))
    placements.place(own, [placements.one_placement(own, entered, left, FOSTERED)])
    closed = need.need_plan(cases, left, cases.whole("how long the plan at home lasts", 70, 160))
    need.close(cases, closed)
    carry(cases, day, closed, AFTER_CARE)
    return closed


def fostered(cases: Cases, day):
    """Through care proceedings to a care order and long-term fostering, until 18 and after."""
    issued, concluded = _to_court(cases, day)
    return _fostered(cases, day, issued, concluded, ("C1", issued, concluded))


def rescued(cases: Cases, day):
    """Police protection, an emergency protection order, care proceedings; then long-term fostering."""
    front_door.contact(cases, day, no_further_action=False)
    assess(cases, day, needs_services=True)
    entered = days.on_or_after(day + cases.whole("the crisis", 1, 8))
    ordered = entered + cases.whole("police protection lasts", 1, 2)
    interim = ordered + cases.whole("the emergency order lasts", 4, 7)
    _, concluded = court.proceed(cases, ordered)
    first = (("L1", entered, ordered), ("L2", ordered, interim), ("C1", interim, concluded))
    return _fostered(cases, day, entered, concluded, *first)


def _fostered(cases: Cases, day, entered, concluded, *legal):
    own, eighteenth = cases.alone(), care.eighteenth(cases)
    reviews = care.look_after(own, entered, eighteenth, "E17")
    care.hold(reviews)
    places = placements.moves(own, entered, eighteenth, FOSTERED, "U4")
    moves = placements.moved_on(places)
    plan = care.plan_care(own, entered, eighteenth, reviews.nth(2), "LTFOST18", moves)
    care.review_before(own, moves)
    care.take_steps(own, plan, eighteenth)
    care.legal_statuses(own, *legal, ("C2", concluded, eighteenth))
    placements.place(own, places)
    guardianship.match_for_long(own, [plan, *moves])
    young_people.grow_up(own, entered, eighteenth)
    leaving_care.leave_care(own, entered, eighteenth)
    carry(cases, day, eighteenth, AFTER_CARE)
    return eighteenth


def adopted(cases: Cases, day):
    """Through care proceedings and a placement order to adoption."""
    issued, concluded = _to_court(cases, day)
    own = cases.alone()
    second = own.again("looked-after reviews", issued, NEVER, care.FIRST, care.SECOND).nth(2)
    step = adoption.steps(own, second, concluded)
    care.look_after(own, issued, step.adopted, "E11")
    care.hold(own.again("looked-after reviews", issued, step.placed, care.FIRST, care.SECOND))
    care.plan_care(own, issued, step.adopted, second, "ADOPTION", [step.placed])
    care.review_before(own, [step.placed])
    care.legal_statuses(own, ("C1", issued, concluded), ("E1", concluded, step.adopted))
    placements.place(own, [placements.one_placement(own, issued, step.placed, {"U6": 1}, reason="CARPL")])
    care.take_steps(own, second, step.placed)
    adoption.adopt(own, step)
    carry(cases, day, step.adopted, {"RC1": 1})
    return step.adopted


def adoption_disrupted(cases: Cases, day):
    """Placed for adoption and returned to the agency after some months; then fostered until 18."""
    issued, concluded = _to_court(cases, day)
    own, eighteenth = cases.alone(), care.eighteenth(cases)
    second = own.again("looked-after reviews", issued, NEVER, care.FIRST, care.SECOND).nth(2)
    step = adoption.steps(own, second, concluded)
    back = days.on_or_after(step.placed + own.whole("how long before the return", 60, 110))
    care.look_after(own, issued, eighteenth, "E17")
    care.hold(own.again("looked-after reviews", issued, step.placed, care.FIRST, care.SECOND))
    care.hold(own.again("reviews after the return", back, eighteenth, (28, 40), care.SECOND, care.LATER), 300)
    fostered = placements.one_placement(own, back, eighteenth, {"U4": 1}, number=2)
    care.plan_care(own, issued, eighteenth, second, "ADOPTION", [step.placed, back])
    care.review_before(own, [step.placed, back])
    reversed_on = own.soon("the decision is reversed", back, 20, 60)
    care.legal_statuses(own, ("C1", issued, concluded), ("E1", concluded, reversed_on), ("C2", reversed_on, eighteenth))
    first = placements.one_placement(own, issued, step.placed, {"U6": 1}, reason="CARPL")
    placements.place(own, [first, fostered])
    care.take_steps(own, second, step.placed)
    adoption.disrupt(own, step, back, reversed_on)
    leaving_care.leave_care(own, issued, eighteenth)
    carry(cases, day, eighteenth, AFTER_CARE)
    return eighteenth


def with_kin(cases: Cases, day):
    """With a connected person, temporarily approved and then fully, who becomes the child's special guardian."""
    issued, concluded = _to_court(cases, day)
    own = cases.alone()
    left = days.on_or_after(concluded)
    reviews = care.look_after(own, issued, left, "E45")
    care.hold(reviews)
    plan = care.plan_care(own, issued, left, reviews.nth(2), "OTHERPLN")
    care.legal_statuses(own, ("C1", issued, left))
    guardianship.approve_for_now(own, issued)
    kin = placements.one_placement(own, issued, left, {"U3": 1})
    placements.place(own, [kin], lambda here, placed: placements.visit_weekly(here, placed, reviews.nth(1)))
    guardianship.become_guardians(own, plan)
    care.take_steps(own, plan, left)
    carry(cases, day, left, {"RC4": 1})
    return left


def home_on_order(cases: Cases, day):
    """Living with a parent on an interim, then a full care order, which ends after a year or two."""
    issued, concluded = _to_court(cases, day)
    own = cases.alone()
    left = days.on_or_after(concluded + cases.whole("how long the order lasts", 250, 700))
    reviews = care.look_after(own, issued, left, "E4A")
    care.hold(reviews)
    plan = care.plan_care(own, issued, left, reviews.nth(2), "RETURNEV", first_plan="RETURNEV")
    care.take_steps(own, plan, left)
    care.legal_statuses(own, ("C1", issued, concluded), ("C2", concluded, left))
    guardianship.place_with_parent(own, issued)
    visits.care_visit(own, concluded + own.whole("the visit after the order", 1, 4), 9000)
    home = placements.one_placement(own, issued, left, {"P1": 1})
    placements.place(own, [home], lambda here, placed: placements.visit_weekly(here, placed, reviews.nth(1)))
    carry(cases, day, left, AFTER_CARE)
    return left


def _to_court(cases: Cases, day):
    """Assessment, pre-proceedings and proceedings; returns the days they are issued and concluded."""
    front_door.contact(cases, day, no_further_action=False)
    authorised = assess(cases, day, needs_services=True)
    decided = court.before_proceedings(cases, authorised)
    issued, concluded = court.proceed(cases, decided)
    need.carry_out(cases, authorised, issued)
    return issued, concluded
