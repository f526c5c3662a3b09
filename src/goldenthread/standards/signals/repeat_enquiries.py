"""A second section 47 enquiry within a year: a question about harm that adds up."""

from goldenthread.standards.catalogue.words import CONFERENCE_CHAIR, SECTION_47
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import section47

enquired_again = Standard(
    "repeat-enquiry", "A second section 47 enquiry within 12 months asks what the harm adds up to.",
    area=SECTION_47, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["S47-09"], kind="question",
    cites="Ofsted's Annex A, list 5 (enquiries in the last 12 months)",
    since=NOT_VERIFIED,
    rule=never(section47.started.repeated(2, within=months(12, force=DEFAULT)), force=DEFAULT),
    note="A third in the same run says nothing new.",
    examples="""
        section47                                                      | as_at      || status  | opened_on
        2024-06-03 - 2024-06-20 ; 2025-03-03                           | 2025-06-30 || not_met | 2025-03-03
        2024-06-03 - 2024-06-20 ; 2024-11-04 - 2024-11-22 ; 2025-03-03 | 2025-06-30 || not_met | 2024-11-04
        # more than a year apart
        2024-03-02 - 2024-03-20 ; 2025-03-03                           | 2025-06-30 || -       |
        2025-03-03                                                     | 2025-06-30 || -       |             # the first
    """,
)  # fmt: skip
