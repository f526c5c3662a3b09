"""Full-text search of what was written: stems of English words, accents left aside, no word too common to be found."""

from django.db import migrations

FOLDED = ("ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŁłŚśŻżŹźĆćŃńĄąĘęŠšČčŽžĞğŞşİı",
          "AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOOooooooUUUUuuuuYyyLlSsZzZzCcNnAaEeSsCcZzGgSsIi")  # fmt: skip
SQLITE = [
    """CREATE VIRTUAL TABLE record_searchtext_words USING fts5(
    text, content='record_searchtext', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER searchtext_is_added AFTER INSERT ON record_searchtext BEGIN
    INSERT INTO record_searchtext_words (rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER searchtext_is_taken_out AFTER DELETE ON record_searchtext BEGIN
    INSERT INTO record_searchtext_words (record_searchtext_words, rowid, text) VALUES ('delete', old.id, old.text); END""",
    """CREATE TRIGGER searchtext_is_changed AFTER UPDATE ON record_searchtext BEGIN
    INSERT INTO record_searchtext_words (record_searchtext_words, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO record_searchtext_words (rowid, text) VALUES (new.id, new.text); END""",
]
POSTGRESQL = [
    "CREATE TEXT SEARCH DICTIONARY goldenthread_stems (TEMPLATE = snowball, Language = english)",
    "CREATE TEXT SEARCH CONFIGURATION goldenthread (COPY = simple)",
    """ALTER TEXT SEARCH CONFIGURATION goldenthread ALTER MAPPING FOR
    asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH goldenthread_stems""",
    f"""ALTER TABLE record_searchtext ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('goldenthread'::regconfig, translate(text, '{FOLDED[0]}', '{FOLDED[1]}'))) STORED""",
    "CREATE INDEX record_searchtext_words ON record_searchtext USING gin (words)",
]


def index(apps, schema_editor):
    """The index, as each database has it."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Full-text search."""

    dependencies = [("record", "0002_nobody_changes_the_audit")]
    operations = [migrations.RunPython(index, migrations.RunPython.noop)]
