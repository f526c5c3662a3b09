"""Children in secure accommodation, and children detained who were looked after before."""

from goldenthread.standards.catalogue.placement_types import SECURE_HOME
from goldenthread.standards.catalogue.sources import SECURE_ACCOMMODATION
from goldenthread.standards.catalogue.words import CARE, SERVICE_MANAGER, SOCIAL_WORKER
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    LAW,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    every,
    months,
    one_of,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    care_leaver,
    detention,
    detention_visit,
    legal_status,
    placement,
    secure_order,
    secure_review,
)

secure = placement.where(type=SECURE_HOME).called(
    "a placement in a secure children's home", "The child was placed in a secure children's home"
)
JUSTICE = legal_status.where(code=one_of("J1", "J2", "J3")).called("a remand, police or youth justice status")
WELFARE_ONLY = (
    "The Regulations' own text has not been read here, so the number is a default, to be verified, although it is law. "
    "Secure homes are told by the type K1; with a status of remand, police detention or sentence (J1 to J3) the "
    "placement is not on welfare grounds, and nothing is owed here."
)

REVIEWS_READ = (
    "One month, then three, stand in the procedures of Hertfordshire and Walsall; several authorities hold the first "
    "within 28 days. "
)

past_three_days = secure.exceeding(days(3, force=DEFAULT), within=days(28, force=DEFAULT)) & secure

authorised = Standard(
    "secure-court-authority", "A child is kept secure for more than 72 hours in 28 days only if a court has said so.",
    area=CARE, responsible=SERVICE_MANAGER, severity=CRITICAL, reference=["CLA-16"],
    cites=f"{SECURE_ACCOMMODATION}, reg 10, as local procedures give it (its own text has not been read here)",
    since="1991-10-14",
    rule=within(
        days(0, force=DEFAULT),
        of=past_three_days.called(
            "more than three days in a secure children's home within 28",
            "The child's days in a secure children's home came to more than three within 28 days",
        ),
        expect=(past_three_days & secure_order | secure_order.started).called("the court's authority"),
    ),
    lifted_by=(JUSTICE,),
    note="72 hours, consecutive or not, in any 28 days: counted here in days, the day of leaving left out, so that a "
    "stay some hours too long may go unseen. Procedures (Knowsley's) name an exception where the 72 hours run out at a "
    "weekend or on a public holiday; when it applies has not been read, and it is not judged: whoever relies on it answers "
    "with it. "
    + WELFARE_ONLY,
    examples="""
        placement | secure_order | legal_status | as_at || status | opened_on
        2025-03-03 [type=K1] | 2025-03-05 |  | 2025-04-01 || met | 2025-03-06
        2025-03-03 [type=K1] | 2025-03-06 |  | 2025-04-01 || met | 2025-03-06
        2025-03-03 [type=K1] | 2025-03-07 |  | 2025-04-01 || late | 2025-03-06
        2025-03-03 [type=K1] |  |  | 2025-04-01 || overdue | 2025-03-06
        2025-03-03 [type=K1] |  |  | 2025-03-06 || due | 2025-03-06
        # the order had run out
        2025-03-03 [type=K1] | 2025-01-06 - 2025-03-06 |  | 2025-04-01 || overdue |
        # two stays of two days within 28
        2025-03-03 - 2025-03-05 [type=K1]; 2025-03-24 - 2025-03-26 [type=K1] |  |  | 2025-04-30 || overdue | 2025-03-25
        # and further apart
        2025-03-03 - 2025-03-05 [type=K1]; 2025-04-07 - 2025-04-09 [type=K1] |  |  | 2025-04-30 || - |
        2025-03-03 - 2025-03-06 [type=K1] |  |  | 2025-04-01 || - |  # three days
        2025-03-03 [type=K1] |  | 2025-03-03 [code=J1] | 2025-04-01 || ceased |  # on remand
        2025-03-03 [type=K2] |  |  | 2025-04-01 || - |  # a children's home
    """,
)  # fmt: skip

first_secure_review = Standard(
    "secure-review-first", "A child's secure placement is first reviewed within one month.",
    area=CARE, responsible=SERVICE_MANAGER, severity=MEDIUM, reference=["CLA-17"],
    cites=f"{SECURE_ACCOMMODATION}, reg 15, as local procedures give it (its own text has not been read here)",
    since="1991-10-14",
    rule=within(months(1, force=DEFAULT), of=secure, expect=secure_review),
    lifted_by=(JUSTICE,),
    note=REVIEWS_READ + WELFARE_ONLY,
    examples="""
        placement                         | secure_review | legal_status         | as_at      || status  | due_on
        # the last day of February
        2025-01-31 [type=K1]              | 2025-02-28    |                      | 2025-04-01 || met     | 2025-02-28
        2025-01-31 [type=K1]              | 2025-03-01    |                      | 2025-04-01 || late    | 2025-02-28
        2025-01-31 [type=K1]              |               |                      | 2025-02-28 || due     | 2025-02-28
        2025-01-31 [type=K1]              |               |                      | 2025-04-01 || overdue | 2025-02-28
        2025-01-31 - 2025-02-20 [type=K1] |               |                      | 2025-04-01 || ceased  | 2025-02-28
        # on remand
        2025-01-31 [type=K1]              |               | 2025-01-31 [code=J1] | 2025-04-01 || ceased  | 2025-02-28
        # a children's home
        2025-01-31 [type=K2]              |               |                      | 2025-04-01 || -       |
    """,
)  # fmt: skip

later_secure_reviews = Standard(
    "secure-review-later", "After the first, a child's secure placement is reviewed at least every three months.",
    area=CARE, responsible=SERVICE_MANAGER, severity=MEDIUM, reference=["CLA-17"],
    cites=f"{SECURE_ACCOMMODATION}, reg 15, as local procedures give it (its own text has not been read here)",
    since="1991-10-14",
    rule=every(months(3, force=DEFAULT), during=secure, expect=secure_review, from_=secure_review.nth(1)),
    lifted_by=(JUSTICE,),
    note=REVIEWS_READ + WELFARE_ONLY,
    examples="""
        placement            | secure_review          | legal_status | as_at      || status    | due_on
        2025-01-06 [type=K1] | 2025-02-03; 2025-05-03 |              | 2025-06-01 || met; due  | 2025-05-03; 2025-08-03
        2025-01-06 [type=K1] | 2025-02-03; 2025-05-04 |              | 2025-06-01 || late; due | 2025-05-03; 2025-08-04
        2025-01-06 [type=K1] | 2025-02-03             |              | 2025-06-01 || overdue   | 2025-05-03
        2025-01-06 - 2025-04-01 [type=K1] | 2025-02-03 |  | 2025-06-01 || ceased | 2025-05-03
        2025-01-06 [type=K1] | 2025-02-03 | 2025-01-06 [code=J1] | 2025-06-01 || ceased |
        # the first is the shortfall
        2025-01-06 [type=K1] |                        |              | 2025-06-01 || -         |
    """,
)  # fmt: skip

detention_visited = Standard(
    "detention-visit-first",
    "A child who ceased to be looked after because of being detained is visited within 10 working days.",
    area=CARE, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CLA-15"],
    cites="Visits to Former Looked After Children in Detention (England) Regulations 2010 (SI 2010/2797), reg 4",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=LAW), of=detention, expect=detention_visit),
    lifted_by=(
        care_leaver.where(category="relevant").called("the young person's being a relevant child, with a personal adviser"),
    ),
    note="A child still looked after in custody is visited within a week, under the Care Planning Regulations. A "
    "relevant child has a personal adviser instead (reg 2(2)). The number was read in volume 3 of the Children Act "
    "guidance and in the Welsh regulations.",
    examples="""
        detention               | detention_visit | care_leaver                    | as_at      || status  | due_on
        # Good Friday and Easter Monday between
        2025-04-14              | 2025-04-30      |                                | 2025-06-01 || met     | 2025-04-30
        2025-04-14              | 2025-05-01      |                                | 2025-06-01 || late    | 2025-04-30
        2025-04-14              |                 |                                | 2025-04-30 || due     | 2025-04-30
        2025-04-14              |                 |                                | 2025-06-01 || overdue | 2025-04-30
        # released first
        2025-04-14 - 2025-04-22 |                 |                                | 2025-06-01 || ceased  | 2025-04-30
        2025-04-14              |                 | 2025-04-14 [category=relevant] | 2025-06-01 || ceased  | 2025-04-30
                                | 2025-04-30      |                                | 2025-06-01 || -       |
    """,
)  # fmt: skip
