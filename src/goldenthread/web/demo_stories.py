"""What the people of the invented authority have written themselves, beside what was fed: one family told in depth.

Everything is done by the record's own actions, in the names of the demo's accounts, as they would do it on the screens.
"""

import datetime as dt
import uuid

from goldenthread.oversight.actions.disputing import climb, raise_dispute
from goldenthread.oversight.actions.supervising import begin_supervision, discuss
from goldenthread.oversight.agenda import agenda
from goldenthread.record.access import current, today
from goldenthread.record.actions.drafts import save_draft
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.actions.families import add_address, add_relationship, join_household
from goldenthread.record.actions.guarding import restrict_record
from goldenthread.record.actions.holding import allocate
from goldenthread.record.actions.people import make_person, mark_risk, set_warning
from goldenthread.record.forms import read
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Entry, Fact, HouseholdMember, Person
from goldenthread.standards.vocabulary import looked_after, review
from goldenthread.workforce.models import Team, Worker

Accounts = dict[str, Worker]


def tell_stories(accounts: Accounts) -> None:
    """A family in depth; a record that is restricted; a child on the way to another team; a draft; a dispute."""
    worker, manager = accounts["social_worker"], accounts["team_manager"]
    held = [row.person for row in current(worker=worker, state="accepted").select_related("person").order_by("person__number")]
    family = _brothers_and_sisters(held)
    _at_home(manager, family)
    _written(accounts, family)
    others = [child for child in held if child not in family]
    if len(others) > 2:
        _restricted(accounts, others[0])
        _on_the_way(manager, others[1])
        _draft(worker, others[2])
    _disputed(accounts)
    _waiting(manager)


def _brothers_and_sisters(held: list[Person]) -> list[Person]:
    """The largest family among the children a worker holds who live at home, the eldest first."""
    in_care = Fact.objects.standing().filter(noun=looked_after.name, ended_on=None)
    away = set(in_care.filter(person__in=held).values_list("person", flat=True))
    at_home = [child for child in held if child.pk not in away] or held
    homes: dict[int, list[Person]] = {}
    for member in HouseholdMember.objects.filter(person__in=at_home, ended_on=None).select_related("person"):
        homes.setdefault(member.household_id, []).append(member.person)
    largest = max(homes.values(), key=lambda children: (len(children), -children[0].pk), default=held[:1])
    return sorted(largest, key=lambda child: child.born_on or today())


def _ago(days: int) -> str:
    return (today() - dt.timedelta(days)).strftime("%d/%m/%Y")


def _ahead(days: int) -> str:
    return _ago(-days)


def _say(by: Worker, kind: str, children: list[Person], typed: dict[str, str], follows: Entry | None = None) -> Entry:
    """Make an entry from what would be typed into its form."""
    body, faults = read(kinds()[kind], {name: [value] for name, value in typed.items()}, children)
    assert not faults, [fault.field for fault in faults]
    return make_entry(by=by, kind=kind, persons=children, body=body, follows=follows)


def _at_home(by: Worker, family: list[Person]) -> None:
    """A father elsewhere whose address is protected, a grandmother, and a partner who has moved in."""
    child = family[0]
    home = child.households.filter(ended_on=None).first()
    father = make_person(by=by, is_child=False, particulars={
        "forename": "Ridge", "surname": child.surname, "sex": "M", "born_on": dt.date(1986, 3, 9)})  # fmt: skip
    grandmother = make_person(by=by, is_child=False, particulars={
        "forename": "Olive", "surname": child.surname, "sex": "F", "born_on": dt.date(1958, 11, 2)})  # fmt: skip
    partner = make_person(by=by, is_child=False, particulars={
        "forename": "Flint", "surname": "Mockstead", "sex": "M", "born_on": dt.date(1990, 7, 21)})  # fmt: skip
    for each in family:
        add_relationship(by=by, person=father, other=each, kind="father", has_parental_responsibility=True)
        add_relationship(by=by, person=grandmother, other=each, kind="grandparent")
        add_relationship(by=by, person=partner, other=each, kind="partner_of_parent", started_on=today() - dt.timedelta(40))
    join_household(by=by, person=partner, household=home.household, started_on=today() - dt.timedelta(40))
    add_address(by=by, person=father, kind="home", lines="7 Hidden Lane, Harbourtown", postcode="ZZ99 1ZZ", is_protected=True)
    mark_risk(by=by, person=partner, may_pose_a_risk=True, reason="Told by the police at the strategy discussion.",
              in_words="Two reported assaults on a former partner, seen by her children; no contact with them.")  # fmt: skip
    set_warning(by=by, person=child, warning="A large dog: ring first, and ask for it to be shut away.",
                reason="Said by the health visitor.")  # fmt: skip


def _written(accounts: Accounts, family: list[Person]) -> None:
    """Two visits, a wish, a change of circumstances, a manager's decision, and a summary."""
    worker, manager = accounts["social_worker"], accounts["team_manager"]
    eldest, youngest = family[0], family[-1]
    for days, seen in ((61, "alone"), (19, "seen_others")):
        typed = {"visited": _ago(days), "visited-time": "16:10", "place": "home", "actions.0.who": worker.name,
                 "actions.0.what": "Ask the school how mornings go", "actions.0.by": _ahead(5)}  # fmt: skip
        for child in family:
            typed |= {f"seen@{child.pk}": seen, f"purpose@{child.pk}": "need"}
        typed[f"said@{eldest.pk}"] = ("It is quieter now. I like it when Gran comes." if days == 61 else
                                      "He answers for me. I will tell you at school.")  # fmt: skip
        typed[f"saw@{youngest.pk}"] = "Clean and warm. Went to Gran at once, and watched the door when a car stopped."
        visit = _say(worker, "visit", family, typed)
    wish = {"said": _ago(19), "how": "said", "wish": "To see Dad on Saturdays, at Gran's, without anyone listening."}
    _say(worker, "childs_wish", [eldest], wish, visit)
    _say(worker, "need_plan", family, {
        "began": _ago(60), "outcomes.0.outcome": "Mornings are calm, and everyone gets to school with breakfast",
        "outcomes.0.sign": "School sees the children on time four days in five", "outcomes.0.action": "Breakfast club",
        "outcomes.0.who": "School", "outcomes.0.by": _ahead(25),
        "contingency": "If there is violence at home again we hold a strategy discussion the same day."})  # fmt: skip
    change = _say(worker, "change_of_circumstances", [eldest], _required("change_of_circumstances", [eldest], {
        "happened": _ago(18)}))  # fmt: skip
    _say(manager, "management_decision", [eldest], _required("management_decision", [eldest], {}), change)


def _required(kind: str, children: list[Person], typed: dict[str, str]) -> dict[str, str]:
    """What a form must have and `typed` has not: plain words, today, the first choice."""
    words = "Mother's partner has moved in. The police know him for violence at home. What the children say has changed since."
    for field in kinds()[kind].fields:
        names = [f"{field.name}@{child.pk}" for child in children] if field.per_child else [field.name]
        for name in names:
            if field.required and name not in typed and field.when is None and field.kind != "rows":
                first = field.choices[0][0] if field.choices else ""
                typed[name] = {"day": _ago(18), "moment": _ago(18), "choice": first, "yes_no": "yes"}.get(field.kind, words)
            elif field.required and field.kind == "rows" and field.when is None:
                for each in field.fields:
                    value = {"day": _ahead(10), "line": "See the children at school, alone"}.get(each.kind)
                    if each.required and value:
                        typed[f"{name}.0.{each.name}"] = value
    return typed


RAISED = 12
"""So many days ago the dispute was raised: long enough for one step of its ladder to pass without an answer."""


def _disputed(accounts: Accounts) -> None:
    """A child in care whose wish two reviews passed over: the reviewing officer disputes it, and the team manager was silent."""
    officer, manager = accounts["reviewing_officer"], accounts["team_manager"]
    child, held = _twice_reviewed(manager)
    if child is None:
        return
    if not current(worker=officer, person=child, capacity="reviewing_officer").exists():
        allocate(by=manager, child=child, worker=officer, capacity="reviewing_officer")
    words = "I want to see my brother every week, not only in the holidays."
    said = {"said": (held[0] - dt.timedelta(20)).isoformat(), "how": "said", "wish": words}
    wish = make_entry(by=officer, kind="childs_wish", persons=[child], body={"shared": said, "lines": {}})
    for day, agreed in zip(held, ("The carers ask about the brother's week", "Life story work begins"), strict=True):
        decision = {"what": agreed, "who": "Social worker", "by": (day + dt.timedelta(30)).isoformat()}
        shared = {"held": day.isoformat(), "participation": "PN1", "progress": "Settled, and doing well at school.",
                  "health": "Well.", "decisions": [decision]}  # fmt: skip
        lines = {str(child.pk): {}}
        make_entry(by=officer, kind="looked_after_review", persons=[child], body={"shared": shared, "lines": lines})
    raise_dispute(by=officer, child=child, wishes=[wish], day=today() - dt.timedelta(RAISED),
                  what="A wish to see a brother every week was said before two reviews. Neither says a word of it.",
                  wanted="They meet every week, or somebody tells the child why not.")  # fmt: skip
    for days in range(RAISED, -1, -1):
        climb(today() - dt.timedelta(days))


def _twice_reviewed(manager: Worker) -> tuple[Person | None, list[dt.date]]:
    """The eldest child in care of the manager's team who was reviewed twice, with the days of the last two reviews."""
    held = current(team=manager.team, capacity="social_worker", person__restricted=False).values("person")
    in_care = Fact.objects.standing().filter(noun=looked_after.name, ended_on=None, person__in=held).values("person")
    days: dict[int, set[dt.date]] = {}
    for fact in Fact.objects.standing().filter(noun=review.name, person__in=in_care):
        days.setdefault(fact.person_id, set()).add(fact.started_on)
    twice = Person.objects.filter(pk__in=[child for child, several in days.items() if len(several) > 1])
    eldest = twice.order_by("born_on", "pk").first()
    return eldest, sorted(days[eldest.pk])[-2:] if eldest else []


def tell_of_supervision(accounts: Accounts) -> None:
    """The manager has begun the worker's supervision: the agenda as it was judged, two children chosen, one written of."""
    worker, manager = accounts["social_worker"], accounts["team_manager"]
    lines = agenda(manager, worker, today()).lines
    chosen = [line.child for line in lines[:2]]
    if not chosen:
        return
    supervision = begin_supervision(by=manager, worker=worker, held_on=today(), lines=lines, chosen=chosen)
    shared = {
        "held": today().isoformat(), "life": "School is the calm part of the day. Nobody has asked the child alone for weeks.",
        "decision": "See the child at school this week, alone, before the next core group.",
        "why": "What we know of home comes from the adults. We have not asked.",
    }  # fmt: skip
    lines = {str(chosen[0].pk): {"child": "Wants to be asked at school, not at home."}}
    discuss(by=manager, supervision=supervision, children=chosen[:1], body={"shared": shared, "lines": lines})


def _restricted(accounts: Accounts, child: Person) -> None:
    """A record that only those named may know of."""
    named = [accounts["head_of_service"], accounts["team_manager"]]
    restrict_record(by=accounts["head_of_service"], person=child, workers=named, reason="A relative works for the council.")


def _on_the_way(manager: Worker, child: Person) -> None:
    """A transfer that waits for the other team's answer."""
    other = Team.objects.exclude(pk=manager.team_id).filter(above=manager.team.above).order_by("pk").first()
    if other:
        handover = "Moves with her mother this month. The school knows. She likes to be asked before we come."
        allocate(by=manager, child=child, team=other, change_reason="CARSTG", handover=handover)


def _draft(worker: Worker, child: Person) -> None:
    """A note begun and not finished."""
    text = "The nursery rang: she was collected late three times this week, and"
    typed = {"happened": [_ago(1)], "title": ["Collected late"], "text": [text]}
    save_draft(by=worker, draft_id=uuid.uuid4(), kind="note", person=child, address=f"/child/{child.pk}/add/note/", typed=typed)


def _waiting(manager: Worker) -> None:
    """A new child whom the team holds and nobody yet."""
    make_person(by=manager, is_child=True, particulars={
        "forename": "Sorrel", "surname": "Placemere", "born_on": today() - dt.timedelta(2300), "sex": "F"})  # fmt: skip
