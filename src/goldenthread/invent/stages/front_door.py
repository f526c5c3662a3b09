"""The front door: contacts, early help and referrals."""

import numpy as np

from goldenthread.invent.lives import Cases

SOURCES = {"1A": 6, "1B": 3, "2A": 20, "2B": 4, "3A": 5, "3B": 6, "3E": 6, "4": 3, "5A": 8, "5D": 5, "6": 28, "9": 3}
NEEDS = {"N1": 60, "N2": 8, "N3": 6, "N4": 10, "N5": 12, "N6": 3, "N8": 1}
HELPERS = {"Children's centre": 3, "School": 4, "Family hub": 4, "Health visiting": 2}
NO_ACTION = {"RC8": 1}


def contact(cases: Cases, day: np.ndarray, *, no_further_action: bool) -> np.ndarray:
    """A contact, its decision within a working day, and, out of hours, its record; returns the day of the decision."""
    source = cases.pick("who made the contact", SOURCES)
    abuse = (source == "6") & cases.yes("domestic abuse", 0.4)
    out_of_hours = cases.yes("out of hours", 0.1)
    cases.add(
        "contact", day, contact_id=cases.id, source=source, is_no_further_action=no_further_action,
        is_domestic_abuse=abuse, is_out_of_hours=out_of_hours,
    )  # fmt: skip
    conference = abuse & cases.yes("a conference on the abuse", 0.3)
    _marac(cases.of(conference), day[conference])
    decided = cases.soon("the decision on the contact", day, 0, 1)
    cases.add("contact_decision", decided, contact_id=cases.id)
    late = cases.of(out_of_hours)
    late.add("out_of_hours_record", late.soon("the out-of-hours record", day[out_of_hours], 0, 1), contact_id=late.id)
    return decided


def _marac(cases: Cases, day: np.ndarray) -> None:
    """The family listed for a MARAC: told what is known in days, and its actions put on the record."""
    listed = cases.soon("listed for a MARAC", day, 3, 8)
    cases.add("marac_listed", listed)
    cases.add("marac_information", cases.soon("what the MARAC is told", listed, 1, 7))
    met = cases.soon("the MARAC", listed, 9, 14)
    cases.add("marac", met)
    cases.add("marac_actions", cases.soon("the MARAC's actions", met, 0, 3))


def early_help(cases: Cases, day: np.ndarray) -> np.ndarray:
    """Early help for some months; returns the day it ends."""
    end = day + cases.whole("months of early help", 60, 320)
    cases.add("early_help", day, end, organisation=cases.pick("who leads early help", HELPERS))
    return end


def referral(cases: Cases, day: np.ndarray, closed: np.ndarray, *, no_further_action: bool, reason: dict) -> None:
    """A referral from `day` to `closed`: decided, and the referrer told, within a working day."""
    cases.add(
        "referral", day, closed, referral_id=cases.id, source=cases.pick("who made the contact", SOURCES),
        primary_need=cases["need"], is_no_further_action=no_further_action,
        closure_reason=cases.pick("why the referral closed", reason), at_end=("closure_reason",),
    )  # fmt: skip
    decided = cases.soon("the decision on the referral", day, 0, 1)
    cases.add("referral_decision", decided, referral_id=cases.id)
    cases.add("referrer_informed", cases.soon("the referrer is told", decided, 0, 1), referral_id=cases.id)
