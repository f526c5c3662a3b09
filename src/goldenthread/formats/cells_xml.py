"""Cuts census XML into cells: streamed, never trusted.

Entities are not expanded and nothing is fetched; a document type, which is where such attacks are written, is refused.
One child at a time is in memory.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from lxml import etree

from goldenthread.errors import UserError
from goldenthread.formats.language import Cells

ROWS_AT_ONCE = 50_000
FIRST_BYTES = 4_096

SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def root_tag(path: Path) -> str | None:
    """The name of the outermost element, from the first bytes of the file; None where they are not XML."""
    parser = etree.XMLPullParser(events=("start",), **SAFE)
    try:
        with Path(path).open("rb") as file:
            parser.feed(file.read(FIRST_BYTES))
    except (OSError, etree.XMLSyntaxError):
        pass
    try:
        for _, element in parser.read_events():
            return local_name(element)
    except etree.XMLSyntaxError:
        pass
    return None


def elements(path: Path, tags: Sequence[str]) -> Iterator[etree._Element]:
    """Every element with one of these tags, in any namespace, when it is complete; it is emptied after use.

    UserError, with the line, where the file has a document type, stops short or is not well formed.
    """
    with Path(path).open("rb") as file:
        parsing = etree.iterparse(file, events=("start", "end"), tag=[f"{{*}}{tag}" for tag in tags], **SAFE)
        checked = False
        try:
            for event, element in parsing:
                if not checked:
                    _refuse_document_type(element)
                    checked = True
                if event == "end":
                    yield element
                    _empty(element)
        except etree.XMLSyntaxError as error:
            raise _not_well_formed(error) from None
        if not checked:
            _refuse_document_type(parsing.root)


def _refuse_document_type(element: etree._Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise UserError(
            "it has a document type (<!DOCTYPE …>), which no census return has and through which files are attacked. "
            "It was not read."
        )


def _not_well_formed(error: etree.XMLSyntaxError) -> UserError:
    # The parser's own message may quote the file; only the line is passed on.
    line = error.lineno or 1
    return UserError(
        f"it is not whole XML: reading stopped at line {line}. Either the file was cut short when it was saved or "
        "sent, or it was changed by hand. Nothing in it was read; export it again."
    )


def _empty(element: etree._Element) -> None:
    """Let go of an element that has been read, and of those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def local_name(element: etree._Element) -> str:
    """The tag without its namespace; '' for a comment or a processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def encoding_of(element: etree._Element) -> str:
    """How the file's bytes were read as text; XML says so itself, or is UTF-8."""
    return element.getroottree().docinfo.encoding or "UTF-8"


def leaves(element: etree._Element) -> dict[str, str]:
    """The text of each element directly within this one that has none within it (the first of a name)."""
    found: dict[str, str] = {}
    for child in element:
        if len(child) == 0 and (name := local_name(child)):
            found.setdefault(name, (child.text or "").strip())
    return found


def within(element: etree._Element, name: str) -> list[etree._Element]:
    """Every element of this name directly within this one."""
    return [child for child in element if local_name(child) == name]


@dataclass
class Rows:
    """Gathers rows of several tables and hands them on in stretches.

    `columns`: by table, the names of its columns. A row's number is the line its element begins on; where several
    elements share a line (a file written without line ends), they are counted on from it, so that each is told apart.
    """

    columns: Mapping[str, Sequence[str]]
    encoding: str = ""
    last: int = 0
    gathered: dict[str, list[tuple]] = field(default_factory=dict)

    def add(self, table: str, line: int | None, values: Mapping[str, str | None]) -> None:
        """One row; names that are not columns of the table are let go."""
        self.last = max(line or 0, self.last + 1)
        row = (self.last, *(values.get(name) for name in self.columns[table]))
        self.gathered.setdefault(table, []).append(row)

    def full(self) -> Iterator[Cells]:
        """The tables that have enough rows to be handed on."""
        for table in [name for name, rows in self.gathered.items() if len(rows) >= ROWS_AT_ONCE]:
            yield self._cells(table)

    def rest(self) -> Iterator[Cells]:
        """What is left of every table."""
        for table in list(self.gathered):
            yield self._cells(table)

    def _cells(self, table: str) -> Cells:
        rows = self.gathered.pop(table)
        row, *columns = zip(*rows, strict=True)
        arrays = [pa.array(row, pa.int64()), *(pa.array(values, pa.string()) for values in columns)]
        batch = pa.RecordBatch.from_arrays(arrays, names=["row", *self.columns[table]])
        return Cells(table, batch, part=table, encoding=self.encoding)
