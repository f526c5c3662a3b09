"""A manager's decision about what was asked: one about something else settles nothing."""

from goldenthread.standards.language import one_of, unknown
from goldenthread.standards.language.nouns import Noun
from goldenthread.standards.vocabulary import management_decision

WHAT_IT_IS_ABOUT = "A decision counts only if it says that it is about this; where a source does not say, it counts."


def decision_about(*about: str) -> Noun:
    """A manager's decision about one of these (`about` as the vocabulary names it), or one that does not say about what."""
    return management_decision.where(about=one_of(*about)) | management_decision.where(about=unknown)


decided_on_risk = decision_about("threshold", "section47", "plan", "home", "court", "other")
"""A decision that may keep a child safe: not one about visits, an assessment, what was late, or closing the case."""

ON_RISK = "A manager's decision about visits, an assessment, what was late or closing the case does not count."
