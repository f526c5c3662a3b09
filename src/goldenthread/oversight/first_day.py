"""What speaks on an authority's first day, and why: chosen for children's safety, and for what inspectors found most.

The rest of the book is judged and counted, and put before nobody until the authority says that it speaks
(GOLDENTHREAD_STANDARDS). Few, because a worker who is told of everything is told of nothing.
"""

DANGERS = {
    "strategy-discussion-prompt": "Cause to suspect significant harm, and the agencies have not spoken.",
    "enquiry-child-seen": "A child is the subject of a section 47 enquiry, and nobody has seen the child.",
    "child-seen-after-disclosure": "A child has said that they were hurt, and nobody has been to see them.",
    "sexual-abuse-safety-plan": "A concern about sexual abuse, and no plan says who the child is safe with tonight.",
    "exploitation-safety-plan": "A concern about exploitation, and no plan says how the child is kept safe.",
    "risk-person-at-home": "Somebody who may pose a risk has moved in with a child.",
    "risk-person-safety-plan": "Somebody who may pose a risk has moved in, and no plan says who keeps the child safe.",
    "homeless-young-person": "A 16 or 17 year old has nowhere to sleep.",
    "missing-strategy-discussion": "A child has been missing for a day, and the agencies have not spoken.",
    "child-allocated": "A referral was taken on, and no worker has the child.",
}
"""Told to the person responsible, the team manager and the out-of-hours team on the day they are seen."""

FRONT_DOOR = {
    "referral-decision": "Until somebody decides, a child who was referred has nobody.",
    "assessment-completed": "Children wait for an assessment, and for help.",
    "assessment-child-seen": "Assessments are authorised of children nobody has seen.",
    "escalating-contacts": "Contacts are closed one by one, and nobody adds them up.",
    "escalating-domestic-abuse": "Notices of domestic abuse come faster, and nothing changes.",
    "domestic-abuse-again-after-no-action": "It was closed, and it happened again.",
}

PROTECTION = {
    "medical-after-disclosure": "A child has said that they were hurt, and no doctor has looked.",
    "interim-safety-plan": "Until the conference meets, something must keep the child safe.",
    "initial-conference": "The conference is late, and the child has no plan.",
    "protection-visits": "Children on plans are not visited as they should be.",
    "protection-seen-alone": "Children on plans are seen, and not alone.",
    "protection-visits-failed": "Two visits at which the child was not seen, and no manager knows.",
    "first-review-conference": "A plan nobody reviews drifts.",
    "protection-plan-legal-gateway": "Children live with neglect too long before anybody asks a lawyer.",
    "neglect-adds-up": "Signs of neglect are seen one at a time.",
    "escalating-harm": "A second injury or concern of harm, and no manager has said what keeps the child safe.",
    "exposed-to-harm-for-nine-months": "Children live with harm too long while plans go on.",
}

NEED = {
    "need-visits": "Children in need are visited least where plans drift.",
}

CARE = {
    "care-visit-first-week": "The first week in a new home is when a child most needs to be seen.",
    "care-visits-first-year": "Looked-after children are not visited as the law asks.",
    "care-plan-made": "A child came into care, and no plan says what for.",
    "review-first": "The first review settles what care is for.",
    "placement-under-sixteen-unregulated": "A child under 16 lives where no child under 16 may.",
    "parent-assessed-after-placement": "A child was placed at home before anybody knew whether it is safe.",
    "temporary-approval-ends": "A child lives with carers nobody has approved.",
    "permanence-plan-by-second-review": "Children wait for a home that will last.",
}

VOICE = {
    "wish-across-two-reviews": "A child asked for something twice, and nobody answered.",
}

MISSING = {
    "return-home-interview": "A child came back, and nobody has asked what happened.",
    "escalating-missing": "A child goes more and more often: who or what draws them?",
    "linked-exploitation": "Children who know each other, or one place: the same harm may reach them all.",
}

LEAVING_CARE = {
    "care-leaver-bed-and-breakfast": "A young person whom we brought up lives in bed and breakfast.",
}

COURT = {
    "legal-gateway": "A manager is worried enough for a lawyer, and nobody has met.",
}

OVERSIGHT = {
    "case-supervision": "More than half of all reports ask for better supervision.",
    "action-carried": "The same action is carried from one supervision to the next, and nobody does it.",
    "dispute-resolved": "The reviewing officer disagreed on the child's behalf, and nobody settled it.",
}

FIRST_DAY = DANGERS | FRONT_DOOR | PROTECTION | NEED | CARE | VOICE | MISSING | LEAVING_CARE | COURT | OVERSIGHT
"""Every id that speaks unless the authority says otherwise, with the reason why."""
