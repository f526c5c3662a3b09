"""Who may see a supervision, and what of it.

The two see all of it. Those above who may read what is said of the worker's work see it without what is private; quality
assurance only what is said of children whose records they may open. Everybody else reads the entries about a child as
entries of that child, if at all.
"""

from goldenthread.oversight.models import Supervision
from goldenthread.oversight.supervised import check_supervise
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.workforce.models import Worker

AUDITS = ("quality_assurance",)

VIEWS = ("service_manager", "head_of_service", "director", *AUDITS)
"""Who sees how supervision itself stands."""


def is_one_of_the_two(by: Worker, supervision: Supervision) -> bool:
    """Whether this is the worker, or who supervises them."""
    return by.pk in (supervision.worker_id, supervision.supervisor_id)


def check_read(by: Worker, supervision: Supervision) -> None:
    """Whether someone may see it at all; Denied."""
    if not is_one_of_the_two(by, supervision) and by.role not in AUDITS:
        access.check_about_worker(by, supervision.worker)
    if not access.may_sign_in(by):
        raise _hidden()


def reads_work(by: Worker, supervision: Supervision) -> bool:
    """Whether someone may read what is said of the worker's work and learning."""
    return access.allows(access.check_about_worker, by, supervision.worker)


def reads_private(by: Worker, supervision: Supervision) -> bool:
    """Whether someone may know that there is anything between the two."""
    return is_one_of_the_two(by, supervision)


def check_lead(by: Worker, supervision: Supervision) -> None:
    """Whether someone leads it: chooses, decides and writes. Whoever began it, while they may supervise the worker; Denied."""
    if by.pk != supervision.supervisor_id:
        raise _hidden()
    check_supervise(by, supervision.worker)


def check_sign(by: Worker, supervision: Supervision) -> None:
    """Whether someone is one of the two; Denied."""
    if not is_one_of_the_two(by, supervision) or not access.may_sign_in(by):
        raise _hidden()


def _hidden() -> Denied:
    return Denied("hidden", "There is no such page.", hidden=True)
