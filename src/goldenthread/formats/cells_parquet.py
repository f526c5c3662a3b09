"""Cuts Parquet files into cells, streamed. A Parquet file has no header row: its first row is row 1."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet

from goldenthread.errors import UserError
from goldenthread.formats.language import Cells

ROWS = 200_000


def parquet_header(path: Path) -> list[str]:
    """The names of its columns; empty where it is no Parquet file."""
    try:
        return parquet.read_schema(path).names
    except (pa.ArrowInvalid, OSError):
        return []


def parquet_cells(path: Path, table: str, part: str = "") -> Iterator[Cells]:
    """The rows of a Parquet file as Cells of this table, typed as they are. UserError where it cannot be read."""
    try:
        with parquet.ParquetFile(path) as file:
            yield Cells(table, numbered(file.schema_arrow.empty_table(), 1), part, "Parquet")
            row = 1
            for batch in file.iter_batches(ROWS):
                yield Cells(table, numbered(pa.Table.from_batches([batch]), row), part, "Parquet")
                row += batch.num_rows
    except (pa.ArrowInvalid, OSError) as error:
        raise UserError("it is no Parquet file, or is cut short.") from error


def numbered(rows: pa.Table, first: int) -> pa.RecordBatch:
    """A table as one batch with the column `row`, numbered from `first`."""
    numbers = pa.array(np.arange(first, first + rows.num_rows, dtype=np.int64))
    batches = rows.append_column("row", numbers).combine_chunks().to_batches()
    if batches:
        return batches[0]
    schema = rows.schema.append(pa.field("row", pa.int64()))
    return pa.RecordBatch.from_arrays([pa.array([], each.type) for each in schema], schema=schema)
