"""Planting: failings that inspectors find, put into some of the invented lives, and the truth of each."""

from collections.abc import Iterable

import numpy as np

from goldenthread.invent.chance import Chance
from goldenthread.invent.lives import PLANTED, Lives
from goldenthread.invent.planting.language import Candidates, Plant, Record, Truth
from goldenthread.invent.planting.plants import PLANTS, RAN_ON, weight
from goldenthread.invent.planting.unmet import Unmet
from goldenthread.standards.vocabulary import NOUNS


def plant(lives: Lives, chance: Chance, subject_type: str) -> list[Truth]:
    """Plant a failing in a share of these lives, each of one that could befall it; the truth of it.

    The lives must be settled; afterwards they are not.
    """
    record = Record(lives, _chosen(lives, chance))
    truths = []
    if subject_type == "child":
        truths = [truth for plant in RAN_ON for truth in plant.do(record, plant.find(record))]
        already = np.concatenate([truth.subject for truth in truths])
        record = Record(lives, np.setdiff1d(record.subjects, already))
    mine = [each for each in PLANTS if _subject_of(each) == subject_type]
    found = [_one_of_each(each.find(record), chance, each.standard) for each in mine]
    for each, candidates in zip(mine, _share_out(found, mine, chance), strict=True):
        if len(candidates):
            truths += each.do(record, candidates)
            truths += _knock_ons(record, each, candidates, mine)
    return truths


def _chosen(lives: Lives, chance: Chance) -> np.ndarray:
    if lives.planted is not None:
        return lives.planted
    subjects = np.unique(np.concatenate([lives.table(noun)["subject"] for noun in lives.nouns()]))
    return subjects[chance.yes(subjects, PLANTED, lives.share)]


def _knock_ons(record: Record, plant: Plant, candidates: Candidates, plants: list[Plant]) -> list[Truth]:
    """What else the same answer, now missing, would have met."""
    if not isinstance(plant, Unmet):
        return []
    same = (each for each in plants if isinstance(each, Unmet) and each.expect == plant.expect and each is not plant)
    return [each.knocked_on(record, candidates.subject) for each in same]


def _subject_of(plant: Plant) -> str:
    return NOUNS[plant.about].subject


def _one_of_each(found: Candidates, chance: Chance, name: str) -> Candidates:
    """One candidate of each subject."""
    if not len(found):
        return found
    first = np.append(True, found.subject[1:] != found.subject[:-1])
    count = np.diff(np.append(np.flatnonzero(first), len(found)))
    start = np.flatnonzero(first)
    return found.of(start + chance.whole(found.subject[start], f"when {name} befell", 0, count - 1))


def _share_out(found: list[Candidates], plants: list[Plant], chance: Chance) -> Iterable[Candidates]:
    """Each subject has one of the failings that could befall it: the rarer are not crowded out."""
    subject = np.concatenate([each.subject for each in found])
    number = np.repeat(np.arange(len(found)), [len(each) for each in found])
    draw = chance.share(subject, "which failing", number)
    likely = np.array([weight(each) for each in plants])[number]
    order = np.lexsort((-np.log(1 - draw) / likely, subject))
    best = order[np.append(True, subject[order][1:] != subject[order][:-1])] if len(order) else order
    taken = np.zeros(len(subject), bool)
    taken[best] = True
    place = 0
    for each in found:
        yield each.of(taken[place : place + len(each)])
        place += len(each)
