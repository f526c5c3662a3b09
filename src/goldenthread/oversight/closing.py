"""What stands in the way of closing a child's case: a danger of which nobody has decided."""

import datetime as dt
from collections.abc import Iterator

from goldenthread.oversight import cards, sentences
from goldenthread.oversight.models import Shortfall
from goldenthread.record.models import Person


def undecided(child: Person, day: dt.date) -> Iterator[str]:
    """In words, each danger to the child that speaks and that no decision keeps quiet on the day."""
    dangers = list(Shortfall.objects.speaking().filter(person__in=child.ids, is_danger=True).select_related("person", "worker"))
    for each, state in cards.states(dangers, day):
        if state is None or not (state.quiet_until or state.settled):
            yield sentences.not_met(each, each.days_over(day))
