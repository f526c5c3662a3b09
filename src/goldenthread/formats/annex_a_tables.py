"""The eleven lists of Ofsted's Annex A: the headers of their columns as councils write them, and what cells hold.

Values come with a label ("a) 1A: Individual", "e) Closed episode"): the letter that orders the drop-down list is
dropped, and what is read is the code it stands before, or the words as the code list has them. Columns as of January
2024, with the older headings of which the published sample and LIIA's tools know.
"""

from goldenthread.formats.language import Column, Table

ORDER = r"regexp_replace(cell, '^[A-Za-z]{1,2}[0-9]?\)\s*', '')"
"""SQL: a cell without the letter that orders it."""


def coded(pattern: str) -> str:
    """SQL: the code that a cell begins with, or else the cell without its letter."""
    return f"coalesce(nullif(regexp_extract({ORDER}, '^({pattern})\\b', 1), ''), {ORDER})"


NOT_KNOWN = {"unknown": "", "not known": "", "n/a": "", "not applicable": "", "not recorded": "", "-": ""}
SEXES = {
    "1": "M", "2": "F", "not stated/recorded": "U", "not stated": "U", "neither": "U", "indeterminate": "U",
    "unborn": "U", **NOT_KNOWN,
}  # fmt: skip
ETHNICITIES = {
    "cnhe": "CHNE", "not stated": "NOBT", "gypsy / roma": "WROM", "gypsy or roma": "WROM", **NOT_KNOWN,
}  # fmt: skip
ACTIVITIES = {"f3": "", "p3": "", **NOT_KNOWN}
"""F3 and P3 (training or employment) were split in two and have no one successor: true, and no longer told."""


Named = tuple[str, Column]
"""A column, and the short name that the SQL gives it ('' where nothing on a thread needs it)."""


def day(short: str, header: str, *also: str, kind: str = "day", **more) -> Named:
    """A column that holds a day, under its short name."""
    return short, Column(header, kind, also=also, **more)


def yes_no(short: str, header: str, *also: str) -> Named:
    """A column that holds a labelled yes or no."""
    return short, Column(header, "yes_no", also=also, cut=ORDER, means=NOT_KNOWN)


def code(short: str, codes: str, pattern: str, header: str, *also: str, means: dict | None = None) -> Named:
    """A column that holds a labelled code; `pattern` picks the code out of the label."""
    return short, Column(header, "code", codes=codes, also=also, cut=coded(pattern), means=NOT_KNOWN | (means or {}))


def plain(short: str, kind: str, header: str, *also: str, **more) -> Named:
    """A column of any other kind."""
    return short, Column(header, kind, also=also, **more)


def unused(*headers: str) -> list[Named]:
    """Columns that nothing on a thread needs."""
    return [("", Column(header, "unused")) for header in headers]


ID = plain(
    "child", "id", "Child Unique ID", "Child ID", "Unique ID", "Child's Unique ID", "Unique Child ID", "Client ID",
    "Person ID", "Mosaic ID", "LCS ID", "Unique identifier", required=True,
)  # fmt: skip
WHO = [
    ID,
    code("sex", "sex", "[MFU12]", "Gender", "Sex", "Child's gender", means=SEXES),
    code("ethnicity", "ethnicity", "[A-Za-z]{4}", "Ethnicity", "Child's ethnicity", "Ethnic origin", means=ETHNICITIES),
    day("born", "Date of Birth", "DOB", "Child's date of birth", "Birth date", past=True),
    ("", Column("Age of Child (Years)", "unused", also=("Age", "Age of Child"))),
]
DISABLED = yes_no(
    "is_disabled", "Does the Child have a Disability", "Does the child have a disability (Y/N)", "Disability",
    "Disabled", "Has a disability",
)  # fmt: skip
WORKER = unused("Allocated Team", "Allocated Worker")
SOURCE = "[0-9]{1,2}[A-Fa-f]?"

LISTS: dict[str, list[Named]] = {
    "list_1": [
        *WHO, day("received", "Date of Contact", "Contact date", "Date of the contact", "Date contact received",
                  kind="moment", required=True),
        code("source", "referral_source", SOURCE, "Contact Source", "Source of contact"),
    ],
    "list_2": [
        *WHO, day("started", "Assessment start date", "Early help assessment start date", "EHA start date",
                  "Start date", required=True),
        ("", Column("Assessment completion date", "unused", also=("EHA completion date", "Completion date"))),
        plain("organisation", "text", "Organisation completing assessment", "Organisation completing the assessment",
              "Organisation"),
    ],
    "list_3": [
        *WHO, day("received", "Date of Referral", "Referral date", "Date of the referral", "Date referral received",
                  kind="moment", required=True),
        code("source", "referral_source", SOURCE, "Referral Source", "Source of referral"),
        yes_no("is_no_further_action", "Referral NFA?", "Referral NFA? (Y/N)", "NFA", "Referral no further action"),
        *unused("Number of Referrals in Last 12 Months"), *WORKER,
    ],
    "list_4": [
        *WHO, DISABLED,
        day("started", "Continuous Assessment Start Date", "Assessment start date", "Single assessment start date",
            required=True),
        yes_no("is_child_seen", "Child Seen During Continuous Assessment", "Child seen during assessment",
               "Was the child seen during the assessment"),
        day("authorised", "Continuous Assessment Date of Authorisation", "Assessment authorisation date",
            "Date of authorisation", decides=True),
        yes_no("is_services_needed", "Was the child assessed as requiring LA children's social care support?",
               "Child assessed as requiring support", "Requires support"), *WORKER,
    ],
    "list_5": [
        *WHO, DISABLED,
        day("started", "Strategy discussion initiating Section 47 Enquiry Start Date", "Section 47 start date",
            "S47 start date", "Strategy discussion date", "Section 47 Enquiry Start Date", kind="moment",
            required=True),
        yes_no("is_unnecessary", "Was an Initial Child Protection Conference deemed unnecessary?",
               "Was an initial child protection conference deemed unnecessary (Y/N)", "ICPC not required"),
        day("held", "Date of Initial Child Protection Conference", "ICPC date", "Date of ICPC"),
        yes_no("is_plan_made", "Did the Initial Child Protection Conference Result in a Child Protection Plan",
               "Did the ICPC result in a child protection plan"),
        *unused("Number of Section 47 Enquiries in the last 12 months", "Number of ICPCs in the last 12 months"),
        *WORKER,
    ],
    "list_6": [
        *WHO, DISABLED, day("started", "CIN Start Date", "Child in need start date", "Start date", required=True),
        code("need", "primary_need", "N[0-9]", "Primary Need Code", "Primary need"),
        day("seen", "Date Child Was Last Seen", "Date last seen", "Last seen"),
        day("ended", "CIN Closure Date", "Child in need closure date", "Closure date", "End date", decides=True),
        code("reason", "reason_for_closure", "RC[0-9]", "Reason for Closure", "Closure reason"),
        plain("status", "text", "Case Status", cut=ORDER), *WORKER,
    ],
    "list_7": [
        *WHO, DISABLED,
        day("started", "Child Protection Plan Start Date", "CPP start date", "CP plan start date", required=True),
        code("category", "category_of_abuse", "[A-Z]{3}", "Initial Category of Abuse"),
        code("latest_category", "category_of_abuse", "[A-Z]{3}", "Latest Category of Abuse"),
        day("visited", "Date of the Last Statutory Visit", "Date of last statutory visit", "Last statutory visit"),
        yes_no("is_alone", "Was the Child Seen Alone?", "Child seen alone"),
        day("reviewed", "Date of latest review conference", "Date of the latest review conference",
            "Latest review conference"),
        day("ended", "Child Protection Plan End Date", "CPP end date", "CP plan end date", decides=True),
        plain("previous", "number", "Number of Previous Child Protection Plans", "Previous child protection plans"),
        *unused("Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"),
        *WORKER,
    ],
    "list_8": [
        *WHO, DISABLED,
        yes_no("is_unaccompanied", "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
               "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months", "UASC"),
        day("started", "Date Started to be Looked After", "Date the child started to be looked after",
            "Looked after start date", required=True),
        code("need", "s903_category_of_need", "N[0-9]", "Child's Category of Need", "Category of need"),
        day("status_since", "Start date of current legal status", "Legal status start date"),
        code("status", "s903_legal_status", "[A-Z][0-9]", "Child's Legal Status", "Legal status"),
        day("reviewed", "Date of Latest Statutory Review", "Date of last statutory review", "Latest statutory review"),
        day("visited", "Date of Last Social Work Visit", "Date of latest social work visit", "Last social work visit"),
        day("officer_seen", "Date of Last IRO Visit / Contact to the Child", "Date of last IRO visit",
            "Last IRO visit/contact"),
        day("health", "Date of Last Health Assessment", "Last health assessment"),
        day("dental", "Date of Last Dental Check", "Last dental check"),
        day("ended", "Date Ceased to be Looked After", "Looked after end date", decides=True),
        code("ceased_reason", "s903_rec", "E[0-9]{1,2}[AB]?|X1", "Reason Ceased to be Looked After"),
        day("placed", "Start Date of Most Recent Placement", "Most recent placement start date"),
        code("placement", "s903_placement_type", "[A-Z][0-9]{1,2}", "Placement Type"),
        code("provider", "s903_placement_provider", "PR[0-9]", "Placement Provider"),
        plain("urn", "id", "URN of Placement", "URN"),
        *unused(
            "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
            "What is the permanence plan for this child?", "Number of Placements in the Last 12 months",
            "Placement postcode", "Placement Location", "LA of Placement",
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
            "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        ), *WORKER,
    ],
    "list_9": [
        *WHO, DISABLED,
        plain("category", "text", "Eligibility Category", "Eligibility", "Care leaver eligibility", cut=ORDER),
        day("reviewed", "Latest Pathway Plan Review Date", "Date of latest pathway plan", "Latest pathway plan"),
        code("in_touch", "s903_in_touch", "[A-Za-z]{2,4}", "LA in Touch", "In touch"),
        day("contacted", "Latest Date of Contact", "Date of latest contact", "Last contact"),
        code("activity", "s903_activity", "[FPG][0-9]", "Activity Status", "Activity", means=ACTIVITIES),
        *unused(
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
            "Allocated Personal Advisor", "Type of Accommodation", "Suitability of Accommodation",
        ), *WORKER,
    ],
    "list_10": [
        *WHO, DISABLED, plain("family", "id", "Family identifier", "Family ID"),
        day("decided", "Date of Decision that Child Should be Placed for Adoption",
            "Date of decision that the child should be placed for adoption"),
        day("ordered", "Date of Placement Order", "Placement order date"),
        day("matched", "Date of Matching Child and Prospective Adopters", "Date of match"),
        day("placed", "Date Placed for Adoption", "Date the child was placed for adoption"),
        day("adopted", "Date of Adoption Order", "Adoption order date"),
        day("reversed", "Date of Decision that Child Should No Longer be Placed for Adoption",
            "Date of decision that the child should no longer be placed for adoption"),
        *unused(
            "Date the Child Entered Care", "Reason Why Child No Longer Placed for Adoption",
            "Date the child was placed for fostering in FFA or concurrent planning placement",
        ),
    ],
    "list_11": [
        plain("adopter", "id", "Individual adopter identifier", "Adopter ID", "Individual adopter ID",
              "Adopter identifier", required=True),
        day("one_started", "Date Stage 1 started", "Stage 1 start date", "Date stage one started"),
        day("one_ended", "Date Stage 1 ended", "Stage 1 end date", "Date stage one ended", decides=True),
        day("two_started", "Date Stage 2 started", "Stage 2 start date", "Date stage two started"),
        day("two_ended", "Date Stage 2 ended", "Stage 2 end date", "Date stage two ended", decides=True),
        *unused(
            "Family identifier", "Gender", "Ethnicity", "Disability", "Date enquiry received",
            "Is the (prospective) adopter fostering for adoption?", "Date application submitted",
            "Date application approved", "Date adopter matched with child(ren)", "No. of children placed",
            "Date child/children placed with adopter(s)", "Date of Adoption Order",
            "Date of leaving adoption process", "Reason for leaving adoption process",
        ),
    ],
}  # fmt: skip

TABLES = [Table(name, [column for _, column in columns]) for name, columns in LISTS.items()]

ONE_OF_MANY = {spelling for _, column in (*WHO, DISABLED, *WORKER) for spelling in column.spellings()}
"""Headers that nearly every list has, so that none is known by them."""


def short_names(name: str) -> str:
    """SQL: the rows of a list under short names."""
    named = [(short, column) for short, column in LISTS[name] if short]
    columns = [f'"{column.name}" AS {short}' for short, column in named]
    columns += [f'"{column.name}_at" AS {short}_at' for short, column in named if column.kind == "moment"]
    return f"SELECT ref, {', '.join(columns)} FROM reading.annex_a_{name}"


def header_by(name: str, short: str) -> str:
    """The header of a column by its short name."""
    return next(column.name for each, column in LISTS[name] if each == short)
