"""What was written, as search finds it: brought up to date by record/search.py, made again from the entries at any time."""

from django.db import models

from goldenthread.record.models.entries import Entry
from goldenthread.record.models.people import Person


class SearchText(models.Model):
    """A stretch of what an entry says now: of one person (`person`), or of all it is about (None).

    Migration 0003 indexes `text`: on SQLite in the full-text table record_searchtext_words, kept by triggers; on
    PostgreSQL in the generated column `words`.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="search_texts")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="search_texts")
    text = models.TextField()
