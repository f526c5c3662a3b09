"""Noting people who may be recorded twice, as the nightly linkage finds them. A person decides."""

from collections.abc import Sequence

from goldenthread.record.actions.language import Act, action
from goldenthread.record.actions.people import propose_duplicate
from goldenthread.record.models import Person, PossibleDuplicate
from goldenthread.workforce.models import Worker


@action("duplicate.propose")
def propose_duplicates(*, by: Worker | None, pairs: Sequence[tuple[int, int, float, str]]) -> Act:
    """Note each pair (the ids of two people, how likely from 0 to 1, why in words) once; how many were new."""
    before = PossibleDuplicate.objects.count()
    people = Person.objects.in_bulk({pk for one, other, *_ in pairs for pk in (one, other)})
    for one, other, likelihood, why in pairs:
        propose_duplicate(people[one], people[other], why, likelihood)
    found = PossibleDuplicate.objects.count() - before
    return Act("duplicates", found, result=found)
