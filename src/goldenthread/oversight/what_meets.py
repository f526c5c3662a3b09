"""What would meet what a standard asks for, end it or lift it, and the kinds of entry that tell of that."""

from dataclasses import dataclass

from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.standards.language.needed import ends_used
from goldenthread.standards.language.nouns import Both, Called, Either, Noun, Until, Where
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within


def kinds_that_meet(standard: Standard | None) -> list[Kind]:
    """The kinds of entry that would tell of what is owed, or of what ends it, one for each such thing.

    None where what is owed is an end, or a holding.
    """
    match standard.rule if standard else None:
        case Within() | Every() as rule:
            return _kinds_that_tell(rule.expect)
        case Always() as rule:
            return _kinds_that_tell(rule.period)
    found = (kind for noun in _one_by_one(ends_it(standard)) for kind in _kinds_that_tell(noun)[:1])
    return list({kind.name: kind for kind in found}.values())


def ends_it(standard: Standard | None) -> Noun | None:
    """What ends its shortfalls, where it must not be so until that happens: a safety plan, once there is a danger."""
    return _until(standard.rule.period) if standard and isinstance(standard.rule, Never) else None


def _until(noun: Noun) -> Noun | None:
    match noun:
        case Until():
            return noun.right
        case Called() | Where():
            return _until(noun.source)
        case Both():
            return _until(noun.left)
    return None


def _one_by_one(noun: Noun | None) -> list[Noun]:
    """The things any of which will do, each by itself."""
    match noun:
        case None:
            return []
        case Called():
            return _one_by_one(noun.source) if isinstance(noun.source, Either) else [noun]
        case Either(left, right):
            return [*_one_by_one(left), *_one_by_one(right)]
    return [noun]


def _kinds_that_tell(noun: Noun) -> list[Kind]:
    """The kinds of entry that give facts of a noun, the one it is about first; none where its end is what matters."""
    if not noun.lasts and ends_used(noun, False):
        return []
    names = [part.name for part in noun.parts()]
    found = [kind for name in names[:1] for kind in kinds().values() if any(each.noun.name == name for each in kind.gives)]
    return sorted(found, key=lambda kind: (len(kind.gives), kind.title))


@dataclass(frozen=True)
class Provision:
    """An exception that a standard knows, in words. `kind`, `title`: of the entry that records it; empty where none does."""

    words: str
    kind: str
    title: str


def provisions(standard: Standard | None) -> list[Provision]:
    """The exceptions that a standard knows. Recorded as an entry, one lifts its duty by itself."""
    found = []
    for noun in standard.lifted_by if standard else ():
        kind = next(iter(_kinds_that_tell(noun)), None)
        found.append(Provision(noun.one, kind.name if kind else "", kind.title if kind else ""))
    return found
