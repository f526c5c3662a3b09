"""README.md of an exported record: what is in it, and how it must be kept."""

CONTENTS = """# The whole record of {authority}

Written by Golden Thread {goldenthread}. **These files hold everything that is known of every child here: names,
addresses, what children said. They are for the authority itself. Keep them encrypted, let nobody read them who may not
read the whole record, and destroy them when they have done their work.** Nothing here is masked: a document for anyone
outside is made in the record, which masks it and keeps a copy.

| file | what it holds |
|---|---|
| `manifest.json` | the version, how many rows there are, and the SHA-256 of every file |
| `contract/` | every fact that stands, in the open contract: `goldenthread check contract` judges them |
| `record/*.jsonl` | a file for each table, a line for each row: {{column: value}} as JSON, in order of id: what was |
| | written down, and what came of it: shortfalls, who was told when, what was decided, supervision, disputes |
| `schemas/` | a JSON Schema of what an entry of each kind says |
| `attachments/` | the files of entries, each named by its SHA-256 |
| `children.csv` | whose records these are |
"""

RESTRICTED = """| `restricted/` | the same of {restricted} people: **restricted** to the workers named for them. Guard it apart |
"""
SEALED = """| `sealed/` | **adoption records, and the links to the records before them: for adoption staff only** |
| | and what workers and those who supervise them said in private: for the two of them only |
"""
LEFT_OUT = """
{sealed_left_out} sealed adoption records were left out, with everything about them; so was what workers and those who
supervise them said in private: of a supervision what was said of the children and the work is here, and both signatures.
`goldenthread export --with-sealed` writes them too.
"""
MISSING = """
{missing} attachments could not be found on the disk and are not here.
"""
BACK = """
`goldenthread import` brings all this back into an empty database, with the same ids. Passwords, second factors,
sessions and the keys of programs are not here: each worker sets a new password.
"""


def readme(said: dict) -> str:
    """The page, of what manifest.json says."""
    parts = {RESTRICTED: said["restricted"], SEALED: said["with_sealed"], LEFT_OUT: said["sealed_left_out"]}
    parts |= {MISSING: said["missing"]}
    return "".join([CONTENTS, *(part for part, is_so in parts.items() if is_so), BACK]).format(**said)
