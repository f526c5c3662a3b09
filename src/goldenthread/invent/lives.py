"""Lives: the facts of a chunk of invented subjects, gathered noun by noun, before they are written.

A day after `as_at` has not happened yet: such events and beginnings are left out, and such ends are left open. So every
journey may be planned to its end, and what is then not yet done is simply not yet due.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.chance import Chance
from goldenthread.invent.days import NEVER
from goldenthread.standards.vocabulary import NOUNS

UNKNOWN = {"text": "", "yes_no": -1, "number": -(2**31), "day": NEVER}
"""How a fact that is not known is held, by the kind of fact; the ids of records are numbers, and -1 is not known."""

PLANTED = "planted with a failing"
"""What chance is asked, of each subject: it is so of the share."""

NO_TIME = -1
"""The minute of the day, where only the day is known."""


@dataclass
class Facts:
    """The facts of one noun: parallel arrays `subject`, `start`, `end`, `minute`, `end_minute` and one for each fact."""

    columns: dict[str, np.ndarray]

    def __len__(self):
        return len(self.columns["subject"])

    def __getitem__(self, name: str) -> np.ndarray:
        return self.columns[name]

    def __setitem__(self, name: str, values) -> None:
        self.columns[name] = values

    def keep(self, chosen) -> "Facts":
        """Only those rows."""
        return Facts({name: values[chosen] for name, values in self.columns.items()})

    def joined(self, more: "Facts") -> "Facts":
        """These rows and more."""
        return Facts({name: np.concatenate([values, more[name]]) for name, values in self.columns.items()})


@dataclass
class Lives:
    """What happened to every subject of a chunk, as far as it had happened by `as_at`.

    `from_day` is the first day anyone is known to the authority; `posts` is how many social workers it has places for;
    `share`, of how many subjects a failing is to be planted; `planted`, of which, where that is settled.
    """

    from_day: int
    as_at: int
    posts: int
    share: float = 0
    planted: np.ndarray | None = None
    parts: dict[str, list[Facts]] = field(default_factory=dict)

    @property
    def since(self) -> int:
        """The first day of which everything written bears witness: the Standard Safeguarding Dataset goes six years back."""
        return max(self.from_day, int(days.months_after(self.as_at, -72)))

    def add(self, noun: str, subject, start, end=None, *, at_end=(), **facts) -> None:
        """Put facts on the threads; those in `at_end` are known only once the period has ended."""
        start = np.asarray(start)
        columns = _columns(noun, subject, start, end, facts)
        later = columns["end"] > self.as_at
        columns["end"] = np.where(later, NEVER, columns["end"])
        for name in at_end:
            columns[name] = np.where(later, _unknown(_fact(noun, name)), columns[name])
        known = (start <= self.as_at) | (noun == "person")  # a child not yet born is known all the same
        self.parts.setdefault(noun, []).append(Facts(columns).keep(known))

    def table(self, noun: str) -> Facts:
        """Every fact of a noun; changing it changes the lives."""
        parts = self.parts.get(noun) or [empty(noun)]
        if len(parts) > 1:
            parts[:] = [Facts({name: np.concatenate([part[name] for part in parts]) for name in parts[0].columns})]
        return parts[0]

    def put(self, noun: str, facts: Facts) -> None:
        """Replace every fact of a noun."""
        self.parts[noun] = [facts]

    def settle(self) -> None:
        """Put every noun's facts in order of subject and day, without what has not happened by `as_at`."""
        for noun in list(self.parts):
            facts = self.table(noun)
            if noun != "person":
                facts = facts.keep(facts["start"] <= self.as_at)
            self.put(noun, facts.keep(np.lexsort((facts["start"], facts["subject"]))))

    def nouns(self) -> list[str]:
        """The nouns that have any facts, in the vocabulary's order."""
        return [noun for noun in NOUNS if noun in self.parts and len(self.table(noun))]


def empty(noun: str) -> Facts:
    """No facts of a noun."""
    none = np.empty(0, np.int64)
    return Facts(_columns(noun, none, none, None, {}))


def _fact(noun: str, name: str):
    return next(fact for fact in NOUNS[noun].facts if fact.name == name)


def _unknown(fact):
    return -1 if fact.name.endswith("_id") else UNKNOWN[fact.kind]


def _columns(noun: str, subject, start, end, facts: dict) -> dict[str, np.ndarray]:
    size = len(start)
    columns = {
        "subject": np.asarray(subject),
        "start": start,
        "end": _filled(NEVER if end is None else end, size),
        "minute": _filled(facts.pop("minute", NO_TIME), size),
        "end_minute": _filled(facts.pop("end_minute", NO_TIME), size),
    }
    stray = facts.keys() - {fact.name for fact in NOUNS[noun].facts}
    if stray:
        raise KeyError(f"{noun} has no fact {', '.join(sorted(stray))}")
    for fact in NOUNS[noun].facts:
        columns[fact.name] = _filled(facts.get(fact.name, _unknown(fact)), size, fact.kind)
    return columns


def _filled(value, size: int, kind: str = "number") -> np.ndarray:
    array = np.asarray(value)
    if kind == "yes_no":
        array = array.astype(np.int8)
    elif kind != "text":
        array = array.astype(np.int64)
    return array if array.shape else np.full(size, array)


@dataclass(frozen=True)
class Cases:
    """Children at the same point of the same journey: parallel arrays, and what is needed to carry them on.

    `id` numbers the case, for the ids of its records. `key` is what chance is asked with: brothers and sisters on one
    journey share it, so that they are visited, reviewed and closed on the same days. `more` carries what a journey
    wants to remember (the day of birth, the need), an array each.
    """

    lives: Lives
    chance: Chance
    child: np.ndarray
    id: np.ndarray
    key: np.ndarray
    more: dict[str, np.ndarray]

    def __len__(self):
        return len(self.child)

    def __getitem__(self, name: str) -> np.ndarray:
        return self.more[name]

    def of(self, chosen) -> "Cases":
        """Those chosen, by a mask or by their positions (again and again, if wanted)."""
        more = {name: values[chosen] for name, values in self.more.items()}
        return replace(self, child=self.child[chosen], id=self.id[chosen], key=self.key[chosen], more=more)

    def knowing(self, **more) -> "Cases":
        """The same cases, with more to remember."""
        return replace(self, more={**self.more, **{name: np.asarray(values) for name, values in more.items()}})

    def alone(self) -> "Cases":
        """The same cases, each with a chance of its own, brothers and sisters apart."""
        return replace(self, key=self.id)

    def once_more(self) -> "Cases":
        """The same children on a second journey: other ids, other chances."""
        return replace(self, id=self.id + 1, key=self.key + 1)

    def add(self, noun: str, start, end=None, **facts) -> None:
        """Put one fact on each child's thread."""
        self.lives.add(noun, self.child, start, end, **facts)

    def share(self, name: str, step=0) -> np.ndarray:
        """A number in [0, 1) for each."""
        return self.chance.share(self.key, name, step)

    def whole(self, name: str, low, high, step=0) -> np.ndarray:
        """A whole number from low to high for each."""
        return self.chance.whole(self.key, name, low, high, step)

    def yes(self, name: str, share, step=0) -> np.ndarray:
        """True for about this share of them."""
        return self.chance.yes(self.key, name, share, step)

    def pick(self, name: str, choices: dict, step=0) -> np.ndarray:
        """One of the choices for each."""
        return self.chance.pick(self.key, name, choices, step)

    def soon(self, name: str, day, low: int, high: int, step=0) -> np.ndarray:
        """A working day, low to high working days after the day (or the day itself, for none)."""
        return days.working_days_after(day, self.whole(name, low, high, step))

    def again(self, name: str, start, end, *gaps, any_day: bool = False) -> "Again":
        """What recurs after `start` and before `end`.

        Each of `gaps` is (low, high): the days from `start` to the first time, from that to the second, and so on; the
        last goes on. Days are working days (the nearest before), unless `any_day`.
        """
        start, end = _filled(start, len(self)), np.minimum(_filled(end, len(self)), self.lives.as_at + 1)
        active, last, step, found = np.arange(len(self)), start, 0, []
        while len(active):
            low, high = (_filled(each, len(self))[active] for each in gaps[min(step, len(gaps) - 1)])
            step += 1
            day = last + self.chance.whole(self.key[active], name, low, high, step)
            day = day if any_day else working_day_near(last, day)
            going = day < end[active]
            active, last = active[going], day[going]
            found.append((active, last, np.full(len(active), step)))
        return Again(self, *(np.concatenate(each) for each in zip(*found, strict=True))) if found else _no_more(self)


def working_day_near(after, day) -> np.ndarray:
    """The nearest working day that is not after the day, if there is one after `after`; otherwise the day itself."""
    back = days.on_or_before(day)
    return np.where(back > after, back, day)


@dataclass(frozen=True)
class Again:
    """The times that something happened: the position of its case, the day, and which time it was (from 1)."""

    of: Cases
    which: np.ndarray
    day: np.ndarray
    step: np.ndarray

    @property
    def cases(self) -> Cases:
        """The case of each time."""
        return self.of.of(self.which)

    def last(self, otherwise: np.ndarray) -> np.ndarray:
        """The last day of each case, or `otherwise` where it never happened."""
        latest = np.array(otherwise, dtype=np.int64)
        np.maximum.at(latest, self.which, self.day)
        return latest

    def nth(self, number: int) -> np.ndarray:
        """The day of that time for each case, or NEVER."""
        found = np.full(len(self.of), NEVER)
        chosen = self.step == number
        found[self.which[chosen]] = self.day[chosen]
        return found


def _no_more(cases: Cases) -> Again:
    none = np.empty(0, np.int64)
    return Again(cases, none, none, none)
