"""Failings of the oversight and development of workers, of changes of worker, of carers, and of recommendations."""

import numpy as np

from goldenthread.invent.planting.gap import Gap
from goldenthread.invent.planting.language import Candidates, Record, Truth
from goldenthread.invent.planting.periods import Lapsed, Longer
from goldenthread.invent.planting.unmet import Trigger, Unmet
from goldenthread.invent.workforce import HOLDERS, TOPICS

YEAR, HALF_YEAR, QUARTER, MONTH = ((number, "months") for number in (12, 6, 3, 1))
TEN = (10, "working days")
SIX_WEEKS = (42, "days")
NEW = {"is_newly_qualified": 1}


class ThirdWorker:
    """A child handed from one social worker to another, and another, within a year."""

    standard, found, about = "third-worker", "G8 T15", "allocation"

    def find(self, record: Record) -> Candidates:
        """Long allocations of children who had no other."""
        rows = record.rows("allocation")
        who, count = np.unique(rows["subject"], return_counts=True)
        third = rows["start"] + 150 + rows["subject"] % 100
        fits = np.isin(rows["subject"], who[count == 1]) & (third + 30 < np.minimum(rows["end"], record.as_at))
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "third": third}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Change the worker twice, with a handover each time."""
        rows = record.rows("allocation").of(chosen["place"])
        second = chosen["third"] - 60
        for number, start, end in ((1, second, chosen["third"]), (2, chosen["third"], rows["end"])):
            other = rows["worker_id"] - rows["worker_id"] % HOLDERS + (rows["worker_id"] + number) % HOLDERS
            record.add("allocation", chosen.subject, start, end, worker_id=other, change_reason="LEFTRL")
            record.add("handover", chosen.subject, start + 1)
        record.set(rows, end=second)
        return [Truth(chosen.subject, self.standard, chosen["third"])]


CHILDREN = (
    Unmet("handover", "T15", Trigger("allocation", ended=True, within="referral"), "handover", TEN, look_back=TEN, late="never"),
    ThirdWorker(),
)  # fmt: skip

WORKERS = (
    Gap("supervision-monthly", "T12 T26", "employment", "supervision", MONTH, {"is_newly_qualified": 0}),
    Gap("newly-qualified-supervision-weekly", "T12 T26", "employment", "supervision", (7, "days"), NEW, part_to=SIX_WEEKS,
        inside=True),
    Gap("newly-qualified-supervision-fortnightly", "T12 T26", "employment", "supervision", (14, "days"), NEW,
        part_from=SIX_WEEKS, part_to=HALF_YEAR, inside=True),
    Gap("newly-qualified-supervision-monthly", "T12 T26", "employment", "supervision", MONTH, NEW, part_from=HALF_YEAR,
        inside=True),
    Gap("appraisal", "T6", "employment", "appraisal", YEAR),
    Lapsed("registration", "T6", "employment", "registration"),
    *(Gap(f"training-{topic.replace('_', '-')}", "G24 G40 T14", "employment", "training", YEAR, where={"topic": topic})
      for topic in TOPICS),
    Unmet("exit-interview", "T21", Trigger("employment", ended=True), "exit_interview", (0, "days"), look_back=QUARTER),
)  # fmt: skip

CARERS = (
    Gap("foster-carer-review", "T5", "carer_approval", "carer_review", YEAR),
    Gap("foster-carer-unannounced-visit", "T5", "carer_approval", "carer_visit", YEAR),
    Longer("adopter-stage-one", "G4", "adopter_stage_one", (2, "months")),
    Longer("adopter-stage-two", "G4", "adopter_stage_two", (4, "months")),
)  # fmt: skip

RECOMMENDATIONS = (
    Unmet("recommendation-statement-of-action", "T7 T31", Trigger("recommendation"), "statement_of_action",
          (70, "working days")),
    Gap("recommendation-evidence-reviewed", "T7 T32", "recommendation", "recommendation_review", QUARTER),
)  # fmt: skip

PLANTS = CHILDREN + WORKERS + CARERS + RECOMMENDATIONS
