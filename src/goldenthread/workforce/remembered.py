"""Rows whose past is kept: what each said before it was changed, so that a past day can be read as it was then known."""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.utils import timezone


class Was(models.Model):
    """What a row said until a moment. Never changed itself; gone when the row is.

    `table`: a table's name, "record_person"; `row`: the row's id; `said`: {column: value}, of the columns that are remembered.
    """

    table = models.CharField(max_length=64)
    row = models.BigIntegerField()
    said = models.JSONField(encoder=DjangoJSONEncoder)
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["table", "row", "until"])]


class RememberedRows(models.QuerySet):
    """Rows whose past is kept, however many are changed at once (`bulk_update` too goes through `update`)."""

    def update(self, **changed) -> int:
        """Change rows, and keep what they said."""
        names = _columns(self.model, changed)
        if not names:
            return super().update(**changed)
        with transaction.atomic(using=self.db, savepoint=False):
            _keep(self.model, self)
            return super().update(**changed)


class Remembered(models.Model):
    """A row that is known from `recorded_at` on; of the columns that it `remembers`, what they said before is kept in Was."""

    remembers: ClassVar[tuple[str, ...]] = ()
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = RememberedRows.as_manager()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **more) -> None:
        """What is destroyed is destroyed with its past. (Of these tables alone: a listener to all would slow every delete.)"""
        super().__init_subclass__(**more)
        post_delete.connect(_forget, sender=cls)

    def save(self, *args, update_fields=None, **more) -> None:
        """Save, and keep what the row said, where it says otherwise now."""
        known = self.pk is not None and not self._state.adding
        names = _columns(type(self), self.remembers if update_fields is None else update_fields) if known else set()
        with transaction.atomic(savepoint=False):
            if names:
                _keep(type(self), type(self)._base_manager.filter(pk=self.pk), {name: getattr(self, name) for name in names})
            super().save(*args, update_fields=update_fields, **more)


def _columns(model: type[Remembered], names) -> set[str]:
    """Those of these fields that the table remembers, by their columns: merged_into is merged_into_id."""
    return {model._meta.get_field(name).attname for name in names} & set(model.remembers)


def _keep(model: type[Remembered], rows: models.QuerySet, after: dict | None = None) -> None:
    """Keep what rows say; of `after`, only where they are about to say otherwise."""
    now = timezone.now()
    told = rows.order_by().values("pk", *model.remembers)
    was = [Was(table=model._meta.db_table, row=said.pop("pk"), said=said, until=now) for said in told]
    if after is not None:
        was = [each for each in was if any(each.said[name] != value for name, value in after.items())]
    Was.objects.bulk_create(was, batch_size=1000)


def _forget(sender, instance, **more) -> None:
    Was.objects.filter(table=sender._meta.db_table, row=instance.pk).delete()


def said_at(model: type[Remembered], moment: dt.datetime) -> dict[int, dict]:
    """Of the rows of a table that were changed since a moment, what they said then: {id: {column: value}}."""
    later = Was.objects.filter(table=model._meta.db_table, until__gte=moment).order_by("-until", "-pk")
    return dict(later.values_list("row", "said"))


def as_known(model: type[Remembered], moment: dt.datetime) -> Iterator[Remembered]:
    """Every row of a table as it was known just before a moment, in order of id; without those recorded since."""
    changed = said_at(model, moment)
    for row in model._base_manager.filter(recorded_at__lt=moment).order_by("pk").iterator(5000):
        for name, value in changed.get(row.pk, {}).items():
            setattr(row, name, model._meta.get_field(name).to_python(value))
        yield row
