"""Short breaks: how long one may last, and how many days of them a year, before the Regulations apply in full."""

from goldenthread.standards.catalogue.sources import CARE_PLANNING
from goldenthread.standards.catalogue.words import CARE, SERVICE_MANAGER
from goldenthread.standards.language import LAW, MEDIUM, Standard, days, months, never
from goldenthread.standards.vocabulary import legal_status

stay = legal_status.where(code="V3").called("a short break", "A short break began")
NOTE = (
    "Regulation 48 asks less of a child in a series of short breaks; beyond its limits all of the Regulations apply, "
    "and that is the question. A short break is told by the legal status V3, which records each one; a source that "
    "records only the series (V4) does not hold its days. "
)

no_longer = Standard(
    "short-break-seventeen-days", "A short break of more than 17 days asks whether the child has all that care brings.",
    area=CARE, responsible=SERVICE_MANAGER, severity=MEDIUM, kind="question", reference=["CIN-10"],
    cites=f"{CARE_PLANNING}, reg 48", since="2011-04-01",
    rule=never(
        stay.after(days(17, force=LAW)).called("a short break of more than 17 days", "A short break ran on past 17 days"),
        force=LAW,
    ),
    note=NOTE + "The day on which it ends is not counted.",
    examples="""
        legal_status                      | as_at      || status  | opened_on  | closed_on
        2025-03-03 [code=V3]              | 2025-04-01 || not_met | 2025-03-20 | -
        2025-03-03 - 2025-03-21 [code=V3] | 2025-04-01 || not_met | 2025-03-20 | 2025-03-21  # 18 days
        2025-03-03 - 2025-03-20 [code=V3] | 2025-04-01 || -       |            |             # 17 days
        2025-03-03 [code=V3]              | 2025-03-19 || -       |            |             # the 17th
        2025-03-03 [code=V2]              | 2025-04-01 || -       |            |             # not a short break
        2025-03-03 - 2025-03-17 [code=V3]; 2025-03-17 - 2025-03-31 [code=V3] | 2025-04-01 || - |  |  # two of them
    """,
)  # fmt: skip

no_more = Standard(
    "short-breaks-seventy-five-days",
    "More than 75 days of short breaks in 12 months ask whether the child has all that care brings.",
    area=CARE, responsible=SERVICE_MANAGER, severity=MEDIUM, kind="question", reference=["CIN-10"],
    cites=f"{CARE_PLANNING}, reg 48", since="2011-04-01",
    rule=never(
        stay.exceeding(days(75, force=LAW), within=months(12, force=LAW)).called(
            "more than 75 days of short breaks", "The child's days of short breaks came to more than 75 within 12 months",
        ),
        force=LAW,
    ),
    note=NOTE + "Days are added up over any 12 months, and asked about once, on the day on which there are more than 75.",
    examples="""
        legal_status | as_at || status | opened_on
        2025-01-06 - 2025-02-10 [code=V3]; 2025-06-02 - 2025-07-30 [code=V3] | 2025-12-31 || not_met | 2025-07-12
        # exactly 75
        2025-01-06 - 2025-02-10 [code=V3]; 2025-06-02 - 2025-07-12 [code=V3] | 2025-12-31 || - |
        2025-01-06 - 2025-02-10 [code=V3]; 2025-06-02 - 2025-07-13 [code=V3] | 2025-12-31 || not_met | 2025-07-12
        # the first ones were more than 12 months before
        2024-01-08 - 2024-02-12 [code=V3]; 2025-06-02 - 2025-07-30 [code=V3] | 2025-12-31 || - |
        # one of them is still going on
        2025-01-06 - 2025-02-10 [code=V3]; 2025-06-02 [code=V3] | 2025-07-11 || - |
        2025-01-06 - 2025-02-10 [code=V3]; 2025-06-02 [code=V3] | 2025-07-12 || not_met | 2025-07-12
        2025-01-06 - 2025-07-30 [code=V2] | 2025-12-31 || - |  # not short breaks
    """,
)  # fmt: skip
