"""Fields that more than one kind asks for, and functions of Told that more than one gives."""

from collections.abc import Callable, Iterator, Mapping

from goldenthread.check.words import lower
from goldenthread.codes.lists import label
from goldenthread.record.kinds.agreed import agreed_in
from goldenthread.record.kinds.language import Field, Gives, choice, code, line, rows, section, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

HARM = {"physical": "Physical abuse", "sexual": "Sexual abuse", "emotional": "Emotional abuse", "neglect": "Neglect"}

AGENCIES = {
    "social_care": "Children's social care",
    "police": "Police",
    "health": "Health",
    "education": "School, nursery or college",
    "housing": "Housing",
    "probation": "Probation or youth justice",
    "adult": "Adult services, drug and alcohol or domestic abuse services",
    "other": "Somebody else",
}

HAPPENED = {"yes": "Yes", "partly": "Partly", "no": "No"}


def attended(name: str = "attended", words: str = "Who took part?", **more) -> Field:
    """Who took part, in a line."""
    return line(name, words, "Name and agency of each. Who was asked, and did not come?", **more)


def wishes(words: str = "What does the child say and want?", hint: str = "", **more) -> Field:
    """The child's own words: a section of each child's line."""
    return section("wishes", words, hint or "In the child's own words where you can; of a small child, what you saw.",
                   per_child=True, **more)  # fmt: skip


def wishes_answered(**more) -> Field:
    """What the child asked for, and what the meeting did with each wish."""
    asked = (
        line("wish", "The child wants", required=True),
        line("answer", "What the meeting did with it", required=True),
        line("why", "Why, if it cannot be"),
    )
    words = "What has the child asked for, and what did you do with each wish?"
    return rows("wishes_answered", words, asked, per_child=True, **more)


def last_time(**more) -> Field:
    """Last time's actions, and whether they happened."""
    asked = (
        line("action", "What was agreed", required=True),
        choice("happened", "Did it happen?", HAPPENED, required=True),
        line("why_not", "If not, why not, and what now?"),
    )
    return rows("last_time", "What was agreed last time, and did it happen?", asked, **more)


def why_empty() -> Field:
    """Why a section of minutes was left empty: asked before minutes are closed with one."""
    return text("why_empty", "If something here was not talked about, why?", "What is left empty is seen to be empty.")


def participation(**more) -> Field:
    """How the child took part in a meeting, by the national codes."""
    return code("participation", "How did the child take part?", "s903_review_code", per_child=True, required=True, **more)


def left_out(of: str, sections: Mapping[str, str | Callable[[Told], bool]], on: str = "") -> list[Gives]:
    """A fact for each section that is left empty: by its field, or a function that says that it is.

    `on`: the field of the day from which it is judged; by default the day it happened.
    """
    return [
        Gives(v.left_empty, on=on, where=empty if callable(empty) else _blank(empty),
              facts={"of": _always(of), "section": _always(section)})
        for section, empty in sections.items()
    ]  # fmt: skip


def _blank(name: str) -> Callable[[Told], bool]:
    return lambda told: not told.is_said(name)


def _always(value: str) -> Callable[[Told], str]:
    return lambda told: value


def not_gone_through(told: Told) -> bool:
    """Whether there were actions last time, and nobody says what became of them."""
    return not told.is_said("last_time") and bool(agreed_in(told.last()))


def lacks(name: str, column: str) -> Callable[[Told], bool]:
    """Whether any row of that name is without this."""
    return lambda told: any(not row.get(column) for row in told.get(name) or [])


PLAN_PARTS = {
    "outcomes": "outcomes",
    "how we will know": lacks("outcomes", "sign"),
    "who does it": lacks("outcomes", "who"),
    "by when": lacks("outcomes", "by"),
}
"""What every plan needs, whatever else it says."""

NOT_WORKING = {"what if it does not work": "contingency"}
WISHES = {"the child's wishes": "wishes"}
LAST_TIME = {"last time's actions": not_gone_through}


def entry_id(told: Told) -> str:
    """The entry's own id, by which other facts are linked to this one."""
    return told.entry_id


def of_earlier(kind: str) -> Callable[[Told], str | None]:
    """The id of the entry of that kind which this one follows from."""
    return lambda told: told.earlier(kind)


def says(name: str, *values) -> Callable[[Told], bool]:
    """Whether the field has one of these values; without values, whether it is filled."""
    return (lambda told: told.get(name) in values) if values else (lambda told: told.is_said(name))


def is_one_of(name: str, *values) -> Callable[[Told], bool | None]:
    """The same as a fact: not known where the field is blank."""
    return lambda told: told.get(name) in values if told.is_said(name) else None


def line_with(title: str, name: str, words: Mapping[str, str]) -> Callable[[Told], str]:
    """The title, and after a colon what was chosen, in words."""

    def written(told: Told) -> str:
        return f"{title}: {lower(words[told.get(name)])}" if told.get(name) in words else title

    return written


def line_with_code(title: str, name: str, of: str) -> Callable[[Told], str]:
    """The title, and after a colon what the code means."""

    def written(told: Told) -> str:
        meaning = label(of, told.get(name)) if told.is_said(name) else None
        return f"{title}: {lower(meaning)}" if meaning else title

    return written


def not_before(first: str, *later: str) -> Callable[[Told], Iterator[tuple[str, str]]]:
    """A check: none of these days is before the first."""

    def check(told: Told) -> Iterator[tuple[str, str]]:
        started = told.day(first)
        for name in later:
            day = told.day(name)
            if started and day and day < started:
                yield name, "This day is before it began."

    return check


def needs_to_end(ended: str, *names: str, words: str = "Say this before it is ended.") -> Callable[[Told], Iterator]:
    """A check: once the end is filled, these are too."""

    def check(told: Told) -> Iterator[tuple[str, str]]:
        for name in names:
            if told.is_said(ended) and not told.is_said(name):
                yield name, words

    return check
