"""Files written a chunk at a time: Parquet, a row group for each chunk, or CSV."""

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

FILE_FORMATS = ("csv", "parquet")


@dataclass
class Sink:
    """The files of a folder, each opened when it is first written to; use it in a `with`."""

    folder: Path
    file_format: str
    writers: dict[str, object] = field(default_factory=dict)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for writer in self.writers.values():
            writer.close()

    def write(self, name: str, table: pa.Table) -> None:
        """Add rows to the file of that name, such as "ssd/ssd_person"."""
        if name not in self.writers:
            path = self.folder / f"{name}.{self.file_format}"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.writers[name] = _writer(path, table.schema)
        self.writers[name].write_table(table)


def _writer(path: Path, schema: pa.Schema):
    if path.suffix == ".parquet":
        return pq.ParquetWriter(path, schema, compression="zstd", compression_level=1)
    return pcsv.CSVWriter(path, schema)
