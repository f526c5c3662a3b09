"""Nobody changes the audit; and if somebody went round the database, it shows, and where."""

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.record import audit
from goldenthread.record.models import AuditRow

UNGUARD = {
    "sqlite": ["DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_deleted"],
    "postgresql": ["DROP TRIGGER audit_is_not_changed ON record_auditrow"],
}


@pytest.fixture
def rows(worker, family):
    """Five rows of the audit."""
    return [audit.note(worker, "child.read", person=family[0], ground="allocated") for _ in range(5)]


@pytest.fixture
def unguarded(rows):
    """The same, with the database's own guard taken away (until the test is rolled back)."""
    with connection.cursor() as cursor:
        for statement in UNGUARD[connection.vendor]:
            cursor.execute(statement)
    return rows


@pytest.mark.parametrize(
    "statement",
    ["UPDATE record_auditrow SET worker_id = 0", "DELETE FROM record_auditrow", "UPDATE record_auditrow SET hash = hash"],
)
def test_the_database_refuses_to_change_or_delete_a_row(rows, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditRow.objects.count() == 5
    assert not list(audit.verify())


def test_postgresql_refuses_to_empty_it(rows):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite knows no TRUNCATE")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE record_auditrow")


def test_a_changed_row_is_found(unguarded):
    AuditRow.objects.filter(pk=unguarded[2].pk).update(worker_id=999)
    assert [(cut.seq, "changed" in cut.what) for cut in audit.verify()] == [(unguarded[2].pk, True)]


def test_a_row_changed_and_sealed_again_is_found_at_the_next(unguarded):
    row = unguarded[2]
    row.worker_id = 999
    AuditRow.objects.filter(pk=row.pk).update(worker_id=999, hash=audit.seal(row))
    assert [cut.seq for cut in audit.verify()] == [unguarded[3].pk]


def test_a_missing_row_is_found_at_the_next(unguarded):
    AuditRow.objects.filter(pk=unguarded[1].pk).delete()
    assert [(cut.seq, "missing" in cut.what) for cut in audit.verify()] == [(unguarded[2].pk, True)]


def test_an_end_cut_off_is_found_by_the_head_noted_before(unguarded):
    head = unguarded[-1].hash
    AuditRow.objects.filter(pk__gte=unguarded[3].pk).delete()
    assert not list(audit.verify())
    assert [cut.seq for cut in audit.verify(head)] == [0]


def test_it_holds_ids_and_no_values(rows, family):
    said = str([*AuditRow.objects.values()])
    assert not [word for word in ("Ash", "Underwood", "2012") if word in said]
