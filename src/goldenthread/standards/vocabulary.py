"""The vocabulary: every noun that can be on a thread.

Each noun gives its name, what one of it is called, the sentence that tells of its beginning (and end), and its facts.
Every period has a first day (`started_on`) and perhaps a last (`ended_on`); every event a day (`happened_on`). The
readers (goldenthread.formats) say which nouns a source bears witness to; the open contract holds them all.
"""

from goldenthread.standards.language.facts import number, text, yes_no
from goldenthread.standards.language.nouns import Named, events, periods

# ----------------------------------------------------------------------------------------------------------- THE CHILD

person = periods(
    "person", "a child's life", began="The child was born", ended="The child died",
    facts=[
        text("sex", "sex", "sex"),
        text("ethnicity", "ethnicity", "ethnicity"),
        yes_no("is_disabled", "disabled"),
        yes_no("has_upn", "has a unique pupil number, or a reason for having none"),
        text("family_id", "the family, as the source knows it"),
    ],
)  # fmt: skip

# ---------------------------------------------------------------------------------------------------------- FRONT DOOR

contact = events(
    "contact", "a contact about the child", happened="A contact about the child was received", timed=True,
    facts=[
        text("contact_id", "the contact's id"),
        text("source", "who made it", "referral_source"),
        yes_no("is_no_further_action", "closed with no further action"),
        yes_no("is_domestic_abuse", "a notification of domestic abuse"),
        yes_no("is_out_of_hours", "received by the out-of-hours team"),
    ],
)  # fmt: skip
contact_decision = events(
    "contact_decision", "a decision on the contact", happened="A decision on the contact was made",
    facts=[text("contact_id", "the contact's id")],
)  # fmt: skip
out_of_hours_record = events(
    "out_of_hours_record", "the out-of-hours record on the child's file",
    happened="The out-of-hours contact was put on the child's file",
    facts=[text("contact_id", "the contact's id")],
)  # fmt: skip
early_help = periods(
    "early_help", "early help", began="Early help began", ended="Early help ended",
    facts=[text("organisation", "the organisation that leads")],
)  # fmt: skip
referral = periods(
    "referral", "a referral", began="The child was referred", ended="The referral was closed", timed=True,
    facts=[
        text("referral_id", "the referral's id"),
        text("source", "who referred", "referral_source"),
        text("primary_need", "the primary need", "primary_need"),
        yes_no("is_no_further_action", "no further action"),
        text("closure_reason", "why it was closed", "reason_for_closure"),
    ],
)  # fmt: skip
referral_decision = events(
    "referral_decision", "a decision on the referral", happened="A decision on the referral was made",
    facts=[text("referral_id", "the referral's id")],
)  # fmt: skip
referrer_informed = events(
    "referrer_informed", "feedback to the referrer", happened="The referrer was told of the decision",
    facts=[text("referral_id", "the referral's id")],
)  # fmt: skip
allocation = periods(
    "allocation", "an allocated social worker", began="A social worker was allocated",
    ended="The social worker's allocation ended",
    facts=[text("worker_id", "the worker's id"), text("change_reason", "why it changed", "s903_sw_reason")],
)  # fmt: skip
handover = events(
    "handover", "a handover with a transfer summary", happened="The handover was recorded",
)  # fmt: skip
homeless_young_person = events(
    "homeless_young_person", "a 16 or 17 year old presenting as homeless",
    happened="The young person presented as homeless", timed=True,
)  # fmt: skip
marac_listed = events(
    "marac_listed", "the family's listing for a MARAC",
    happened="The family was listed for a multi-agency risk assessment conference on domestic abuse (MARAC)",
)  # fmt: skip
marac_information = events(
    "marac_information", "up-to-date information for the MARAC",
    happened="Up-to-date information about the child was given to the MARAC",
)  # fmt: skip
marac = events("marac", "a MARAC about the family", happened="A MARAC discussed the family")
marac_actions = events(
    "marac_actions", "a record of the MARAC's actions",
    happened="The MARAC's actions were put on the child's record",
)  # fmt: skip
agency_checks = events(
    "agency_checks", "checks with partner agencies", happened="Checks with partner agencies were recorded",
)  # fmt: skip

# ---------------------------------------------------------------------------------------------------------- ASSESSMENT

assessment = periods(
    "assessment", "an assessment", began="An assessment began", ended="The assessment was authorised",
    facts=[
        text("assessment_id", "the assessment's id"),
        text("referral_id", "the referral's id"),
        yes_no("is_child_seen", "the child was seen"),
        yes_no("is_services_needed", "services are needed"),
    ],
)  # fmt: skip
assessment_factor = events(
    "assessment_factor", "a factor found at assessment", happened="The assessment found a factor",
    facts=[text("factor", "the factor", "assessment_factors")],
)  # fmt: skip
assessment_manager_review = events(
    "assessment_manager_review", "a manager's review of the assessment",
    happened="A manager reviewed the assessment",
)  # fmt: skip
assessment_target = events(
    "assessment_target", "the day set for the assessment", happened="The day set for the assessment came",
    facts=[text("assessment_id", "the assessment's id")],
)  # fmt: skip
assessment_shared = events(
    "assessment_shared", "the assessment given to the family, or a reason for withholding it",
    happened="The outcome of the assessment was given to the family, or withheld with a reason",
)  # fmt: skip

# ----------------------------------------------------------------------------------------------- SECTION 47, CONFERENCE

strategy_discussion = events(
    "strategy_discussion", "a strategy discussion", happened="A strategy discussion was held", timed=True,
    facts=[yes_no("is_quorate", "police, health and social care took part")],
)  # fmt: skip
harm_concern = events(
    "harm_concern", "a concern that the child is suffering significant harm",
    happened="There was cause to suspect significant harm", timed=True,
    facts=[text("kind", "physical, sexual, emotional, neglect, exploitation or domestic")],
)  # fmt: skip
disclosure = events(
    "disclosure", "a disclosure or injury", happened="The child disclosed abuse, or an injury was seen", timed=True,
    facts=[text("kind", "physical, sexual, emotional or neglect")],
)  # fmt: skip
section47 = periods(
    "section47", "a section 47 enquiry", began="A section 47 enquiry began", ended="The section 47 enquiry ended",
    timed=True,
    facts=[
        text("section47_id", "the enquiry's id"),
        text("referral_id", "the referral's id"),
        yes_no("is_conference_needed", "an initial child protection conference is needed"),
    ],
)  # fmt: skip
section47_visit = events(
    "section47_visit", "the child seen for the section 47 enquiry",
    happened="The child was seen for the section 47 enquiry", timed=True,
    facts=[yes_no("is_alone", "seen alone")],
)  # fmt: skip
section47_wishes = events(
    "section47_wishes", "the child's wishes and feelings in the section 47 enquiry",
    happened="The child's wishes and feelings were recorded in the section 47 enquiry",
)  # fmt: skip
medical = events(
    "medical", "a child protection medical assessment, or a paediatrician's reason for none",
    happened="A child protection medical assessment was held, or a paediatrician advised against one", timed=True,
)  # fmt: skip
medical_refused = events(
    "medical_refused", "a refusal of the medical assessment by a child of sufficient understanding",
    happened="The child, of sufficient understanding, refused the medical assessment",
    facts=[text("provision", "the provision relied on")],
)  # fmt: skip
interim_safety_plan = events(
    "interim_safety_plan", "an interim safety plan", happened="An interim safety plan was made",
)  # fmt: skip
initial_conference = events(
    "initial_conference", "an initial child protection conference",
    happened="An initial child protection conference was held",
    facts=[
        text("section47_id", "the enquiry's id"),
        yes_no("is_transfer_in", "the child moved in on another authority's plan"),
        yes_no("is_plan_made", "a child protection plan was made"),
    ],
)  # fmt: skip
transfer_in_notice = events(
    "transfer_in_notice", "notice that a child on a plan has moved in",
    happened="Notice came that the child, on another authority's protection plan, had moved in",
)  # fmt: skip
protection_plan = periods(
    "protection_plan", "a child protection plan", began="A child protection plan began",
    ended="The child protection plan ended",
    facts=[
        text("plan_id", "the plan's id"),
        text("category", "the first category of abuse", "category_of_abuse"),
        text("latest_category", "the latest category of abuse", "category_of_abuse"),
        number("previous_plans", "earlier plans"),
    ],
)  # fmt: skip
protection_visit = events(
    "protection_visit", "a child protection visit", happened="A child protection visit was made",
    facts=[
        yes_no("is_seen", "the child was seen"),
        yes_no("is_alone", "the child was seen alone"),
        yes_no("is_bedroom_seen", "the child's bedroom was seen"),
        yes_no("is_reason_given", "why not alone is recorded: infancy, or the child's refusal"),
    ],
)  # fmt: skip
core_group = events("core_group", "a core group", happened="A core group met")
review_conference = events(
    "review_conference", "a review child protection conference", happened="A review conference was held",
    facts=[yes_no("is_quorate", "quorate"), text("participation", "how the child took part", "s903_review_code")],
)  # fmt: skip
conference_report_shared = events(
    "conference_report_shared", "the conference report shared with the parents, or withheld with a reason",
    happened="The conference report was shared with the parents, or withheld with a reason",
)  # fmt: skip
chair_check = events(
    "chair_check", "a check by the conference chair between conferences",
    happened="The conference chair checked on the plan",
)  # fmt: skip
neglect_tool = events(
    "neglect_tool", "an assessment with a neglect tool", happened="An assessment with a neglect tool was completed"
)
sexual_abuse_concern = events(
    "sexual_abuse_concern", "a concern about sexual abuse", happened="A concern about sexual abuse was recorded",
    timed=True,
)  # fmt: skip
safety_plan = events("safety_plan", "a safety plan", happened="A safety plan was made", timed=True)
risk_assessment = events(
    "risk_assessment", "a risk assessment", happened="A risk assessment was completed",
    facts=[text("kind", "sexual_abuse, exploitation or other")],
)  # fmt: skip
therapeutic_referral = events(
    "therapeutic_referral", "therapeutic need considered", happened="Therapeutic need was considered, and recorded",
)  # fmt: skip
changed_child = events(
    "changed_child", "a change in how the child is", happened="A change in how the child is was noticed",
    facts=[text("kind", "self_harm, hostile, withdrawn, sexualised, sleep or other")],
)  # fmt: skip
risk_person_at_home = periods(
    "risk_person_at_home", "a person who may pose a risk living with the child",
    began="A person who may pose a risk to children came to live with the child, or was found to be living with the child",
    ended="The person who may pose a risk no longer lived with the child",
    facts=[text("relationship", "what the person is to the child")],
)  # fmt: skip
risk_person_contact = events(
    "risk_person_contact", "family time with a person who may pose a risk",
    happened="The child had family time with a person who may pose a risk to children",
)  # fmt: skip
management_decision = events(
    "management_decision", "a manager's decision with its reasons", happened="A manager recorded a decision",
    facts=[text("about", "threshold, visits, assessment, section47, plan, home, court, closure, shortfall or other")],
)  # fmt: skip

# -------------------------------------------------------------------------------------------------------- CHILD IN NEED

need_plan = periods(
    "need_plan", "a child in need plan", began="A child in need plan began", ended="The child in need plan ended",
    facts=[text("referral_id", "the referral's id")],
)  # fmt: skip
need_visit = events(
    "need_visit", "a child in need visit", happened="A child in need visit was made",
    facts=[
        yes_no("is_seen", "the child was seen"),
        yes_no("is_alone", "the child was seen alone"),
        yes_no("is_bedroom_seen", "the child's bedroom was seen"),
        yes_no("is_reason_given", "why not alone is recorded: infancy, or the child's refusal"),
    ],
)  # fmt: skip
need_review = events("need_review", "a child in need review", happened="A child in need review was held")
private_fostering = periods(
    "private_fostering", "a private fostering arrangement known to the authority",
    began="The authority was told of a private fostering arrangement", ended="The private fostering arrangement ended",
)  # fmt: skip
private_fostering_visit = events(
    "private_fostering_visit", "a visit to a privately fostered child",
    happened="The privately fostered child was visited",
    facts=[
        yes_no("is_alone", "the child was spoken to alone"),
        yes_no("is_reason_given", "why speaking to the child alone was not appropriate is recorded"),
    ],
)  # fmt: skip

# ------------------------------------------------------------------------------------------- PRE-PROCEEDINGS AND COURT

legal_concern = events(
    "legal_concern", "a manager's decision that the threshold for proceedings may be met",
    happened="A manager decided that the threshold for proceedings may be met",
)  # fmt: skip
legal_gateway = events("legal_gateway", "a legal gateway meeting", happened="A legal gateway meeting decided")
pre_proceedings = periods(
    "pre_proceedings", "pre-proceedings", began="It was decided to enter pre-proceedings",
    ended="Pre-proceedings were concluded",
)  # fmt: skip
letter_before_proceedings = events(
    "letter_before_proceedings", "a letter before proceedings", happened="The letter before proceedings was sent",
)  # fmt: skip
pre_proceedings_meeting = events(
    "pre_proceedings_meeting", "a pre-proceedings meeting", happened="A pre-proceedings meeting was held",
)  # fmt: skip
family_group_offer = events(
    "family_group_offer", "an offer of family group decision-making",
    happened="Family group decision-making was offered, or the reason for no offer recorded",
    facts=[yes_no("is_accepted", "the offer was accepted")],
)  # fmt: skip
family_group_meeting = events(
    "family_group_meeting", "a family group decision-making meeting",
    happened="A family group decision-making meeting was held",
)  # fmt: skip
issue_decision = events(
    "issue_decision", "a decision to issue proceedings", happened="It was decided to issue care proceedings",
)  # fmt: skip
proceedings = periods(
    "proceedings", "care proceedings", began="Care proceedings were issued", ended="Care proceedings were concluded",
)  # fmt: skip
court_extension = periods(
    "court_extension", "an extension by the court", began="The court extended the timetable",
    ended="The court's extension ended", facts=[text("provision", "the provision relied on")],
)  # fmt: skip

# ---------------------------------------------------------------------------------------------------------------- CARE

looked_after = periods(
    "looked_after", "a period of being looked after", began="The child became looked after",
    ended="The child ceased to be looked after",
    facts=[
        text("need", "the category of need", "s903_category_of_need"),
        text("ceased_reason", "why it ceased", "s903_rec"),
        yes_no("is_unaccompanied", "an unaccompanied asylum-seeking child"),
    ],
)  # fmt: skip
care_end_approved = events(
    "care_end_approved", "approval for the child to cease to be looked after",
    happened="It was approved that the child cease to be looked after",
)  # fmt: skip
legal_status = periods(
    "legal_status", "a legal status", began="The legal status began", ended="The legal status ended", timed=True,
    facts=[text("code", "the legal status", "s903_legal_status")],
)  # fmt: skip
placement = periods(
    "placement", "a placement", began="The child was placed", ended="The placement ended",
    facts=[
        text("placement_id", "the placement's id"),
        text("type", "the type of placement", "s903_placement_type"),
        text("provider", "the provider", "s903_placement_provider"),
        yes_no("has_urn", "has an Ofsted registration number"),
        number("distance", "miles from home"),
        text("change_reason", "why it ended", "s903_reason_place_change"),
        yes_no("is_temporary", "temporary: the child goes back to the same placement"),
        yes_no("is_to_eighteen", "intended to last until 18"),
        yes_no("is_fewer_visits_agreed", "a long-term foster child of sufficient understanding agreed to fewer visits"),
    ],
)  # fmt: skip
short_break = periods(
    "short_break", "a series of short breaks (regulation 48)", began="A series of short breaks began",
    ended="The series of short breaks ended", facts=[text("provision", "the provision relied on")],
)  # fmt: skip
placed_before_assessment = periods(
    "placed_before_assessment", "a placement with a parent before assessment (regulation 19)",
    began="The child was placed with a parent before assessment", ended="That placement ended or was approved",
)  # fmt: skip
parent_assessment = events(
    "parent_assessment", "the assessment of a parent's suitability (regulation 17)",
    happened="The parent's suitability was assessed",
)  # fmt: skip
parent_placement_approval = events(
    "parent_placement_approval", "the nominated officer's approval of a placement with a parent",
    happened="The nominated officer approved the placement with a parent",
)  # fmt: skip
temporary_approval = periods(
    "temporary_approval", "a connected person's temporary approval (regulation 24)",
    began="A connected person was temporarily approved", ended="The temporary approval ended",
    facts=[yes_no("is_extended", "extended once under regulation 25")],
)  # fmt: skip
care_plan = periods(
    "care_plan", "a care plan", began="A care plan was made", ended="The care plan was replaced or ended",
    facts=[text("permanence", "the plan for permanence", "ssd_cla_permanence_plan")],
)  # fmt: skip
placement_plan = events("placement_plan", "a placement plan", happened="A placement plan was agreed")
placement_notice = events(
    "placement_notice", "written notice of the placement to those entitled",
    happened="Those entitled were notified of the placement in writing",
)  # fmt: skip
disruption_meeting = events("disruption_meeting", "a disruption meeting", happened="A disruption meeting was held")
stability_meeting = events(
    "stability_meeting", "a placement stability meeting", happened="A placement stability meeting was held"
)
care_visit = events(
    "care_visit", "a visit to a looked-after child", happened="The looked-after child was visited",
    facts=[
        yes_no("is_seen", "the child was seen"),
        yes_no("is_alone", "the child was seen alone"),
        yes_no("is_reason_given", "a reason within regulation 29 for not being alone is recorded"),
        yes_no("is_welfare_concern", "the visitor found that the child's welfare was not safeguarded"),
    ],
)  # fmt: skip
review = events(
    "review", "a looked-after review", happened="A looked-after review was held",
    facts=[text("participation", "how the child took part", "s903_review_code")],
)  # fmt: skip
review_adjourned = events(
    "review_adjourned", "the reviewing officer's adjournment of a review (regulation 36(2))",
    happened="The reviewing officer adjourned the review",
    facts=[text("provision", "the provision relied on")],
)  # fmt: skip
review_cancelled = events("review_cancelled", "a cancelled review", happened="A looked-after review was cancelled")
review_decisions = events(
    "review_decisions", "the decisions of a review issued", happened="The decisions of the review were issued",
)  # fmt: skip
review_record = events(
    "review_record", "the full record of a review", happened="The full record of the review was distributed",
)  # fmt: skip
reviewing_officer = periods(
    "reviewing_officer", "an independent reviewing officer", began="An independent reviewing officer was appointed",
    ended="The independent reviewing officer's appointment ended",
)  # fmt: skip
iro_contact = events(
    "iro_contact", "a check by the reviewing officer or contact with the child",
    happened="The reviewing officer checked on the plan or saw the child",
)  # fmt: skip
dispute = periods(
    "dispute", "a dispute raised by the reviewing officer or conference chair",
    began="The reviewing officer or conference chair raised a dispute",
    ended="The dispute was resolved",
)  # fmt: skip
dispute_answer = events("dispute_answer", "a senior answer to the dispute", happened="A senior manager answered the dispute")
deprivation_of_liberty = periods(
    "deprivation_of_liberty", "a deprivation of liberty order", began="A deprivation of liberty order began",
    ended="The deprivation of liberty order ended",
)  # fmt: skip
secure_order = periods(
    "secure_order", "a secure accommodation order (section 25)", began="A court authorised secure accommodation",
    ended="The court's authority for secure accommodation ended",
)  # fmt: skip
secure_review = events(
    "secure_review", "a secure accommodation review", happened="A secure accommodation review was held"
)
detention = periods(
    "detention", "detention after ceasing to be looked after",
    began="The child was detained and ceased to be looked after", ended="The detention ended",
)  # fmt: skip
detention_visit = events(
    "detention_visit", "a visit to a formerly looked-after child in detention",
    happened="The child was visited in detention",
)  # fmt: skip

# ---------------------------------------------------------------------------------------------- PERMANENCE AND ADOPTION

permanence_plan = events(
    "permanence_plan", "a plan for permanence", happened="A plan for permanence was recorded",
    facts=[text("plan", "the plan", "ssd_cla_permanence_plan")],
)  # fmt: skip
permanence_step = events(
    "permanence_step", "a step towards permanence", happened="A step towards permanence was taken",
    facts=[text("step", "decision, match, placement, order or reversal")],
)  # fmt: skip
long_term_match = events(
    "long_term_match", "a formal match with long-term foster carers",
    happened="The child was formally matched with long-term foster carers",
)  # fmt: skip
guardianship_plan = events(
    "guardianship_plan", "a plan for special guardianship", happened="Special guardianship became the plan"
)
guardianship_assessment = events(
    "guardianship_assessment", "a special guardianship assessment",
    happened="The special guardianship assessment was completed",
)  # fmt: skip
life_story_work = events("life_story_work", "life-story work", happened="Life-story work began")
adoption_plan = events(
    "adoption_plan", "a review that identified adoption as the plan", happened="A review made adoption the plan"
)
adoption_decision = events(
    "adoption_decision", "the agency's decision that the child should be placed for adoption",
    happened="The agency decided that the child should be placed for adoption",
)  # fmt: skip
adoption_reversed = events(
    "adoption_reversed", "a decision that the child should not, or no longer, be placed for adoption",
    happened="It was decided that the child should not, or should no longer, be placed for adoption",
)  # fmt: skip
placement_order = periods(
    "placement_order", "authority to place for adoption, not yet placed",
    began="Authority to place for adoption was given", ended="The child was placed, or that authority ended",
)  # fmt: skip
adoption_match = events("adoption_match", "a match with adopters", happened="The child was matched with adopters")
placed_for_adoption = periods(
    "placed_for_adoption", "the child's placement for adoption", began="The child was placed for adoption",
    ended="The adoption order was made, or the placement ended", facts=[text("provision", "the provision relied on")],
)  # fmt: skip
adoption_order = events("adoption_order", "an adoption order", happened="An adoption order was made")
adoption_disruption = events(
    "adoption_disruption", "the child's return to the agency from an adoptive placement",
    happened="The child was returned from the adoptive placement to the agency",
)  # fmt: skip
life_story_book = events(
    "life_story_book", "the life story book and later life letter",
    happened="The life story book and later life letter were given",
)  # fmt: skip

# -------------------------------------------------------------------------------------------------------------- HEALTH

health_assessment = events(
    "health_assessment", "a health assessment", happened="A health assessment was completed",
    facts=[text("kind", "initial or review")],
)  # fmt: skip
health_refused = events(
    "health_refused", "a refusal of the health assessment by a child of sufficient understanding",
    happened="The child, of sufficient understanding, refused the health assessment",
    facts=[text("provision", "the provision relied on")],
)  # fmt: skip
dental_check = events("dental_check", "a dental check", happened="The child had a dental check")
immunisation = events(
    "immunisation", "an immunisation check", happened="Immunisations were checked",
    facts=[yes_no("is_up_to_date", "up to date")],
)  # fmt: skip
sdq = events(
    "sdq", "a strengths and difficulties questionnaire", happened="A strengths and difficulties questionnaire was done",
    facts=[number("score", "the score"), text("reason", "why there is no score", "s903_sdq_reason")],
)  # fmt: skip
mental_health_consultation = events(
    "mental_health_consultation", "a mental health consultation or second questionnaire",
    happened="A mental health consultation or second questionnaire was recorded",
)  # fmt: skip
substance_misuse = events(
    "substance_misuse", "substance misuse identified", happened="Substance misuse was identified",
    facts=[yes_no("is_help_offered", "help was offered or received")],
)  # fmt: skip

# ----------------------------------------------------------------------------------------------------------- EDUCATION

education_plan = events(
    "education_plan", "a personal education plan", happened="The personal education plan was made or reviewed"
)
low_attendance = events(
    "low_attendance", "attendance below 90%", happened="Attendance over the term fell below 90%",
    facts=[number("percent", "attendance in per cent")],
)  # fmt: skip
attendance_action = events(
    "attendance_action", "action on attendance", happened="Action on attendance was recorded"
)
exclusion = events(
    "exclusion", "a suspension or exclusion", happened="The child was suspended or excluded",
    facts=[text("kind", "suspension or permanent"), number("days", "days")],
)  # fmt: skip
off_roll = periods(
    "off_roll", "a time on no school's roll", began="The child came to be on no school's roll",
    ended="The child was on a school's roll again",
)  # fmt: skip
missing_education_referral = events(
    "missing_education_referral", "a children-missing-education referral",
    happened="The child was referred as missing education",
)  # fmt: skip

# ------------------------------------------------------------------------------------------- MISSING AND EXPLOITATION

missing = periods(
    "missing", "a missing episode", began="The child went missing", ended="The child returned from being missing", timed=True,
    facts=[
        text("kind", "missing or away", "s903_missing"),
        yes_no("is_interview_offered", "a return home interview was offered"),
        yes_no("is_interview_accepted", "the return home interview was accepted"),
    ],
)  # fmt: skip
return_interview = events(
    "return_interview", "a return home interview, held or declined",
    happened="The return home interview was held or declined", timed=True,
)  # fmt: skip
exploitation_concern = events(
    "exploitation_concern", "a concern about exploitation", happened="A concern about exploitation was recorded"
)
exploited = periods(
    "exploited", "a risk of exploitation", began="Risk of exploitation was identified",
    ended="The risk of exploitation was judged to have ended",
)  # fmt: skip
linked_exploitation = events(
    "linked_exploitation", "a link with another child about whom there is concern",
    happened="A concern about this child, or a missing episode, named a person or a place that one about another child names too",
    facts=[text("link", "person or place")],
)  # fmt: skip
reviewing_officer_told = events(
    "reviewing_officer_told", "word to the independent reviewing officer that the child is missing",
    happened="The independent reviewing officer was told that the child went missing",
)  # fmt: skip
modern_slavery_decision = events(
    "modern_slavery_decision", "a decision on referral to the National Referral Mechanism",
    happened="A decision on referral to the National Referral Mechanism was recorded",
)  # fmt: skip

# --------------------------------------------------------------------------------------------------------- CARE LEAVERS

care_leaver = periods(
    "care_leaver", "entitlement to leaving care services",
    began="The young person became entitled to leaving care services",
    ended="Leaving care services ended",
    facts=[
        text("category", "eligible, relevant, former relevant or qualifying"),
        text("in_touch", "in touch", "s903_in_touch"),
        text("activity", "activity", "s903_activity"),
    ],
)  # fmt: skip
leaving_care_assessment = events(
    "leaving_care_assessment", "an assessment of needs on leaving care",
    happened="The needs on leaving care were assessed",
)  # fmt: skip
pathway_plan = events("pathway_plan", "a pathway plan", happened="The pathway plan was made or reviewed")
personal_adviser = periods(
    "personal_adviser", "a personal adviser", began="A personal adviser was appointed",
    ended="The personal adviser's appointment ended",
)  # fmt: skip
care_leaver_contact = events(
    "care_leaver_contact", "contact with the care leaver", happened="The authority was in contact with the care leaver"
)
accommodation = periods(
    "accommodation", "accommodation provided for a care leaver", began="Accommodation was provided",
    ended="The accommodation ended",
    facts=[text("type", "the type", "s903_accommodation_type"), yes_no("is_suitable", "suitable")],
)  # fmt: skip
adviser_visit = events(
    "adviser_visit", "a visit by the personal adviser at the accommodation",
    happened="The personal adviser visited the accommodation",
)  # fmt: skip
health_history = events(
    "health_history", "a health history given to the young person",
    happened="The young person was given their health history",
)  # fmt: skip
post_eighteen_plan = events(
    "post_eighteen_plan", "a plan for life after 18", happened="A plan for life after 18 was recorded"
)

# ----------------------------------------------------------------------------------------------- OVERSIGHT AND RECORD

case_supervision = events(
    "case_supervision", "a supervision discussion of the child", happened="The child was discussed in supervision",
    facts=[
        yes_no("is_decision_recorded", "a decision was recorded"),
        yes_no("is_reason_recorded", "the reason was recorded"),
        yes_no("is_child_view_recorded", "the child's view was recorded"),
        yes_no("is_lateness_discussed", "what was late was talked about"),
    ],
)  # fmt: skip
case_note = events("case_note", "an entry on the child's record", happened="An entry was made on the child's record")
visit_recorded = events(
    "visit_recorded", "the finished record of the visit", happened="The record of the visit was finished"
)
chronology_update = events("chronology_update", "an update of the chronology", happened="The chronology was updated")
case_summary = events("case_summary", "an update of the case summary", happened="The case summary was updated")
left_empty = events(
    "left_empty", "something left out of minutes, a plan or an assessment", happened="Something was left out",
    facts=[text("of", "what it was left out of"), text("section", "what was left out")], apart="section", named_by="section",
)  # fmt: skip
copied_forward = events(
    "copied_forward", "words copied from the last time", happened="Much of it was in the words of the last time",
    facts=[text("of", "what was copied"), number("percent", "per cent of the words")],
)  # fmt: skip
other_child_named = events(
    "other_child_named", "another child's name in this child's record",
    happened="The name of another child stands in the record", facts=[text("of", "where it stands")],
)  # fmt: skip
action_due = events(
    "action_due", "an agreed action", happened="An agreed action fell due",
    facts=[text("action_id", "the action's id"), text("of", "where it was agreed")], apart="action_id",
)  # fmt: skip
action_answered = events(
    "action_answered", "word of the action: done, or what becomes of it now", happened="An agreed action was gone through",
    facts=[
        text("action_id", "the action's id"),
        text("happened", "yes, partly or no"),
        number("times", "meetings running at which it was not done"),
    ],
    apart="action_id",
)  # fmt: skip
complaint = periods("complaint", "a complaint", began="A complaint was received", ended="The complaint was answered")

# ------------------------------------------------------------------------------------- THE CHILD'S WISHES, AND CHANGES

wish = periods(
    "wish", "a wish of the child's", began="The child said what they want",
    ended="The child was told what came of it", facts=[text("wish_id", "the wish's id")], apart="wish_id",
)  # fmt: skip
wish_answered = events(
    "wish_answered", "an answer to what the child wants", happened="What the child wants was answered",
    facts=[text("wish_id", "the wish's id")], apart="wish_id",
)  # fmt: skip
change = events(
    "change", "a change in the child's life", happened="Something changed in the child's life",
    facts=[text("what", "what changed")], named_by="what",
)  # fmt: skip
plan_update = events(
    "plan_update", "the plan brought up to date", happened="The plan was brought up to date",
)  # fmt: skip
waiting = periods(
    "waiting", "the wait for a service", began="It was decided that the child needs a service", ended="The service began",
    facts=[text("wait_id", "the wait's id"), text("of", "what was waited for")], apart="wait_id", named_by="of",
)  # fmt: skip

# ------------------------------------------------------------------------------------------ WORKERS, CARERS, AUTHORITY

employment = periods(
    "employment", "a social worker's employment", began="The social worker's employment began",
    ended="The social worker left", subject="worker",
    facts=[yes_no("is_newly_qualified", "newly qualified"), yes_no("is_agency", "agency")],
)  # fmt: skip
absence = periods(
    "absence", "a social worker's absence", began="The social worker was away", ended="The social worker came back",
    subject="worker", facts=[text("provision", "the kind of absence")],
)  # fmt: skip
supervision = events("supervision", "supervision of the worker", happened="Supervision was held", subject="worker")
appraisal = events("appraisal", "an appraisal", happened="An appraisal was held", subject="worker")
registration = periods(
    "registration", "registration with Social Work England", began="The registration began",
    ended="The registration ended", subject="worker",
)  # fmt: skip
training = events(
    "training", "training", happened="Training was completed", subject="worker", facts=[text("topic", "the topic")]
)
leaver_notice = events(
    "leaver_notice", "a worker's notice to leave", happened="The worker gave notice", subject="worker"
)
exit_interview = events(
    "exit_interview", "an exit interview, held or declined", happened="An exit interview was held or declined",
    subject="worker",
)  # fmt: skip
carer_approval = periods(
    "carer_approval", "a foster carer's approval", began="The foster carer was approved", ended="The approval ended",
    subject="carer",
)  # fmt: skip
carer_review = events(
    "carer_review", "a review of the foster carer's approval", happened="The foster carer's approval was reviewed",
    subject="carer",
)  # fmt: skip
carer_visit = events(
    "carer_visit", "an unannounced visit to the foster carer", happened="The foster carer was visited unannounced",
    subject="carer",
)  # fmt: skip
adopter_stage_one = periods(
    "adopter_stage_one", "stage one of an adopter's assessment", began="Stage one began", ended="Stage one ended",
    subject="carer",
)  # fmt: skip
adopter_stage_two = periods(
    "adopter_stage_two", "stage two of an adopter's assessment", began="Stage two began", ended="Stage two ended",
    subject="carer",
)  # fmt: skip
recommendation = periods(
    "recommendation", "an inspection's recommendation", began="The recommendation was received",
    ended="The recommendation was closed on evidence", subject="recommendation",
)  # fmt: skip
statement_of_action = events(
    "statement_of_action", "a written statement of action", happened="The written statement of action was submitted",
    subject="recommendation",
)  # fmt: skip
recommendation_review = events(
    "recommendation_review", "a review of the evidence for a recommendation",
    happened="The evidence for the recommendation was reviewed", subject="recommendation",
)  # fmt: skip

NOUNS: dict[str, Named] = {noun.name: noun for noun in list(globals().values()) if isinstance(noun, Named)}
"""Every noun by name, in the order above."""

