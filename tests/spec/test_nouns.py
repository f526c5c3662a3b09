# ruff: noqa: E501 (a table is as wide as it is)
"""Nouns: which facts a description picks out. Drawn with `never`, which shows each one it finds."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "Nouns: what a description picks out",
    "A noun of the vocabulary is a period or an event. `.where(…)`, `&`, `|`, `under(age)`, `reached(age)`, `.started`, "
    "`.ended`, `.happened`, `.lasting(…)`, `.after(…)`, `.until(…)`, `.sooner_than(…)`, `.repeated(…)`, `.rising(…)`, "
    "`.more_by(…)` and `.exceeding(…)` make others of it. The tables draw them with `never`, which makes one duty of each.",
    (
        Table(
            "A condition is a value, or one of several.",
            'never(placement.where(type=one_of("K2", "U4"), has_urn=False), force=LAW)',
            """
            placement                                                          | as_at      || status           | opened_on
            2025-03-03 [type=K2, has_urn=no]                                   | 2025-06-01 || not_met          | 2025-03-03
            2025-03-03 [type=K2, has_urn=yes]                                  | 2025-06-01 || -                |
            2025-03-03 [type=K2]                                               | 2025-06-01 || -                |
            2025-03-03 [has_urn=no]                                            | 2025-06-01 || -                |
            2025-03-03 [type=U1, has_urn=no]                                   | 2025-06-01 || -                |
            2025-03-03 [type=U4, has_urn=no]; 2025-04-01 [type=K2, has_urn=no] | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-04-01
            """,
        ),
        Table(
            "What is not known is not `none_of` either.",
            'never(placement.where(type=none_of("K2", "U4")), force=LAW)',
            """
            placement            | as_at      || status
            2025-03-03 [type=U1] | 2025-06-01 || not_met
            2025-03-03 [type=K2] | 2025-06-01 || -
            2025-03-03           | 2025-06-01 || -
            """,
        ),
        Table(
            "A number may be at least so many.",
            "never(placement.where(distance=at_least(20)), force=LAW)",
            """
            placement                | as_at      || status
            2025-03-03 [distance=20] | 2025-06-01 || not_met
            2025-03-03 [distance=21] | 2025-06-01 || not_met
            2025-03-03 [distance=19] | 2025-06-01 || -
            2025-03-03               | 2025-06-01 || -
            """,
        ),
        Table(
            "A number may be at most so many.",
            "never(low_attendance.where(percent=at_most(50)), force=LAW)",
            """
            low_attendance          | as_at      || status
            2025-03-03 [percent=50] | 2025-06-01 || not_met
            2025-03-03 [percent=51] | 2025-06-01 || -
            2025-03-03              | 2025-06-01 || -
            """,
        ),
        Table(
            "A fact may be asked for only to be known.",
            "never(sdq.where(score=known), force=LAW)",
            """
            sdq                  | as_at      || status
            2025-03-03 [score=0] | 2025-06-01 || not_met
            2025-03-03           | 2025-06-01 || -
            """,
        ),
        Table(
            "A fact may be asked for only to be unknown.",
            "never(sdq.where(score=unknown, reason=unknown), force=LAW)",
            """
            sdq                      | as_at      || status
            2025-03-03               | 2025-06-01 || not_met
            2025-03-03 [score=0]     | 2025-06-01 || -
            2025-03-03 [reason=SDQ1] | 2025-06-01 || -
            """,
        ),
        Table(
            "Two periods at once are each overlap, from the later start to before the earlier end.",
            "never(missing & looked_after, force=LAW)",
            """
            missing                                          | looked_after                                     | as_at      || status           | opened_on              | closed_on
            2025-03-03 - 2025-03-10                          | 2025-03-05 - 2025-03-08                          | 2025-06-01 || not_met          | 2025-03-05             | 2025-03-08
            2025-03-03 - 2025-03-10                          | 2025-03-05                                       | 2025-06-01 || not_met          | 2025-03-05             | 2025-03-10
            2025-03-03                                       | 2025-03-01                                       | 2025-06-01 || not_met          | 2025-03-03             | -
            2025-03-03 - 2025-03-10                          | 2025-03-10                                       | 2025-06-01 || -                |                        |                         # one ends as the other starts
            2025-03-03 - 2025-03-10                          | 2025-03-01 - 2025-03-03                          | 2025-06-01 || -                |                        |
            2025-03-03 - 2025-03-10                          | 2025-03-01 - 2025-03-04; 2025-03-09 - 2025-03-20 | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-03-09 | 2025-03-04; 2025-03-10
            2025-03-03 - 2025-03-05; 2025-03-07 - 2025-03-09 | 2025-03-01 - 2025-03-08                          | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-03-07 | 2025-03-05; 2025-03-08
            2025-03-03 - 2025-03-03                          | 2025-03-01                                       | 2025-06-01 || -                |                        |
            2025-03-05 - 2025-03-20                          | 2025-03-01 - 2025-03-10                          | 2025-03-09 || not_met          | 2025-03-05             | -                       # neither end is known yet
            """,
        ),
        Table(
            "Two periods that only touch are never at once, and nothing starts.",
            "never((missing & looked_after).started, force=LAW)",
            """
            missing                 | looked_after | as_at      || status  | opened_on
            2025-03-03 - 2025-03-10 | 2025-03-10   | 2025-06-01 || -       |
            2025-03-03 - 2025-03-10 | 2025-03-09   | 2025-06-01 || not_met | 2025-03-09
            """,
        ),
        Table(
            "An event and a period at once are the events on a day it holds.",
            "never(review_cancelled & looked_after, force=LAW)",
            """
            review_cancelled                               | looked_after            | as_at      || status           | opened_on
            2025-03-02; 2025-03-03; 2025-03-09; 2025-03-10 | 2025-03-03 - 2025-03-10 | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-03-09
            2025-03-05                                     | 2025-03-01; 2025-03-03  | 2025-06-01 || not_met          | 2025-03-05
            2025-03-03                                     | 2025-03-03 - 2025-03-03 | 2025-06-01 || -                |
            2025-03-03                                     |                         | 2025-06-01 || -                |
            """,
        ),
        Table(
            "Three at once are the overlap of all three.",
            "never(missing & looked_after & under(16), force=LAW)",
            """
            born       | missing                 | looked_after            | as_at      || status  | opened_on  | closed_on
            2009-03-07 | 2025-03-03 - 2025-03-10 | 2025-03-05              | 2025-06-01 || not_met | 2025-03-05 | 2025-03-07
            2009-03-07 | 2025-03-03 - 2025-03-10 | 2025-03-07              | 2025-06-01 || -       |            |
            2012-03-07 | 2025-03-03 - 2025-03-10 | 2025-03-05 - 2025-03-06 | 2025-06-01 || not_met | 2025-03-05 | 2025-03-06
            """,
        ),
        Table(
            "Under an age is from birth until the birthday.",
            "never(looked_after & under(5), force=LAW)",
            """
            born       | looked_after            | as_at      || status  | opened_on  | closed_on
            2020-03-10 | 2025-03-03              | 2025-06-01 || not_met | 2025-03-03 | 2025-03-10
            2020-03-10 | 2025-03-03              | 2025-03-09 || not_met | 2025-03-03 | -
            2020-03-10 | 2025-03-10              | 2025-06-01 || -       |            |
            2020-03-10 | 2020-02-01 - 2020-05-01 | 2025-06-01 || not_met | 2020-03-10 | 2020-05-01  # no age before birth
                       | 2025-03-03              | 2025-06-01 || -       |            |             # birth not known
            """,
        ),
        Table(
            "Reached an age is from the birthday, with no end unless one is given.",
            "never(looked_after & reached(16), force=LAW)",
            """
            born       | looked_after            | as_at      || status  | opened_on  | closed_on
            2009-03-10 | 2025-03-03              | 2025-06-01 || not_met | 2025-03-10 | -
            2009-03-10 | 2025-03-03              | 2025-03-09 || -       |            |
            2009-03-10 | 2025-03-03 - 2025-03-10 | 2025-06-01 || -       |            |
            2004-03-10 | 2025-03-03              | 2025-06-01 || not_met | 2025-03-03 | -
            """,
        ),
        Table(
            "Reached one age before another is from birthday to birthday.",
            "never(looked_after & reached(16, before=18), force=LAW)",
            """
            born       | looked_after | as_at      || status  | opened_on  | closed_on
            2007-04-01 | 2023-01-01   | 2025-06-01 || not_met | 2023-04-01 | 2025-04-01
            2007-04-01 | 2025-04-01   | 2025-06-01 || -       |            |
            """,
        ),
        Table(
            "Born on a leap day, a child is a year older on 1 March of a common year.",
            "never(looked_after & under(5), force=LAW)",
            """
            born       | looked_after | as_at      || status  | closed_on
            2020-02-29 | 2025-02-03   | 2025-06-01 || not_met | 2025-03-01
            2020-02-28 | 2025-02-03   | 2025-06-01 || not_met | 2025-02-28
            2020-03-01 | 2025-02-03   | 2025-06-01 || not_met | 2025-03-01
            """,
        ),
        Table(
            "A birthday is itself an event.",
            "never(reached(18).started & care_leaver, force=LAW)",
            """
            born       | care_leaver | as_at      || status  | opened_on
            2007-04-01 | 2023-01-01  | 2025-06-01 || not_met | 2025-04-01
            2007-04-01 | 2023-01-01  | 2025-03-31 || -       |
            2007-04-01 | 2025-04-02  | 2025-06-01 || -       |
            """,
        ),
        Table(
            "Started is the first day of a period, as an event.",
            "never(protection_plan.started, force=LAW)",
            """
            protection_plan         | as_at      || status  | opened_on  | closed_on
            2025-03-03 - 2025-03-10 | 2025-06-01 || not_met | 2025-03-03 | -
            2025-03-03 - 2025-03-03 | 2025-06-01 || not_met | 2025-03-03 | -          # it began, though it held on no day
            """,
        ),
        Table(
            "Ended is the last day of a period, as an event; one still open has none.",
            "never(protection_plan.ended, force=LAW)",
            """
            protection_plan         | as_at      || status  | opened_on
            2025-03-03 - 2025-03-10 | 2025-06-01 || not_met | 2025-03-10
            2025-03-03 - 2025-03-10 | 2025-03-10 || not_met | 2025-03-10
            2025-03-03 - 2025-03-10 | 2025-03-09 || -       |
            2025-03-03              | 2025-06-01 || -       |
            2025-03-03 - 2025-03-03 | 2025-06-01 || not_met | 2025-03-03
            """,
        ),
        Table(
            "Repeated is the event that makes it so many; the next that does speaks only after the count has fallen.",
            "never(missing.started.repeated(3, within=days(30, force=DEFAULT)), force=DEFAULT)",
            """
            missing                                                                | as_at      || status           | opened_on
            2025-03-01; 2025-03-05; 2025-03-31                                     | 2025-12-01 || not_met          | 2025-03-31              # the 30th day counts
            2025-03-01; 2025-03-05; 2025-04-01                                     | 2025-12-01 || -                |
            2025-03-01; 2025-03-05                                                 | 2025-12-01 || -                |
            2025-03-01; 2025-03-05; 2025-03-09; 2025-03-20                         | 2025-12-01 || not_met          | 2025-03-09              # once
            2025-03-01; 2025-03-01; 2025-03-01                                     | 2025-12-01 || not_met          | 2025-03-01              # three on one day
            2025-03-01; 2025-03-05; 2025-03-09; 2025-07-01; 2025-07-02; 2025-07-03 | 2025-12-01 || not_met; not_met | 2025-03-09; 2025-07-03
            2025-03-01; 2025-03-05; 2025-03-09; 2025-04-08; 2025-04-09             | 2025-12-01 || not_met          | 2025-03-09              # fell to 2, and stayed there
            2025-03-01; 2025-03-05; 2025-03-09; 2025-04-07; 2025-04-08; 2025-04-09 | 2025-12-01 || not_met; not_met | 2025-03-09; 2025-04-08
            """,
        ),
        Table(
            "Repeated with `different` counts the known values, not the events.",
            'never(allocation.started.repeated(3, within=days(30, force=DEFAULT), different="worker_id"), force=DEFAULT)',
            """
            allocation                                                                                             | as_at      || status  | opened_on
            2025-03-01 [worker_id=A]; 2025-03-05 [worker_id=B]; 2025-03-09 [worker_id=C]                           | 2025-12-01 || not_met | 2025-03-09
            2025-03-01 [worker_id=A]; 2025-03-05 [worker_id=B]; 2025-03-09 [worker_id=A]                           | 2025-12-01 || -       |
            2025-03-01 [worker_id=A]; 2025-03-05; 2025-03-09 [worker_id=C]                                         | 2025-12-01 || -       |
            2025-03-01 [worker_id=A]; 2025-03-05 [worker_id=B]; 2025-03-06 [worker_id=B]; 2025-03-09 [worker_id=C] | 2025-12-01 || not_met | 2025-03-09
            """,
        ),
        Table(
            "Repeated with `same` counts the events of each value apart, those of which it is not known together.",
            'never(allocation.started.repeated(2, within=days(30, force=DEFAULT), same="worker_id"), force=DEFAULT)',
            """
            allocation                                                                                             | as_at      || status           | opened_on
            2025-03-01 [worker_id=A]; 2025-03-05 [worker_id=B]                                                     | 2025-12-01 || -                |
            2025-03-01 [worker_id=A]; 2025-03-05 [worker_id=B]; 2025-03-09 [worker_id=A]                           | 2025-12-01 || not_met          | 2025-03-09
            2025-03-01 [worker_id=A]; 2025-03-05 [worker_id=B]; 2025-03-06 [worker_id=B]; 2025-03-09 [worker_id=A] | 2025-12-01 || not_met; not_met | 2025-03-06; 2025-03-09
            2025-03-01; 2025-03-05; 2025-03-06 [worker_id=B]                                                       | 2025-12-01 || not_met          | 2025-03-05
            """,
        ),
        Table(
            'Repeated with `different="noun"` counts the kinds of thing that happened, of those given with `|`.',
            'never((strategy_discussion | review | sdq).repeated(3, within=days(30, force=DEFAULT), different="noun"), force=DEFAULT)',
            """
            strategy_discussion    | review                 | sdq        | as_at      || status  | opened_on  | refs
            2025-03-01             | 2025-03-05             | 2025-03-31 | 2025-12-01 || not_met | 2025-03-31 | 3            # the 30th day counts
            2025-03-01             | 2025-03-05             | 2025-04-01 | 2025-12-01 || -       |            |
            2025-03-05             | 2025-03-01             | 2025-03-01 | 2025-12-01 || not_met | 2025-03-05 | 1            # in any order
            2025-03-01; 2025-03-09 | 2025-03-05; 2025-03-06 |            | 2025-12-01 || -       |            |              # four, of two kinds
            2025-03-01; 2025-03-11 | 2025-03-05             | 2025-03-09 | 2025-12-01 || not_met | 2025-03-09 | 4            # once
            """,
        ),
        Table(
            "More by is the event of which a number is so much more than at the event before it of which it is known.",
            'never(sdq.more_by(5, "score"), force=DEFAULT)',
            """
            sdq                                                        | as_at      || status           | opened_on              | refs
            2024-03-01 [score=9]; 2025-03-01 [score=14]                | 2025-12-01 || not_met          | 2025-03-01             | 2
            2024-03-01 [score=9]; 2025-03-01 [score=13]                | 2025-12-01 || -                |                        |
            2024-03-01 [score=14]; 2025-03-01 [score=9]                | 2025-12-01 || -                |                        |          # less
            2024-03-01 [score=9]; 2024-09-01; 2025-03-01 [score=14]    | 2025-12-01 || not_met          | 2025-03-01             | 3        # not known once
            2023-03-01 [score=4]; 2024-03-01 [score=9]; 2025-03-01 [score=14] | 2025-12-01 || not_met; not_met | 2024-03-01; 2025-03-01 |
            2023-03-01 [score=9]; 2024-03-01 [score=12]; 2025-03-01 [score=15] | 2025-12-01 || -         |                        |          # six in two steps
            2025-03-01 [score=30]                                      | 2025-12-01 || -                |                        |          # the first
            """,
        ),
        Table(
            "Either of two events is each of the one and each of the other.",
            "never(strategy_discussion | review_cancelled, force=LAW)",
            """
            strategy_discussion    | review_cancelled | as_at      || status                    | opened_on
            2025-03-03             | 2025-03-10       | 2025-06-01 || not_met; not_met          | 2025-03-03; 2025-03-10
            2025-03-03; 2025-03-05 | 2025-03-04       | 2025-06-01 || not_met; not_met; not_met | 2025-03-03; 2025-03-04; 2025-03-05
                                   | 2025-03-10       | 2025-06-01 || not_met                   | 2025-03-10
                                   |                  | 2025-06-01 || -                         |
            """,
        ),
        Table(
            "Either of two that is the same fact is that fact once.",
            "never(protection_visit.where(is_seen=False) | protection_visit.where(is_alone=False), force=LAW)",
            """
            protection_visit                                             | as_at      || status           | refs
            2025-03-03 [is_seen=no, is_alone=no]                         | 2025-06-01 || not_met          | 1
            2025-03-03 [is_seen=no]; 2025-03-10 [is_alone=no]            | 2025-06-01 || not_met; not_met | 1; 2
            2025-03-03 [is_seen=yes, is_alone=yes]                       | 2025-06-01 || -                |
            """,
        ),
        Table(
            "Either of two periods holds wherever one of them does.",
            "always(need_plan | protection_plan, during=section47, force=LAW)",
            """
            section47               | need_plan               | protection_plan | as_at      || status  | opened_on  | done_on
            2025-03-03 - 2025-03-20 | 2025-03-01 - 2025-03-10 | 2025-03-10      | 2025-06-01 || met     | 2025-03-03 | 2025-03-03
            2025-03-03 - 2025-03-20 | 2025-03-01 - 2025-03-10 | 2025-03-12      | 2025-06-01 || not_met | 2025-03-10 | 2025-03-12
            2025-03-03 - 2025-03-20 | 2025-03-01              |                 | 2025-06-01 || met     | 2025-03-03 | 2025-03-03
            """,
        ),
        Table(
            "Expected, either of two will do, and the first is the evidence.",
            "within(days(10, force=LAW), of=strategy_discussion, expect=initial_conference | section47.ended)",
            """
            strategy_discussion | initial_conference | section47               | as_at      || status  | done_on    | refs
            2025-03-03          | 2025-03-10         |                         | 2025-06-01 || met     | 2025-03-10 | 1 + 2
            2025-03-03          |                    | 2025-03-01 - 2025-03-12 | 2025-06-01 || met     | 2025-03-12 | 1 + 2
            2025-03-03          | 2025-03-10         | 2025-03-01 - 2025-03-07 | 2025-06-01 || met     | 2025-03-07 | 1 + 3
            2025-03-03          |                    | 2025-03-01              | 2025-06-01 || overdue |            |
            """,
        ),
        Table(
            "Lasting is the period that begins with an event, and its end is so long after.",
            "never(strategy_discussion.lasting(days(10, force=LAW)), force=LAW)",
            """
            strategy_discussion    | as_at      || status           | opened_on              | closed_on
            2025-03-03             | 2025-06-01 || not_met          | 2025-03-03             | 2025-03-13
            2025-03-03             | 2025-03-13 || not_met          | 2025-03-03             | 2025-03-13
            2025-03-03             | 2025-03-12 || not_met          | 2025-03-03             | -
            2025-03-03; 2025-03-05 | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-03-05 | 2025-03-13; 2025-03-15
            """,
        ),
        Table(
            "An event sooner than so long after another comes on its day or later, and before the limit is reached. It stays so.",
            "never(section47.started.sooner_than(months(6, force=DEFAULT), after=protection_plan.ended), force=DEFAULT)",
            """
            protection_plan         | section47              | as_at      || status           | opened_on              | closed_on
            2024-06-03 - 2025-03-03 | 2025-05-12             | 2025-12-31 || not_met          | 2025-05-12             | -
            2024-06-03 - 2025-03-03 | 2025-03-03; 2025-09-02 | 2025-12-31 || not_met; not_met | 2025-03-03; 2025-09-02 | -; -
            2024-06-03 - 2025-03-03 | 2025-03-02; 2025-09-03 | 2025-12-31 || -                |                        |
            2024-06-03              | 2025-05-12             | 2025-12-31 || -                |                        |
            """,
        ),
        Table(
            "Happened is the day of an event alone: it stays when the period it fell within is over, and is one of several.",
            "never((strategy_discussion & section47 | strategy_discussion & missing).happened, force=LAW)",
            """
            strategy_discussion | section47               | missing                 | as_at      || status  | opened_on  | closed_on
            2025-03-03          | 2025-03-01 - 2025-03-10 |                         | 2025-06-01 || not_met | 2025-03-03 | -
            2025-03-03          | 2025-03-01 - 2025-03-10 | 2025-03-02 - 2025-03-05 | 2025-06-01 || not_met | 2025-03-03 | -
            2025-03-03          | 2025-03-04 - 2025-03-10 |                         | 2025-06-01 || -       |            |
            """,
        ),
        Table(
            "Such an event within a period ends when that period ends, and no sooner.",
            "never(contact.sooner_than(days(10, force=LAW), after=review_cancelled) & section47, force=LAW)",
            """
            review_cancelled | contact    | section47               | as_at      || status  | opened_on  | closed_on
            2025-03-03       | 2025-03-12 | 2025-03-01 - 2025-05-01 | 2025-06-01 || not_met | 2025-03-12 | 2025-05-01
            2025-03-03       | 2025-03-12 | 2025-03-01              | 2025-06-01 || not_met | 2025-03-12 | -
            2025-03-03       | 2025-03-12 | 2025-03-13              | 2025-06-01 || -       |            |
            """,
        ),
        Table(
            "After is the part of a period from so long after it began.",
            "never(protection_plan.after(months(3, force=DEFAULT)), force=DEFAULT)",
            """
            protection_plan         | as_at      || status  | opened_on  | closed_on
            2025-03-03              | 2025-07-01 || not_met | 2025-06-03 | -
            2025-03-03 - 2025-06-20 | 2025-07-01 || not_met | 2025-06-03 | 2025-06-20
            2025-03-03 - 2025-06-03 | 2025-07-01 || -       |            |             # it ended that day
            2025-03-03              | 2025-06-02 || -       |            |
            """,
        ),
        Table(
            "Until is the part of a period before something happens; what happened before the period counts with `look_back`.",
            "never(missing.until(strategy_discussion, look_back=days(3, force=DEFAULT)), force=DEFAULT)",
            """
            missing                 | strategy_discussion    | as_at      || status  | opened_on  | closed_on
            2025-03-03              |                        | 2025-03-03 || not_met | 2025-03-03 | -
            2025-03-03              | 2025-03-10; 2025-03-12 | 2025-06-01 || not_met | 2025-03-03 | 2025-03-10
            2025-03-03 - 2025-03-08 | 2025-03-10             | 2025-06-01 || not_met | 2025-03-03 | 2025-03-08
            2025-03-03              | 2025-03-10             | 2025-03-09 || not_met | 2025-03-03 | -           # not known yet
            2025-03-03              | 2025-03-03             | 2025-06-01 || -       |            |             # the same day
            2025-03-03              | 2025-02-28             | 2025-06-01 || -       |            |             # three days before
            2025-03-03              | 2025-02-27             | 2025-06-01 || not_met | 2025-03-03 | -
            """,
        ),
        Table(
            "Exceeding is the day on which the days held come to more than so many within a window that ends on it.",
            "never(missing.exceeding(days(5, force=LAW), within=days(28, force=LAW)), force=LAW)",
            """
            missing                                          | as_at      || status           | opened_on              | refs
            2025-03-03 - 2025-03-20                          | 2025-06-01 || not_met          | 2025-03-08             | 1                # the sixth day
            2025-03-03 - 2025-03-08                          | 2025-06-01 || -                |                        |                  # five days
            2025-03-03                                       | 2025-03-07 || -                |                        |
            2025-03-03                                       | 2025-03-08 || not_met          | 2025-03-08             | 1
            2025-03-03 - 2025-03-06; 2025-03-20 - 2025-03-24 | 2025-06-01 || not_met          | 2025-03-22             | 2                # three and three
            2025-03-03 - 2025-03-06; 2025-03-28 - 2025-04-02 | 2025-06-01 || not_met          | 2025-03-30             | 2                # 3 to 30 March are 28 days
            2025-03-03 - 2025-03-06; 2025-03-29 - 2025-04-02 | 2025-06-01 || -                |                        |                  # the first day is too long ago
            2025-03-03 - 2025-03-07; 2025-03-05 - 2025-03-08 | 2025-06-01 || -                |                        |                  # a day held twice is one day
            2025-03-03 - 2025-03-20; 2025-05-05 - 2025-05-20 | 2025-06-01 || not_met; not_met | 2025-03-08; 2025-05-10 | 1; 2
            """,
        ),
        Table(
            "Rising is the event that makes it so many in a window, and twice as often as in the same time before it.",
            "never(contact.rising(3, within=days(30, force=DEFAULT)), force=DEFAULT)",
            """
            contact                                                        | as_at      || status  | opened_on
            2025-03-03; 2025-03-10; 2025-03-20                             | 2025-06-01 || not_met | 2025-03-20
            2025-02-01; 2025-03-03; 2025-03-10; 2025-03-20                 | 2025-06-01 || not_met | 2025-03-20  # one before, three now
            2025-01-25; 2025-02-05; 2025-03-04; 2025-03-10; 2025-03-20     | 2025-06-01 || -       |             # two before, three now
            2025-01-25; 2025-02-05; 2025-03-04; 2025-03-10; 2025-03-19; 2025-03-20 | 2025-06-01 || not_met | 2025-03-20  # four now
            2025-02-18; 2025-03-10; 2025-03-20                             | 2025-06-01 || -       |             # from 19 February on are 30 days
            2025-03-03; 2025-03-10; 2025-03-20; 2025-03-21                 | 2025-06-01 || not_met | 2025-03-20  # once
            2025-03-10; 2025-03-20                                         | 2025-06-01 || -       |
            """,
        ),
        Table(
            "Rising against a longer time is so many times as often by the day.",
            "never(contact.rising(2, within=days(30, force=DEFAULT), against=days(90, force=DEFAULT), fold=3), force=DEFAULT)",
            """
            contact                                                                | as_at      || status  | opened_on
            2025-01-06; 2025-02-05; 2025-03-10; 2025-03-20                         | 2025-06-01 || not_met | 2025-03-20  # two in ninety days, two in thirty
            2024-12-02; 2025-01-06; 2025-02-10; 2025-03-13; 2025-03-20             | 2025-06-01 || -       |             # three in ninety days
            2024-11-11; 2025-01-06; 2025-02-10; 2025-03-13; 2025-03-20             | 2025-06-01 || not_met | 2025-03-20  # the first is too long ago
            """,
        ),
        Table(
            "The same noun called something else picks out the same.",
            'never(protection_plan.where(category="NEG").called("a plan for neglect").started, force=LAW)',
            """
            protection_plan           | as_at      || status  | opened_on
            2025-03-03 [category=NEG] | 2025-06-01 || not_met | 2025-03-03
            2025-03-03 [category=EMO] | 2025-06-01 || -       |
            """,
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_picks_out_what_the_table_says(table, mismatches):
    assert mismatches(table) == []
