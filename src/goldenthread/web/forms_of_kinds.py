"""The form of any kind of entry, from its declaration: what each input is called, what it offers, what was typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from goldenthread.codes.lists import codes_of
from goldenthread.record.access import today
from goldenthread.record.forms import Typed
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.models import Person

FEW = 12
"""As many may stand below one another; more are a list to choose from."""

AS_LISTS = {("visit", "purpose"), ("visit", "place")}
"""Fields already filled in as a rule: a list to choose from takes less room."""

FOLDED = {("visit", "present"), ("visit", "interpreter")}
"""Fields blank as a rule: they stand last in their part, under their own questions, a tap away."""


@dataclass
class Input:
    """One input as a template shows it.

    `widget`: line, text, number, day, moment, radios, checkboxes, select or rows. `options`: values and words. `inside`:
    inputs that belong to an option, by its value. `rows`: of rows, each with its inputs. `only_if`: when it is asked, in
    words, where it stands by itself. `fixed`: shown, and not to be changed. `theirs`: what another has written meanwhile.
    `folded`: a tap away until there is something in it.
    """

    name: str
    widget: str
    words: str
    hint: str = ""
    needed: bool = False
    values: Sequence[str] = ()
    time: str = ""
    error: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    inside: dict[str, list["Input"]] = field(default_factory=dict)
    rows: list[list["Input"]] = field(default_factory=list)
    only_if: str = ""
    fixed: bool = False
    theirs: str | None = None
    folded: bool = False

    @property
    def id(self) -> str:
        """Its id on the page."""
        return id_of(self.name)

    @property
    def value(self) -> str:
        """What was typed."""
        return self.values[0] if self.values else ""

    @property
    def in_words(self) -> str:
        """What was typed or chosen, as words."""
        words = dict(self.options)
        said = "; ".join(words.get(each, each) for each in self.values if each)
        return f"{said} at {self.time}" if self.time else said

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it to be read: typed, wrong, or written by another."""
        return bool(self.value or self.error or self.theirs is not None)

    @property
    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The options in their order; those that begin alike stand together, under what they share: "Not seen"."""
        found: list[tuple[str, list[tuple[str, str]]]] = []
        for start, alike in groupby(self.options, lambda option: option[1].partition(": ")[0]):
            options = list(alike)
            found.append((start if len(options) > 1 else "", options))
        return found

    def within(self) -> Iterator["Input"]:
        """The input itself, and those in it."""
        yield self
        for each in [one for inner in (*self.rows, *self.inside.values()) for one in inner]:
            yield from each.within()

    @property
    def input_class(self) -> str:
        """GOV.UK's class for how wide it is."""
        return {"number": "govuk-input--width-5", "day": "govuk-input--width-10"}.get(self.widget, "")


@dataclass
class Block:
    """Inputs under one heading: what is shared, or what is asked of each child (`child` is set)."""

    heading: str
    inputs: list[Input]
    child: Person | None = None


@dataclass
class Offers:
    """Whom a form may offer, as values and words: people of the family, carers (to fields called `carer`), and workers."""

    people: list[tuple[str, str]] = field(default_factory=list)
    carers: list[tuple[str, str]] = field(default_factory=list)
    workers: list[tuple[str, str]] = field(default_factory=list)

    def of(self, each: Field) -> list[tuple[str, str]]:
        """Those whom a field offers."""
        if each.kind == "worker":
            return self.workers
        if "carer" not in each.name:
            return self.people
        return self.people + [carer for carer in self.carers if carer not in self.people]


def id_of(name: str) -> str:
    """The id of an input: its name, without what an address would have to quote."""
    return "f-" + re.sub(r"[^\w-]", "-", name)


@dataclass
class Filling:
    """A form as it is being filled in: what was typed, what is wrong with it, by the name of the input.

    `is_new`: a form of something not on the record yet. `more`: the field of which one more row was asked for. `fixed`:
    names of inputs not to be changed. `theirs`: what another has written meanwhile. `role`: of whoever fills it in: what
    only others fill is shown where it is filled, and else not there.
    """

    kind: Kind
    typed: Typed
    children: Sequence[Person]
    offers: Offers
    faults: dict[str, str] = field(default_factory=dict)
    more: str = ""
    fixed: frozenset[str] = frozenset()
    theirs: Typed = field(default_factory=dict)
    is_new: bool = False
    role: str = ""

    def blocks(self) -> list[Block]:
        """The form from top to bottom: each heading's inputs, and of what is asked of each child a part for each."""
        found: list[Block] = []
        for heading, fields in _runs(self.kind.fields):
            if not fields[0].per_child:
                found.append(Block(heading, self._inputs(fields, "")))
                continue
            for number, child in enumerate(self.children):
                inputs = self._inputs(fields, f"@{child.pk}")
                for each in inputs if number else ():
                    each.hint = each.hint if each.needed else ""  # of the others it is not said again
                found.append(Block(heading, inputs, child))
        return found

    def _inputs(self, fields: Sequence[Field], suffix: str) -> list[Input]:
        made = {each.name: self.input(each, each.name + suffix) for each in fields}
        alone = []
        for each in fields:
            one = made[each.name]
            if not self._fills(each) and not (one.rows or one.value):
                continue
            if each.when:
                asked, value = each.when
                option = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
                other = made.get(asked)
                if other and other.widget == "radios" and not other.fixed and option in dict(other.options):
                    other.inside.setdefault(option, []).append(one)
                    continue
                one.only_if = self._only_if(asked, option)
            alone.append(one)
        return alone

    def _only_if(self, asked: str, option: str) -> str:
        field_ = self.kind.field(asked)
        return f"Only if you answered “{dict(self._options(field_, ())).get(option, option)}” to “{field_.words}”"

    def input(self, each: Field, name: str) -> Input:
        """The input of a field."""
        values = self.typed.get(name, [])
        made = Input(
            name, self._widget(each), each.words, each.hint, each.required, values,
            error=self.faults.get(name, ""), fixed=name in self.fixed or not self._fills(each),
            folded=(self.kind.name, each.name) in FOLDED,
        )  # fmt: skip
        if each.kind == "rows":
            blank = self._fills(each)
            made.rows = [self._row(each, name, number, not blank) for number in range(self._rows(name, blank))]
            made.fixed = not blank
        elif each.kind == "moment":
            made.time = next(iter(self.typed.get(f"{name}-time", [])), "")
        else:
            made.options = self._options(each, values)
        if {name, f"{name}-time"} & set(self.theirs):
            words = dict(made.options)
            theirs = self.theirs.get(name, []) + self.theirs.get(f"{name}-time", [])
            made.theirs = "; ".join(words.get(each, each) for each in theirs)
        return made

    def _fills(self, each: Field) -> bool:
        return not each.filled_by or self.role in each.filled_by

    def _rows(self, name: str, blank: bool) -> int:
        """How many rows are shown: those typed and, where one more was asked for or there is none, a blank one."""
        pattern = re.compile(re.escape(name) + r"\.(\d+)\.")
        numbers = [int(found[1]) for each in self.typed if (found := pattern.match(each))]
        return max(numbers, default=-1) + 1 + (blank and (not numbers or self.more == name))

    def _row(self, each: Field, name: str, number: int, fixed: bool) -> list[Input]:
        """The inputs of a row. When an action was done is not asked before there was time to do it."""
        inputs = [self.input(column, f"{name}.{number}.{column.name}") for column in each.fields]
        for one in inputs:
            one.fixed = one.fixed or fixed
        return [one for one in inputs if not (self.is_new and one.name.endswith(".done")) or one.value or one.error]

    def _widget(self, each: Field) -> str:
        if each.kind == "section":
            return "text"
        if each.kind in ("choices", "codes", "people"):
            return "checkboxes"
        if each.kind in ("choice", "code", "yes_no", "person", "worker"):
            many = len(self._options(each, ())) > FEW or each.kind == "worker" or (self.kind.name, each.name) in AS_LISTS
            return "select" if many else "radios"
        return each.kind

    def _options(self, each: Field, values: Iterable[str]) -> list[tuple[str, str]]:
        if each.kind == "yes_no":
            return [("yes", "Yes"), ("no", "No")]
        if each.kind in ("choice", "choices"):
            return list(each.choices)
        if each.kind in ("code", "codes"):
            used = (code for code in codes_of(each.codes).values() if code.is_used_on(today()) or code.code in values)
            return [(code.code, code.label or code.code) for code in used]
        return self.offers.of(each) if each.kind in ("person", "people", "worker") else []


def _runs(fields: Sequence[Field]) -> list[tuple[str, list[Field]]]:
    """The fields in their order, cut where the heading changes, or what is shared and what is asked of each child meet."""
    runs: list[tuple[str, list[Field]]] = []
    for each in fields:
        if not runs or runs[-1][0] != each.group or runs[-1][1][0].per_child != each.per_child:
            runs.append((each.group, []))
        runs[-1][1].append(each)
    return runs


def without_blank_rows(kind: Kind, typed: Typed) -> Typed:
    """What was typed with its rows numbered from 0 and none of them blank, as the body will have them."""
    names = [each.name for each in kind.fields if each.kind == "rows"]
    pattern = re.compile(rf"((?:{'|'.join(map(re.escape, names)) or '$.'})(?:@\d+)?)\.(\d+)\.(.+)")
    rows: dict[str, dict[int, Typed]] = {}
    kept: Typed = {}
    for name, values in typed.items():
        if found := pattern.fullmatch(name):
            rows.setdefault(found[1], {}).setdefault(int(found[2]), {})[found[3]] = values
        else:
            kept[name] = values
    for name, numbered in rows.items():
        filled = [row for _, row in sorted(numbered.items()) if any(value.strip() for values in row.values() for value in values)]
        for number, row in enumerate(filled):
            kept |= {f"{name}.{number}.{column}": values for column, values in row.items()}
    return kept


def only_asked(kind: Kind, body: dict) -> dict:
    """The body without answers to what is not asked: a reason of a choice that was then changed."""

    def asked(each: Field, said: dict) -> bool:
        return each.when is None or said.get(each.when[0]) == each.when[1]

    shared = body["shared"]
    by_name = {each.name: each for each in kind.fields}
    lines = {
        person: {name: value for name, value in line.items() if asked(by_name[name], shared | line)}
        for person, line in body["lines"].items()
    }
    return {"shared": {name: value for name, value in shared.items() if asked(by_name[name], shared)}, "lines": lines}
