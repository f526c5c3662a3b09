"""Every chapter of the specification, in reading order."""

from tests.spec import (
    test_always,
    test_days,
    test_edge_cases,
    test_every,
    test_exceptions,
    test_never,
    test_nouns,
    test_within,
)
from tests.spec.tables import Chapter, Table

CHAPTERS: list[Chapter] = [
    test_within.CHAPTER,
    test_every.CHAPTER,
    test_always.CHAPTER,
    test_never.CHAPTER,
    test_nouns.CHAPTER,
    test_exceptions.CHAPTER,
    test_days.CHAPTER,
    test_edge_cases.CHAPTER,
]

TABLES: list[Table] = [table for chapter in CHAPTERS for table in chapter.tables]
