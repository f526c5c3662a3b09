"""Lives as tables of the Standard Safeguarding Dataset that hold one noun each, column by column.

Names of tables and columns are those of version 1.4.5. Columns that would be empty are left out.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.invent import cells
from goldenthread.invent.lives import Facts
from goldenthread.standards.vocabulary import NOUNS

ROW, CHILD, START, END = "the row's own id", "the child", "the start", "the end"


@dataclass(frozen=True)
class Table:
    """A table: the noun it holds and, for each column, which fact of the noun goes in it, or how it is made."""

    name: str
    noun: str
    columns: dict[str, str | Callable[[Facts], pa.Array]]

    def arrow(self, facts: Facts, first: int) -> pa.Table:
        """Its rows; their own ids are numbered from `first`."""
        return pa.table({name: self._column(how, facts, first) for name, how in self.columns.items()})

    def _column(self, how, facts: Facts, first: int) -> pa.Array:
        if callable(how):
            return how(facts)
        if how == ROW:
            return row_ids(self.name, first, len(facts))
        if how == CHILD:
            return cells.ids("child", facts["subject"])
        if how in (START, END):
            return cells.day(facts["start" if how == START else "end"])
        kind = next(fact.kind for fact in NOUNS[self.noun].facts if fact.name == how)
        return cells.flag(facts[how]) if kind == "yes_no" else cells.fact(kind, how, facts[how])


def row_ids(table: str, first: int, size: int) -> pa.Array:
    """Ids of rows, unlike those of any other table."""
    numbers = pc.cast(pa.array(np.arange(first, first + size)), pa.string())
    return pc.binary_join_element_wise("".join(part[:2] for part in table.split("_")[1:]).upper(), numbers, "")


def always(value: str) -> Callable[[Facts], pa.Array]:
    """The same in every row."""
    return lambda facts: pa.array([value] * len(facts), pa.string())


def blank(facts: Facts) -> pa.Array:
    """Nothing in any row."""
    return pa.nulls(len(facts), pa.string())


def flags(fact: str, yes: str, no: str) -> Callable[[Facts], pa.Array]:
    """JSON in which one flag is Y and the other N, as the fact says; blank where it is not known."""

    def column(facts: Facts) -> pa.Array:
        said = cells.yes_no(facts[fact])
        return pc.if_else(said, f'{{"{yes}": "Y", "{no}": "N"}}', f'{{"{yes}": "N", "{no}": "Y"}}')

    return column


def not_flag(fact: str) -> Callable[[Facts], pa.Array]:
    """N where the fact is so, Y where it is not."""
    return lambda facts: pc.if_else(cells.yes_no(facts[fact]), "N", "Y")


def listed(fact: str) -> Callable[[Facts], pa.Array]:
    """A JSON list of the one code."""
    return lambda facts: pc.binary_join_element_wise('["', cells.text(facts[fact]), '"]', "")


def keyed(fact: str) -> Callable[[Facts], pa.Array]:
    """JSON in which the one code is Y; an empty object where there is none."""
    return lambda facts: pc.fill_null(pc.binary_join_element_wise('{"', cells.text(facts[fact]), '": "Y"}', ""), "{}")


def at(day: str, minute: str) -> Callable[[Facts], pa.Array]:
    """The moment, by the clock in London, of a day and a minute."""
    return lambda facts: cells.local(facts[day], facts[minute])


def urn(facts: Facts) -> pa.Array:
    """A registration number that no provider has, where it is registered."""
    return cells.ids("urn", np.where(facts["has_urn"] == 1, facts["placement_id"], -1))


def health_check(facts: Facts) -> pa.Array:
    """What a health assessment is called here."""
    return pc.if_else(pa.array(facts["kind"] == "initial"), "Initial Health Assessment", "Review Health Assessment")


def _involvement(noun: str, role: str) -> Table:
    return Table("ssd_involvements", noun, {
        "invo_involvements_id": ROW, "invo_professional_id": blank,
        "invo_professional_role_id": always(role), "invo_involvement_start_date": START,
        "invo_involvement_end_date": END,
        "invo_worker_change_reason": blank, "invo_person_id": CHILD,
    })  # fmt: skip


TABLES = (
    Table("ssd_contacts", "contact", {
        "cont_contact_id": "contact_id", "cont_person_id": CHILD, "cont_contact_date": START,
        "cont_contact_source_code": "source",
        "cont_contact_outcome_json": flags("is_no_further_action", "NFA_FLAG", "NEW_REFERRAL_FLAG"),
    }),
    Table("ssd_early_help_episodes", "early_help", {
        "earl_episode_id": ROW, "earl_person_id": CHILD, "earl_episode_start_date": START,
        "earl_episode_end_date": END, "earl_episode_organisation": "organisation",
    }),
    Table("ssd_cin_episodes", "referral", {
        "cine_referral_id": "referral_id", "cine_person_id": CHILD, "cine_referral_date": START,
        "cine_cin_primary_need_code": "primary_need", "cine_referral_source_code": "source",
        "cine_referral_outcome_json": flags("is_no_further_action", "NFA_FLAG", "SINGLE_ASSESSMENT_FLAG"),
        "cine_referral_nfa": "is_no_further_action", "cine_close_reason": "closure_reason", "cine_close_date": END,
    }),
    Table("ssd_cin_assessments", "assessment", {
        "cina_assessment_id": "assessment_id", "cina_person_id": CHILD, "cina_referral_id": "referral_id",
        "cina_assessment_start_date": START, "cina_assessment_child_seen": "is_child_seen",
        "cina_assessment_auth_date": END,
        "cina_assessment_outcome_json": flags("is_services_needed", "PROV_OF_SERVICES_FLAG", "NFA_FLAG"),
        "cina_assessment_outcome_nfa": not_flag("is_services_needed"),
    }),
    Table("ssd_cin_plans", "need_plan", {
        "cinp_cin_plan_id": ROW, "cinp_referral_id": "referral_id", "cinp_person_id": CHILD,
        "cinp_cin_plan_start_date": START, "cinp_cin_plan_end_date": END,
    }),
    Table("ssd_cin_visits", "need_visit", {
        "cinv_cin_visit_id": ROW, "cinv_person_id": CHILD, "cinv_cin_visit_date": START,
        "cinv_cin_visit_seen": "is_seen", "cinv_cin_visit_seen_alone": "is_alone",
        "cinv_cin_visit_bedroom": "is_bedroom_seen",
    }),
    Table("ssd_s47_enquiry", "section47", {
        "s47e_s47_enquiry_id": "section47_id", "s47e_referral_id": "referral_id", "s47e_person_id": CHILD,
        "s47e_s47_start_date": START, "s47e_s47_end_date": END, "s47e_s47_nfa": not_flag("is_conference_needed"),
        "s47e_s47_outcome_json": flags("is_conference_needed", "CP_CONFERENCE_FLAG", "PROV_OF_SERVICES_FLAG"),
    }),
    Table("ssd_initial_cp_conference", "initial_conference", {
        "icpc_icpc_id": ROW, "icpc_s47_enquiry_id": "section47_id", "icpc_person_id": CHILD,
        "icpc_icpc_transfer_in": "is_transfer_in", "icpc_icpc_date": START,
        "icpc_icpc_outcome_cp_flag": "is_plan_made",
    }),
    Table("ssd_cp_plans", "protection_plan", {
        "cppl_cp_plan_id": "plan_id", "cppl_person_id": CHILD, "cppl_cp_plan_start_date": START,
        "cppl_cp_plan_end_date": END, "cppl_cp_plan_initial_category": "category",
        "cppl_cp_plan_latest_category": "latest_category",
    }),
    Table("ssd_cp_visits", "protection_visit", {
        "cppv_cp_visit_id": ROW, "cppv_person_id": CHILD, "cppv_cp_visit_date": START, "cppv_cp_visit_seen": "is_seen",
        "cppv_cp_visit_seen_alone": "is_alone", "cppv_cp_visit_bedroom": "is_bedroom_seen",
    }),
    Table("ssd_cp_reviews", "review_conference", {
        "cppr_cp_review_id": ROW, "cppr_person_id": CHILD, "cppr_cp_review_date": START,
        "cppr_cp_review_quorate": "is_quorate", "cppr_cp_review_participation": "participation",
    }),
    Table("ssd_legal_status", "legal_status", {
        "lega_legal_status_id": ROW, "lega_person_id": CHILD, "lega_legal_status": "code",
        "lega_legal_status_start_date": START, "lega_legal_status_end_date": END,
    }),
    Table("ssd_cla_placement", "placement", {
        "clap_cla_placement_id": "placement_id", "clap_cla_placement_start_date": START,
        "clap_cla_placement_type": "type", "clap_cla_placement_urn": urn, "clap_cla_placement_distance": "distance",
        "clap_cla_placement_provider": "provider", "clap_cla_placement_end_date": END,
        "clap_cla_placement_change_reason": "change_reason", "clap_person_id": CHILD,
    }),
    Table("ssd_cla_reviews", "review", {
        "clar_cla_review_id": ROW, "clar_cla_review_date": START, "clar_cla_review_cancelled": always("N"),
        "clar_cla_review_participation": "participation", "clar_cla_person_id": CHILD,
    }),
    Table("ssd_cla_visits", "care_visit", {
        "clav_cla_visit_id": ROW, "clav_person_id": CHILD, "clav_cla_visit_date": START,
        "clav_cla_visit_seen": "is_seen", "clav_cla_visit_seen_alone": "is_alone",
    }),
    Table("ssd_cla_care_plan", "care_plan", {
        "lacp_table_id": ROW, "lacp_person_id": CHILD, "lacp_cla_care_plan_start_date": START,
        "lacp_cla_care_plan_end_date": END, "lacp_cla_care_plan_json": keyed("permanence"),
    }),
    Table("ssd_cla_health", "health_assessment", {
        "clah_health_check_id": ROW, "clah_person_id": CHILD, "clah_health_check_type": health_check,
        "clah_health_check_date": START, "clah_health_check_status": always("Completed"),
    }),
    Table("ssd_cla_health", "dental_check", {
        "clah_health_check_id": ROW, "clah_person_id": CHILD, "clah_health_check_type": always("Dental Check"),
        "clah_health_check_date": START, "clah_health_check_status": always("Completed"),
    }),
    Table("ssd_cla_substance_misuse", "substance_misuse", {
        "clas_substance_misuse_id": ROW, "clas_person_id": CHILD, "clas_substance_misuse_date": START,
        "clas_substance_misused": always("Y"), "clas_intervention_received": "is_help_offered",
    }),
    Table("ssd_involvements", "allocation", {
        "invo_involvements_id": ROW, "invo_professional_id": "worker_id",
        "invo_professional_role_id": always("Allocated Social Worker"), "invo_involvement_start_date": START,
        "invo_involvement_end_date": END, "invo_worker_change_reason": "change_reason", "invo_person_id": CHILD,
    }),
    _involvement("reviewing_officer", "Independent Reviewing Officer"),
    _involvement("personal_adviser", "Personal Adviser"),
    Table("ssd_sdq_scores", "sdq", {
        "csdq_table_id": ROW, "csdq_person_id": CHILD, "csdq_sdq_completed_date": START, "csdq_sdq_reason": "reason",
        "csdq_sdq_score": "score",
    }),
    Table("ssd_missing", "missing", {
        "miss_table_id": ROW, "miss_person_id": CHILD, "miss_missing_episode_start_date": at("start", "minute"),
        "miss_missing_episode_type": "kind", "miss_missing_episode_end_date": at("end", "end_minute"),
        "miss_missing_rhi_offered": "is_interview_offered", "miss_missing_rhi_accepted": "is_interview_accepted",
    }),
)  # fmt: skip
"""The tables whose rows are the facts of one noun."""
