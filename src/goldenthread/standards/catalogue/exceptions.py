"""Exceptions that several parts of the catalogue share. Each takes its provision with it."""

from goldenthread.standards.catalogue.placement_types import FOR_ADOPTION
from goldenthread.standards.language import one_of
from goldenthread.standards.vocabulary import legal_status, placed_for_adoption, placement, short_break

SHORT_BREAKS = (
    short_break,
    legal_status.where(code=one_of("V3", "V4")).called("a legal status for short breaks (regulation 48)"),
)
"""A series of short breaks: regulation 48(3) of the Care Planning Regulations disapplies regs 5, 7, 9, 13 and 28(2)."""

PLACED_FOR_ADOPTION = (
    placed_for_adoption,
    placement.where(type=one_of(*FOR_ADOPTION)).called("a placement for adoption"),
)
"""Placed for adoption: the Care Planning Regulations do not apply (reg 3); Adoption Agencies Regulations, reg 36."""
