"""Tables of the Standard Safeguarding Dataset that say who people are: children, families, workers, teams."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.invent import cells
from goldenthread.invent.chance import Chance
from goldenthread.invent.days import NEVER
from goldenthread.invent.families import FORENAMES, SURNAMES, new_partner
from goldenthread.invent.lives import Facts, Lives
from goldenthread.invent.workforce import HOLDERS, POSTS_A_TEAM

DISABILITIES = {"LD": 4, "AUT": 5, "MOB": 2, "COMM": 2, "BEH": 3, "DDA": 1}
DISTRICTS = ("North", "South", "East", "West", "River", "Hill", "Harbour", "Park")


def tables(lives: Lives, chance: Chance) -> Iterator[tuple[str, pa.Table]]:
    """Each such table of these lives, by name; those without a row are left out."""
    people = lives.table("person")
    if len(people):
        children = person(people, chance, lives.as_at)
        yield "ssd_person", pa.concat_tables([children, adults(people, chance)], promote_options="default")
        yield "ssd_address", addresses(people.keep(people["start"] <= lives.as_at), chance)
        yield "ssd_family", family(people, chance)
        yield "ssd_mother", mother(people, lives.as_at)
        yield "ssd_disability", disability(people, chance)
    cared_for = lives.table("looked_after")
    alone = cared_for.keep(cared_for["is_unaccompanied"] == 1)
    if len(alone):
        yield "ssd_immigration_status", immigration(alone)
    workers = lives.table("employment")
    if len(workers):
        yield "ssd_professionals", professionals(workers)
        yield "ssd_department", departments(workers)


def person(people: Facts, chance: Chance, as_at: int) -> pa.Table:
    """The children, with names no one has. One not yet born has only the day it is expected."""
    child, sex = people["subject"], people["sex"]
    born = people["start"] <= as_at
    upn = pc.binary_join_element_wise("Z", pc.utf8_lpad(pc.cast(pa.array(child), pa.string()), 12, "0"), "")
    return pa.table({
        "pers_person_id": cells.ids("child", child),
        "pers_forename": np.array(FORENAMES)[chance.whole(child, "a forename", 0, len(FORENAMES) - 1)],
        "pers_surname": np.array(SURNAMES)[people["family_id"] % len(SURNAMES)],
        "pers_sex": cells.text(sex),
        "pers_gender": cells.text(np.select([sex == "M", sex == "F"], ["01", "02"], "00")),
        "pers_ethnicity": cells.text(people["ethnicity"]),
        "pers_dob": cells.day(np.where(born, people["start"], NEVER)),
        "pers_expected_dob": cells.day(np.where(born, NEVER, people["start"])),
        "pers_death_date": cells.day(people["end"]),
        "pers_upn": pc.if_else(pa.array(people["has_upn"] == 1), upn, None),
    })  # fmt: skip


def adults(people: Facts, chance: Chance) -> pa.Table:
    """The mother of each family, and the step-parent or partner of some: a name, and no more is known of them."""
    homes = np.unique(people["family_id"])
    partnered = homes[new_partner(chance, homes)]
    who = pa.chunked_array([cells.ids("mother", homes), cells.ids("partner", partnered)])
    given = [chance.whole(of, f"a {which}'s forename", 0, len(FORENAMES) - 1)
             for of, which in ((homes, "mother"), (partnered, "partner"))]  # fmt: skip
    family_name = np.concatenate([homes % len(SURNAMES), (partnered + 7) % len(SURNAMES)])
    return pa.table({
        "pers_person_id": who,
        "pers_forename": np.array(FORENAMES)[np.concatenate(given)],
        "pers_surname": np.array(SURNAMES)[family_name],
        "pers_sex": np.where(np.arange(len(who)) < len(homes), "F", "M"),
        "pers_is_mother": np.where(np.arange(len(who)) < len(homes), "Y", "N"),
    })  # fmt: skip


def addresses(people: Facts, chance: Chance) -> pa.Table:
    """Where each child's family lives: streets and postcodes that are nowhere (ZZ is no postcode area)."""
    child, home = people["subject"], people["family_id"]
    house = pc.cast(pa.array(chance.whole(home, "a house number", 1, 180)), pa.string())
    street = np.array(FORENAMES)[chance.whole(home, "a street", 0, len(FORENAMES) - 1)]
    town = np.array(DISTRICTS)[home % len(DISTRICTS)]
    inward = pc.cast(pa.array(home % 9 + 1), pa.string())
    postcode = pc.binary_join_element_wise("ZZ", pc.cast(pa.array(home % 89 + 1), pa.string()), " ", inward, "AA", "")
    lines = pc.binary_join_element_wise('{"HOUSE": "', house, '", "STREET": "', street, ' Street", "TOWN": "', town, 'town"}', "")
    return pa.table({
        "addr_table_id": pc.binary_join_element_wise("Z", cells.ids("child", child), ""),
        "addr_person_id": cells.ids("child", child),
        "addr_address_type": pa.array(["Home"] * len(child)),
        "addr_address_start_date": cells.day(people["start"]),
        "addr_address_json": lines,
        "addr_address_postcode": postcode,
    })  # fmt: skip


def family(people: Facts, chance: Chance) -> pa.Table:
    """Who belongs to each family: the children, their mother, and in some a step-parent or partner."""
    child, home = people["subject"], people["family_id"]
    homes = np.unique(home)
    partner = homes[new_partner(chance, homes)]
    who = pa.chunked_array([cells.ids("child", child), cells.ids("mother", homes), cells.ids("partner", partner)])
    which = pa.chunked_array([cells.ids("family_id", each) for each in (home, homes, partner)])
    return pa.table({
        "fami_table_id": pc.binary_join_element_wise(who, which, ""), "fami_family_id": which, "fami_person_id": who,
    })  # fmt: skip


def mother(people: Facts, as_at: int) -> pa.Table:
    """The mother of each child born by as at, one to a family."""
    people = people.keep(people["start"] <= as_at)
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


def immigration(cared_for: Facts) -> pa.Table:
    """The status of unaccompanied asylum-seeking children."""
    child = cared_for["subject"]
    return pa.table({
        "immi_person_id": cells.ids("child", child), "immi_immigration_status_id": cells.ids("immigration", child),
        "immi_immigration_status": pa.array(["Unaccompanied Asylum Seeking Child"] * len(child)),
        "immi_immigration_status_start_date": cells.day(cared_for["start"]),
    })  # fmt: skip


def professionals(workers: Facts) -> pa.Table:
    """Social workers who have worked here, with names no one has."""
    worker = workers["subject"]
    who = cells.ids("worker", worker)
    return pa.table({
        "prof_professional_id": who, "prof_staff_id": who,
        "prof_professional_name": pc.binary_join_element_wise(
            np.array(FORENAMES)[worker * 7 % len(FORENAMES)], np.array(SURNAMES)[worker * 11 % len(SURNAMES)], " "
        ),
        "prof_social_worker_registration_no": pc.binary_join_element_wise("S", who, ""),
        "prof_professional_job_title": pa.array(["Social Worker"] * len(worker)),
        "prof_professional_department": cells.ids("team", _team(worker)),
        "prof_full_time_equivalency": np.where(worker % 5 == 0, 0.8, 1.0),
        "prof_agency_worker_flag": cells.flag(workers["is_agency"]),
    })  # fmt: skip


def departments(workers: Facts) -> pa.Table:
    """The teams these workers belong to, each of a district."""
    team = np.unique(_team(workers["subject"]))
    district = team % len(DISTRICTS)
    name = pc.binary_join_element_wise(np.array(DISTRICTS)[district], pc.cast(pa.array(team), pa.string()), " team ")
    return pa.table({
        "dept_team_id": cells.ids("team", team), "dept_team_name": name,
        "dept_team_parent_id": cells.ids("district", district), "dept_team_parent_name": np.array(DISTRICTS)[district],
    })  # fmt: skip


def _team(worker: np.ndarray) -> np.ndarray:
    return worker // (HOLDERS * POSTS_A_TEAM)
