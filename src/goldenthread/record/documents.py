"""What a document that leaves is made of: parts with headings, each of passages, as the one who prepares it may see them.

`compose` reads the record; what of it is not meant for the recipient is found by record/disclosure.py, and `copy_of`
writes the copy that is issued and kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from django.db.models import Q
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from goldenthread.check.words import day as in_words
from goldenthread.record import access
from goldenthread.record.kinds.language import Kind
from goldenthread.record.models import Address, Entry, Person, PreparedDocument, Relationship
from goldenthread.record.relationships import TIES
from goldenthread.record.shown import ShownEntry, Table, shown_many
from goldenthread.record.story import story
from goldenthread.workforce.models import Worker

WHATS = {
    "entries": "One entry, or several",
    "chronology": "The chronology",
    "overview": "Who the child is, and the family",
    "letter": "A letter to the child",
}
RECIPIENTS = {
    "child": "The child",
    "family": "Somebody of the family",
    "professional": "A professional",
    "court": "The court",
}
WITHHELD = (
    "Some of the record is not given, because the law allows or requires it to be withheld. You may ask the authority to look "
    "at this again, and you may complain to the Information Commissioner."
)
SOURCES = {"caller": True, "referrer": True, "informant": True, "source": False}
"""Fields that say who told the service, and whether by name: shown to nobody outside unless somebody says why."""


@dataclass(frozen=True)
class Passage:
    """Something that is said, under its heading. `key`: where it stands. `whose`: another child, whose line it is.

    `is_source`: it says who told the service; `is_name`: by name, to be looked for elsewhere too.
    """

    key: str
    heading: str
    value: str | Table
    whose: Person | None = None
    is_source: bool = False
    is_name: bool = False

    def texts(self) -> Iterator[str]:
        """Every text of it."""
        if isinstance(self.value, str):
            yield self.value
        else:
            for row in self.value.rows:
                yield from row

    def changed(self, change: Callable[[str], str]) -> "Passage":
        """The same with every text changed."""
        if isinstance(self.value, str):
            return replace(self, value=change(self.value))
        return replace(self, value=Table(self.value.headings, tuple(tuple(map(change, row)) for row in self.value.rows)))


@dataclass(frozen=True)
class Part:
    """A part of a document. `entry`: the entry it is made of; `is_private`: of a kind that only some roles may read."""

    key: str
    title: str
    passages: list[Passage]
    note: str = ""
    entry: Entry | None = None
    is_private: bool = False
    people: tuple[Person, ...] = field(default=())


def compose(by: Worker, prepared: PreparedDocument) -> list[Part]:
    """The parts of a document, as this worker may see them; the first holds its title."""
    made = {"chronology": _chronology, "overview": _overview, "letter": _letter, "entries": _entries, "record": _record}[
        prepared.what
    ]
    return [Part("title", "", [Passage("title", "Title", prepared.title)]), *made(by, prepared)]


def choosable(by: Worker, person: Person) -> list[ShownEntry]:
    """The entries of a child that may go into a document, the latest first: none that was made in error."""
    entries = Entry.objects.filter(people__in=person.ids, withdrawn_at=None).order_by("-began_on", "-pk").distinct()
    return shown_many(by, entries, person)


def _entries(by: Worker, prepared: PreparedDocument) -> Iterator[Part]:
    wanted = set(prepared.entries)
    found = [each for each in choosable(by, prepared.person) if each.entry.pk in wanted]
    for each in sorted(found, key=lambda each: (each.began_on, each.entry.pk)):
        yield _entry(each, prepared.person)


def _record(by: Worker, prepared: PreparedDocument) -> Iterator[Part]:
    """The answer to a request for the record: who the child is, and the entries that are given."""
    yield from _overview(by, prepared)
    yield from _entries(by, prepared)
    withheld = [each for each in prepared.subject_access.decisions.values() if each.get("decision") == "withhold"]
    if withheld:
        yield Part("withheld", "What is not here", [Passage("withheld.said", "", WITHHELD)])


def _entry(shown: ShownEntry, person: Person) -> Part:
    key = f"entry-{shown.entry.pk}"
    names = {each.words: each.name for each in shown.kind.fields}
    passages = [
        Passage(f"{key}-{names[said.label]}", said.label, said.value, is_source=names[said.label] in SOURCES,
                is_name=SOURCES.get(names[said.label], False))
        for group in shown.shared or () for said in group.said if said.value
    ]  # fmt: skip
    for line in shown.lines:
        whose = None if line.person.pk == person.pk else line.person
        passages += [Passage(f"{key}-{names[said.label]}-{line.person.pk}", said.label, said.value, whose)
                     for said in line.said if said.value]  # fmt: skip
    note = f"Written by {shown.made_by} on {in_words(shown.made_at.date())}."
    title = f"{shown.title}, {in_words(shown.began_on)}"
    return Part(key, title, passages, note, shown.entry, _is_private(shown.kind), tuple(shown.about))


def _is_private(kind: Kind) -> bool:
    return bool(kind.read_by) or getattr(kind, "private", False)


def _chronology(by: Worker, prepared: PreparedDocument) -> Iterator[Part]:
    moments = [each for each in story(by, prepared.person) if each.significance != "hidden" and not each.withdrawn]
    rows = tuple((in_words(each.day), each.words, each.childs_perspective) for each in reversed(moments))
    headings = ("Day", "What happened", "What it was for the child")
    yield Part("chronology", "Chronology", [Passage("chronology.lines", "", Table(headings, rows))])


def _overview(by: Worker, prepared: PreparedDocument) -> Iterator[Part]:
    child = prepared.person
    born = in_words(child.born_on) if child.born_on else "Not yet born, or not known"
    said = [Passage("overview.name", "Name", child.name), Passage("overview.born", "Born", born)]
    homes = Address.objects.filter(person=child, ended_on=None).order_by("pk")
    said += [Passage(f"overview.address.{each.pk}", each.get_kind_display(), f"{each.lines}\n{each.postcode}".strip())
             for each in homes if each.lines or each.postcode]  # fmt: skip
    family = tuple((other.name, words) for other, words in relatives_of(by, child))
    if family:
        said.append(Passage("overview.family", "Family", Table(("Name", "What they are to the child"), family)))
    yield Part("overview", child.name, said)


def relatives_of(by: Worker, child: Person) -> list[tuple[Person, str]]:
    """The people related to a child whom the worker may see, each with what they are to the child, in words."""
    ties = Relationship.objects.filter(Q(person=child) | Q(other=child), ended_on=None).select_related("person", "other")
    seen = set(access.people(by).values_list("pk", flat=True).filter(
        pk__in={pk for tie in ties for pk in (tie.person_id, tie.other_id)}))  # fmt: skip
    found = {}
    for tie in ties:
        other, name = (tie.person, tie.kind) if tie.other_id == child.pk else (tie.other, _inverse(tie.kind))
        if other.pk in seen and other.pk != child.pk:
            found.setdefault(other.pk, (other, TIES[name].in_words(other) if name in TIES else name))
    return list(found.values())


def _inverse(kind: str) -> str:
    return TIES[kind].inverse if kind in TIES else "relative"


def _letter(by: Worker, prepared: PreparedDocument) -> Iterator[Part]:
    yield Part("letter", "", [Passage("letter.text", "", prepared.text)])


# ------------------------------------------------------------------------------------------------------------ THE COPY


def copy_of(prepared: PreparedDocument, parts: list[Part], by: Worker, day: str) -> str:
    """The document as it is issued and kept: HTML that needs nothing else, every text escaped."""
    title, rest = parts[0].passages[0].value, parts[1:]
    about = "" if prepared.what == "letter" else format_html(
        "<p>Issued to {} on {} by {}. For: {}. What is not meant for the reader has been removed, and it says so "
        "where that was done. It may not be passed on to anyone else.</p>\n",
        prepared.recipient, day, by.name, prepared.purpose,
    )  # fmt: skip
    return format_html("<h1>{}</h1>\n{}{}", title, about, format_html_join("", "{}", ((_part(part),) for part in rest)))


def _part(part: Part) -> SafeString:
    heading = format_html("<h2>{}</h2>\n", part.title) if part.title else ""
    note = format_html('<p class="gt-copy__note">{}</p>\n', part.note) if part.note else ""
    return format_html("<section>{}{}{}</section>\n", heading, note,
                       format_html_join("", "{}", ((_passage(each),) for each in part.passages)))  # fmt: skip


def _passage(passage: Passage) -> SafeString:
    heading = format_html("<h3>{}</h3>\n", passage.heading) if passage.heading else ""
    if isinstance(passage.value, str):
        return format_html("{}{}", heading, paragraphs(passage.value))
    head = format_html_join("", '<th scope="col">{}</th>', ((each,) for each in passage.value.headings))
    rows = format_html_join("", "<tr>{}</tr>\n", ((format_html_join("", "<td>{}</td>", ((cell,) for cell in row)),)
                                                 for row in passage.value.rows))  # fmt: skip
    table = '{}<table class="govuk-table"><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table>\n'
    return format_html(table, heading, head, rows)


def paragraphs(text: str) -> SafeString:
    """A text as paragraphs, its line breaks kept."""
    return mark_safe("".join(f"<p>{escape(each).replace(chr(10), '<br>')}</p>\n" for each in text.split("\n\n") if each.strip()))
