"""The database itself refuses to change or delete a row of the audit, whoever asks."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON record_auditrow
    BEGIN SELECT RAISE(ABORT, 'the audit is not changed'); END""",
    """CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON record_auditrow
    BEGIN SELECT RAISE(ABORT, 'the audit is not deleted'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'the audit is not changed or deleted'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON record_auditrow
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit()""",
    """CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON record_auditrow
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit()""",
]


def guard(apps, schema_editor):
    """The triggers, as each database has them."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on the audit."""

    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
