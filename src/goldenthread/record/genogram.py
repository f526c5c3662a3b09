"""A family drawn by generations: who stands where, who is joined to whom, who lives together. And the same as text.

`lay_out` places people on a grid, one column and one row (a generation) each; `drawing` turns that into the shapes of
an SVG, which the template writes down; `listed` is the nested list, from the same family.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from goldenthread.record.access import today
from goldenthread.record.family import Family, Link
from goldenthread.record.models import Person
from goldenthread.record.relationships import tie

WIDE, HIGH, SIZE = 170, 190, 44
"""Of one person's place, and of the person's shape, in the drawing's own units."""

MARGIN, HEAD = 24, 40
"""Around the drawing; and from the top of a place to the middle of the shape."""

LABEL = 17
"""So many letters of a name stand on one line."""

ROUNDS = 6
"""So often the generations are moved under and over each other."""

SEXES = {"M": "square", "F": "circle"}
"""By sex; where it is not known, or another, a diamond."""


@dataclass(frozen=True)
class Placed:
    """Someone's place: how many columns from the left, how many generations from the top."""

    person: Person
    column: float
    row: int


@dataclass
class Plan:
    """Who stands where, the couples (with whether they still are one), and who is whose child."""

    placed: dict[int, Placed]
    couples: dict[tuple[int, int], bool] = field(default_factory=dict)
    parents: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


# ---------------------------------------------------------------------------------------------------------- GENERATIONS


def lay_out(family: Family) -> Plan:
    """A place for everyone who is related to the child, or to one who is; others of the home beside them."""
    rows = _generations(family)
    plan = Plan({}, _couples(family, rows), _parents(family, rows))
    for pair in ((a, b) for each in plan.parents.values() for a, _ in each for b, _ in each if a < b):
        plan.couples.setdefault(pair, False)
    blocks = _blocks(family, rows, plan.couples)
    columns = _columns(blocks, plan)
    top = max(rows.values())
    plan.placed = {pk: Placed(family.people[pk], column, top - rows[pk]) for pk, column in columns.items()}
    return plan


def _generations(family: Family) -> dict[int, int]:
    """How many generations above the child everyone stands; the nearest relationship counts."""
    rows, wave = {family.child.pk: 0}, [family.child.pk]
    while wave:
        found = {}
        for link in family.links:
            step = tie(link.kind).generation
            if link.other in wave and link.person not in rows:
                found.setdefault(link.person, rows[link.other] + step)
            if link.person in wave and link.other not in rows:
                found.setdefault(link.other, rows[link.person] - step)
        rows |= found
        wave = list(found)
    adult = today() - dt.timedelta(days=18 * 365)
    for pk, person in family.people.items():
        rows.setdefault(pk, 1 if person.born_on is None or person.born_on < adult else 0)
    return rows


def _couples(family: Family, rows: dict[int, int]) -> dict[tuple[int, int], bool]:
    couples = {}
    for link in family.links:
        if tie(link.kind).bond == "couple" and rows[link.person] == rows[link.other]:
            together = not link.ended and link.kind != "former_partner"
            couples[tuple(sorted((link.person, link.other)))] = together
    return couples


def _parents(family: Family, rows: dict[int, int]) -> dict[int, list[tuple[int, str]]]:
    """Of each child, its parents (and who stands in for one) in the generation above, with the bond."""
    parents: dict[int, dict[int, str]] = defaultdict(dict)
    for link in family.links:
        kind = tie(link.kind)
        parent, child = (link.person, link.other) if kind.generation == 1 else (link.other, link.person)
        above = abs(kind.generation) == 1 and kind.bond != "kin" and rows[parent] == rows[child] + 1
        if above and parents[child].get(parent) != "birth":
            parents[child][parent] = kind.bond
    return {child: _joined(found) for child, found in parents.items()}


def _joined(found: dict[int, str]) -> list[tuple[int, str]]:
    """Birth parents where there are any; else adoptive; else whoever there is."""
    for bonds in (("birth",), ("adoptive",), ("step", "legal", "foster", "other")):
        chosen = [(parent, bond) for parent, bond in found.items() if bond in bonds]
        if chosen:
            return chosen[:2]
    return []


def _blocks(family: Family, rows: dict[int, int], couples: Iterable[tuple[int, int]]) -> dict[int, list[list[int]]]:
    """In each generation, those joined as couples side by side; of more than two, whoever has several partners between them."""
    partners = defaultdict(list)
    for one, other in couples:
        partners[one].append(other)
        partners[other].append(one)
    blocks, done = defaultdict(list), set()
    for pk in sorted(rows, key=lambda each: _birth(family.people[each])):
        if pk not in done:
            block = _chain(pk, partners, family)
            done |= set(block)
            blocks[rows[pk]].append(block)
    return blocks


def _chain(start: int, partners: dict[int, list[int]], family: Family) -> list[int]:
    """A row of partners, each beside the next; the man of a couple to the left, as is the custom."""
    group, wave = {start}, [start]
    while wave:
        wave = [each for pk in wave for each in partners[pk] if each not in group]
        group |= set(wave)
    ends = sorted((pk for pk in group if len(partners[pk]) < 2), key=lambda pk: (_shape(family.people[pk]) != "square", pk))
    chain = [ends[0] if ends else start]
    while following := [pk for pk in partners[chain[-1]] if pk not in chain]:
        chain.append(following[0])
    return chain + sorted(group - set(chain))


def _birth(person: Person) -> tuple:
    return person.born_on or person.expected_on or dt.date.max, person.pk


def _columns(blocks: dict[int, list[list[int]]], plan: Plan) -> dict[int, float]:
    """Each generation under its parents and over its children, nobody on top of another."""
    columns: dict[int, float] = {}
    for row in blocks:
        place = 0.0
        for block in blocks[row]:
            for pk in block:
                columns[pk], place = place, place + 1
    children = defaultdict(list)
    for child, parents in plan.parents.items():
        for parent, _ in parents:
            children[parent].append(child)
    for turn in range(ROUNDS):
        for row in sorted(blocks, reverse=turn % 2 == 0):
            _settle(blocks[row], columns, plan, children if turn % 2 else None)
    left = min(columns.values())
    return {pk: column - left for pk, column in columns.items()}


def _settle(blocks: list[list[int]], columns: dict[int, float], plan: Plan, children: dict | None) -> None:
    """Move the blocks of one generation to the middle of their parents, or of their children; then apart."""
    wanted = []
    for block in blocks:
        near = [columns[each] for pk in block for each in _kin(pk, plan, children)]
        middle = sum(columns[pk] for pk in block) / len(block)
        wanted.append((sum(near) / len(near) if near else middle, block))
    wanted.sort(key=lambda each: (each[0], columns[each[1][0]]))
    place, moved = None, []
    for middle, block in wanted:
        start = middle - (len(block) - 1) / 2
        place = start if place is None else max(start, place)
        moved.append((place - start, place, block))
        place += len(block)
    back = sum(shift for shift, _, _ in moved) / len(moved)
    for _, start, block in moved:
        for step, pk in enumerate(block):
            columns[pk] = start + step - back


def _kin(pk: int, plan: Plan, children: dict | None) -> list[int]:
    return [parent for parent, _ in plan.parents.get(pk, ())] if children is None else children.get(pk, [])


# -------------------------------------------------------------------------------------------------------------- SHAPES


@dataclass(frozen=True)
class Figure:
    """One person as drawn: the middle of the shape, its kind (square, circle, diamond, triangle), and the lines under it."""

    person: Person
    x: float
    y: float
    shape: str
    is_child: bool
    lines: tuple[str, ...]
    died: bool
    risk: bool


@dataclass(frozen=True)
class Stroke:
    """A line through points, as SVG has them; `kind`: couple, apart, child, carer or sibling."""

    points: str
    kind: str


@dataclass(frozen=True)
class Drawing:
    """The whole: its size, the figures, the lines, and the points of the outlines round those who live together."""

    width: float
    height: float
    figures: list[Figure]
    lines: list[Stroke]
    homes: list[str]


def drawing(family: Family) -> Drawing:
    """The family as shapes."""
    plan = lay_out(family)
    columns = [each.column for each in plan.placed.values()]
    rows = [each.row for each in plan.placed.values()]
    return Drawing(
        (max(columns) + 1) * WIDE + 2 * MARGIN,
        (max(rows) + 1) * HIGH + 2 * MARGIN,
        [_figure(each, family) for each in plan.placed.values()],
        [*_couple_lines(plan), *_child_lines(plan), *_sibling_lines(family, plan)],
        [outline for home in family.homes for outline in _outlines(home.members, plan) if len(home.members) > 1],
    )


def _middle(placed: Placed) -> tuple[float, float]:
    return MARGIN + placed.column * WIDE + WIDE / 2, MARGIN + placed.row * HIGH + HEAD


def _shape(person: Person) -> str:
    if person.born_on is None and person.expected_on:
        return "triangle"
    return SEXES.get(person.sex, "diamond")


def _figure(placed: Placed, family: Family) -> Figure:
    person, (x, y) = placed.person, _middle(placed)
    return Figure(person, x, y, _shape(person), person.pk == family.child.pk, tuple(_lines_of(person.name)),
                  person.died_on is not None, person.may_pose_a_risk)  # fmt: skip


def _lines_of(name: str) -> list[str]:
    """A name in lines that fit under the shape; a very long one is cut, the text below has it whole."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LABEL:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line if len(line) <= LABEL else line[: LABEL - 1] + "…" for line in lines[:2]]


def _couple_lines(plan: Plan) -> Iterable[Stroke]:
    """Beside each other: a line between the shapes. With somebody between them: over that one's head."""
    for (one, other), together in plan.couples.items():
        left, right = sorted((_middle(plan.placed[one]), _middle(plan.placed[other])))
        points = [(left[0] + SIZE / 2, left[1]), (right[0] - SIZE / 2, right[1])]
        if abs(plan.placed[one].column - plan.placed[other].column) > 1.01:
            points = _over(left, right)
        yield Stroke(_points(points), "couple" if together else "apart")


def _over(left: tuple[float, float], right: tuple[float, float]) -> list[tuple[float, float]]:
    """From the top of one shape to the top of another, over whoever stands between."""
    over = min(left[1], right[1]) - SIZE / 2 - 10
    return [(left[0], left[1] - SIZE / 2), (left[0], over), (right[0], over), (right[0], right[1] - SIZE / 2)]


def _sibling_lines(family: Family, plan: Plan) -> Iterable[Stroke]:
    """Brothers and sisters whose parents are not on the record."""
    parents = {pk: {parent for parent, _ in plan.parents.get(pk, ())} for pk in plan.placed}
    for one, other in sorted({tuple(sorted((link.person, link.other))) for link in family.links if _is_sibling(link)}):
        if not parents[one] & parents[other]:
            yield Stroke(_points(_over(*sorted((_middle(plan.placed[one]), _middle(plan.placed[other]))))), "sibling")


def _is_sibling(link: Link) -> bool:
    return link.kind in ("sibling", "half_sibling")


def _child_lines(plan: Plan) -> Iterable[Stroke]:
    """From between the parents (or from the one who is known) down, along, and down to each child."""
    families = defaultdict(list)
    for child, parents in plan.parents.items():
        families[tuple(sorted(parent for parent, _ in parents))].append((child, parents[0][1]))
    bars: dict[int, int] = defaultdict(int)
    for parents, children in sorted(families.items()):
        places = [_middle(plan.placed[pk]) for pk in parents]
        row = plan.placed[parents[0]].row
        x, y = sum(place[0] for place in places) / len(places), places[0][1]
        bar = MARGIN + (row + 1) * HIGH - 14 - 9 * (bars[row] % 4)
        bars[row] += 1
        top = y + (SIZE / 2 if len(parents) == 1 else 0)
        for child, bond in children:
            down_x, down_y = _middle(plan.placed[child])
            kind = "child" if bond in ("birth", "adoptive") else "carer"
            yield Stroke(_points([(x, top), (x, bar), (down_x, bar), (down_x, down_y - SIZE / 2)]), kind)


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _outlines(members: frozenset[int], plan: Plan) -> Iterable[str]:
    """Round those who live together: one outline where they stand together, otherwise one for each run of them."""
    rows = sorted({plan.placed[pk].row for pk in members if pk in plan.placed})
    runs = [_runs(row, members, plan) for row in rows]
    ends = [(run[0][0].column, run[0][-1].column) for run in runs]
    are_one = all(len(run) == 1 for run in runs) and rows == list(range(rows[0], rows[0] + len(rows))) if rows else False
    if are_one and all(one[0] <= other[1] and other[0] <= one[1] for one, other in pairwise(ends)):
        yield _outline([(row, *end) for row, end in zip(rows, ends, strict=True)])
        return
    for row, each in zip(rows, runs, strict=True):
        for run in each:
            yield _outline([(row, run[0].column, run[-1].column)])


def _runs(row: int, members: frozenset[int], plan: Plan) -> list[list[Placed]]:
    """Those of one generation who live together and stand together."""
    runs: list[list[Placed]] = [[]]
    for each in sorted((each for each in plan.placed.values() if each.row == row), key=lambda each: each.column):
        if each.person.pk in members:
            runs[-1].append(each)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _outline(rows: list[tuple[int, float, float]]) -> str:
    """Down the right side of these rows, and up their left."""
    right, left = [], []
    for row, first, last in rows:
        top, bottom = MARGIN + row * HIGH + 4, MARGIN + (row + 1) * HIGH + 4
        if row == rows[-1][0]:
            bottom -= HIGH / 4
        right += [(MARGIN + (last + 1) * WIDE - 5, top), (MARGIN + (last + 1) * WIDE - 5, bottom)]
        left += [(MARGIN + first * WIDE + 5, top), (MARGIN + first * WIDE + 5, bottom)]
    return _points([*right, *reversed(left)])


# --------------------------------------------------------------------------------------------------------------- WORDS


@dataclass(frozen=True)
class Listed:
    """Someone in the list: what they are (to the child, or to whom they stand under), and what is to be known of them."""

    person: Person
    relation: str
    more: tuple[str, ...]
    under: tuple["Listed", ...] = ()


def listed(family: Family) -> list[Listed]:
    """Everyone related to the child or living with the child; under each, those related to that person only."""
    direct = [person for pk, person in family.people.items() if family.link_to(person) or pk in _members(family)]
    direct = sorted((each for each in direct if each != family.child), key=_birth)
    told = {family.child.pk, *(person.pk for person in direct)}
    return [_listed(person, family, family.child, told) for person in direct]


def _members(family: Family) -> frozenset[int]:
    return family.home.members if family.home else frozenset()


def _listed(person: Person, family: Family, to: Person, told: set[int]) -> Listed:
    under = []
    for pk, other in sorted(family.people.items(), key=lambda each: _birth(each[1])):
        if pk not in told and _between(family, other, person):
            told.add(pk)
            under.append(_listed(other, family, person, told))
    return Listed(person, relation_of(family, person, to), tuple(_more(family, person)), tuple(under))


def _between(family: Family, one: Person, other: Person) -> Link | None:
    pair = {one.pk, other.pk}
    return next((link for link in family.links if {link.person, link.other} == pair), None)


def relation_of(family: Family, person: Person, to: Person) -> str:
    """What the person is to the other, in words: "step-father"; where nobody has said, what follows from their parents."""
    links = [link for link in family.links if {link.person, link.other} == {person.pk, to.pk}]
    links.sort(key=lambda link: link.person != person.pk)
    if not links:
        return _that_follows(family, person, to)
    kind = tie(links[0].kind) if links[0].person == person.pk else tie(tie(links[0].kind).inverse)
    return kind.in_words(person)


def _that_follows(family: Family, person: Person, to: Person) -> str:
    own, others = _birth_parents(family, person.pk), _birth_parents(family, to.pk)
    if own & others:
        return tie("sibling" if own == others or len(own & others) > 1 else "half_sibling").in_words(person)
    partners = {link.person if link.other == person.pk else link.other for link in family.links
                if tie(link.kind).bond == "couple" and person.pk in (link.person, link.other) and not link.ended}  # fmt: skip
    if partners & others:
        return f"partner of {family.people[min(partners & others)].name}"
    return "relationship not known"


def _birth_parents(family: Family, child: int) -> set[int]:
    ties = [(tie(link.kind), link) for link in family.links]
    down = {link.person for kind, link in ties if kind.bond == "birth" and kind.generation == 1 and link.other == child}
    return down | {link.other for kind, link in ties if kind.bond == "birth" and kind.generation == -1 and link.person == child}


def _more(family: Family, person: Person) -> Iterable[str]:
    if person.died_on:
        yield "has died"
    link = family.link_to(person)
    if link and link.person == person.pk and link.has_parental_responsibility:
        yield "has parental responsibility"
    if person.may_pose_a_risk:
        yield "may pose a risk to children"
    home = next((home for home in family.homes if person.pk in home.members), None)
    others = [family.people[pk] for pk in sorted(home.members) if pk != person.pk] if home else []
    if others:
        yield f"lives with {_and([each.known_as or each.forename or each.name for each in others])}"
    ended = [link for link in family.links if link.ended and person.pk in (link.person, link.other)]
    partners = {family.people[link.other if link.person == person.pk else link.person].name for link in ended}
    if partners:
        yield f"no longer with {_and(sorted(partners))}"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
