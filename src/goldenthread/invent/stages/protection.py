"""Child protection: strategy discussion, section 47 enquiry, conferences, the plan, core groups and visits."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages.visits import protection_visit

KINDS_OF_HARM = {"neglect": 45, "emotional": 25, "physical": 22, "sexual": 8}
CATEGORIES = {"neglect": "NEG", "emotional": "EMO", "physical": "PHY", "sexual": "SAB"}
BY_AGE = {"under 4": {"PN0": 1}, "4 to 9": {"PN3": 3, "PN5": 4, "PN6": 3}, "10 and over": {"PN1": 5, "PN5": 3, "PN6": 2}}


def enquire(cases: Cases, concern: np.ndarray, *, conference: bool) -> np.ndarray:
    """A section 47 enquiry from the day of the concern; returns the day it ends, or of the conference it led to."""
    kind = cases["kind"]
    cases.add("harm_concern", concern, kind=kind)
    discussed = concern + cases.whole("the strategy discussion", 0, 1)
    cases.add("strategy_discussion", discussed, is_quorate=True)
    ended = cases.soon("the enquiry ends", discussed, 6, 11)
    cases.add(
        "section47", discussed, ended, section47_id=cases.id, referral_id=cases.id, is_conference_needed=conference,
        at_end=("is_conference_needed",),
    )  # fmt: skip
    told = kind == "physical"  # a child who said so is seen by the next day
    seen = discussed + np.where(told, 0, cases.whole("the child is seen for the enquiry", 0, 1))
    cases.add("section47_visit", seen, is_alone=True)
    cases.add("section47_wishes", ended)
    cases.add("management_decision", ended, about="section47")
    _disclosed(cases.of(kind == "physical"), concern[kind == "physical"])
    _sexual_abuse(cases.of(kind == "sexual"), concern[kind == "sexual"])
    return _conference(cases, discussed, ended) if conference else ended


def _disclosed(cases: Cases, concern: np.ndarray) -> None:
    told = cases.yes("the child told of it", 0.6)
    cases, concern = cases.of(told), concern[told]
    cases.add("disclosure", concern, kind="physical")
    cases.add("medical", concern + cases.whole("the medical", 0, 1))


def _sexual_abuse(cases: Cases, concern: np.ndarray) -> None:
    cases.add("sexual_abuse_concern", concern)
    cases.add("safety_plan", concern)
    cases.add("risk_assessment", cases.soon("the risk assessment", concern, 3, 6), kind="sexual_abuse")
    cases.add("therapeutic_referral", cases.soon("therapeutic need considered", concern, 6, 13))


def _conference(cases: Cases, discussed: np.ndarray, ended: np.ndarray) -> np.ndarray:
    cases.add("interim_safety_plan", discussed)
    held = np.maximum(cases.soon("the initial conference", discussed, 11, 14), ended)
    cases.add("conference_report_shared", days.working_days_before(held, cases.whole("the report is shared", 2, 4)))
    cases.add("initial_conference", held, section47_id=cases.id, is_transfer_in=False, is_plan_made=True)
    return held


def transfer_conference(cases: Cases, told: np.ndarray) -> np.ndarray:
    """The conference on a child who has moved in on a plan, within 15 working days of the notice; returns its day."""
    held = cases.soon("the transfer-in conference", told, 8, 14)
    cases.add("conference_report_shared", days.working_days_before(held, cases.whole("the report is shared", 2, 4)))
    cases.add("initial_conference", held, is_transfer_in=True, is_plan_made=True)
    abused = cases.of(cases["kind"] == "sexual")
    abused.add("risk_assessment", held[cases["kind"] == "sexual"], kind="sexual_abuse")
    return held


def protection_plan(cases: Cases, held: np.ndarray, reviews: np.ndarray) -> np.ndarray:
    """A plan from the initial conference, ended by the review conference of that number; returns the day it ends."""
    category = np.array([CATEGORIES[kind] for kind in cases["kind"]], dtype="U3")
    ended = _reviews(cases, held, reviews)
    cases.add("management_decision", ended, about="plan")
    cases.add("protection_plan", held, ended, plan_id=cases.id, category=category, latest_category=category, previous_plans=0)
    for noun, first, then in (("core_group", (4, 11), (25, 38)), ("chair_check", (20, 35), (28, 40))):
        again = cases.again(noun, held, ended, first, then)
        again.cases.add(noun, again.day)
    visits = cases.again("child protection visits", held, ended, (7, 12))
    protection_visit(visits.cases, visits.day, visits.step)
    gateways = cases.again("is it time for court", held, ended, (170, 230), (240, 270))
    gateways.cases.add("legal_gateway", gateways.day)
    neglected = cases.knowing(held=held, ended=ended).of(cases["kind"] == "neglect")
    tools = neglected.again("the neglect tool", neglected["held"], neglected["ended"], (6, 20), (120, 165))
    tools.cases.add("neglect_tool", tools.day)
    return ended


def _reviews(cases: Cases, held: np.ndarray, number: np.ndarray) -> np.ndarray:
    """The review conferences: the first within three months, the rest within six; returns the day of the last."""
    last = held
    for which in range(1, int(number.max(initial=0)) + 1):
        low, high = (65, 86) if which == 1 else (130, 176)
        day = days.on_or_before(last + cases.whole("the review conference", low, high, which))
        last = np.where(which <= number, day, last)
        _review(cases.of(which <= number), day[which <= number], which)
    return last


def _review(cases: Cases, day: np.ndarray, which: int) -> None:
    shared = days.working_days_before(day, cases.whole("the review report is shared", 2, 4, which))
    cases.add("conference_report_shared", shared)
    cases.add("review_conference", day, is_quorate=True, participation=participation(cases, day, which))


def participation(cases: Cases, day: np.ndarray, step) -> np.ndarray:
    """How a child of that age took part."""
    age = (day - cases["born"]) / 365.25
    chosen = cases.pick("how the child took part", BY_AGE["10 and over"], step)
    younger = cases.pick("how the child took part", BY_AGE["4 to 9"], step)
    return np.where(day < days.birthday(cases["born"], 4), "PN0", np.where(age < 10, younger, chosen))
