"""A standard: all its mistakes at once, when it is built, in its author's words."""

import datetime as dt

import pytest

from goldenthread.errors import StandardError
from goldenthread.standards.language import HIGH, LAW, NOT_VERIFIED, Standard, days, under, within
from goldenthread.standards.vocabulary import assessment, health_refused, looked_after, placement, referral, review

RIGHT = dict(
    id="first-review", duty="A looked-after child's case is reviewed.", area="Looked-after reviews",
    responsible="Independent reviewing officer service", severity=HIGH, reference=["RV-01"], cites="Regulation 33",
    since="2011-04-01", rule=within(days(28, force=LAW), of=looked_after, expect=review), examples="looked_after | …",
)  # fmt: skip


def faults(**wrong) -> list[str]:
    with pytest.raises(StandardError) as told:
        Standard(**RIGHT | wrong)
    return told.value.faults


def test_a_right_one_is_built():
    standard = Standard(**RIGHT)
    assert (standard.force, standard.limit.words, standard.subject) == (LAW, "28 days", "child")


@pytest.mark.parametrize("name", ["First-review", "first_review", "1st-review", "first--review", "first review", ""])
def test_an_id_is_words_in_small_letters_joined_by_hyphens(name):
    assert faults(id=name) == [
        f"Standard {name!r}: its id is words in small letters joined by hyphens, without numbers of regulations."
    ]


@pytest.mark.parametrize("name", ["duty", "area", "responsible", "cites"])
def test_it_has_words_for_everything(name):
    assert faults(**{name: ""}) == [f"Standard 'first-review': it needs its {name}."]


@pytest.mark.parametrize(
    "wrong, told",
    [
        (dict(duty="The case is reviewed"), "its duty is a sentence and ends with a full stop."),
        (dict(severity="high-ish"), "its severity is one of critical, high, medium, low."),
        (dict(reference=[]), "it names at least one id of the reference catalogue."),
        (dict(rule=looked_after), "its rule is one of the verbs within, every, always, never."),
        (dict(kind="worry"), "its kind is duty or question."),
        (dict(since="1 April 2011"), "since is a day such as 2011-04-01, or 'not verified'; not '1 April 2011'."),
        (dict(until="2020-02-30"), "until is a day such as 2011-04-01, or 'not verified'; not '2020-02-30'."),
        (dict(examples="  \n "), "it needs examples: kept, not kept and out of scope."),
    ],
)
def test_each_mistake_has_its_sentence(wrong, told):
    assert faults(**wrong) == [f"Standard 'first-review': {told}"]


def test_an_exception_is_a_noun():
    told = faults(lifted_by=("health_refused",))
    assert told == ["Standard 'first-review': lifted_by takes a noun of the vocabulary, such as looked_after, not 'health_refused'."]  # noqa: E501


def test_all_its_mistakes_are_told_at_once():
    assert len(faults(id="X", duty="No stop", area="", reference=[], examples="")) == 5


def test_it_knows_the_first_and_the_last_day_on_which_a_duty_may_open():
    standard = Standard(**RIGHT | dict(until="2020-04-24"))
    assert (standard.since_day, standard.until_day) == (dt.date(2011, 4, 1), dt.date(2020, 4, 24))
    assert Standard(**RIGHT | dict(since=NOT_VERIFIED)).since_day == dt.date.min
    assert Standard(**RIGHT).until_day == dt.date.max


def needs(rule, **more) -> set[str]:
    return set(Standard(**RIGHT | dict(rule=rule) | more).needs())


def test_it_knows_what_it_cannot_be_judged_without():
    rule = within(
        days(28, force=LAW), of=placement.where(type="U1") & under(5), expect=review.where(participation="PN1")
    )
    told = needs(rule, lifted_by=(health_refused,))
    assert {"placement", "placement.type", "person", "review", "review.participation"} <= told
    assert not {need for need in told if "health_refused" in need}  # without its exceptions it can be judged


def test_a_link_is_needed_of_both():
    rule = within(days(45, force=LAW), of=referral, expect=assessment.ended, linked_by="referral_id")
    assert {"referral.referral_id", "assessment.referral_id"} <= needs(rule)


def test_an_end_is_needed_where_it_matters():
    assert "assessment.ended" in needs(within(days(45, force=LAW), of=referral.started, expect=assessment.ended))
    assert "assessment.ended" not in needs(within(days(45, force=LAW), of=referral, expect=assessment.started))


def test_it_names_each_noun_once_exceptions_too():
    standard = Standard(**RIGHT | dict(rule=within(days(28, force=LAW), of=looked_after & under(5), expect=review),
                                       lifted_by=(health_refused, looked_after.ended)))  # fmt: skip
    assert [noun.name for noun in standard.named_nouns()] == ["looked_after", "person", "review", "health_refused"]


def test_its_version_is_its_id_and_its_first_day():
    assert Standard(**RIGHT).version == "first-review@2011-04-01"
