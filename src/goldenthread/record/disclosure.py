"""What of a document is not meant for its recipient: people, addresses, confidential sources, and other children's lines.

Two ways of looking: by what the record links (whose line it is, who is related, whose address, which field names a
source), and by names and addresses as they stand in the text. Both are plain matching: what was found is put before a
person, who decides of each whether it is taken out (as it is unless they say otherwise) or stays, and why. What cannot
be matched (a nickname, "his uncle the baker") only a reader finds: the page says so.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from goldenthread.record import access
from goldenthread.record.documents import Part, Passage
from goldenthread.record.masking import POSTCODE, STREETS, near, patterns_of_address
from goldenthread.record.models import Address, Person, PreparedDocument, SearchKey
from goldenthread.record.sounds import fold
from goldenthread.workforce.models import Worker

CATEGORIES = {
    "source": ("Whoever told the service", "[who told us: removed]"),
    "private": ("An entry that only some roles may read", "[an entry is left out]"),
    "line": ("About another child", "[about another child: removed]"),
    "person": ("A person", "[name removed]"),
    "name": ("A name that is not of this family's record", "[name removed]"),
    "address": ("An address", "[address removed]"),
    "contact": ("A telephone number or e-mail address", "[removed]"),
    "words": ("Words that you chose", "[removed]"),
}
"""What may be found, in words, and what stands in its place."""

TITLES = {"M": ("Mr",), "F": ("Mrs", "Ms", "Miss"), "": ("Mr", "Mrs", "Ms", "Miss", "Dr")}
NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:[-'’][^\W\d_]+)*"
NAMES = re.compile(rf"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Nan|Aunty|Auntie|Uncle|Grandad)\.?\s+)?{NAME}(?:[ ]+{NAME})*")
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Nan|Aunty|Auntie|Uncle|Grandad)\.?\s")
STREET = re.compile(
    rf"\b\d+\w?,?\s+(?:{NAME}\s+){{1,3}}(?:{'|'.join(each.capitalize() for each in STREETS)})\b"  # 12 Elm Tree Road
)
CONTACT = re.compile(r"(?<![\w.])(?:\+44|0)(?:[ -]?\d){9,10}\b|[\w.+-]+@[\w-]+\.[\w.-]+")
NOT_NAMES = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "will", "can", "the", "she", "her", "his",
    "him", "they", "this", "that", "there", "when", "what", "mark", "mum", "dad", "mother", "father", "nan", "sister",
    "brother", "child", "children",
))  # fmt: skip
"""Words that are also somebody's name somewhere and are hardly ever meant as one."""

ORGANISATIONS = frozenset((
    "school", "primary", "secondary", "academy", "college", "nursery", "police", "hospital", "surgery", "health", "council",
    "housing", "centre", "team", "service", "services", "trust", "nhs", "practice", "clinic", "church", "mosque", "club",
))  # fmt: skip
"""Words of organisations: of a source "Elm Primary School" the whole is looked for, not every elm."""

CHOSEN = "chosen"
"""Among the decisions: the words to be taken out besides."""

SHOWN_CONTEXTS = 4
AROUND = 60


@dataclass(frozen=True)
class Context:
    """Where something was found, with what stands before and after it."""

    where: str
    before: str
    words: str
    after: str


@dataclass
class Found:
    """Something that is not meant for the recipient. `patterns`: what is matched in texts; `keys`: whole passages.

    `key`: the same as long as it is the same thing, so that a decision stays with it. `why`: a sentence, where there is more
    to say. `times`: how often it stands there.
    """

    key: str
    category: str
    label: str
    why: str = ""
    patterns: list[re.Pattern] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    contexts: list[Context] = field(default_factory=list)
    times: int = 0

    @property
    def category_words(self) -> str:
        """Its category, in words."""
        return CATEGORIES[self.category][0]


def _any_case(words: str) -> re.Pattern:
    return re.compile(_spaced(words), re.IGNORECASE)


def _as_written(word: str) -> re.Pattern:
    """A single part of a name: with its capital, or all in capitals."""
    return re.compile(rf"{_spaced(word[:1].upper() + word[1:])}|{_spaced(word.upper())}")


def _spaced(words: str) -> str:
    parts = (re.escape(each) for each in re.findall(r"[^\W_]+", words))
    return r"(?<!\w)" + r"[\W_]{1,3}".join(parts) + r"(?!\w)"


def _hashed(category: str, words: str) -> str:
    return f"{category}:{hashlib.sha256(fold(words).encode()).hexdigest()[:16]}"


class Disclosure:
    """What of the parts of a document is not meant for its recipient, and the parts with what is decided taken out."""

    def __init__(self, by: Worker, prepared: PreparedDocument, parts: Sequence[Part]):
        self.by, self.prepared, self.parts = by, prepared, list(parts)
        self.child, self.recipient = prepared.person, prepared.recipient_person
        self.passages = [(part, passage) for part in self.parts for passage in part.passages]

    @cached_property
    def found(self) -> list[Found]:
        """Everything found, whole passages first; each with where it stands."""
        whole = [*self._sources(), *self._private(), *self._lines()]
        linked = [*self._chosen(), *self._people(), *self._addresses()]
        for each in [*whole, *linked]:
            self._look(each)
        kept = [each for each in [*whole, *linked] if each.times]
        for each in self._unlinked(kept):
            self._look(each)
            kept.append(each)
        return [each for each in kept if each.times]

    @property
    def undecided(self) -> list[Found]:
        """What nobody has decided yet, or left without saying why."""
        return [each for each in self.found if not self._is_decided(each)]

    def _is_decided(self, each: Found) -> bool:
        if each.category == "words":
            return True
        said = self.prepared.decisions.get(each.key, {})
        return said.get("choice") == "mask" or (said.get("choice") == "leave" and bool(said.get("reason", "").strip()))

    def masked(self) -> list[Part]:
        """The parts without whatever was not expressly left in."""
        taken = [each for each in self.found if self.prepared.decisions.get(each.key, {}).get("choice") != "leave"]
        left = [each for each in self.found if each not in taken]
        cover = _Cover(taken, [*(pattern for each in left for pattern in each.patterns), *self._own_patterns()])
        return [cover.part(part) for part in self.parts]

    def summary(self) -> list[dict]:
        """What was found and what was done with each, to be kept with the issued copy."""
        said = self.prepared.decisions
        return [{"what": each.category_words, "of": each.label, "times": each.times} | said.get(each.key, {"choice": "mask"})
                for each in self.found]  # fmt: skip

    # ------------------------------------------------------------------------------------------------ WHAT IS MEANT

    @cached_property
    def _meant(self) -> list[Person]:
        """The child and the recipient, with whoever was merged into them: theirs may be told."""
        own = [each for each in (self.child, self.recipient) if each]
        return [*own, *Person.objects.filter(merged_into__in=own)]

    @cached_property
    def _own_words(self) -> set[str]:
        """The parts of names that are the child's or the recipient's own."""
        names = [name for person in self._meant for names in _names(person) for name in names]
        words = {fold(each) for name in names for each in (name, *re.findall(r"[^\W\d_]+", name))}
        return words | {fold(each) for each in re.findall(r"[^\W\d_]+", self.prepared.recipient)}

    def _own_patterns(self) -> Iterator[re.Pattern]:
        for person in self._meant:
            yield from (_any_case(" ".join(names)) for names in _names(person) if all(names))

    def _chosen(self) -> Iterator[Found]:
        """Words that whoever prepares it wants taken out, as they stand, beyond what matching finds."""
        for words in self.prepared.decisions.get(CHOSEN, {}).get("words", []):
            yield Found(_hashed("words", words), "words", words, patterns=[re.compile(re.escape(words), re.IGNORECASE)])

    # ---------------------------------------------------------------------------------------------- WHAT IS LINKED

    def _sources(self) -> Iterator[Found]:
        for part, passage in self.passages:
            if passage.is_source:
                said = next(passage.texts())
                patterns = list(self._patterns_of_source(said)) if passage.is_name else []
                yield Found(f"source:{passage.key}", "source", said, f"Said in: {part.title}.", patterns, {passage.key})

    def _patterns_of_source(self, said: str) -> Iterator[re.Pattern]:
        """The names in it, wherever else they stand: Mrs Jean Doe is Jean Doe, Mrs Doe, Jean and Doe too."""
        for phrase in _phrases(said):
            words = [word for word in phrase.split() if not TITLED.match(word + " ")]
            if {fold(word) for word in words} <= self._own_words:
                continue
            yield _any_case(phrase)
            if len(words) > 1:
                yield _any_case(" ".join(words))
            if not {fold(word) for word in words} & ORGANISATIONS:
                yield from (_as_written(word) for word in words if fold(word) not in self._own_words | NOT_NAMES)

    def _private(self) -> Iterator[Found]:
        for part in self.parts:
            if part.is_private:
                yield Found(f"private:{part.key}", "private", part.title, "Not everyone may read it who may open the record.",
                            keys={passage.key for passage in part.passages})  # fmt: skip

    def _lines(self) -> Iterator[Found]:
        others = {passage.whose.pk: passage.whose for _, passage in self.passages if passage.whose}
        for pk, other in others.items():
            if other.pk not in {each.pk for each in self._meant}:
                keys = {passage.key for _, passage in self.passages if passage.whose and passage.whose.pk == pk}
                yield Found(f"line:{pk}", "line", f"What is said of {other.name}", keys=keys)

    @cached_property
    def _others(self) -> list[Person]:
        """Everyone on this family's record who is neither the child nor the recipient."""
        about = [self.child, *(person for part in self.parts for person in part.people)]
        every = near(about) | near(self._meant)
        return list(every.exclude(pk__in=[each.pk for each in self._meant]).distinct().prefetch_related("other_names"))

    def _people(self) -> Iterator[Found]:
        known = set(access.people(self.by).filter(pk__in=[each.pk for each in self._others]).values_list("pk", flat=True))
        for person in self._others:
            patterns = list(self._patterns_of(person))
            if person.pk in known:
                yield Found(f"person:{person.pk}", "person", person.name, self._why(person), patterns)
            else:  # whoever prepares it may not know of them: only what stands in the text is shown
                yield Found(f"person:{person.pk}", "name", "A name", patterns=patterns)

    def _why(self, person: Person) -> str:
        return "An adult, or young person, who may pose a risk." if person.may_pose_a_risk else ""

    def _patterns_of(self, person: Person) -> Iterator[re.Pattern]:
        own = {fold(" ".join(names)) for each in self._meant for names in _names(each)}
        for forename, surname in _names(person):
            full = f"{forename} {surname}".strip()
            if forename and surname and fold(full) not in own:
                yield _any_case(full)
                yield _any_case(f"{surname} {forename}")
                yield re.compile(rf"(?<!\w){re.escape(forename[0])}\.?\s+{re.escape(surname)}(?!\w)")
            for part in {each for name in (forename, surname) for each in (name, *name.split()) if len(each) > 1}:
                if fold(part) not in self._own_words:
                    yield _as_written(part)
        if len(person.number) > 3:
            yield re.compile(rf"(?<!\w){re.escape(person.number)}(?!\w)")
        for surname in {names[1] for names in _names(person)} if self._is_grown(person) else ():
            if surname and fold(surname) in self._own_words:
                yield from (_any_case(f"{title} {surname}") for title in self._titles(person, surname))

    @staticmethod
    def _is_grown(person: Person) -> bool:
        age = person.age_on(access.today())
        return not person.had_record if age is None else age >= 16

    def _titles(self, person: Person, surname: str) -> Iterator[str]:
        """Mr Smith, where the child is a Smith too; but not a title that the recipient of that name has."""
        theirs = self.recipient and any(fold(surname) == fold(names[1]) for names in _names(self.recipient))
        taken = TITLES.get(self.recipient.sex, TITLES[""]) if theirs and person.sex != self.recipient.sex else ()
        yield from (title for title in TITLES.get(person.sex, TITLES[""]) if title not in taken)

    def _addresses(self) -> Iterator[Found]:
        own = [each for each in Address.objects.filter(person=self.recipient)] if self.recipient else []
        theirs = {_plain(each) for each in own if not each.ended_on}
        whose = {each.pk: each for each in [*self._meant, *self._others]}
        known = set(access.people(self.by).filter(pk__in=whose).values_list("pk", flat=True))
        for address in Address.objects.filter(person__in=whose).order_by("pk"):
            if address.person_id != getattr(self.recipient, "pk", None) and _plain(address) not in theirs:
                name = whose[address.person_id].name if address.person_id in known else "Somebody"
                why = "This address is protected." if address.is_protected else ""
                yield Found(f"address:{address.pk}", "address", f"{name}: {address.get_kind_display().lower()} address", why,
                            [re.compile(each, re.IGNORECASE) for each in patterns_of_address(address)])  # fmt: skip

    # -------------------------------------------------------------------------------------------- WHAT ONLY STANDS THERE

    def _unlinked(self, found: list[Found]) -> Iterator[Found]:
        """Addresses, numbers and names that the record does not link to this family: such as were pasted in."""
        known = [pattern for each in found for pattern in each.patterns]
        own = [re.compile(each, re.IGNORECASE) for address in self._own_addresses() for each in patterns_of_address(address)]
        text = "\n".join(text for _, passage in self.passages for text in passage.texts())
        left = _without(text, known)
        for category, pattern, exempt in (("address", POSTCODE, own), ("address", STREET, own), ("contact", CONTACT, [])):
            for words in dict.fromkeys(match[0] for match in pattern.finditer(_without(left, exempt))):
                yield Found(_hashed(category, words), category, words, "Not on this family's record.", [_any_case(words)]
                            if category == "address" else [re.compile(re.escape(words))])  # fmt: skip
        yield from self._names(_without(left, [*own, STREET, CONTACT, *self._own_patterns()]))

    def _own_addresses(self) -> Iterable[Address]:
        return Address.objects.filter(person=self.recipient, ended_on=None) if self.recipient else []

    def _names(self, text: str) -> Iterator[Found]:
        """Words written as names, where a person somewhere on the record is so called, or a title goes before."""
        phrases = dict.fromkeys(_phrases(text))
        words = {fold(word) for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase)}
        keys = SearchKey.objects.filter(kind="name", key__in=words - NOT_NAMES)
        meant = set(keys.values_list("key", flat=True)) - self._own_words - self._workers(words)
        seen = set()
        for phrase in phrases:
            for name in _named_in(phrase, meant, self._own_words | self._workers(words)):
                if fold(name) not in seen:
                    seen.add(fold(name))
                    pattern = _any_case(name) if " " in name else _as_written(name)
                    yield Found(_hashed("name", name), "name", name, "Is it somebody whom the recipient may know of?", [pattern])

    def _workers(self, words: set[str]) -> set[str]:
        """The words that are parts of the names of those who work here: a document may say who wrote it."""
        if not hasattr(self, "_of_workers"):
            names = Worker.objects.values_list("name", flat=True)
            self._of_workers = {fold(part) for name in names for part in re.findall(r"[^\W\d_]+", name)}
        return self._of_workers & words

    # -------------------------------------------------------------------------------------------------------- LOOKING

    def _look(self, found: Found) -> None:
        """Fill in where it stands."""
        for part, passage in self.passages:
            where = " · ".join(filter(None, (part.title, passage.heading)))
            if passage.key in found.keys:
                text = " ".join(passage.texts())
                self._note(found, Context(where, "", text[:200], " …" if len(text) > 200 else ""))
            for text in passage.texts():
                for start, end in _spans(text, found.patterns):
                    if passage.key not in found.keys:
                        before = ("… " if start > AROUND else "") + text[max(start - AROUND, 0) : start]
                        after = text[end : end + AROUND] + (" …" if end + AROUND < len(text) else "")
                        self._note(found, Context(where, before, text[start:end], after))

    def _note(self, found: Found, context: Context) -> None:
        found.times += 1
        if len(found.contexts) < SHOWN_CONTEXTS:
            found.contexts.append(context)


class _Cover:
    """Takes out of parts what was found. What is left in, and the child's and recipient's own names, is not cut into."""

    def __init__(self, taken: list[Found], kept: list[re.Pattern]):
        self.whole = {key: CATEGORIES[each.category][1] for each in taken for key in each.keys}
        self.private = {each.key.removeprefix("private:") for each in taken if each.category == "private"}
        pairs = [(pattern, CATEGORIES[each.category][1]) for each in taken for pattern in each.patterns]
        self.pairs = sorted(pairs, key=lambda pair: -len(pair[0].pattern))
        self.kept = sorted(kept, key=lambda pattern: -len(pattern.pattern))

    def part(self, part: Part) -> Part:
        """A part without it; of one that is left out whole, only that it is."""
        if part.key in self.private:
            return Part(part.key, "", [Passage(part.key, "", CATEGORIES["private"][1])])
        passages, lines = [], set()
        for each in part.passages:
            if each.key not in self.whole:
                passages.append(each.changed(self.text))
            elif not each.whose:
                passages.append(Passage(each.key, each.heading, self.whole[each.key]))
            elif each.whose.pk not in lines:
                lines.add(each.whose.pk)
                passages.append(Passage(each.key, "", self.whole[each.key]))
        return Part(part.key, self.text(part.title), passages, part.note, part.entry)

    def text(self, text: str) -> str:
        """A text without it: cut where the spans are, so that nothing is taken out of what stands in its place."""
        spans = [(start, end, instead) for pattern, instead in self.pairs for start, end in _spans(text, [pattern])]
        safe = [(a, b) for a, b in _spans(text, self.kept) if not any(c <= a and b <= d for c, d, _ in spans)]
        spans = [span for span in spans if not any(a <= span[0] and span[1] <= b for a, b in safe)]
        made, at = [], 0
        for start, end, instead in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= at:
                made += [text[at:start], instead]
            at = max(at, end)
        return "".join([*made, text[at:]])


def _spans(text: str, patterns: Iterable[re.Pattern]) -> list[tuple[int, int]]:
    """Where any of the patterns stands: of overlapping ones the longest from the first place."""
    every = {match.span() for pattern in patterns for match in pattern.finditer(text)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(every, key=lambda span: (span[0], -span[1])):
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _without(text: str, patterns: Iterable[re.Pattern]) -> str:
    for pattern in patterns:
        text = pattern.sub(" \n ", text)
    return text


def _names(person: Person) -> list[tuple[str, str]]:
    names = [(person.forename, person.surname), (person.known_as, person.surname)]
    names += [(other.forename, other.surname) for other in person.other_names.all()]
    return list(dict.fromkeys(names))


def _phrases(text: str) -> Iterator[str]:
    for match in NAMES.finditer(text):
        yield re.sub(r"\s+", " ", match[0])


def _named_in(phrase: str, meant: set[str], known: set[str]) -> Iterator[str]:
    """The names in words that begin with capitals: the words around the first and last that are names."""
    words = phrase.split()
    if TITLED.match(phrase + " ") and len(words) > 1 and not {fold(word) for word in words[1:]} & known:
        yield phrase
        return
    places = [place for place, word in enumerate(words) if set(re.findall(r"[^\W\d_]+", fold(word))) & meant]
    if places:
        yield " ".join(words[places[0] : places[-1] + 1])


def _plain(address: Address) -> str:
    return re.sub(r"[\W_]", "", f"{address.lines}{address.postcode}").lower()
