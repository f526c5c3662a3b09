"""My day: what must I do, for whom, first? Of each role, the first screen."""

from collections.abc import Sequence
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import cards, disputing, explained, here, sentences, signing
from goldenthread.oversight.cards import CardLine
from goldenthread.oversight.judging import freshen
from goldenthread.oversight.telling import mark_seen
from goldenthread.oversight.what_meets import kinds_that_meet
from goldenthread.record import access, caseload
from goldenthread.record.access import today
from goldenthread.record.actions.holding import waiting_for
from goldenthread.record.actions.looking import look_at_my_day
from goldenthread.record.kinds.language import Kind
from goldenthread.record.masking import Masker
from goldenthread.record.models import Person
from goldenthread.record.seeing import unseen_in_words
from goldenthread.web.routes import route, signed_in
from goldenthread.workforce.models import Worker


@route("", may=signed_in)
def my_day(request: HttpRequest) -> HttpResponse:
    """The worker's own page: what is put before them, their children where they hold any, and what their role sees to."""
    by, day = request.user, today()
    children = caseload.held(by)
    freshen([("child", child.number) for child in children], day)
    since = look_at_my_day(by=by)
    newly = list(waiting_for(by)) if by.kind_of_role.writes else []
    told = cards.cards(by, day)
    mine = {card.child.pk: card for card in caseload.held_children(children)}
    about = [*children, *(row.person for row in newly), *(card.child for card in told if card.child)]
    masker = Masker(by, list(dict.fromkeys(about)))
    return render(request, "my_day.html", {
        "mask": masker.text,
        "since": since,
        "mine": mine,
        "number": len(mine),
        **_put_before(by, told),
        **_others(mine, told),
        **_headings(by),
        "about": lambda card: _about(by, card),
        "record": lambda line: _record(by, line, children),
        "first_lines": FIRST,
        "together": together,
        "unseen": lambda line: _unseen(line, mine),
        "asks": _asks,
        "tells_of_seeing": lambda card: any(_unseen(line, mine) for line in card.lines[:FIRST]),
        "told_in_short": explained.told_in_short,
        "said": lambda line: explained.shown_answers(by, [line.answer], masker)[0] if line.answer else None,
        "changed": caseload.changed(by, list(children), since),
        "drafts": caseload.drafts(by),
        "newly": newly,
        "disputes": disputing.mine(by, day) if by.kind_of_role.writes else [],
        "to_sign": [each for each in signing.to_sign(by) if each.worker_id == by.pk] if by.kind_of_role.writes else [],
        **_of_role(by),
    })  # fmt: skip


OPEN = 10
"""So many of the cards behind stand open, the others one tap away; but no danger does."""

FIRST = 3
"""So many lines of a card that shouts are shown; of one that does not, the first."""


def _put_before(by: Worker, told: Sequence[cards.Card]) -> dict:
    """The cards that shout, those that wait behind them, and how many of these stand open."""
    shouting = [card for card in told if card.shouts]
    behind = [card for card in told if not card.shouts and not card.is_quiet]
    stand_open = max(OPEN, sum(card.is_danger for card in behind))
    on_screen = [(card, FIRST) for card in shouting] + [(card, 1) for card in behind[:stand_open]]
    mark_seen(by=by, shortfalls=[line.shortfall for card, lines in on_screen for line in card.lines[:lines]])
    return {"shouting": shouting, "behind": behind, "open": stand_open}


def _about(by: Worker, card: cards.Card) -> str:
    """Whom a card is about that is about no child."""
    if card.worker is not None:
        return explained.whom(by, card.worker)
    person = card.lines[0].shortfall.person
    return person.name if person else card.subject[0].capitalize()


def _headings(by: Worker) -> dict[str, str]:
    """What stands over the cards that shout, and what is said where there are none."""
    if by.role == "out_of_hours":
        return {"first_heading": "Dangers", "first_empty": "No danger to a child is waiting for anybody."}
    if by.kind_of_role.decides:
        empty = "Nothing has come up to you: what is owed to these children is being done, or decided, nearer to them."
        return {"first_heading": "Waiting for you to decide", "first_empty": empty}
    return {"first_heading": "First", "first_empty": "Nothing that is owed to your children is past its day."}


def _others(mine: dict[int, caseload.HeldChild], told: Sequence[cards.Card]) -> dict:
    """The children who have no card above, by when their next visit is due; and what was answered about them."""
    above = {card.child.pk for card in told if card.child and not card.is_quiet}
    groups = caseload.in_groups(card for pk, card in mine.items() if pk not in above)
    answered = {card.child.pk: card for card in told if card.child and card.is_quiet and card.child.pk in mine}
    elsewhere = [card for card in told if card.is_quiet and not (card.child and card.child.pk in mine)]
    return {"groups": groups, "answered": answered, "elsewhere": elsewhere}


def _unseen(line: CardLine, mine: dict[int, caseload.HeldChild]) -> str:
    """How long a child of the worker's has not been seen, or not alone, where that is what is not met."""
    held, standard = mine.get(line.shortfall.person_id), here.standard_of(line.shortfall)
    return unseen_in_words(standard, held.seeing, today()) if standard and held else ""


def _asks(line: CardLine) -> str:
    return sentences.asks(line.shortfall, here.standard_of(line.shortfall))


def together(lines: Sequence[CardLine]) -> list[list[CardLine]]:
    """Lines that say the same of what happened, and of who knows: it is said once, and under it what each asks for."""
    return [list(group) for _, group in groupby(lines, lambda line: line.shortfall.pk if not line.in_two[1] else (
        line.in_two[0], line.is_danger, line.told_words, line.goes_up_on, line.goes_up_to))]  # fmt: skip


def _record(by: Worker, line: CardLine, children: dict[Person, tuple[str, ...]]) -> Kind | None:
    """The entry that would meet it, where the worker holds the child and makes such entries."""
    if line.shortfall.person not in children or not by.kind_of_role.writes:
        return None
    kinds = kinds_that_meet(here.standard_of(line.shortfall))
    return next((kind for kind in kinds if by.role in kind.made_by and kind.about in ("children", "child")), None)


def _of_role(by: Worker) -> dict:
    """What only some roles see to."""
    found: dict = {"role": by.kind_of_role}
    if by.kind_of_role.decides or by.role == "out_of_hours":
        found["withdrawn"] = [(each, sentences.not_met(each, 0)) for each in cards.dangers_withdrawn(by, today())]
    if by.kind_of_role.decides and by.kind_of_role.children == "below":
        found |= {"without_worker": list(caseload.without_worker(by)), "emergencies": access.emergencies_to_review(by).count()}
    if by.kind_of_role.children in ("all", "below"):
        found["recent"] = caseload.recent(by)
    if by.kind_of_role.children == "chosen":
        found["chosen"] = caseload.chosen_cases(by)
    if by.role == "analyst":
        found["feeds"] = caseload.feeds()
    return found
