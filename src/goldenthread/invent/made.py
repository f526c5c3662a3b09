"""Tables of the Standard Safeguarding Dataset that say who people are, or gather several nouns."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.invent import cells
from goldenthread.invent.chance import Chance
from goldenthread.invent.days import NEVER
from goldenthread.invent.families import FORENAMES, SURNAMES, new_partner
from goldenthread.invent.lives import Facts, Lives

NOUNS = {"person"}
"""The nouns that only these tables hold."""

DISABILITIES = {"LD": 4, "AUT": 5, "MOB": 2, "COMM": 2, "BEH": 3, "DDA": 1}


def tables(lives: Lives, chance: Chance) -> Iterator[tuple[str, pa.Table]]:
    """Each such table of these lives, by name."""
    people = lives.table("person")
    yield "ssd_person", person(people, chance, lives.as_at)
    yield "ssd_family", family(people, chance)
    yield "ssd_mother", mother(people)
    yield "ssd_disability", disability(people, chance)


def person(people: Facts, chance: Chance, as_at: int) -> pa.Table:
    """The children, with names no one has. One not yet born has only the day it is expected."""
    child, sex = people["subject"], people["sex"]
    born = people["start"] <= as_at
    upn = pc.binary_join_element_wise("Z", pc.utf8_lpad(pc.cast(pa.array(child), pa.string()), 12, "0"), "")
    has_upn = people["has_upn"] == 1
    return pa.table({
        "pers_person_id": cells.ids("child", child),
        "pers_forename": np.array(FORENAMES)[chance.whole(child, "a forename", 0, len(FORENAMES) - 1)],
        "pers_surname": np.array(SURNAMES)[people["family_id"] % len(SURNAMES)],
        "pers_sex": cells.text(sex),
        "pers_gender": cells.text(np.select([sex == "M", sex == "F"], ["01", "02"], "00")),
        "pers_ethnicity": cells.text(people["ethnicity"]),
        "pers_dob": cells.day(np.where(born, people["start"], NEVER)),
        "pers_upn_unknown": pc.if_else(has_upn, None, pa.scalar(None, pa.string())),
        "pers_expected_dob": cells.day(np.where(born, NEVER, people["start"])),
        "pers_death_date": cells.day(people["end"]),
        "pers_upn": pc.if_else(has_upn, upn, None),
    })  # fmt: skip


def family(people: Facts, chance: Chance) -> pa.Table:
    """Who belongs to each family: the children, their mother, and in some a step-parent or partner."""
    child, home = people["subject"], people["family_id"]
    eldest = np.unique(home)
    partner = eldest[new_partner(chance, eldest)]
    who = pa.chunked_array([cells.ids("child", child), cells.ids("mother", eldest), cells.ids("partner", partner)])
    which = pa.chunked_array([cells.ids("family_id", each) for each in (home, eldest, partner)])
    return pa.table({
        "fami_table_id": pc.binary_join_element_wise(who, which, ""), "fami_family_id": which, "fami_person_id": who,
    })  # fmt: skip


def mother(people: Facts) -> pa.Table:
    """The mother of each child, as the family has one."""
    child = cells.ids("child", people["subject"])
    who = cells.ids("mother", people["family_id"])
    return pa.table({
        "moth_table_id": pc.binary_join_element_wise(who, child, ""), "moth_person_id": who,
        "moth_childs_person_id": child, "moth_childs_dob": cells.day(people["start"]),
    })  # fmt: skip


def disability(people: Facts, chance: Chance) -> pa.Table:
    """A disability for each disabled child, and NONE for the others."""
    child = people["subject"]
    code = np.where(people["is_disabled"] == 1, chance.pick(child, "the disability", DISABILITIES), "NONE")
    return pa.table({
        "disa_person_id": cells.ids("child", child), "disa_table_id": cells.ids("disability", child),
        "disa_disability_code": cells.text(code),
    })  # fmt: skip
