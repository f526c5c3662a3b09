"""Random rules, as an author would write them: text in the language, so that one that fails can be read and kept."""

from random import Random

from tests.spec.tables import WORDS

from goldenthread.standards import vocabulary
from goldenthread.standards.language import HIGH, Standard

PERIODS = ("looked_after", "placement", "protection_plan", "missing", "legal_status", "section47")
EVENTS = ("review", "protection_visit", "strategy_discussion", "return_interview", "initial_conference", "sdq")
EXCEPTIONS = ("review_adjourned", "placed_for_adoption", "court_extension", "medical_refused")
LINKED = (("section47", "initial_conference", "section47_id"), ("contact", "contact_decision", "contact_id"),
          ("referral", "referral_decision", "referral_id"))  # fmt: skip

VALUES = ("A", "B")
AGES = (1, 5, 16)


def standard(random: Random, verb: str, number: int) -> tuple[Standard, str]:
    """A random standard of one verb, and its rule as text."""
    rule = {"within": within, "every": every, "always": always, "never": never}[verb](random)
    lifted = f"({some(random, random.choice([event, period]), 0, EXCEPTIONS)},)" if random.random() < 0.3 else "()"
    since = random.choice(["not verified"] * 5 + ["2025-04-19", "2025-12-27"])
    text = f"{rule}  # lifted_by={lifted}, since={since}"
    made = Standard(
        id=f"random-{verb}-r{number}", duty="Random.", area="Random", responsible="Nobody", severity=HIGH,
        reference=["RANDOM"], cites="Nothing", since=since, rule=eval(rule, WORDS), examples="none",
        lifted_by=eval(lifted, WORDS),
    )  # fmt: skip
    return made, text


# --------------------------------------------------------------------------------------------------------------- VERBS


def within(random: Random) -> str:
    """A `within`, sometimes looking back, by the hour, or linked."""
    look_back = f", look_back={limit(random, units=('days', 'weeks', 'working_days'))}" if random.random() < 0.3 else ""
    if not look_back and random.random() < 0.2:
        look_back = f", not_before={limit(random, units=('days', 'weeks', 'working_days'))}"
    if random.random() < 0.2:
        of, expect, link = random.choice(LINKED)
        of = some(random, lambda *_: of, 0, (of,)) if random.random() < 0.5 else of
        return f'within({limit(random)}, of={of}, expect={expect}{look_back}, linked_by="{link}")'
    if random.random() < 0.25:
        of = random.choice(["missing.ended", "(missing & looked_after).ended", "strategy_discussion", "section47",
                            "missing & looked_after", "strategy_discussion & section47"])  # fmt: skip
        expect = random.choice(["return_interview", "strategy_discussion"])
        return f"within({limit(random, units=('hours',))}, of={of}, expect={expect}{look_back})"
    of = random.choice([event, event, event, period, period, period, rising])(random, 2)
    return f"within({limit(random)}, of={of}, expect={event(random, 1)}{look_back})"


def every(random: Random) -> str:
    """An `every`, sometimes for a part of the period only."""
    bounds = "".join(f", {name}={bound(random)}" for name in ("from_", "until") if random.random() < 0.4)
    short = limit(random, units=("working_days", "days", "days", "weeks", "months"))
    return f"every({short}, during={period(random, 2)}, expect={event(random, 1)}{bounds})"


def bound(random: Random) -> str:
    """What `from_` and `until` take."""
    kind = random.randrange(4)
    if kind == 0:
        return limit(random)
    if kind == 1:
        return period(random, 1)
    return event(random, 1) + (f".nth({random.randint(1, 3)})" if kind == 2 else "")


def always(random: Random) -> str:
    """An `always`, with grace or without."""
    grace = f"grace={limit(random)}" if random.random() < 0.6 else "force=LAW"
    return f"always({period(random, 2)}, during={period(random, 2)}, {grace})"


def never(random: Random) -> str:
    """A `never` of a period or an event: the widest choice of nouns."""
    return f"never({random.choice([event, period, rising])(random, 3)}, force=LAW)"


# --------------------------------------------------------------------------------------------------------------- NOUNS


def period(random: Random, depth: int, names: tuple[str, ...] = PERIODS) -> str:
    """Something that lasts, made in at most so many steps."""
    step = random.randrange(10) if depth else 0
    if step == 9:
        back = f", look_back={span(random)}" if random.random() < 0.5 else ""
        return f"{period(random, depth - 1)}.until({event(random, depth - 1)}{back})"
    if step == 8:
        return f"({period(random, depth - 1)} | {period(random, depth - 1)})"
    if step == 7:
        return f"{event(random, depth - 1)}.lasting({span(random)})"
    if step == 6:
        return f"{period(random, depth - 1)}.after({span(random)})"
    if step == 5:
        return f"({period(random, depth - 1)} & {period(random, depth - 1)})"
    if step == 4:
        return f"({period(random, depth - 1)} & {age(random)})"
    if step == 3:
        return random.choice([age(random), f"({age(random)} & {period(random, depth - 1)})"])
    return some(random, period, depth, names)


def event(random: Random, depth: int, names: tuple[str, ...] = EVENTS) -> str:
    """Something that happens on a day, made in at most so many steps."""
    step = random.randrange(10) if depth else 0
    if step == 9:
        return random.choice([more(random), kinds(random, depth)])
    if step == 8:
        return f"({event(random, depth - 1)} | {event(random, depth - 1)})"
    if step == 7:
        return f"{event(random, depth - 1)}.sooner_than({span(random)}, after={event(random, depth - 1)})"
    if step == 6:
        return f"{period(random, depth - 1)}.exceeding(days({random.randint(1, 20)}, force=LAW), within={span(random)})"
    if step == 5:
        return f"({event(random, depth - 1)} & {period(random, depth - 1)})"
    if step == 4:
        return f"{period(random, depth - 1)}.{random.choice(['started', 'ended'])}"
    if step == 3:
        return repeated(random, event(random, depth - 1))
    return some(random, event, depth, names)


def some(random: Random, kind, depth: int, names: tuple[str, ...]) -> str:
    """A noun of the vocabulary, half the time with a condition on one of its facts."""
    wanted = kind is period
    fitting = [name for name in names if vars(vocabulary)[name].lasts == wanted] or list(names)
    name = random.choice(fitting)
    facts = vars(vocabulary)[name].facts
    if not facts or random.random() < 0.6:
        return name + ('.called("it")' if random.random() < 0.05 else "")
    fact = random.choice(facts)
    return f"{name}.where({fact.name}={condition(random, fact.kind)})"


def condition(random: Random, kind: str) -> str:
    """What a fact of this kind may have to be."""
    if random.random() < 0.2:
        return random.choice(["known", "unknown"])
    if kind == "yes_no":
        return random.choice(["True", "False"])
    if kind == "number":
        return random.choice(["at_least(2)", "at_most(2)", "one_of(1, 3)", "2"])
    return random.choice(['"A"', 'one_of("A", "B")', 'none_of("A")'])


def repeated(random: Random, noun: str) -> str:
    """So many of an event within a window, sometimes counted by a fact."""
    facts = eval(noun, WORDS).facts
    different = f', different="{random.choice(facts).name}"' if facts and random.random() < 0.4 else ""
    return f"{noun}.repeated({random.randint(2, 3)}, within={limit(random)}{different})"


def kinds(random: Random, depth: int) -> str:
    """So many different kinds of event within a window."""
    sides = " | ".join(event(random, depth - 1) for _ in range(3))
    return f'({sides}).repeated({random.randint(2, 3)}, within={limit(random)}, different="noun")'


def more(random: Random) -> str:
    """A number that is more than the time before."""
    return f'{random.choice(["sdq", "sdq.where(score=known)"])}.more_by({random.randint(1, 2)}, "score")'


def rising(random: Random, depth: int) -> str:
    """An event that comes more often than it did, sometimes held against a time of another length."""
    against = f", against={span(random)}" if random.random() < 0.5 else ""
    fold = ", fold=3" if random.random() < 0.2 else ""
    rise = f"{event(random, depth - 1)}.rising({random.randint(2, 3)}, within={span(random)}{against}{fold})"
    return f"({rise} & {period(random, 1)})" if random.random() < 0.2 else rise


def age(random: Random) -> str:
    """An age, from one birthday or to another."""
    first = random.choice(AGES)
    return random.choice([f"under({first})", f"reached({first})", f"reached({first}, before={first + 1})"])


UNITS = {"hours": (24, 72), "working_days": (0, 12), "days": (0, 20), "weeks": (1, 4), "months": (1, 3),
         "years": (1, 1)}  # fmt: skip
"""The least and the most of each."""


def limit(random: Random, units=("working_days", "days", "weeks", "months", "years")) -> str:
    """A limit short enough to fall among the days of a random thread."""
    unit = random.choice(units)
    beginning = ", beginning_with=True" if unit != "hours" and random.random() < 0.1 else ""
    return f"{unit}({random.randint(*UNITS[unit])}, force=LAW{beginning})"


def span(random: Random) -> str:
    """A limit that is a length of time: some days, from the day it begins with on."""
    unit = random.choice(("working_days", "days", "days", "weeks", "months"))
    return f"{unit}({max(1, random.randint(*UNITS[unit]))}, force=LAW)"
