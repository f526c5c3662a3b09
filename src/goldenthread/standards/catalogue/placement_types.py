"""Placement types (SSDA903 PLACE) by what the law makes of them, and nouns made from them."""

from goldenthread.standards.language import none_of
from goldenthread.standards.vocabulary import placement

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
FOR_ADOPTION = ("A3", "A4", "A5", "A6")
WITH_PARENT = "P1"
LONG_TERM_FOSTERING = ("U1", "U4")
RUN_BY_OTHERS = ("R2", "R5")  # hospital, young offender institution: another person arranges how the child lives
SECURE_HOME = "K1"
SEMI_INDEPENDENT = "H5"
INDEPENDENT = "P2"

lasting_placement = placement.where(type=none_of(*TEMPORARY, *FOR_ADOPTION))
"""A placement under the Care Planning Regulations other than a temporary move (T0 to T4)."""

arranged_placement = placement.where(type=none_of(*TEMPORARY, *FOR_ADOPTION, WITH_PARENT))
"""The same, other than with a parent, for which regulation 28 and Part 4 have rules of their own."""
