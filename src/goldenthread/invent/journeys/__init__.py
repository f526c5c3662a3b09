"""Journeys through the service, how common each is, and of what ages children begin it."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.invent.journeys import at_home, in_care, young


@dataclass(frozen=True)
class Journey:
    """One journey: what it puts on a thread, how common it is among families, and the ages, in years, at its start.

    `only_child`: walked by children who are known alone, not by brothers and sisters together. `failing`: of how many
    of them a failing is planted, as a multiple of the share that was asked for; over all children it comes to 1.
    `long_helped`: open for years, and rightly.
    """

    walk: Callable
    weight: float
    youngest: float = 0.1
    oldest: float = 15
    only_child: bool = False
    failing: float = 3
    long_helped: bool = False


JOURNEYS = (
    Journey(at_home.contact_only, 62, failing=0.5),
    Journey(at_home.early_help, 14, failing=0.5),
    Journey(at_home.referral_only, 10, failing=0.5),
    Journey(at_home.assessed, 18, failing=1.2),
    Journey(at_home.in_need, 10, failing=1.2),
    Journey(at_home.enquired, 4, failing=2),
    Journey(at_home.protected, 5),
    Journey(at_home.moved_in, 0.4),
    Journey(at_home.unborn, 2, -0.38, -0.3, only_child=True),
    Journey(at_home.privately_fostered, 1, 8, 14, only_child=True, long_helped=True),
    Journey(at_home.disabled, 2.5, 2, 12, only_child=True, long_helped=True),
    Journey(in_care.looked_after_briefly, 1.4, oldest=14),
    Journey(in_care.fostered, 1.6, oldest=13),
    Journey(in_care.rescued, 0.6, oldest=13),
    Journey(in_care.adopted, 0.7, oldest=3.5),
    Journey(in_care.adoption_disrupted, 0.3, oldest=3.5, only_child=True),
    Journey(in_care.with_kin, 0.7, oldest=12),
    Journey(in_care.home_on_order, 0.6, oldest=12),
    Journey(young.unaccompanied, 2, 15.2, 17.2, only_child=True),
    Journey(young.homeless, 0.8, 16.1, 17.2, only_child=True),
    Journey(young.teenager_in_care, 1.2, 13, 16, only_child=True),
    Journey(young.leaves_at_seventeen, 0.8, 14, 15.5, only_child=True),
    Journey(young.secured, 0.4, 13, 15.5, only_child=True),
    Journey(young.detained, 0.4, 13, 14.5, only_child=True),
)

SECOND_JOURNEYS = (
    Journey(at_home.contact_only, 5),
    Journey(at_home.referral_only, 2),
    Journey(at_home.assessed, 2),
    Journey(at_home.in_need, 2),
)
"""What some families come back for."""
