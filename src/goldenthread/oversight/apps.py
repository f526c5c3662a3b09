"""Django's name for this room; and what it listens for in the record."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Oversight."""

    name = "goldenthread.oversight"
    label = "oversight"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whatever an action changes of anyone is judged again; a dispute begins its way up; no case is closed while a danger is
        undecided; and these tables move too."""
        from goldenthread.oversight.actions.disputing import heard
        from goldenthread.oversight.closing import undecided
        from goldenthread.oversight.moving import ROOM
        from goldenthread.oversight.stale import changed
        from goldenthread.record.actions.holding import UNDECIDED
        from goldenthread.record.actions.language import AFTER
        from goldenthread.record.moving.tables import ABOVE

        AFTER.append(changed)
        AFTER.append(heard)
        UNDECIDED.append(undecided)
        ABOVE.append(ROOM)
