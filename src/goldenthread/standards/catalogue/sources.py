"""The law and guidance that several parts of the catalogue cite, by the titles people know, and what relaxed them."""

CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)"
ADOPTION_AGENCIES = "Adoption Agencies Regulations 2005"
CARE_LEAVERS = "Care Leavers (England) Regulations 2010 (SI 2010/2571)"
SECURE_ACCOMMODATION = "Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)"

ADOPTION_GUIDANCE = "Statutory Guidance on Adoption (DfE, July 2013)"
HEALTH_GUIDANCE = (
    "Promoting the health and well-being of looked-after children (statutory guidance, DfE and DHSC, 2015, updated 2022)"
)
LEAVING_CARE_GUIDANCE = (
    "Children Act 1989 guidance, volume 3: transition to adulthood (statutory guidance, DfE, revised February 2025)"
)
IRO_HANDBOOK = "IRO Handbook (statutory guidance, 2010)"
LOOKED_AFTER_RETURN = "SSDA903 guide (DfE: the national return on children looked after)"

BEFORE_CORONAVIRUS = "2020-04-23"
AFTER_CORONAVIRUS = "2020-09-26"
NOT_JUDGED_IN_2020 = (
    "From 24 April to 25 September 2020 SI 2020/445 (coronavirus) relaxed this limit. The words it put in its place "
    "have not been read, so what became owed between those days is not judged."
)
"""For the note of a standard that has a version until the one day and another from the other."""
