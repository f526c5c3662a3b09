"""The engines, and every difference between them: DuckDB (the one in use), PostgreSQL and Spark (held to the examples).

An engine keeps tables by name. `keep` stores an expression, so that what is used twice is reckoned once and a row
number stays what it was.
"""

import contextlib
import io
import itertools
import tempfile
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from pyarrow import csv, parquet

from goldenthread.errors import UserError


class Engine:
    """Tables by name in one database, through Ibis."""

    name = ""

    def __init__(self, backend: Any):
        self.backend = backend
        self._number = itertools.count(1)
        self._kept: list[tuple[str, str]] = []  # (table or view, its name), in the order made

    def table(self, name: str):
        """A table that is there."""
        return self.backend.table(name)

    def tables(self) -> set[str]:
        """The names of the tables that are there."""
        return set(self.backend.list_tables())

    def load(self, name: str, rows: pa.Table) -> None:
        """Store rows as a table, in place of one of the same name."""
        self.backend.create_table(name, rows, overwrite=True)
        self._kept.append(("table", name))

    def keep(self, expression):
        """Store an expression's rows and answer the table of them."""
        name = f"kept_{next(self._number)}"
        self.backend.create_table(name, expression, temp=True)
        self._kept.append(("table", name))
        return self.backend.table(name)

    def store(self, name: str, expression) -> None:
        """Store an expression's rows under a name that lasts."""
        self.backend.create_table(name, expression, overwrite=True)

    def view(self, expression):
        """Give an expression a name (a view): Ibis compiles what is used often only once."""
        name = f"named_{next(self._number)}"
        self.backend.create_view(name, expression)
        self._kept.append(("view", name))
        return self.backend.table(name)

    def rows(self, expression) -> pa.Table:
        """The rows of an expression."""
        return self.backend.to_pyarrow(expression)

    def clear(self) -> None:
        """Drop everything loaded or kept."""
        for kind, name in reversed(self._kept):
            drop = self.backend.drop_view if kind == "view" else self.backend.drop_table
            with contextlib.suppress(Exception):
                drop(name, force=True)
        self._kept.clear()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.backend.disconnect()


class DuckDB(Engine):
    """The engine in use: in the process, over files or memory."""

    name = "duckdb"

    def __init__(self, connection=None):
        import duckdb

        self.connection = connection or duckdb.connect()
        super().__init__(ibis.duckdb.from_connection(self.connection))


class Recorded(DuckDB):
    """DuckDB that remembers, as SQL and in order, how each stored table is filled: `filled` is [(table, query)]."""

    def __init__(self, connection):
        super().__init__(connection)
        self.filled: list[tuple[str, str]] = []

    def keep(self, expression):
        name = f"kept_{next(self._number)}"
        self.store(name, expression)
        return self.backend.table(name)

    def store(self, name: str, expression) -> None:
        query = str(self.backend.compile(expression))
        self.connection.execute(f"CREATE TABLE {name} AS {query}")
        self.filled.append((name, query))


class Postgres(Engine):
    """PostgreSQL, where a council keeps its reporting tables."""

    name = "postgres"

    def __init__(self, url: str):
        try:
            backend = ibis.connect(url)
        except ImportError as missing:
            raise UserError("PostgreSQL needs the extra: pip install 'goldenthread[postgres]'.") from missing
        super().__init__(backend)

    def load(self, name: str, rows: pa.Table) -> None:
        # Ibis would insert row after row, and there is a row for each day of each limit.
        self.backend.create_table(name, schema=ibis.Schema.from_pyarrow(rows.schema), overwrite=True)
        self._kept.append(("table", name))
        written = io.BytesIO()
        csv.write_csv(rows, written, csv.WriteOptions(include_header=False))
        with self.backend.begin() as cursor, cursor.copy(f'COPY "{name}" FROM STDIN (FORMAT csv)') as copy:
            copy.write(written.getbuffer())


class Spark(Engine):
    """Spark, for a region or the country; tested in local mode."""

    name = "spark"

    def __init__(self, session: Any):
        super().__init__(ibis.pyspark.connect(session))
        self.session = session
        self._partitions = int(session.conf.get("spark.sql.shuffle.partitions"))
        self._folder = tempfile.TemporaryDirectory(prefix="goldenthread")

    def __exit__(self, *_):
        self._folder.cleanup()
        super().__exit__(*_)

    def load(self, name: str, rows: pa.Table) -> None:
        # Through pandas a missing value would become NaN; through Parquet it stays missing.
        path = Path(self._folder.name) / f"{name}-{next(self._number)}.parquet"
        parquet.write_table(rows, path)
        self.session.read.parquet(str(path)).createOrReplaceTempView(name)
        self._kept.append(("view", name))

    def keep(self, expression):
        # A union has the partitions of all its parts: without joining them there would be thousands, nearly all empty.
        return self._temporary(self._frame(expression).coalesce(self._partitions).localCheckpoint())

    def view(self, expression):
        return self._temporary(self._frame(expression))

    def _frame(self, expression):
        return self.session.sql(ibis.to_sql(expression, dialect="pyspark"))

    def _temporary(self, frame):
        name = f"kept_{next(self._number)}"
        frame.createOrReplaceTempView(name)
        self._kept.append(("view", name))
        return self.backend.table(name)

    def clear(self) -> None:
        for _, name in self._kept:
            self.session.catalog.dropTempView(name)
        self._kept.clear()

