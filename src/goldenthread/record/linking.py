"""`goldenthread link`: proposes people who may be recorded twice, by Splink. Nothing is merged: a person decides.

Splink weighs how names, days of birth, sex and pupil numbers agree against how often they agree by chance among the
people of this authority (Fellegi and Sunter's model). How often they agree between two records of one person is given
here, not learned: among a few true pairs the learning comes to nothing. Restricted and sealed records take no part, nor
do addresses.
"""

import importlib.util
import logging

import duckdb
import pyarrow as pa
from rich.console import Console

from goldenthread.check.words import capital
from goldenthread.errors import UserError
from goldenthread.record.actions.linking import propose_duplicates
from goldenthread.record.models import Person
from goldenthread.record.sounds import fold, parts, sounds

LIKELY = 0.75
RECORDED_TWICE = 0.02
"""The share of people thought to have two records, before anything is compared."""

MOST = 5_000
"""So many pairs at most are proposed in one night, the likeliest first: more is no list that anybody reads."""

FEWEST = 10
"""Among fewer people than this there is nothing to learn from."""

WORDS = {
    "forename": ("the same forename", "a forename like it"),
    "surname": ("the same surname", "a surname like it"),
    "born_on": ("the same date of birth", "a date of birth near it"),
    "upn": ("the same pupil number", ""),
}
"""What is said of each comparison: where it agrees wholly, and where nearly."""


def run(console: Console) -> None:
    """Propose, and say how many. UserError where Splink is not installed."""
    if importlib.util.find_spec("splink") is None:
        raise UserError("Linkage needs Splink: pip install 'goldenthread[linkage]'.")
    people = people_to_link()
    with console.status("Comparing people"):
        pairs = likely_pairs(people) if len(people) >= FEWEST else []
    found = propose_duplicates(by=None, pairs=pairs)
    console.print(f"{len(people):,} people compared; {found:,} new pairs to decide: see /duplicates/.", highlight=False)


def people_to_link() -> list[dict]:
    """Everyone who has a name and may be linked, as Splink is given them."""
    may = Person.objects.filter(sealed=False, restricted=False, merged_into=None).exclude(surname="").exclude(forename="")
    columns = ("pk", "forename", "surname", "born_on", "sex", "upn")
    return [_row(*person) for person in may.order_by("pk").values_list(*columns).iterator(10_000)]


def _row(pk: int, forename: str, surname: str, born_on, sex: str, upn: str) -> dict:
    heard = sorted({sound for part in parts(surname) for sound in sounds(part)})
    return {
        "unique_id": pk, "forename": fold(forename), "surname": fold(surname),
        "born_on": born_on.isoformat() if born_on else None, "sex": sex if sex in ("F", "M") else None, "upn": upn or None,
        "heard": heard[0] if heard else None, "initial": fold(forename)[:1],
    }  # fmt: skip


def likely_pairs(people: list[dict]) -> list[tuple[int, int, float, str]]:
    """Pairs that are likely one person: both ids, how likely, and why."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        found = _predict(connection, people)
    return [(one, other, round(likelihood, 4), _why(gammas)) for one, other, likelihood, *gammas in found]


def _settings(people: int):
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=min(0.01, 2 * RECORDED_TWICE / people),
        comparisons=[
            cl.NameComparison("forename").configure(m_probabilities=[0.80, 0.08, 0.03, 0.03, 0.06]),
            cl.NameComparison("surname").configure(m_probabilities=[0.82, 0.06, 0.02, 0.02, 0.08]),
            cl.DateOfBirthComparison("born_on", input_is_string=True).configure(
                m_probabilities=[0.90, 0.05, 0.02, 0.01, 0.01, 0.01]),
            cl.ExactMatch("sex").configure(m_probabilities=[0.98, 0.02]),
            cl.ExactMatch("upn").configure(m_probabilities=[0.95, 0.05]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("upn"), block_on("born_on"), block_on("heard", "initial"), block_on("surname", "forename"),
            block_on("surname", "substr(born_on, 1, 4)"),
        ],
        retain_intermediate_calculation_columns=True,
    )  # fmt: skip


def _predict(connection, people: list[dict]) -> list[tuple]:
    from splink import DuckDBAPI, Linker

    text = ("forename", "surname", "born_on", "sex", "upn", "heard", "initial")
    schema = pa.schema([("unique_id", pa.int64()), *((name, pa.string()) for name in text)])
    rows = DuckDBAPI(connection).register(pa.Table.from_pylist(people, schema))
    linker = Linker(rows, _settings(len(people)), log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    predicted = linker.inference.predict(threshold_match_probability=LIKELY)
    gammas = ", ".join(f"gamma_{name}" for name in WORDS)
    return connection.execute(f"""SELECT unique_id_l, unique_id_r, match_probability, {gammas}
        FROM {predicted.physical_name} ORDER BY match_probability DESC, 1, 2 LIMIT {MOST}""").fetchall()


_MOST_ALIKE = {"forename": 4, "surname": 4, "born_on": 5, "upn": 1}


def _why(gammas: list[int]) -> str:
    """Why, in words, without a name in them."""
    said = []
    for (name, (same, like)), gamma in zip(WORDS.items(), gammas, strict=True):
        if gamma == _MOST_ALIKE[name]:
            said.append(same)
        elif gamma > 0 and like:
            said.append(like)
    words = ", ".join(said)
    return f"{capital(words)}."
