"""What can be on a thread can be typed: every noun, and every fact of it."""

from goldenthread.record.kinds import kinds
from goldenthread.record.projection import NOUNS_OF_TABLES
from goldenthread.standards.vocabulary import NOUNS

NOT_SUPPLIED: dict[tuple[str, str], str] = {}
"""(noun, fact): why no entry says it."""


def test_every_noun_comes_from_a_kind_or_from_a_table():
    given = {gives.noun.name for kind in kinds().values() for gives in kind.gives}
    assert given | NOUNS_OF_TABLES == set(NOUNS)
    assert not given & NOUNS_OF_TABLES


def test_every_fact_of_a_noun_is_supplied_or_it_is_said_why_not():
    given = {(gives.noun.name, fact) for kind in kinds().values() for gives in kind.gives for fact in gives.facts}
    defined = {(noun.name, fact.name) for noun in NOUNS.values() if noun.name not in NOUNS_OF_TABLES for fact in noun.facts}
    assert defined - given == set(NOT_SUPPLIED)


def test_what_a_kind_is_about_is_what_its_nouns_are_about():
    subject = {"children": "child", "child": "child"}
    wrong = [
        (kind.name, gives.noun.name)
        for kind in kinds().values()
        for gives in kind.gives
        if gives.noun.subject != subject.get(kind.about, kind.about)
    ]
    assert not wrong
