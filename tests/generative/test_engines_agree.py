"""The engine in use and the plain one agree about random rules and random threads.

GOLDENTHREAD_THREADS is the number of threads a verb (nightly 1,000), GOLDENTHREAD_SEED where chance begins.
"""

import os
from dataclasses import replace
from random import Random

import pytest
from tests.generative import rules, threads

from goldenthread.standards import evaluate, reference
from goldenthread.standards.engines import DuckDB
from goldenthread.standards.examples import Case

THREADS = int(os.environ.get("GOLDENTHREAD_THREADS", "200"))
SEED = os.environ.get("GOLDENTHREAD_SEED", "1")
THREADS_A_RULE = 10
RULES_A_PASS = 50


@pytest.mark.parametrize("verb", ["within", "every", "always", "never"])
def test_the_engines_agree_about_random_rules_and_threads(verb):
    random = Random(f"{SEED} {verb}")
    for first in range(0, THREADS // THREADS_A_RULE, RULES_A_PASS):
        rule_of, cases = {}, []
        for number in range(first, min(first + RULES_A_PASS, THREADS // THREADS_A_RULE)):
            standard, rule_of[number] = rules.standard(random, verb, number)
            cases += [threads.case(random, standard) for _ in range(THREADS_A_RULE)]
        differing = _differing(cases)
        assert not differing, _told(min(differing, key=_size), rule_of, len(differing), len(cases))


def _differing(cases: list[Case]) -> list[Case]:
    """The cases about which the engines differ, judged in one pass."""
    judged = evaluate.judge_cases(cases, DuckDB())
    return [case for case, duties in zip(cases, judged, strict=True) if _plain(duties) != _plain(_by_reference(case))]


def _by_reference(case: Case) -> list[dict]:
    return reference.judge(case.standard, case.facts, case.as_at)


def _plain(duties: list[dict]) -> list[str]:
    """Duties as text, in an order that ties cannot change."""
    names = ("opened_on", "due_on", "done_on", "closed_on", "status", "days_over", "refs")
    return sorted(
        ", ".join([*(f"{name} {duty[name]}" for name in names), *sorted(duty["caveats"])]) for duty in duties
    )


def _size(case: Case) -> int:
    return sum(map(len, case.facts.values()))


def _smallest(case: Case) -> Case:
    """The case with every fact left out without which the engines still differ."""
    while smaller := _differing(_with_one_fact_less(case)):
        case = smaller[0]
    return case


def _with_one_fact_less(case: Case) -> list[Case]:
    return [
        replace(case, facts=case.facts | {noun: facts[:place] + facts[place + 1 :]})
        for noun, facts in case.facts.items()
        for place in range(len(facts))
    ]


def _told(case: Case, rule_of: dict[int, str], differing: int, of: int) -> str:
    """The smallest case as a person can read it, with what each engine says of it."""
    case = _smallest(case)
    rule = rule_of[int(case.standard.id.rsplit("r", 1)[1])]
    says = {"reference": _plain(_by_reference(case)), "duckdb": _plain(evaluate.judge_cases([case], DuckDB())[0])}
    told = "\n".join(f"  {engine}: " + ("\n    ".join(["", *duties]) or "nothing") for engine, duties in says.items())
    return f"{differing} of {of} differ (seed {SEED}). The smallest:\n{rule}\n{threads.as_table(case)}\n{told}"
