"""A child missing again and again: a question about what, or who, draws or drives them away."""

from goldenthread.standards.catalogue.words import MISSING, TEAM_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, days, never
from goldenthread.standards.vocabulary import missing

missing_again = Standard(
    "repeat-missing", "Three missing episodes within 90 days ask what draws or drives the child away.",
    area=MISSING, responsible=TEAM_MANAGER, severity=HIGH, reference=["ME-04"], kind="question",
    cites="Ofsted's inspection of Gloucestershire 2017, paragraphs 44 and 70",
    since=NOT_VERIFIED,
    rule=never(missing.where(kind="M").started.repeated(3, within=days(90, force=DEFAULT)), force=DEFAULT),
    note="The risk assessment that should follow is a duty of its own; this speaks where no source holds one.",
    examples="""
        missing                                                         | as_at      || status  | opened_on
        2025-01-06 [kind=M] ; 2025-02-03 [kind=M] ; 2025-03-03 [kind=M] | 2025-03-31 || not_met | 2025-03-03
        2024-12-03 [kind=M] ; 2025-02-03 [kind=M] ; 2025-03-03 [kind=M] | 2025-03-31 || not_met |             # 90 days
        2024-12-02 [kind=M] ; 2025-02-03 [kind=M] ; 2025-03-03 [kind=M] | 2025-03-31 || -       |             # 91 days
        # once away
        2025-01-06 [kind=A] ; 2025-02-03 [kind=M] ; 2025-03-03 [kind=M] | 2025-03-31 || -       |
        2025-03-03 [kind=M]                                             | 2025-03-31 || -       |
    """,
)  # fmt: skip
