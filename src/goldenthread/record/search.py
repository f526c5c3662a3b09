"""Finding people and what was written: kept up to date by the actions; access is part of every query, never a sieve after it.

`find_people`: by parts of names in any order, as written or as they sound; by ids; by days of birth, nearly right too.
`find_text`: what was written, with a snippet. Each is one page, and costs the same number of queries whatever it finds.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from goldenthread.record import access
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.masking import Masker
from goldenthread.record.models import Entry, EntryPerson, Person, SearchKey, SearchText
from goldenthread.record.policies import values
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.record.some import in_parts
from goldenthread.record.sounds import day_in, fold, ids, near, parts, sounds, swapped
from goldenthread.workforce.models import Worker

PAGE = 20
STRETCH = 100_000
"""Characters in one row of the full-text index: PostgreSQL refuses a row whose words take more than a megabyte."""

MOST_WORDS = 12
ACCENTED = {"a": "àáâãäåą", "c": "çćč", "e": "èéêëę", "g": "ğ", "i": "ìíîïı", "l": "ł", "n": "ñńň", "o": "òóôõöø", "s": "śšş",
            "u": "ùúûü", "y": "ýÿ", "z": "żźž"}  # fmt: skip
AROUND = 90
"""Characters of a snippet on either side of what was found."""

"""Of a line, whose record it belongs to: that of the person it is about, or the one theirs was merged into."""

Keys = set[tuple[str, str]]


# What a person can be found by


def index_person(person: Person) -> None:
    """Bring what a person can be found by up to date; of two merged records, under the one that goes on."""
    index_people([person.merged_into_id or person.pk])


def index_people(pks: Iterable[int]) -> None:
    """The same for many, in a fixed number of queries. Records that were merged into others have no keys of their own."""
    pks = list(pks)
    persons = Person.objects.filter(pk__in=pks).prefetch_related("other_names", "merged__other_names")
    with transaction.atomic():
        SearchKey.objects.filter(Q(person__in=pks) | Q(person__merged_into__in=pks)).delete()
        rows = (SearchKey(person=person, kind=kind, key=key) for person in persons if not person.merged_into_id
                for kind, key in sorted(keys_of(person)))  # fmt: skip
        SearchKey.objects.bulk_create(rows, batch_size=2000)


def keys_of(person: Person) -> Keys:
    """What this person, with whoever was merged into them, can be found by: (kind, key)."""
    found: Keys = set()
    for each in (person, *person.merged.all()):
        named = [each.forename, each.surname, each.known_as]
        named += [name for other in each.other_names.all() for name in (other.forename, other.surname)]
        for part in {part for name in named for part in parts(name)}:
            found |= {("name", part), *(("sound", sound) for sound in sounds(part))}
        found |= {("id", key) for value in (each.number, each.upn) if value for key in ids(value)}
    return found


def reindex(pks: Sequence[int] | None = None, entries: bool = True) -> None:
    """Make search again from the record: of these people, or of all; and, unless told not to, of every entry."""
    every = list(Person.objects.values_list("pk", flat=True)) if pks is None else list(pks)
    for part in in_parts(every, 500):
        index_people(part)
    if entries:
        with transaction.atomic():
            SearchText.objects.all().delete()
            every_entry = Entry.objects.prefetch_related("versions").iterator(chunk_size=500)
            rows = (row for entry in every_entry for row in _texts(entry))
            for part in in_parts(rows, 1000):
                SearchText.objects.bulk_create(part)


# What was written


def index_entry(entry: Entry) -> None:
    """Bring the search text of an entry up to what it says."""
    SearchText.objects.filter(entry=entry).delete()
    SearchText.objects.bulk_create(_texts(entry))


def _texts(entry: Entry) -> Iterator[SearchText]:
    """What an entry says, in stretches: what all it is about share, then of each. What is private is in no index."""
    kind = kind_of(entry)
    if kind.private:
        return
    body = body_of(latest(entry), kind)
    said: dict[int | None, list[str]] = {None: [f"{kind.title}."]}
    for asked, name, value in values(kind, body):
        person = int(name.partition("@")[2].partition(".")[0]) if "@" in name else None
        said.setdefault(person, []).append(_in_words(asked, value))
    for person, texts in said.items():
        for stretch in _stretches("\n".join(filter(None, texts))):
            yield SearchText(entry=entry, person_id=person, text=stretch)


def _in_words(asked: Field, value) -> str:
    if asked.kind in ("text", "section", "line"):
        return value.replace("\0", "")
    if asked.kind in ("choice", "choices"):
        return "; ".join(dict(asked.choices).get(each, "") for each in (value if isinstance(value, list) else [value]))
    return ""


def _stretches(text: str) -> Iterator[str]:
    while len(text) > STRETCH:
        cut = text.rfind(" ", 0, STRETCH)
        cut = cut if cut > 0 else STRETCH
        yield text[:cut]
        text = text[cut:]
    if text.strip():
        yield text


# Asking for people


@dataclass(frozen=True)
class Page:
    """One page of what was found, and whether there is another."""

    found: list
    more: bool

    def __iter__(self) -> Iterator:
        return iter(self.found)

    def __bool__(self) -> bool:
        return bool(self.found)


def _page(found: QuerySet, number: int) -> Page:
    start = (max(number, 1) - 1) * PAGE
    rows = list(found[start : start + PAGE + 1])
    return Page(rows[:PAGE], len(rows) > PAGE)


@dataclass
class Asked:
    """What was typed, taken apart: words that may be parts of names, what may be ids, and days of birth."""

    words: list[set[str]] = field(default_factory=list)
    numbers: list[set[str]] = field(default_factory=list)
    days: list[dt.date] = field(default_factory=list)


def asked_for(words: str) -> Asked:
    """Take what was typed apart."""
    asked = Asked()
    spaced = re.sub(r"(\d{1,2}) +([A-Za-z]{3,9}|\d{1,2}) +(\d{4})", r"\1/\2/\3", words)
    for word in spaced.replace(",", " ").split()[:MOST_WORDS]:
        day = day_in(word)
        if day:
            asked.days.append(day)
        elif any(letter.isdigit() for letter in word):
            asked.numbers.append(ids(word))
        else:
            found = parts(word)
            asked.words.append({part for part in found if len(part) > 1 or len(found) == 1})
    asked.words = [each for each in asked.words if each]
    return asked


def find_people(by: Worker, words: str, page: int = 1) -> Page:
    """The people meant, likeliest first, of those whom the worker may know of.

    Every word has to be met, one of three or more may be missing; with a day of birth nearly right, one is enough.
    """
    asked = asked_for(words)
    if not (asked.words or asked.numbers or asked.days):
        return Page([], False)
    return _page(meant(access.findable(by), asked).order_by("-likeness", "surname", "forename", "pk"), page)


def meant(among: QuerySet[Person], asked: Asked, besides: Q | None = None, needing: set[str] | None = None) -> QuerySet[Person]:
    """Those among these people who may be meant, with `likeness`: a number, the higher the likelier.

    `besides`: those who are meant as well where their name is like `needing`, alternatives of one word.
    """
    names = [_named(each) for each in asked.words]
    numbers = [Q(kind="id", key__in=each) for each in asked.numbers]
    close = _any(Q(born_on__in=near(day)) | Q(expected_on__in=near(day)) for day in asked.days)
    keyed = Q(pk__in=SearchKey.objects.filter(_any([*names, *numbers])).values("person"))
    likeness = [(_has(each), 2) for each in names] + [(_has(each), 20) for each in numbers]
    likeness += [(_has(Q(kind="name", key__in=each)), 4) for each in asked.words]
    likeness += [weighed for day in asked.days for weighed in
                 ((Q(born_on=day) | Q(expected_on=day), 6), (Q(born_on=swapped(day) or day), 2), (close, 3))]  # fmt: skip
    wanted = Q(met__gte=len(names) - (len(names) > 2)) if names else Q(pk__in=[])
    wanted |= Q(numbered__gte=1) | ((close & Q(met__gte=1)) if names else close)
    if besides and needing:
        wanted |= besides & Q(_has(_named(needing)))
        likeness.append((besides, 3))
    return (
        among.filter(keyed if names else keyed | close)
        .annotate(met=_total((_has(each), 1) for each in names), numbered=_total((_has(each), 1) for each in numbers))
        .filter(wanted)
        .annotate(likeness=_total(likeness))
    )


def _named(alternatives: set[str]) -> Q:
    """Keys that one word may mean: the part of a name itself, what begins with it, what sounds like it."""
    sounding = {sound for part in alternatives for sound in sounds(part)}
    begun = max(alternatives, key=len)
    return (
        Q(kind="name", key__in=alternatives)
        | Q(kind="name", key__gte=begun, key__lte=begun + "z" * 20)
        | Q(kind="sound", key__in=sounding)
    )


def _has(key: Q) -> Exists:
    return Exists(SearchKey.objects.filter(key, person=OuterRef("pk")))


def _any(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def _total(weighed):
    """The sum of the weights of what holds."""
    total = Value(0, output_field=IntegerField())
    for condition, weight in weighed:
        total = total + Case(When(condition, then=Value(weight)), default=Value(0), output_field=IntegerField())
    return total


# Asking for what was written


@dataclass(frozen=True)
class FoundText:
    """An entry in which the words stand, as this reader may know of it: of whom, and the words with what is around them."""

    entry: Entry
    kind: Kind
    persons: list[Person]
    before: str
    words: str
    after: str


def find_text(by: Worker, words: str, page: int = 1) -> Page:
    """The entries that say all these words, in what the worker may read; the latest first."""
    typed = re.findall(r"[^\W_]+", fold(words))[:MOST_WORDS]
    if not typed:
        return Page([], False)
    rows = SearchText.objects.filter(pk__in=_saying(typed)).annotate(whose=access.WHOSE).filter(readable_text(by))
    rows = _page(rows.select_related("entry").order_by("-entry__began_on", "-entry_id", "pk"), page)
    return Page(list(_shown(by, rows.found, typed)), rows.more)


def _saying(typed: list[str]) -> RawSQL:
    """The rows that say every one of these words, or another form of it."""
    if connection.vendor == "sqlite":
        quoted = " ".join(f'"{word}"' for word in typed)
        return RawSQL("SELECT rowid FROM record_searchtext_words WHERE record_searchtext_words MATCH %s", [quoted])
    asked = "plainto_tsquery('goldenthread'::regconfig, %s)"
    return RawSQL(f"SELECT id FROM record_searchtext WHERE words @@ {asked}", [" ".join(typed)])


def readable_text(by: Worker) -> Q:
    """Which rows of the search text, with `whose`, a worker may read: what access.check_read_entry and record/shown.py say,
    within the query."""
    secret = [kind.name for kind in kinds().values() if kind.read_by and by.role not in kind.read_by]
    may = Q(pk__in=[])
    for subject, seen in (("child", access.children(by)), ("carer", _carers(by))):
        lines = EntryPerson.objects.filter(entry=OuterRef("entry"))
        others = lines.annotate(whose=access.WHOSE).exclude(whose__in=seen.values("pk"))
        line, shared = Q(whose__in=seen.values("pk")), Q(person=None) & Exists(lines) & ~Exists(others)
        may |= Q(entry__subject_type=subject) & (line | shared)
    if by.kind_of_role.decides:
        below = Q() if by.kind_of_role.children == "all" else Q(entry__worker__team__in=access.teams(by))
        may |= Q(entry__subject_type="worker") & below
    may |= Q(entry__subject_type="worker", entry__worker=by)
    if by.kind_of_role.children != "chosen":
        may |= Q(entry__subject_type="recommendation")
    private = [kind.name for kind in kinds().values() if kind.private]
    may &= ~Q(entry__kind__in=secret) | Q(entry__made_by=by)
    may &= ~Q(entry__kind__in=private) | Q(entry__made_by=by) | Q(entry__worker=by)
    return may if access.may_sign_in(by) else Q(pk__in=[])


def _carers(by: Worker) -> QuerySet[Person]:
    """The carers among access.people(by); SQLite cannot take a query as deep as that one in this."""
    if by.kind_of_role.writes:
        return Person.objects.filter(access.fence(by), is_carer=True, merged_into=None)
    return access.children(by).filter(is_carer=True)


def _shown(by: Worker, rows: list[SearchText], typed: list[str]) -> Iterator[FoundText]:
    """Each entry once, with what this reader may not see taken out: where the words went with it, nothing was found."""
    about: dict[int, list[Person]] = {}
    lines = EntryPerson.objects.filter(entry__in={row.entry_id for row in rows}).annotate(whose=access.WHOSE).order_by("pk")
    for line in lines.filter(whose__in=access.people(by).values("pk")).select_related("person__merged_into"):
        about.setdefault(line.entry_id, []).append(line.person.survivor)
    masker = Masker(by, list({person.pk: person for persons in about.values() for person in persons}.values()))
    patterns, seen = [_pattern(word) for word in typed], set()
    for row in rows:
        text = masker.text(row.text)
        if row.entry_id in seen or (text != row.text and not all(pattern.search(text) for pattern in patterns)):
            continue
        seen.add(row.entry_id)
        yield FoundText(row.entry, kinds()[row.entry.kind], about.get(row.entry_id, []), *_snippet(text, patterns))


def _pattern(word: str) -> re.Pattern:
    """Forms of a word, with or without accents."""
    stem = re.sub(r"(ing|ed|es|s|ly|y|e)$", "", word) if len(word) > 4 else word
    letters = (f"[{letter}{ACCENTED.get(letter, '')}]" for letter in stem)
    return re.compile(r"\b" + "".join(letters) + r"\w*", re.IGNORECASE)


def _snippet(text: str, patterns: list[re.Pattern]) -> tuple[str, str, str]:
    found = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    start, end = found.span() if found else (0, 0)
    first = max(start - AROUND, 0)
    before, after = text[first:start], text[end : end + AROUND]
    return ("… " if first else "") + before, text[start:end], after + (" …" if end + AROUND < len(text) else "")
