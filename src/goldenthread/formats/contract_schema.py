"""Describes the open contract: a JSON Schema for each noun, and a page of all nouns in words."""

import json
from pathlib import Path

from goldenthread.codes.lists import codes_of
from goldenthread.standards.language.nouns import Fact, Named
from goldenthread.standards.thread import columns_of
from goldenthread.standards.vocabulary import NOUNS

VERSION = "1.0"
MANIFEST = "contract.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"type": "string", "format": "date"}
INSTANT = {"type": "string", "format": "date-time", "description": "in UTC"}
KINDS = {"text": {"type": "string"}, "yes_no": {"type": "boolean"}, "number": {"type": "integer"}, "day": DAY}
WORDS = {"text": "text", "yes_no": "yes or no", "number": "a whole number", "day": "a day"}
SUBJECTS = {
    "child": "the child's id, as the authority knows it",
    "worker": "the social worker's id",
    "team": "the team's id",
    "carer": "the carer's id",
    "recommendation": "the recommendation's id",
}


def schemas() -> dict[str, dict]:
    """The JSON Schema of one row of each noun's file, by noun, and of the manifest (`contract`)."""
    return {"contract": _manifest(), **{name: _schema(noun) for name, noun in NOUNS.items()}}


def _manifest() -> dict:
    return {
        "$schema": DIALECT,
        "title": MANIFEST,
        "type": "object",
        "required": ["contract_version", "authority", "from_day", "to_day"],
        "properties": {
            "contract_version": {"type": "string", "description": f"this is {VERSION}"},
            "authority": {"type": "string", "description": "whose record it is"},
            "from_day": DAY | {"description": "the first day these files bear witness to"},
            "to_day": DAY | {"description": "the last"},
        },
    }


def _schema(noun: Named) -> dict:
    facts = {fact.name: fact for fact in noun.facts}
    properties = {name: _property(noun, name, facts) for name in columns_of(noun) if name != "ref"}
    properties["recorded_on"] = DAY | {"description": "the day it was written down; not used yet"}
    return {
        "$schema": DIALECT,
        "title": noun.name,
        "description": f"{noun.one[0].upper()}{noun.one[1:]}.",
        "type": "object",
        "contract_version": VERSION,
        "required": ["subject_id", "started_on" if noun.lasts else "happened_on"],
        "properties": properties,
    }


def _property(noun: Named, name: str, facts: dict[str, Fact]) -> dict:
    if name in facts:
        fact = facts[name]
        codes = {"enum": list(codes_of(fact.codes))} if fact.codes else {}
        return KINDS[fact.kind] | codes | {"description": fact.words}
    if name == "subject_id":
        return {"type": "string", "description": SUBJECTS[noun.subject]}
    if name.endswith("_at"):
        return INSTANT
    return DAY | {"description": _day_words(noun, name)}


def _day_words(noun: Named, name: str) -> str:
    if name == "ended_on":
        return f"{noun.ended_words}; blank while it lasts"
    return noun.began


def write_contract(folder: Path) -> None:
    """Write the schemas (`schemas/<noun>.schema.json`) and README.md into a folder."""
    target = folder / "schemas"
    target.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = target / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(readme(), encoding="utf-8")


def readme() -> str:
    """The contract in words: how it works, then every noun."""
    return "\n".join([_INTRODUCTION, *(_noun_words(noun) for noun in NOUNS.values())])


_INTRODUCTION = f"""# Golden Thread's open contract, version {VERSION}

Whatever is known of a child can be told in these files, also what no national format holds. Each noun has a file,
`<noun>.csv` (UTF-8, commas, a header) or `<noun>.parquet`; a row is one fact. Give those you have.

* Beside them stands `{MANIFEST}`: `{{"contract_version": "{VERSION}", "authority": "…", "from_day": "2019-04-01",
  "to_day": "2025-03-31"}}`. Between those days the files bear witness.
* A file with a header and no rows says that there were none. A noun without a file is one nothing is said of, and
  nothing is judged by it.
* Leave out a column, or leave it empty in every row, where you do not hold it: then nothing is judged by it. Of
  `ended_on` it is the column that counts: give it, and it is blank while a period lasts.
* Days are `2025-03-31`. Instants (`…_at`) are in UTC, `2025-03-31T22:15:00Z`; the day beside them is the day in
  England.
* Ids are text, your own, the same in every file; leading zeros are kept.
* `recorded_on`, the day a fact was written down, may stand in every file. It is not used yet.
* `schemas/` holds a JSON Schema for one row of each file.

# The nouns
"""


def _noun_words(noun: Named) -> str:
    days = "`started_on`, `ended_on` (blank while it lasts)" if noun.lasts else "`happened_on`"
    instants = (", `started_at`, `ended_at`" if noun.lasts else ", `happened_at`") if noun.timed else ""
    lines = [
        f"## {noun.name}",
        f"{noun.one[0].upper()}{noun.one[1:]}. About a {noun.subject}. {noun.began}"
        + (f"; {noun.ended_words[0].lower()}{noun.ended_words[1:]}." if noun.ended_words else "."),
        f"\nColumns: `subject_id`, {days}{instants}" + ("." if not noun.facts else ", and:\n"),
        *(_fact_words(fact) for fact in noun.facts),
    ]
    return "\n".join(lines) + "\n"


def _fact_words(fact: Fact) -> str:
    codes = f", a code of `{fact.codes}`: {', '.join(codes_of(fact.codes))}" if fact.codes else ""
    return f"* `{fact.name}`: {fact.words} ({WORDS[fact.kind]}{codes})"
