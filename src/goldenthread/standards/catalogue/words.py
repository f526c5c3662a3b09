"""Areas of work and the people responsible: one word for each, used by every standard."""

FRONT_DOOR = "Front door"
ASSESSMENT = "Assessment"
SECTION_47 = "Section 47 enquiries and conferences"
CHILD_PROTECTION = "Child protection plans"
CHILD_IN_NEED = "Children in need"
PRE_PROCEEDINGS = "Pre-proceedings and court"
CARE = "Children looked after"
PLACEMENTS = "Placements"
REVIEWS = "Looked-after reviews"
PERMANENCE = "Permanence"
ADOPTION = "Adoption"
HEALTH = "Health"
EDUCATION = "Education"
MISSING = "Missing and exploitation"
LEAVING_CARE = "Leaving care"
OVERSIGHT = "Oversight and supervision"
WORKFORCE = "Workforce"
RECORD = "Quality of the record"
CARERS = "Foster carers and adopters"

AREAS = (
    FRONT_DOOR, ASSESSMENT, SECTION_47, CHILD_PROTECTION, CHILD_IN_NEED, PRE_PROCEEDINGS, CARE, PLACEMENTS, REVIEWS,
    PERMANENCE, ADOPTION, HEALTH, EDUCATION, MISSING, LEAVING_CARE, OVERSIGHT, WORKFORCE, RECORD, CARERS,
)  # fmt: skip

SOCIAL_WORKER = "Social worker"
TEAM_MANAGER = "Team manager"
IRO_SERVICE = "Independent reviewing officer service"
CONFERENCE_CHAIR = "Conference chair"
SERVICE_MANAGER = "Service manager"
HEAD_OF_SERVICE = "Head of service"
FRONT_DOOR_MANAGER = "Front door manager"
LEGAL = "Legal services"
COURT = "The court"
HEALTH_LEAD = "Health services for looked-after children"
VIRTUAL_SCHOOL = "Virtual school head"
PERSONAL_ADVISER = "Personal adviser"
FOSTERING = "Fostering service"
ADOPTION_AGENCY = "Adoption agency"
OUT_OF_HOURS = "Out-of-hours team"
PLACEMENTS_TEAM = "Placements team"
QUALITY = "Quality assurance"
WORKFORCE_LEAD = "Workforce lead"
DIRECTOR = "Director of children's services"

RESPONSIBLE = (
    SOCIAL_WORKER, TEAM_MANAGER, IRO_SERVICE, CONFERENCE_CHAIR, SERVICE_MANAGER, HEAD_OF_SERVICE, FRONT_DOOR_MANAGER,
    LEGAL, COURT, HEALTH_LEAD, VIRTUAL_SCHOOL, PERSONAL_ADVISER, FOSTERING, ADOPTION_AGENCY, OUT_OF_HOURS,
    PLACEMENTS_TEAM, QUALITY, WORKFORCE_LEAD, DIRECTOR,
)  # fmt: skip
