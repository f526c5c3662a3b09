"""The command: what it exits with, and what it says of a mistake and of a fault of ours."""

import subprocess
import sys

import pytest

SAMPLE = "tests/formats/samples/annex_a/Annex_A.xlsx"


def run(*arguments, code: str = "from goldenthread.cli import main; main()"):
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize(
    "arguments, says",
    [
        (["check"], "Nothing was given to read"),
        (["check", SAMPLE, "--as-at", "31/03/2026"], "--as-at"),
        (["check", SAMPLE, "--only", "no-such"], "no such standard"),
        (["check", SAMPLE, "--settings", "no-such.toml"], "no such settings file"),
        (["check", "no-such-folder"], "no such file or folder"),
        (["book", "--format", "pdf"], "expected json, csv, html"),
    ],
)
def test_a_mistake_is_told_in_words_and_exits_with_2(arguments, says):
    ran = run(*arguments)
    assert ran.returncode == 2
    assert says in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_fault_of_ours_exits_with_1_and_never_says_what_it_was_about():
    ran = run("book", code=(
        "from goldenthread import cli\n"
        "from goldenthread.standards import book\n"
        "def broken(*_): raise ValueError('Alice Example, born 1 May 2015')\n"
        "book.print_book = broken\n"
        "cli.main()"
    ))  # fmt: skip
    assert ran.returncode == 1
    assert "our fault" in ran.stderr
    assert "Alice" not in ran.stderr + ran.stdout


def test_the_book_prints_as_json_csv_and_html():
    for form, opens in (("json", "["), ("csv", "id,"), ("html", "<!DOCTYPE html>")):
        ran = run("book", "--format", form)
        assert ran.returncode == 0
        assert ran.stdout.startswith(opens)
