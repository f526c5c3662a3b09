"""The rules of the house: names, sizes, words, and documents that keep up with the code."""

import ast
import re
from pathlib import Path

import pytest

import goldenthread

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for path in (ROOT / "src").rglob("*.py") if path.name != "0001_initial.py")  # Django writes those
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

NO_ROOM = {"utils", "helpers", "common", "manager", "service", "misc"}
NOT_OUR_WORDS = re.compile(r"\b(breach(es)?|verdicts?|spells?)\b", re.IGNORECASE)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _definitions(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=_shown)
def test_no_room_is_a_lumber_room(path):
    assert not NO_ROOM & set(path.with_suffix("").parts)


@pytest.mark.parametrize("path", SOURCES, ids=_shown)
def test_a_module_says_what_it_is_for_and_is_not_too_long(path):
    text = path.read_text()
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "a module opens with a sentence"
    assert text.count("\n") <= 500 or path.name == "vocabulary.py"  # one list, read from top to bottom


@pytest.mark.parametrize("path", SOURCES, ids=_shown)
def test_what_is_public_says_what_it_is(path):
    tree = ast.parse(path.read_text())
    public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"]
    assert not [node.name for node in public if not ast.get_docstring(node)]


@pytest.mark.parametrize("path", SOURCES, ids=_shown)
def test_no_function_is_longer_than_a_screen(path):
    long = [node.name for node in _definitions(path)
            if not isinstance(node, ast.ClassDef) and node.end_lineno - node.lineno >= 60]  # fmt: skip
    assert not long


@pytest.mark.parametrize("path", [*SOURCES, *DOCUMENTS], ids=_shown)
def test_the_words_are_ours(path):
    if path.name in ("GLOSSARY.md",):
        return
    assert not NOT_OUR_WORDS.findall(path.read_text())


def test_the_changelog_opens_with_this_version():
    versions = re.findall(r"^## (\S+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert versions[0] == goldenthread.__version__


@pytest.mark.parametrize("path", DOCUMENTS, ids=_shown)
def test_links_between_documents_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text())
    assert not [link for link in links if not (path.parent / link).exists()]
