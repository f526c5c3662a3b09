"""A question about feelings: a score that gives cause for concern, and what was done about it."""

from goldenthread.standards.catalogue.sources import HEALTH_GUIDANCE
from goldenthread.standards.catalogue.words import HEALTH, SOCIAL_WORKER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, at_least, within, working_days
from goldenthread.standards.vocabulary import mental_health_consultation, sdq

high_score = Standard(
    "strengths-and-difficulties-high",
    "A score of 17 or more asks whether help was sought, or the child asked again, within 20 working days.",
    area=HEALTH, responsible=SOCIAL_WORKER, severity=HIGH, kind="question", reference=["HE-05"],
    cites=f"{HEALTH_GUIDANCE}, annex B", since=NOT_VERIFIED,
    rule=within(
        working_days(20, force=DEFAULT),
        of=sdq.where(score=at_least(17)).called(
            "a score of 17 or more", "The strengths and difficulties questionnaire gave a score of 17 or more"
        ),
        expect=mental_health_consultation,
    ),
    note="17 and more is cause for concern in the guidance (14 to 16 is borderline); the 20 working days are a "
    "default. A score is a reason to ask, never a diagnosis.",
    examples="""
        sdq                      | mental_health_consultation | as_at      || status  | due_on
        2025-03-03 [score=17]    | 2025-03-31                 | 2025-06-01 || met     | 2025-03-31
        2025-03-03 [score=26]    | 2025-04-01                 | 2025-06-01 || late    | 2025-03-31
        2025-03-03 [score=17]    |                            | 2025-03-31 || due     | 2025-03-31
        2025-03-03 [score=17]    |                            | 2025-06-01 || overdue | 2025-03-31
        2025-03-03 [score=16]    |                            | 2025-06-01 || -       |             # borderline
        2025-03-03 [reason=SDQ5] |                            | 2025-06-01 || -       |  # the young person refused
    """,
)  # fmt: skip

risen_score = Standard(
    "strengths-and-difficulties-risen",
    "A score five or more above the child's last asks whether help was sought, or the child asked again, in 20 working days.",
    area=HEALTH, responsible=SOCIAL_WORKER, severity=HIGH, kind="question", reference=["HE-05", "CP-18"],
    cites=f"{HEALTH_GUIDANCE}, annex B", since=NOT_VERIFIED,
    rule=within(working_days(20, force=DEFAULT), of=sdq.more_by(5, "score"), expect=mental_health_consultation),
    note="The child is held against the child's own score, however low. Five points and 20 working days are ours. Somebody may "
    "have filled it in differently: a reason to ask.",
    examples="""
        sdq                                        | mental_health_consultation | as_at      || status  | due_on
        2024-03-04 [score=6]; 2025-03-03 [score=11] | 2025-03-31                | 2025-06-01 || met     | 2025-03-31
        2024-03-04 [score=6]; 2025-03-03 [score=11] | 2025-04-01                | 2025-06-01 || late    | 2025-03-31
        2024-03-04 [score=6]; 2025-03-03 [score=11] |                           | 2025-06-01 || overdue | 2025-03-31
        2024-03-04 [score=6]; 2025-03-03 [score=10] |                           | 2025-06-01 || -       |
        2024-03-04 [score=20]; 2025-03-03 [score=9] |                           | 2025-06-01 || -       |             # better
        2025-03-03 [score=11]                       |                           | 2025-06-01 || -       |             # the first
    """,
)  # fmt: skip
