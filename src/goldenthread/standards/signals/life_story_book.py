"""A question about adopted children: have they been given their story?"""

from goldenthread.standards.catalogue.sources import ADOPTION_AGENCIES, ADOPTION_GUIDANCE
from goldenthread.standards.catalogue.words import ADOPTION, ADOPTION_AGENCY
from goldenthread.standards.language import DEFAULT, MEDIUM, NOT_VERIFIED, Standard, months, within, working_days
from goldenthread.standards.vocabulary import adoption_order, life_story_book

book_given = Standard(
    "adoption-life-story-book",
    "An adoption asks whether the life story book and later life letter came within 10 working days.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, kind="question", reference=["AD-10"],
    cites=f"{ADOPTION_GUIDANCE}, paragraphs 5.50 and 5.51; {ADOPTION_AGENCIES}, reg 35", since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT), of=adoption_order,
        expect=life_story_book.called("a life story book with a later life letter"),
        look_back=months(6, force=DEFAULT),
    ),
    note="The guidance counts ten working days from the ceremony that celebrates the order. No source holds its day, "
    "so the order is used, and the answer may be that the ceremony came later: hence a question, and a number that "
    "may be set.",
    examples="""
        adoption_order | life_story_book | as_at      || status  | due_on
        2025-04-14     | 2025-04-30      | 2025-06-01 || met     | 2025-04-30  # Good Friday and Easter Monday between
        2025-04-14     | 2025-03-03      | 2025-06-01 || met     | 2025-04-30  # given before the order
        2025-04-14     | 2025-05-01      | 2025-06-01 || late    | 2025-04-30
        2025-04-14     |                 | 2025-04-30 || due     | 2025-04-30
        2025-04-14     |                 | 2025-06-01 || overdue | 2025-04-30
                       | 2025-04-30      | 2025-06-01 || -       |
    """,
)  # fmt: skip
