"""`goldenthread export` and `goldenthread import`."""

from pathlib import Path

from rich.console import Console

from goldenthread.record import audit
from goldenthread.record.moving.bring_back import bring_back
from goldenthread.record.moving.export import export


def run_export(out: Path, console: Console, with_sealed: bool = False) -> None:
    """Write the whole record to a folder, and say what is in it. UserError."""
    said = export(out, with_sealed)
    audit.note(None, "record.export", thing="sealed" if with_sealed else "")
    console.print(f"The record is in {out}: {_rows(said)} rows in {len(said['files']):,} files.", markup=False)
    if said["sealed_left_out"]:
        console.print(f"{said['sealed_left_out']:,} sealed adoption records were left out (--with-sealed writes them).")
    if said["restricted"]:
        console.print(f"{said['restricted']:,} restricted records are in {out / 'restricted'}.", markup=False)
    console.print("Nothing in it is masked. Keep the folder as you keep the record itself.")


def run_import(folder: Path, console: Console) -> None:
    """Bring an exported record back into an empty database, and say what came. UserError."""
    said = bring_back(folder)
    console.print(f"The record is here: {_rows(said)} rows, and its audit holds. Workers set new passwords.")


def _rows(said: dict) -> str:
    return f"{sum(said['counts'].values()):,}"
