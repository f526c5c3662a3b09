"""The tables of the Standard Safeguarding Dataset: every column by its name, and what is read of those a thread needs.

Names are those of the specification (ssd_columns.json, version 1.4.5). A council may lack any table or column. Names,
addresses and free text are known and never kept.
"""

import json
from functools import cache
from pathlib import Path

from goldenthread.formats.language import Column, Table

PREFIX = "ssd_"
NOT_KNOWN = {"na": "", "n/a": "", "null": "", "unknown": "", "not known": ""}
SEXES = {"1": "M", "2": "F", "0": "U", "9": "U", "i": "U", "indeterminate": "U", "not known": "U"}


@cache
def columns() -> dict[str, list[str]]:
    """Every table (`ssd_person`, …) with the names of its columns, in the order of the specification."""
    return json.loads(Path(__file__).with_name("ssd_columns.json").read_text(encoding="utf-8"))["tables"]


def subject(name: str) -> Column:
    """Whose row it is: a row that does not say cannot be told."""
    return Column(name, "id", required="row")


def begins(name: str, kind: str = "day") -> Column:
    """The day without which there is nothing to tell."""
    return Column(name, kind, required="row")


def held(name: str) -> Column:
    """The day something was held: blank while it is only planned."""
    return Column(name, "day", decides=True)


def ids(*names: str) -> list[Column]:
    """Ids, which may be blank."""
    return [Column(name, "id") for name in names]


def days(*names: str) -> list[Column]:
    """Days, which may be blank."""
    return [Column(name, "day") for name in names]


def flags(*names: str) -> list[Column]:
    """Y or N; "not applicable" is nothing known."""
    return [Column(name, "yes_no", means=NOT_KNOWN) for name in names]


def code(name: str, codes: str, **spellings: str) -> Column:
    """A code of a list; `spellings` are other ways in which systems write one."""
    return Column(name, "code", codes=codes, means=spellings)


def json_text(name: str) -> Column:
    """JSON, to be taken apart by ssd_views."""
    return Column(name, "json")


USED: dict[str, list[Column]] = {
    "person": [
        subject("pers_person_id"), Column("pers_sex", "code", codes="sex", means=SEXES),
        code("pers_ethnicity", "ethnicity", cnhe="CHNE"), Column("pers_dob", "day", past=True),
        *days("pers_death_date", "pers_expected_dob"), code("pers_upn_unknown", "cin_upn_unknown"), *ids("pers_upn"),
    ],
    "family": [subject("fami_person_id"), *ids("fami_table_id", "fami_family_id")],
    "disability": [subject("disa_person_id"), *ids("disa_table_id"), code("disa_disability_code", "disability")],
    "immigration_status": [
        subject("immi_person_id"), *ids("immi_immigration_status_id"), Column("immi_immigration_status", "text"),
        *days("immi_immigration_status_start_date", "immi_immigration_status_end_date"),
    ],
    "contacts": [
        *ids("cont_contact_id"), subject("cont_person_id"), begins("cont_contact_date", "moment"),
        code("cont_contact_source_code", "referral_source"), json_text("cont_contact_outcome_json"),
    ],
    "early_help_episodes": [
        *ids("earl_episode_id"), subject("earl_person_id"), begins("earl_episode_start_date"),
        *days("earl_episode_end_date"), Column("earl_episode_organisation", "text"),
    ],
    "cin_episodes": [
        *ids("cine_referral_id"), subject("cine_person_id"), begins("cine_referral_date", "moment"),
        code("cine_cin_primary_need_code", "primary_need"), code("cine_referral_source_code", "referral_source"),
        json_text("cine_referral_outcome_json"), *flags("cine_referral_nfa"),
        code("cine_close_reason", "reason_for_closure"), Column("cine_close_date", "moment"),
    ],
    "cin_assessments": [
        *ids("cina_assessment_id", "cina_referral_id"), subject("cina_person_id"), begins("cina_assessment_start_date"),
        *flags("cina_assessment_child_seen", "cina_assessment_outcome_nfa"), *days("cina_assessment_auth_date"),
        json_text("cina_assessment_outcome_json"),
    ],
    "assessment_factors": [
        *ids("cinf_table_id"), subject("cinf_assessment_id"), json_text("cinf_assessment_factors_json"),
    ],
    "cin_plans": [
        *ids("cinp_cin_plan_id", "cinp_referral_id"), subject("cinp_person_id"), begins("cinp_cin_plan_start_date"),
        *days("cinp_cin_plan_end_date"),
    ],
    "cin_visits": [
        *ids("cinv_cin_visit_id"), subject("cinv_person_id"), held("cinv_cin_visit_date"),
        *flags("cinv_cin_visit_seen", "cinv_cin_visit_seen_alone", "cinv_cin_visit_bedroom"),
    ],
    "s47_enquiry": [
        *ids("s47e_s47_enquiry_id", "s47e_referral_id"), subject("s47e_person_id"),
        begins("s47e_s47_start_date", "moment"), Column("s47e_s47_end_date", "moment"), *flags("s47e_s47_nfa"),
        json_text("s47e_s47_outcome_json"),
    ],
    "initial_cp_conference": [
        *ids("icpc_icpc_id", "icpc_s47_enquiry_id"), subject("icpc_person_id"), held("icpc_icpc_date"),
        *flags("icpc_icpc_transfer_in", "icpc_icpc_outcome_cp_flag"), json_text("icpc_icpc_outcome_json"),
    ],
    "cp_plans": [
        *ids("cppl_cp_plan_id"), subject("cppl_person_id"), begins("cppl_cp_plan_start_date"),
        *days("cppl_cp_plan_end_date"), *flags("cppl_cp_plan_ola"),
        code("cppl_cp_plan_initial_category", "category_of_abuse", multiple="MUL"),
        code("cppl_cp_plan_latest_category", "category_of_abuse", multiple="MUL"),
    ],
    "cp_visits": [
        *ids("cppv_cp_visit_id"), subject("cppv_person_id"), held("cppv_cp_visit_date"),
        *flags("cppv_cp_visit_seen", "cppv_cp_visit_seen_alone", "cppv_cp_visit_bedroom"),
    ],
    "cp_reviews": [
        *ids("cppr_cp_review_id"), subject("cppr_person_id"), held("cppr_cp_review_date"),
        Column("cppr_cp_review_quorate", "yes_no",
               means=NOT_KNOWN | {"quorate": "yes", "inquorate": "no", "not quorate": "no"}),
        code("cppr_cp_review_participation", "s903_review_code"),
    ],
    "cla_episodes": [
        *ids("clae_cla_episode_id", "clae_cla_id"), subject("clae_person_id"), begins("clae_cla_episode_start_date"),
        code("clae_cla_episode_start_reason", "s903_rne"), code("clae_cla_primary_need_code", "s903_category_of_need"),
        *days("clae_cla_episode_ceased_date", "clae_entered_care_date", "clae_cla_last_iro_contact_date"),
        code("clae_cla_episode_ceased_reason", "s903_rec"),
    ],
    "legal_status": [
        *ids("lega_legal_status_id"), subject("lega_person_id"), begins("lega_legal_status_start_date", "moment"),
        Column("lega_legal_status_end_date", "moment"), code("lega_legal_status", "s903_legal_status"),
    ],
    "cla_placement": [
        *ids("clap_cla_placement_id", "clap_cla_id", "clap_person_id", "clap_cla_placement_urn"),
        begins("clap_cla_placement_start_date"), *days("clap_cla_placement_end_date"),
        code("clap_cla_placement_type", "s903_placement_type"), Column("clap_cla_placement_distance", "number"),
        code("clap_cla_placement_provider", "s903_placement_provider"),
        code("clap_cla_placement_change_reason", "s903_reason_place_change"),
    ],
    "cla_reviews": [
        *ids("clar_cla_review_id", "clar_cla_id", "clar_cla_person_id"), held("clar_cla_review_date"),
        *days("clar_cla_review_due_date"), *flags("clar_cla_review_cancelled"),
        code("clar_cla_review_participation", "s903_review_code"),
    ],
    "cla_visits": [
        *ids("clav_cla_visit_id", "clav_cla_id", "clav_person_id"), held("clav_cla_visit_date"),
        *flags("clav_cla_visit_seen", "clav_cla_visit_seen_alone"),
    ],
    "cla_health": [
        *ids("clah_health_check_id"), subject("clah_person_id"), Column("clah_health_check_type", "text"),
        held("clah_health_check_date"), Column("clah_health_check_status", "text"),
    ],
    "cla_immunisations": [
        subject("clai_person_id"), *flags("clai_immunisations_status"), held("clai_immunisations_status_date"),
    ],
    "cla_substance_misuse": [
        *ids("clas_substance_misuse_id"), subject("clas_person_id"), begins("clas_substance_misuse_date"),
        *flags("clas_intervention_received"),
    ],
    "cla_care_plan": [
        *ids("lacp_table_id"), subject("lacp_person_id"), begins("lacp_cla_care_plan_start_date"),
        *days("lacp_cla_care_plan_end_date"), json_text("lacp_cla_care_plan_json"),
    ],
    "sdq_scores": [
        *ids("csdq_table_id"), subject("csdq_person_id"), held("csdq_sdq_completed_date"),
        code("csdq_sdq_reason", "s903_sdq_reason"), Column("csdq_sdq_score", "number"),
    ],
    "missing": [
        *ids("miss_table_id"), subject("miss_person_id"), begins("miss_missing_episode_start_date", "moment"),
        code("miss_missing_episode_type", "s903_missing", missing="M", away="A", absent="A"),
        Column("miss_missing_episode_end_date", "moment"),
        *flags("miss_missing_rhi_offered", "miss_missing_rhi_accepted"),
    ],
    "care_leavers": [
        *ids("clea_table_id"), subject("clea_person_id"), Column("clea_care_leaver_eligibility", "text"),
        code("clea_care_leaver_in_touch", "s903_in_touch", y="YES", n="NO"),
        *days("clea_care_leaver_latest_contact", "clea_pathway_plan_review_date"),
        code("clea_care_leaver_activity", "s903_activity"),
    ],
    "permanence": [
        *ids("perm_table_id", "perm_cla_id"), subject("perm_person_id"),
        *days("perm_adm_decision_date", "perm_placement_order_date", "perm_placed_for_adoption_date",
              "perm_matched_date", "perm_decision_reversed_date", "perm_permanence_order_date"),
        Column("perm_permanence_order_type", "text"),
    ],
    "involvements": [
        *ids("invo_involvements_id", "invo_professional_id"), Column("invo_professional_role_id", "text"),
        begins("invo_involvement_start_date"), *days("invo_involvement_end_date"), subject("invo_person_id"),
        code("invo_worker_change_reason", "s903_sw_reason"),
    ],
    "professionals": [*ids("prof_professional_id"), Column("prof_professional_job_title", "text")],
    "pre_proceedings": [
        *ids("prep_table_id"), subject("prep_person_id"), Column("prep_pre_pro_outcome", "text"),
        *days("prep_pre_pro_decision_date", "prep_initial_pre_pro_meeting_date", "prep_agree_stepdown_issue_date",
              "prep_pre_pro_letter_date"),
    ],
}  # fmt: skip


def tables() -> list[Table]:
    """Every table, under its name without `ssd_`; columns nothing needs are known and unused."""
    return [_table(name.removeprefix(PREFIX), names) for name, names in columns().items()]


def _table(name: str, names: list[str]) -> Table:
    used = {column.name: column for column in USED.get(name, [])}
    unknown = set(used) - set(names)
    assert not unknown, f"{name} has no {unknown}"
    return Table(name, [used.get(each, Column(each, "unused")) for each in names])
