"""What has to be joined, merged or taken apart before the Standard Safeguarding Dataset's rows become facts.

Each view hands on the `ref` of the row it tells of. All are DuckDB SQL over the typed tables `reading.ssd_<table>`.
"""

from goldenthread.codes.lists import codes_of


def flag(json: str, key: str) -> str:
    """SQL: a Y/N flag out of a JSON column; NULL where it is blank or absent."""
    return f"reading.yes_no_of(json_extract_string({json}, '$.{key}'))"


def birthday(born: str, age: int) -> str:
    """SQL: the day a person reaches an age; someone born on 29 February does so on 1 March of a common year."""
    day = f"CAST({born} + INTERVAL {age} YEAR AS DATE)"
    return f"CASE WHEN day({born}) <> day({day}) THEN {day} + 1 ELSE {day} END"


def any_filled(column: str, table: str) -> str:
    """SQL: whether a column is filled in any row, so that a blank in it says something."""
    return f"(SELECT count({column}) > 0 FROM reading.ssd_{table})"


PEOPLE = f"""
SELECT p.*, family.family_id, disability.is_disabled,
    CASE WHEN pers_upn IS NOT NULL OR pers_upn_unknown IS NOT NULL THEN true
         WHEN {any_filled("pers_upn", "person")} OR {any_filled("pers_upn_unknown", "person")} THEN false END AS has_upn
FROM reading.ssd_person p
LEFT JOIN (SELECT fami_person_id, min(fami_family_id) AS family_id FROM reading.ssd_family GROUP BY 1) family
    ON fami_person_id = pers_person_id
LEFT JOIN (SELECT disa_person_id, bool_or(disa_disability_code <> 'NONE') AS is_disabled
    FROM reading.ssd_disability GROUP BY 1) disability ON disa_person_id = pers_person_id
"""

FACTORS = f"""
SELECT f.ref, a.cina_person_id AS person_id, coalesce(a.cina_assessment_auth_date, a.cina_assessment_start_date) AS day,
    upper(trim(factor)) AS factor
FROM (
    SELECT ref, cinf_assessment_id AS assessment_id, unnest(CASE json_type(cinf_assessment_factors_json)
        WHEN 'ARRAY' THEN CAST(cinf_assessment_factors_json::JSON AS VARCHAR[])
        WHEN 'OBJECT' THEN list_filter(json_keys(cinf_assessment_factors_json),
            lambda key: reading.yes_no_of(json_extract_string(cinf_assessment_factors_json, '$."' || key || '"')))
        END) AS factor
    FROM reading.ssd_assessment_factors
) f
JOIN reading.ssd_cin_assessments a ON a.cina_assessment_id = f.assessment_id
WHERE upper(trim(factor)) IN ({", ".join(f"'{code}'" for code in codes_of("assessment_factors"))})
"""

ENQUIRIES = f"""
SELECT s.*, CASE WHEN conference.s47_id IS NOT NULL THEN true
    ELSE coalesce({flag("s47e_s47_outcome_json", "CP_CONFERENCE_FLAG")}, CASE WHEN s47e_s47_nfa THEN false END)
    END AS is_conference_needed
FROM reading.ssd_s47_enquiry s
LEFT JOIN (SELECT DISTINCT icpc_s47_enquiry_id AS s47_id FROM reading.ssd_initial_cp_conference) conference
    ON conference.s47_id = s.s47e_s47_enquiry_id
"""

EPISODES = """
SELECT *, CASE WHEN clae_cla_id IS NOT NULL THEN 'care ' || clae_cla_id
               WHEN clae_entered_care_date IS NOT NULL THEN 'entered ' || clae_entered_care_date
               ELSE 'run ' || sum(CASE WHEN follows THEN 0 ELSE 1 END) OVER (
                   PARTITION BY clae_person_id ORDER BY clae_cla_episode_start_date, ref) END AS period
FROM (
    SELECT *, coalesce(
        lag(clae_cla_episode_ceased_date) OVER earlier >= clae_cla_episode_start_date
        AND coalesce(lag(clae_cla_episode_ceased_reason) OVER earlier, 'X1') = 'X1', false) AS follows
    FROM reading.ssd_cla_episodes
    WINDOW earlier AS (PARTITION BY clae_person_id ORDER BY clae_cla_episode_start_date, ref)
)
"""

CARE = f"""
SELECT periods.*,
    CASE WHEN {any_filled("immi_immigration_status", "immigration_status")} THEN alone.person_id IS NOT NULL END
        AS is_unaccompanied
FROM (
    SELECT clae_person_id AS person_id, min_by(ref, clae_cla_episode_start_date) AS ref,
        least(min(clae_entered_care_date), min(clae_cla_episode_start_date)) AS start_day,
        arg_max_null(CASE WHEN clae_cla_episode_ceased_reason IS DISTINCT FROM 'X1'
            THEN clae_cla_episode_ceased_date END, last_of_all) AS end_day,
        arg_max_null(nullif(clae_cla_episode_ceased_reason, 'X1'), last_of_all) AS reason,
        min_by(clae_cla_primary_need_code, clae_cla_episode_start_date) AS need
    FROM (SELECT *, (clae_cla_episode_start_date,
        coalesce(clae_cla_episode_ceased_date, DATE '9999-12-31')) AS last_of_all FROM reading.ssd_episodes)
    GROUP BY clae_person_id, period
) periods
LEFT JOIN (SELECT DISTINCT immi_person_id AS person_id FROM reading.ssd_immigration_status
    WHERE immi_immigration_status ILIKE '%unaccompanied%') alone ON alone.person_id = periods.person_id
"""

WHO = """
SELECT clae_cla_id AS cla_id, any_value(clae_person_id) AS person_id FROM reading.ssd_cla_episodes
WHERE clae_cla_id IS NOT NULL GROUP BY 1
"""


def with_person(table: str, person: str, cla_id: str) -> str:
    """SQL: a table's rows with the person they name, or else the one whose period of care they name."""
    return f"""
SELECT t.*, coalesce(t.{person}, who.person_id) AS person_id
FROM reading.ssd_{table} t LEFT JOIN reading.ssd_who who ON who.cla_id = t.{cla_id}
"""


PLACEMENTS = f"""
SELECT t.*, coalesce(t.clap_person_id, who.person_id) AS person_id,
    CASE WHEN upper(clap_cla_placement_urn) LIKE 'XXX%' THEN NULL
         WHEN {any_filled("clap_cla_placement_urn", "cla_placement")} THEN clap_cla_placement_urn IS NOT NULL
    END AS has_urn
FROM reading.ssd_cla_placement t LEFT JOIN reading.ssd_who who ON who.cla_id = t.clap_cla_id
"""

PLACED_FOR_ADOPTION = """
SELECT ref, perm_person_id AS person_id, perm_placed_for_adoption_date AS start_day,
    coalesce(perm_permanence_order_date, perm_decision_reversed_date) AS end_day
FROM reading.ssd_permanence WHERE perm_placed_for_adoption_date IS NOT NULL
UNION ALL
SELECT ref, person_id, clap_cla_placement_start_date, clap_cla_placement_end_date
FROM reading.ssd_placements
WHERE clap_cla_placement_type IN ('A3', 'A4', 'A5', 'A6') AND NOT EXISTS (
    SELECT 1 FROM reading.ssd_permanence told WHERE told.perm_person_id = person_id
    AND told.perm_placed_for_adoption_date IS NOT NULL)
"""

ADOPTED = """
SELECT ref, perm_person_id AS person_id, perm_permanence_order_date AS day FROM reading.ssd_permanence
WHERE perm_permanence_order_date IS NOT NULL AND perm_permanence_order_type ILIKE '%adopt%'
UNION ALL
SELECT ref, clae_person_id, clae_cla_episode_ceased_date FROM reading.ssd_cla_episodes
WHERE clae_cla_episode_ceased_reason IN ('E11', 'E12') AND NOT EXISTS (
    SELECT 1 FROM reading.ssd_permanence told WHERE told.perm_person_id = clae_person_id
    AND told.perm_permanence_order_date IS NOT NULL AND told.perm_permanence_order_type ILIKE '%adopt%')
"""

STEPS = """
SELECT ref, perm_person_id AS person_id, unnest([
    {'step': 'decision', 'day': perm_adm_decision_date}, {'step': 'match', 'day': perm_matched_date},
    {'step': 'placement', 'day': perm_placed_for_adoption_date}, {'step': 'order', 'day': perm_permanence_order_date},
    {'step': 'reversal', 'day': perm_decision_reversed_date}], recursive := true)
FROM reading.ssd_permanence
"""

PLANS = f"""
SELECT *, list_filter([{", ".join(f"'{code}'" for code in codes_of("ssd_cla_permanence_plan"))}],
    lambda key: coalesce(reading.yes_no_of(json_extract_string(lacp_cla_care_plan_json, '$.' || key)), false)) AS chosen
FROM reading.ssd_cla_care_plan
"""

CHOSEN = "SELECT ref, lacp_person_id, lacp_cla_care_plan_start_date, unnest(chosen) AS plan FROM reading.ssd_plans"

ROLES = """
SELECT i.*, lower(CASE WHEN regexp_matches(invo_professional_role_id, '[A-Za-z]{2}') THEN invo_professional_role_id
    ELSE job END) AS role
FROM reading.ssd_involvements i
LEFT JOIN (SELECT prof_professional_id, any_value(prof_professional_job_title) AS job
    FROM reading.ssd_professionals GROUP BY 1) p ON p.prof_professional_id = i.invo_professional_id
"""

# A former relevant child is one from the 18th birthday on. When another began to be owed leaving care services is not
# in this dataset.
LEAVERS = f"""
SELECT l.*, CASE WHEN clea_care_leaver_eligibility ILIKE '%former relevant%' THEN {birthday("pers_dob", 18)} END
    AS start_day
FROM reading.ssd_care_leavers l
LEFT JOIN (SELECT pers_person_id, min(pers_dob) AS pers_dob FROM reading.ssd_person GROUP BY 1) p
    ON p.pers_person_id = clea_person_id
"""

VIEWS = {
    "people": PEOPLE,
    "factors": FACTORS,
    "enquiries": ENQUIRIES,
    "episodes": EPISODES,
    "care": CARE,
    "who": WHO,
    "placements": PLACEMENTS,
    "reviews": with_person("cla_reviews", "clar_cla_person_id", "clar_cla_id"),
    "visits": with_person("cla_visits", "clav_person_id", "clav_cla_id"),
    "placed_for_adoption": PLACED_FOR_ADOPTION,
    "adopted": ADOPTED,
    "steps": STEPS,
    "plans": PLANS,
    "chosen_plans": CHOSEN,
    "roles": ROLES,
    "leavers": LEAVERS,
}
