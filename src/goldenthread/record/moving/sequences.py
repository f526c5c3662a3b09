"""The last id each table gave: a number of a destroyed record is never given to another, or the audit would tell of both."""

from django.core.management.color import no_style
from django.db import connection, models


def last_ids(of: dict[str, type[models.Model]]) -> dict[str, int]:
    """The last number given by each table that counts."""
    return {name: last for name, model in of.items() if isinstance(model._meta.pk, models.AutoField) and (last := _last(model))}


def _last(model: type[models.Model]) -> int:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            return found[0] if found else 0
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, model._meta.pk.column])
        sequence = cursor.fetchone()[0]
        cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")
        return cursor.fetchone()[0]


def set_last_ids(of: dict[str, type[models.Model]], last: dict[str, int]) -> None:
    """Have each table go on counting from there."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            for statement in connection.ops.sequence_reset_sql(no_style(), list(of.values())):
                cursor.execute(statement)
        for name, number in last.items():
            if name in of:
                _set(cursor, of[name], number)


def _set(cursor, model: type[models.Model], number: int) -> None:
    table = model._meta.db_table
    if connection.vendor == "sqlite":
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
    else:
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [table, model._meta.pk.column, number])
