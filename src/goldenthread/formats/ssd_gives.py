"""How rows of the Standard Safeguarding Dataset become facts.

What it does not bear witness to is as important: it holds the strategy discussions and gateway meetings that led on,
not those that did not (`some`); the latest contact with a care leaver, not each (`latest`). It does not say when a care
leaver's accommodation began, when a return home interview was held, or who refused a health assessment: no facts there.
"""

from goldenthread.formats.language import Gives
from goldenthread.formats.ssd_views import flag
from goldenthread.standards import vocabulary as v

HAPPENED = "coalesce(lower(clah_health_check_status), 'completed') = 'completed'"
HEALTH_KIND = """CASE
    WHEN clah_health_check_type ILIKE '%initial%' OR clah_health_check_type ILIKE 'iha%' THEN 'initial'
    WHEN clah_health_check_type ILIKE '%review%' OR clah_health_check_type ILIKE 'rha%' THEN 'review' END"""
IS_HEALTH = """(clah_health_check_type ILIKE '%health assess%' OR clah_health_check_type ILIKE 'iha%'
    OR clah_health_check_type ILIKE 'rha%')"""
NOT_CHILDS = "assistant|student|support|supervising|fostering|adoption|family worker|manager|supervisor"
IS_SOCIAL_WORKER = (
    f"regexp_matches(role, 'social worker|^sw$|allocated worker') AND NOT regexp_matches(role, '{NOT_CHILDS}')"
)
IS_IRO = r"regexp_matches(role, '\biro\b|reviewing officer')"
IS_ADVISER = r"regexp_matches(role, 'personal advis|\bpa\b|leaving care advis')"

FRONT_DOOR = [
    Gives(v.person, "people", subject="pers_person_id", start="pers_dob", end="pers_death_date",
          needs=["person.pers_dob"], ends_in="person.pers_death_date",
          facts={"sex": "pers_sex", "ethnicity": "pers_ethnicity", "is_disabled": "is_disabled", "has_upn": "has_upn",
                 "family_id": "family_id"}),
    Gives(v.contact, "contacts", subject="cont_person_id", day="cont_contact_date", at="cont_contact_date_at",
          id="cont_contact_id",
          facts={"contact_id": "cont_contact_id", "source": "cont_contact_source_code",
                 "is_no_further_action": flag("cont_contact_outcome_json", "NFA_FLAG")}),
    Gives(v.early_help, "early_help_episodes", subject="earl_person_id", start="earl_episode_start_date",
          end="earl_episode_end_date", id="earl_episode_id", facts={"organisation": "earl_episode_organisation"}),
    Gives(v.referral, "cin_episodes", subject="cine_person_id", start="cine_referral_date", end="cine_close_date",
          started_at="cine_referral_date_at", ended_at="cine_close_date_at", id="cine_referral_id",
          facts={"referral_id": "cine_referral_id", "source": "cine_referral_source_code",
                 "primary_need": "cine_cin_primary_need_code", "closure_reason": "cine_close_reason",
                 "is_no_further_action":
                     f"coalesce(cine_referral_nfa, {flag('cine_referral_outcome_json', 'NFA_FLAG')})"}),
    Gives(v.allocation, "roles", subject="invo_person_id", start="invo_involvement_start_date",
          end="invo_involvement_end_date", id="invo_involvements_id", where=IS_SOCIAL_WORKER,
          ends_in="involvements.invo_involvement_end_date",
          facts={"worker_id": "invo_professional_id", "change_reason": "invo_worker_change_reason"}),
]  # fmt: skip

ASSESSMENT = [
    Gives(v.assessment, "cin_assessments", subject="cina_person_id", start="cina_assessment_start_date",
          end="cina_assessment_auth_date", id="cina_assessment_id",
          facts={"assessment_id": "cina_assessment_id", "referral_id": "cina_referral_id",
                 "is_child_seen": "cina_assessment_child_seen",
                 "is_services_needed": "NOT coalesce(cina_assessment_outcome_nfa, "
                 f"{flag('cina_assessment_outcome_json', 'NFA_FLAG')})"}),
    Gives(v.assessment_factor, "factors", subject="person_id", day="day", facts={"factor": "factor"}),
    Gives(v.section47, "enquiries", subject="s47e_person_id", start="s47e_s47_start_date", end="s47e_s47_end_date",
          started_at="s47e_s47_start_date_at", ended_at="s47e_s47_end_date_at", id="s47e_s47_enquiry_id",
          ends_in="s47_enquiry.s47e_s47_end_date",
          facts={"section47_id": "s47e_s47_enquiry_id", "referral_id": "s47e_referral_id",
                 "is_conference_needed": "is_conference_needed"}),
    Gives(v.strategy_discussion, "s47_enquiry", subject="s47e_person_id", day="s47e_s47_start_date",
          at="s47e_s47_start_date_at", id="s47e_s47_enquiry_id", extent="some"),
    Gives(v.initial_conference, "initial_cp_conference", subject="icpc_person_id", day="icpc_icpc_date",
          id="icpc_icpc_id",
          facts={"section47_id": "icpc_s47_enquiry_id", "is_transfer_in": "icpc_icpc_transfer_in",
                 "is_plan_made": f"coalesce(icpc_icpc_outcome_cp_flag, {flag('icpc_icpc_outcome_json', 'CP_FLAG')})"}),
]  # fmt: skip

PLANS = [
    Gives(v.protection_plan, "cp_plans", subject="cppl_person_id", start="cppl_cp_plan_start_date",
          end="cppl_cp_plan_end_date", id="cppl_cp_plan_id", where="NOT coalesce(cppl_cp_plan_ola, false)",
          facts={"plan_id": "cppl_cp_plan_id", "category": "cppl_cp_plan_initial_category",
                 "latest_category": "cppl_cp_plan_latest_category"}),
    Gives(v.protection_visit, "cp_visits", subject="cppv_person_id", day="cppv_cp_visit_date", id="cppv_cp_visit_id",
          facts={"is_seen": "cppv_cp_visit_seen", "is_alone": "cppv_cp_visit_seen_alone",
                 "is_bedroom_seen": "cppv_cp_visit_bedroom"}),
    Gives(v.review_conference, "cp_reviews", subject="cppr_person_id", day="cppr_cp_review_date",
          id="cppr_cp_review_id",
          facts={"is_quorate": "cppr_cp_review_quorate", "participation": "cppr_cp_review_participation"}),
    Gives(v.need_plan, "cin_plans", subject="cinp_person_id", start="cinp_cin_plan_start_date",
          end="cinp_cin_plan_end_date", id="cinp_cin_plan_id", facts={"referral_id": "cinp_referral_id"}),
    Gives(v.need_visit, "cin_visits", subject="cinv_person_id", day="cinv_cin_visit_date", id="cinv_cin_visit_id",
          facts={"is_seen": "cinv_cin_visit_seen", "is_alone": "cinv_cin_visit_seen_alone",
                 "is_bedroom_seen": "cinv_cin_visit_bedroom"}),
    Gives(v.pre_proceedings, "pre_proceedings", subject="prep_person_id", start="prep_pre_pro_decision_date",
          end="prep_agree_stepdown_issue_date", id="prep_table_id"),
    Gives(v.legal_gateway, "pre_proceedings", subject="prep_person_id", day="prep_pre_pro_decision_date",
          id="prep_table_id", extent="some"),
    Gives(v.letter_before_proceedings, "pre_proceedings", subject="prep_person_id", day="prep_pre_pro_letter_date",
          id="prep_table_id"),
    Gives(v.pre_proceedings_meeting, "pre_proceedings", subject="prep_person_id",
          day="prep_initial_pre_pro_meeting_date", id="prep_table_id"),
    Gives(v.issue_decision, "pre_proceedings", subject="prep_person_id", day="prep_agree_stepdown_issue_date",
          id="prep_table_id", where="prep_pre_pro_outcome ILIKE '%issue%'", extent="some"),
]  # fmt: skip

CARE = [
    Gives(v.looked_after, "care", subject="person_id", start="start_day", end="end_day",
          ends_in="cla_episodes.clae_cla_episode_ceased_date",
          uses="SELECT ref FROM reading.ssd_cla_episodes",
          facts={"need": "need", "ceased_reason": "reason", "is_unaccompanied": "is_unaccompanied"}),
    Gives(v.legal_status, "legal_status", subject="lega_person_id", start="lega_legal_status_start_date",
          end="lega_legal_status_end_date", started_at="lega_legal_status_start_date_at",
          ended_at="lega_legal_status_end_date_at", id="lega_legal_status_id", facts={"code": "lega_legal_status"}),
    Gives(v.short_break, "legal_status", subject="lega_person_id", start="lega_legal_status_start_date",
          end="lega_legal_status_end_date", id="lega_legal_status_id", where="lega_legal_status IN ('V3', 'V4')",
          none_counts=True),
    Gives(v.placement, "placements", subject="person_id", start="clap_cla_placement_start_date",
          end="clap_cla_placement_end_date", id="clap_cla_placement_id",
          ends_in="cla_placement.clap_cla_placement_end_date",
          facts={"placement_id": "clap_cla_placement_id", "type": "clap_cla_placement_type",
                 "provider": "clap_cla_placement_provider", "has_urn": "has_urn",
                 "distance": "clap_cla_placement_distance", "change_reason": "clap_cla_placement_change_reason",
                 "is_temporary": "clap_cla_placement_type IN ('T0', 'T1', 'T2', 'T3', 'T4')",
                 "is_to_eighteen": "clap_cla_placement_type IN ('U1', 'U4')"}),
    Gives(v.care_plan, "plans", subject="lacp_person_id", start="lacp_cla_care_plan_start_date",
          end="lacp_cla_care_plan_end_date", id="lacp_table_id", ends_in="cla_care_plan.lacp_cla_care_plan_end_date",
          facts={"permanence": "chosen[1]"}),
    Gives(v.care_visit, "visits", subject="person_id", day="clav_cla_visit_date", id="clav_cla_visit_id",
          facts={"is_seen": "clav_cla_visit_seen", "is_alone": "clav_cla_visit_seen_alone"}),
    Gives(v.review, "reviews", subject="person_id", day="clar_cla_review_date", id="clar_cla_review_id",
          where="NOT coalesce(clar_cla_review_cancelled, false)",
          facts={"participation": "clar_cla_review_participation"}),
    Gives(v.review_cancelled, "reviews", subject="person_id",
          day="coalesce(clar_cla_review_date, clar_cla_review_due_date)", id="clar_cla_review_id",
          where="clar_cla_review_cancelled", none_counts=True),
    Gives(v.reviewing_officer, "roles", subject="invo_person_id", start="invo_involvement_start_date",
          end="invo_involvement_end_date", id="invo_involvements_id", where=IS_IRO,
          ends_in="involvements.invo_involvement_end_date"),
    Gives(v.iro_contact, "cla_episodes", subject="clae_person_id", day="clae_cla_last_iro_contact_date",
          extent="latest"),
]  # fmt: skip

PERMANENCE = [
    Gives(v.permanence_plan, "chosen_plans", subject="lacp_person_id", day="lacp_cla_care_plan_start_date",
          facts={"plan": "plan"}),
    Gives(v.permanence_step, "steps", subject="person_id", day="day", facts={"step": "step"}),
    Gives(v.adoption_decision, "permanence", subject="perm_person_id", day="perm_adm_decision_date",
          id="perm_table_id"),
    Gives(v.adoption_reversed, "permanence", subject="perm_person_id", day="perm_decision_reversed_date",
          id="perm_table_id"),
    Gives(v.placement_order, "permanence", subject="perm_person_id", start="perm_placement_order_date",
          end="least(perm_placed_for_adoption_date, perm_decision_reversed_date, perm_permanence_order_date)",
          id="perm_table_id"),
    Gives(v.adoption_match, "permanence", subject="perm_person_id", day="perm_matched_date", id="perm_table_id"),
    Gives(v.placed_for_adoption, "placed_for_adoption", subject="person_id", start="start_day", end="end_day"),
    Gives(v.adoption_order, "adopted", subject="person_id", day="day"),
]  # fmt: skip

HEALTH = [
    Gives(v.health_assessment, "cla_health", subject="clah_person_id", day="clah_health_check_date",
          id="clah_health_check_id", where=f"{IS_HEALTH} AND {HAPPENED}", facts={"kind": HEALTH_KIND}),
    Gives(v.dental_check, "cla_health", subject="clah_person_id", day="clah_health_check_date",
          id="clah_health_check_id", where=f"clah_health_check_type ILIKE '%dent%' AND {HAPPENED}"),
    Gives(v.immunisation, "cla_immunisations", subject="clai_person_id", day="clai_immunisations_status_date",
          extent="latest", facts={"is_up_to_date": "clai_immunisations_status"}),
    Gives(v.sdq, "sdq_scores", subject="csdq_person_id", day="csdq_sdq_completed_date", id="csdq_table_id",
          facts={"score": "csdq_sdq_score", "reason": "csdq_sdq_reason"}),
    Gives(v.substance_misuse, "cla_substance_misuse", subject="clas_person_id", day="clas_substance_misuse_date",
          id="clas_substance_misuse_id", facts={"is_help_offered": "clas_intervention_received"}),
    Gives(v.missing, "missing", subject="miss_person_id", start="miss_missing_episode_start_date",
          end="miss_missing_episode_end_date", started_at="miss_missing_episode_start_date_at",
          ended_at="miss_missing_episode_end_date_at", id="miss_table_id",
          facts={"kind": "miss_missing_episode_type", "is_interview_offered": "miss_missing_rhi_offered",
                 "is_interview_accepted": "miss_missing_rhi_accepted"}),
]  # fmt: skip

LEAVING_CARE = [
    Gives(v.care_leaver, "leavers", subject="clea_person_id", start="start_day", id="clea_table_id", extent="some",
          facts={"category": "'former relevant'", "in_touch": "clea_care_leaver_in_touch",
                 "activity": "clea_care_leaver_activity"}),
    Gives(v.pathway_plan, "care_leavers", subject="clea_person_id", day="clea_pathway_plan_review_date",
          extent="latest"),
    Gives(v.care_leaver_contact, "care_leavers", subject="clea_person_id", day="clea_care_leaver_latest_contact",
          extent="latest"),
    Gives(v.personal_adviser, "roles", subject="invo_person_id", start="invo_involvement_start_date",
          end="invo_involvement_end_date", id="invo_involvements_id", where=IS_ADVISER,
          ends_in="involvements.invo_involvement_end_date"),
]  # fmt: skip

GIVES = [*FRONT_DOOR, *ASSESSMENT, *PLANS, *CARE, *PERMANENCE, *HEALTH, *LEAVING_CARE]
