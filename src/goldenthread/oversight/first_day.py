"""What speaks on an authority's first day, and why: chosen for children's safety, and for what inspectors found most.

The rest of the book is judged and counted, and put before nobody until the authority says that it speaks
(GOLDENTHREAD_STANDARDS). Few, because a worker who is told of everything is told of nothing.
"""

DANGERS = {
    "strategy-discussion-prompt": "Cause to suspect significant harm, and the agencies have not spoken.",
    "enquiry-child-seen": "A child is the subject of a section 47 enquiry, and nobody has seen the child.",
    "medical-after-disclosure": "A child has said that they were hurt, and no doctor has looked.",
    "sexual-abuse-safety-plan": "A concern about sexual abuse, and no plan says who the child is safe with tonight.",
    "risk-person-at-home": "Somebody who may pose a risk has moved in with a child.",
    "homeless-young-person": "A 16 or 17 year old has nowhere to sleep.",
    "missing-strategy-discussion": "A child has been missing for a day, and the agencies have not spoken.",
    "child-allocated": "A referral was taken on, and no worker has the child.",
}
"""Told to the person responsible, the team manager and the out-of-hours team on the day they are seen."""

FRONT_DOOR = {
    "referral-decision": "Until somebody decides, a child who was referred has nobody.",
    "assessment-completed": "Children wait for an assessment, and for help.",
    "assessment-child-seen": "Assessments are authorised of children nobody has seen.",
    "repeat-contacts": "Contacts are closed one by one, and nobody adds them up.",
    "repeat-domestic-abuse-notices": "Notices of domestic abuse are closed one by one.",
}

PROTECTION = {
    "interim-safety-plan": "Until the conference meets, something must keep the child safe.",
    "initial-conference": "The conference is late, and the child has no plan.",
    "protection-visits": "Children on plans are not visited as they should be.",
    "protection-seen-alone": "Children on plans are seen, and not alone.",
    "protection-visits-failed": "Two visits at which the child was not seen, and no manager knows.",
    "first-review-conference": "A plan nobody reviews drifts.",
    "protection-plan-fifteen-months": "A plan this long has not changed the child's life.",
    "protection-plan-legal-gateway": "Children live with neglect too long before anybody asks a lawyer.",
    "neglect-adds-up": "Signs of neglect are seen one at a time.",
}

NEED = {
    "need-visits": "Children in need are visited least where plans drift.",
    "need-plan": "Services are needed, and no plan says which.",
}

CARE = {
    "care-visit-first-week": "The first week in a new home is when a child most needs to be seen.",
    "care-visits-first-year": "Looked-after children are not visited as the law asks.",
    "care-plan-made": "A child came into care, and no plan says what for.",
    "review-first": "The first review settles what care is for.",
    "review-later": "A review that is late leaves decisions unmade.",
    "placement-under-sixteen-unregulated": "A child under 16 lives where no child under 16 may.",
    "parent-assessed-after-placement": "A child was placed at home before anybody knew whether it is safe.",
    "temporary-approval-ends": "A child lives with carers nobody has approved.",
    "permanence-plan-by-second-review": "Children wait for a home that will last.",
}

MISSING = {
    "return-home-interview": "A child came back, and nobody has asked what happened.",
    "repeat-missing": "A child keeps going: who or what draws them?",
    "exploitation-risk-assessment": "A concern about exploitation, and nobody has weighed it.",
}

LEAVING_CARE = {
    "care-leaver-bed-and-breakfast": "A young person whom we brought up lives in bed and breakfast.",
    "plan-after-eighteen": "A child is nearly 18, and does not know where they will live.",
}

COURT = {
    "legal-gateway": "A manager is worried enough for a lawyer, and nobody has met.",
    "pre-proceedings-concluded": "Pre-proceedings run on, and the child waits.",
}

OVERSIGHT = {
    "case-supervision": "More than half of all reports ask for better supervision.",
    "decision-on-closure": "A case was closed, and no manager says why.",
    "dispute-resolved": "The reviewing officer disagreed on the child's behalf, and nobody settled it.",
}

FIRST_DAY = DANGERS | FRONT_DOOR | PROTECTION | NEED | CARE | MISSING | LEAVING_CARE | COURT | OVERSIGHT
"""Every id that speaks unless the authority says otherwise, with the reason why."""
