"""Cuts Excel workbooks (.xlsx) into rows of text, sheet by sheet, numbered as Excel numbers them."""

import datetime as dt
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from goldenthread.errors import UserError

OLE_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LARGEST = 2 * 2**30
"""Bytes a workbook may unpack to; a small file that claims more is an attack or a mistake."""

PROTECTED = "it is protected by a password. Open it in Excel, take the password off, and save it again."
OLD = "it is not an .xlsx workbook (it looks like the older .xls). Open it in Excel and save it as .xlsx."
CUT_SHORT = "it is not a whole workbook: it was cut short when it was saved or sent. Save or send it again."
TOO_LARGE = "it would unpack to more than 2 GB, which no list of children does."


def is_workbook(path: Path) -> bool:
    """Whether it is a workbook, or was meant to be one, by its name; it may still be unusable."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".xls")


def sheets(path: Path, first: int | None = None) -> Iterator[tuple[str, list[tuple[int, list[str]]]]]:
    """Each sheet's name and its (first so many) rows, but empty ones: the number Excel shows, and the cells as text.

    Days are written as ISO, whole numbers without `.0`. UserError where the file is protected, old, or cut short.
    """
    book = _open(Path(path))
    for name in [each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]:
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=first)
        except CalamineError:
            raise UserError(CUT_SHORT) from None
        texts = ((number, [as_text(cell) for cell in row]) for number, row in enumerate(rows, start=1))
        yield name, [(number, row) for number, row in texts if any(row)]


def _open(path: Path) -> CalamineWorkbook:
    with path.open("rb") as file:
        if file.read(8) == OLE_CONTAINER:
            raise UserError(PROTECTED if ENCRYPTED in file.read() else OLD)
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST:
                raise UserError(TOO_LARGE)
        return CalamineWorkbook.from_path(str(path))
    except PasswordError:
        raise UserError(PROTECTED) from None
    except (CalamineError, zipfile.BadZipFile):
        raise UserError(CUT_SHORT) from None


def as_text(cell) -> str:
    """A cell as text, trimmed of spaces of every kind; '' where it is empty."""
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ") if cell.time() != dt.time() else cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).replace("\xa0", " ").strip()


def batch_of(names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> pa.RecordBatch:
    """Rows under these headers, short rows filled up, as a RecordBatch with their numbers."""
    width = len(names)
    cells = [(row + [""] * width)[:width] for _, row in rows]
    columns = [pa.array([row[n] for row in cells], pa.string()) for n in range(width)]
    return pa.RecordBatch.from_arrays(
        [pa.array([number for number, _ in rows], pa.int64()), *columns], names=["row", *names]
    )
