"""Lives as files of the open contract: one for each noun that no table of the Standard Safeguarding Dataset holds."""

import json
from pathlib import Path

import pyarrow as pa

from goldenthread.invent import cells
from goldenthread.invent.days import date_of
from goldenthread.invent.lives import Facts, Lives
from goldenthread.standards.vocabulary import NOUNS

VERSION = "1.0"


def noun_table(noun: str, facts: Facts) -> pa.Table:
    """The rows of a noun's file: the columns of its table on a thread, without where it was read."""
    named = NOUNS[noun]
    columns = {"subject_id": cells.ids(named.subject, facts["subject"])}
    stem = {"started": ("start", "minute"), "ended": ("end", "end_minute")} if named.lasts else {"happened": ("start", "minute")}
    columns |= {f"{name}_on": cells.day(facts[day]) for name, (day, _) in stem.items()}
    if named.timed:
        columns |= {f"{name}_at": cells.instant(facts[day], facts[minute]) for name, (day, minute) in stem.items()}
    columns |= {fact.name: cells.fact(fact.kind, fact.name, facts[fact.name]) for fact in named.facts}
    return pa.table(columns)


def write_about(folder: Path, lives: Lives) -> None:
    """The file that says whose the contract is and of which days it speaks."""
    about = {
        "contract_version": VERSION,
        "authority": "Inventshire (an invented authority: nobody in it exists)",
        "from_day": date_of(lives.since).isoformat(),
        "to_day": date_of(lives.as_at).isoformat(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "contract.json").write_text(json.dumps(about, indent=2) + "\n")
