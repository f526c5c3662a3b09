"""Sending the ledger's numbers out of the building: who made the copy, for whom and what for, is kept and audited."""

import datetime as dt

from django.utils import timezone

from goldenthread.oversight import drift
from goldenthread.oversight.models import LedgerCopy
from goldenthread.record.actions.language import Act, action
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Team, Worker


@action("ledger.send")
def copy_ledger(*, by: Worker, day: dt.date, recipient: str, purpose: str, team: Team | None = None) -> Act:
    """Note that a copy of the numbers leaves, as at a day; the LedgerCopy. Denied; Unfit."""
    of = drift.scope(by, day, team)
    faults = []
    if not recipient.strip():
        faults.append(Fault("recipient", "Say who receives it: a person or a body."))
    if not purpose.strip():
        faults.append(Fault("purpose", "Say what they need it for."))
    if faults:
        raise Unfit(faults)
    made = LedgerCopy.objects.create(
        by=by, at=timezone.now(), as_at=day, team=of.team, recipient=recipient.strip()[:200], purpose=purpose.strip()[:300]
    )
    return Act("ledger copy", made.pk, result=made)
