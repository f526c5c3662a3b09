"""What ails the server: its database, the audit's last row, the disk."""

import shutil

from django.conf import settings
from django.db import DatabaseError, connection

from goldenthread.record.audit import FIRST, seal
from goldenthread.record.models import AuditRow

LEAST_FREE = 500_000_000
"""Bytes that must be free on the disk of HOME."""


def ills() -> list[str]:
    """Everything that is not well, in words."""
    found = []
    try:
        connection.ensure_connection()
        found += _audit()
    except DatabaseError:
        found.append("The database does not answer.")
    try:
        if shutil.disk_usage(settings.HOME).free < LEAST_FREE:
            found.append("The disk is nearly full.")
    except OSError:
        found.append("The data folder is not there.")
    return found


def _audit() -> list[str]:
    """Whether the last row of the audit is whole; `goldenthread audit` looks at every one."""
    last = list(AuditRow.objects.order_by("-seq")[:2])
    if not last:
        return []
    before = last[1].hash if len(last) == 2 else FIRST
    return [] if last[0].hash == seal(last[0]) and last[0].previous == before else ["The end of the audit is not whole."]
