"""Stage two of an adopter's assessment."""

from goldenthread.record.kinds.carers.adopter_stage_one import stage
from goldenthread.standards import vocabulary as v

KIND = stage("two", "Who are these people, and for which child would they be right?", v.adopter_stage_two)
