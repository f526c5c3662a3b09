"""Only actions change the record, and what keeps its rows in step with them."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2] / "src" / "goldenthread"
MAY_CHANGE = (
    "record/actions/", "record/feeding/", "record/moving/", "record/projection.py", "record/search.py", "record/audit.py",
    "record/retention", "record/destroying.py", "record/migrations/", "workforce/migrations/",
    "workforce/remembered.py",
    "oversight/actions/", "oversight/stale.py", "oversight/judging.py", "oversight/keeping.py", "oversight/nightly.py",
    "oversight/telling.py", "oversight/counting.py", "oversight/digest.py", "oversight/migrations/",
)  # fmt: skip
CHANGES = {
    "save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "aupdate", "acreate", "asave",
    "adelete", "select_for_update", "raw",
}  # fmt: skip
PLACES = [
    path
    for room in ("record", "workforce", "oversight", "web")
    for path in sorted((HOUSE / room).rglob("*.py"))
    if not path.relative_to(HOUSE).as_posix().startswith(MAY_CHANGE)
]


def _changes(tree: ast.AST):
    """The calls that change rows: `.save()`, `.create(…)`, and `.update(field=…)`, which of a dictionary is written `|=`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            if name in CHANGES or (name == "update" and node.keywords):
                yield f"line {node.lineno}: .{name}("


@pytest.mark.parametrize("path", PLACES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_nothing_but_an_action_changes_a_row(path):
    assert not list(_changes(ast.parse(path.read_text())))


def test_the_rule_would_see_it():
    seen = list(_changes(ast.parse("Entry.objects.filter(pk=1).update(kind='visit')\nentry.save()\nfound |= {}\n")))
    assert [each.partition(": ")[2] for each in seen] == [".update(", ".save("]


@pytest.mark.parametrize("path", sorted((HOUSE / "web").rglob("*.html")), ids=lambda path: path.name)
def test_no_template_has_script_or_style_in_it(path):
    text = path.read_text().lower()
    assert "style=" not in text
    assert "<style" not in text
    assert "javascript:" not in text
    assert not [part for part in text.split("<script")[1:] if "src=" not in part.partition(">")[0]]
    assert not [name for name in ("onclick", "onsubmit", "onload", "onchange", "hx-on") if f"{name}=" in text]
