'''What a kind of entry says of itself: form, page, history, search, facts, export and schema are then the same for all.

A kind is one module of this package with a module-level `KIND`. It is found by walking the package, not registered:

    KIND = Kind(
        "core_group", "Core group", "The group that carries out a child protection plan meets.",
        about="children",
        fields=[
            moment("held", "When did it meet?", required=True),
            *group("What was said",
                section("progress", "What has changed for the child since last time?"),
                section("wishes", "What does the child say?", per_child=True),
            ),
            actions(),
        ],
        happened="held",
        during=v.protection_plan,
        line="Core group met",
        gives=[Gives(v.core_group)],
        next_steps=["review_conference"],
    )

**The body of an entry** is {"shared": {field: value}, "lines": {person's id: {field: value}}}; a field that is
`per_child` stands in the line of each child, any other in `shared`. A field left blank is not in the body. Values:

| field | value |
|---|---|
| `text`, `section`, `line` | text, trimmed |
| `day` | "2025-03-31" |
| `moment` | "2025-03-31", or with an hour "2025-03-31T14:05:00+00:00" (UTC) |
| `yes_no` | true or false |
| `code`, `choice` | a code of codes/lists.json, or one of the choices |
| `codes`, `choices` | a list of these |
| `number` | a whole number |
| `person`, `people` | the id of a person (children and adults of the family, and others found by search), or a list of them |
| `worker` | the id of a worker |
| `rows` | a list of {field: value} |
'''

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from goldenthread.codes.lists import lists
from goldenthread.errors import UserError
from goldenthread.record.kinds.told import Told
from goldenthread.standards.language.nouns import Named
from goldenthread.workforce.roles import ROLES

FIELD_KINDS = (
    "text", "section", "line", "day", "moment", "yes_no", "code", "codes", "choice", "choices", "number", "person",
    "people", "worker", "rows",
)  # fmt: skip
ABOUT = ("children", "child", "worker", "carer", "recommendation")
SIGNIFICANCE = ("key", "ordinary")
THEMES = (
    "front door", "seeing the child", "the child's voice", "assessment", "protection", "child in need", "family", "care",
    "permanence", "health", "education", "missing and exploitation", "leaving care", "court", "oversight", "other",
)  # fmt: skip
"""By what the chronology may be filtered."""
PRACTITIONERS = frozenset(name for name, role in ROLES.items() if role.writes)
DECIDERS = frozenset(name for name, role in ROLES.items() if role.decides)


class KindError(UserError):
    """A mistake in the declaration of a kind, told to its author when it is built."""


@dataclass(frozen=True)
class Field:
    """One thing a form asks. `words`: the question as the worker reads it; `hint`: a prompt under it.

    `required`: must be filled to finish (a draft may always lack it). `when`: (another field, value): asked, and if
    `required` required, only then. `past`: a day in the future is a fault. `reader`: who reads it, where that is not
    plain: no page asks for what nobody reads. `group`: the heading it stands under. `filled_by`: the roles that may fill
    it, where not everyone may who makes the entry.
    """

    name: str
    kind: str
    words: str
    hint: str = ""
    required: bool = False
    per_child: bool = False
    codes: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    fields: tuple["Field", ...] = ()
    when: tuple[str, Any] | None = None
    past: bool = True
    reader: str = ""
    group: str = ""
    filled_by: frozenset[str] = frozenset()

    def __post_init__(self):
        if self.kind not in FIELD_KINDS:
            raise KindError(f"The field {self.name!r} is one of {', '.join(FIELD_KINDS)}, not {self.kind!r}.")
        if self.kind in ("code", "codes") and self.codes not in lists():
            raise KindError(f"The field {self.name!r} names no code list: {self.codes!r}.")
        if (self.kind in ("choice", "choices")) != bool(self.choices):
            raise KindError(f"The field {self.name!r}: kind 'choice' and choices= go together.")
        if (self.kind == "rows") != bool(self.fields):
            raise KindError(f"The field {self.name!r}: kind 'rows' and fields= go together.")


def text(name: str, words: str, hint: str = "", **more) -> Field:
    """Paragraphs."""
    return Field(name, "text", words, hint, **more)


def section(name: str, words: str, hint: str = "", **more) -> Field:
    """A section of minutes: paragraphs under a heading of their own, seen to be empty where they are."""
    return Field(name, "section", words, hint, **more)


def line(name: str, words: str, hint: str = "", **more) -> Field:
    """A few words."""
    return Field(name, "line", words, hint, **more)


def day(name: str, words: str, hint: str = "", **more) -> Field:
    """A day; by default not in the future."""
    return Field(name, "day", words, hint, **more)


def moment(name: str, words: str, hint: str = "", **more) -> Field:
    """A day, and the time where it is known; by default not in the future."""
    return Field(name, "moment", words, hint, **more)


def yes_no(name: str, words: str, hint: str = "", **more) -> Field:
    """Yes or no."""
    return Field(name, "yes_no", words, hint, **more)


def code(name: str, words: str, codes: str, hint: str = "", **more) -> Field:
    """One code of a list of codes/lists.json."""
    return Field(name, "code", words, hint, codes=codes, **more)


def codes(name: str, words: str, of: str, hint: str = "", **more) -> Field:
    """Several codes of a list."""
    return Field(name, "codes", words, hint, codes=of, **more)


def choice(name: str, words: str, choices: Mapping[str, str], hint: str = "", **more) -> Field:
    """One of a few, given as {value: words}."""
    return Field(name, "choice", words, hint, choices=tuple(choices.items()), **more)


def choices(name: str, words: str, of: Mapping[str, str], hint: str = "", **more) -> Field:
    """Several of a few."""
    return Field(name, "choices", words, hint, choices=tuple(of.items()), **more)


def number(name: str, words: str, hint: str = "", **more) -> Field:
    """A whole number."""
    return Field(name, "number", words, hint, **more)


def person(name: str, words: str, hint: str = "", **more) -> Field:
    """Someone of the family, or another person on the record."""
    return Field(name, "person", words, hint, **more)


def people(name: str, words: str, hint: str = "", **more) -> Field:
    """Several people on the record."""
    return Field(name, "people", words, hint, **more)


def worker(name: str, words: str, hint: str = "", **more) -> Field:
    """Someone who works here."""
    return Field(name, "worker", words, hint, **more)


def rows(name: str, words: str, fields: Sequence[Field], hint: str = "", **more) -> Field:
    """A list of things, each with the same few fields."""
    return Field(name, "rows", words, hint, fields=tuple(fields), **more)


def actions(name: str = "actions", words: str = "What happens next?", hint: str = "", **more) -> Field:
    """Actions: what, who, by when; and, later, when it was done."""
    asked = (
        line("what", "What will be done", required=True),
        line("who", "Who will do it", required=True),
        day("by", "By when", required=True, past=False),
        day("done", "Done on"),
    )
    return rows(name, words, asked, hint, **more)


def outcomes(name: str = "outcomes", words: str = "What will be different for the child?", **more) -> Field:
    """Outcomes of a plan, each with how anyone will know, who sees to it, and by when."""
    asked = (
        line("outcome", "What will be different", required=True),
        line("sign", "How will we know"),
        line("action", "What will be done", required=True),
        line("who", "Who will do it", required=True),
        day("by", "By when", required=True, past=False),
        choice("service", "Is it a service to wait for?", {"yes": "Yes", "no": "No"}),
        day("done", "Done on"),
    )
    return rows(name, words, asked, **more)


def group(heading: str, *fields: Field) -> list[Field]:
    """The fields under one heading."""
    return [replace(each, group=heading) for each in fields]


EACH = "each"
"""In `Gives.facts`: the value of the list that `Gives.each` names."""

MADE = "made_at"
"""In `Gives.on`: the day the entry was made, whatever day it tells of."""


@dataclass(frozen=True)
class Gives:
    """How an entry of a kind becomes facts of a noun, one for each child it is about.

    `on`, `until`: the fields with its first and last day; by default the kind's `happened` and `ended`. Without a day
    in them there is no fact. `facts`: each fact of the noun, from a field, or a function of Told. `where`: a function
    of Told; without it, always. `on=MADE`: the day it was written down. `each`: a field with several values, each of
    which gives a fact (EACH is that value); of `rows` each row, whose fields are then read before the entry's.
    """

    noun: Named
    on: str = ""
    until: str = ""
    facts: Mapping[str, str | Callable[[Told], Any]] = field(default_factory=dict)
    where: Callable[[Told], bool] | None = None
    each: str = ""

    def __post_init__(self):
        unknown = set(self.facts) - {fact.name for fact in self.noun.facts}
        if unknown:
            raise KindError(f"Gives of {self.noun.name!r}: the noun has no fact {', '.join(sorted(unknown))}.")


@dataclass(frozen=True)
class Kind:
    """One kind of entry.

    `purpose`: a sentence, shown above the form. `about`: `children` (brothers and sisters together, a line for each),
    `child`, `worker`, `carer` or `recommendation`. `happened`, `ended`: the fields with the day it happened or began,
    and, of what lasts, ended. `line`: its line in the chronology: text, or a function of Told. `made_by`: the roles
    that may make one; `read_by`: those that may read it, where not everyone may who may open the child's record.
    `private`: about a worker, and read only by that worker and whoever made it. `ended_alone`: the field of each child's
    line with the day it ended for that child, where that is another day. `significance`: `key` or `ordinary`, until a
    worker says otherwise. `theme`: of the chronology's filter. `next_steps`: kinds that may follow from it. `during`: the
    period it must fall in. `replaces`: beginning one ends the one that is open. `ended_with`: kinds whose end ends it too.
    `checks`: functions of Told, for each child, that yield (field, sentence) for what cannot be right. `version`,
    `upcasters`: {version: function of an older body}. `gives`: its facts on the thread.
    """

    name: str
    title: str
    purpose: str
    about: str
    fields: Sequence[Field]
    happened: str
    line: str | Callable[[Told], str]
    ended: str = ""
    ended_alone: str = ""
    gives: Sequence[Gives] = ()
    made_by: frozenset[str] = PRACTITIONERS
    read_by: frozenset[str] = frozenset()
    private: bool = False
    significance: str = "ordinary"
    theme: str = ""
    next_steps: Sequence[str] = ()
    during: Named | None = None
    replaces: bool = False
    ended_with: Sequence[str] = ()
    checks: Sequence[Callable[[Told], Iterator[tuple[str, str]]]] = ()
    version: int = 1
    upcasters: Mapping[int, Callable[[dict], dict]] = field(default_factory=dict)

    def __post_init__(self):
        where = f"The kind {self.name!r}: "
        names = [each.name for each in self.fields]
        if len(set(names)) != len(names):
            raise KindError(where + "two fields share a name.")
        if self.about not in ABOUT:
            raise KindError(where + f"about is one of {', '.join(ABOUT)}, not {self.about!r}.")
        for name in filter(None, (self.happened, self.ended)):
            if name not in names or self.field(name).kind not in ("day", "moment") or self.field(name).per_child:
                raise KindError(where + f"{name!r} is no day that all its children share.")
        alone = self.ended_alone
        if alone and not (self.ended and alone in names and self.field(alone).per_child and self.field(alone).kind == "day"):
            raise KindError(where + f"{alone!r} is no day of each child's line, or the kind does not last.")
        if (self.replaces or self.ended_with) and self.about == "children" and not alone:
            raise KindError(where + "what another entry ends is about one child, or can end for one alone (ended_alone).")
        if self.private and self.about != "worker":
            raise KindError(where + "only what is about a worker is private.")
        if self.theme and self.theme not in THEMES:
            raise KindError(where + f"theme is one of {', '.join(THEMES)}, not {self.theme!r}.")
        if self.significance not in SIGNIFICANCE:
            raise KindError(where + f"significance is {' or '.join(SIGNIFICANCE)}.")
        if set(range(1, self.version)) != set(self.upcasters):
            raise KindError(where + f"version {self.version} needs an upcaster from each version before it.")

    def field(self, name: str) -> Field:
        """The field of this name."""
        return next(each for each in self.fields if each.name == name)

    @property
    def lasts(self) -> bool:
        """Whether it begins something that ends another day."""
        return bool(self.ended)

    def upcast(self, body: dict, version: int) -> dict:
        """An older body as this version of the kind would have it; the body itself is not changed."""
        for each in range(version, self.version):
            body = self.upcasters[each](body)
        return body
