"""A period of being looked after. Its end ends the placement, the legal status and the care plan."""

from goldenthread.record.kinds.fields import line_with_code, needs_to_end, wishes
from goldenthread.record.kinds.language import Gives, Kind, code, day, group, text, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "period_of_care", "Period of being looked after", "The child becomes looked after. Why, and what does the child know of it?",
    about="child",
    fields=[
        *group("Beginning",
            day("began", "When did the child become looked after?", required=True),
            code("need", "What is the main need?", "s903_category_of_need", required=True),
            text("why", "Why can the child not be at home?", "What was tried first? Who in the family was asked?", required=True),
            yes_no("is_unaccompanied", "Is this an unaccompanied asylum-seeking child?"),
            wishes("What does the child say about it, and what were they told?"),
        ),
        *group("When it ends",
            day("ended", "When did the child cease to be looked after?"),
            code("ceased_reason", "Why?", "s903_rec"),
            day("end_approved", "When was it approved, and the child's view of it heard?",
                "By the nominated officer, or the director."),
        ),
    ],
    happened="began", ended="ended",
    line=line_with_code("Became looked after", "need", "s903_category_of_need"),
    gives=[Gives(v.looked_after, facts={
        "need": "need", "ceased_reason": "ceased_reason", "is_unaccompanied": "is_unaccompanied",
    }), Gives(v.care_end_approved, on="end_approved")],
    significance="key", theme="care",
    next_steps=["legal_status", "placement", "care_plan", "looked_after_review", "health_assessment", "education_plan",
                "management_decision", "care_leaver"],
    checks=[needs_to_end("ended", "ceased_reason")],
)  # fmt: skip
