"""Who the child is: the particulars without which nobody can say whom a service fails. DfE's collections ask for each."""

from goldenthread.standards.catalogue.words import RECORD, SOCIAL_WORKER
from goldenthread.standards.language import GUIDANCE, LOW, MEDIUM, NOT_VERIFIED, Standard, always, none_of, reached
from goldenthread.standards.vocabulary import looked_after, person, referral

CITES = "Children in need census and SSDA903 return (DfE), validation rules"

ethnicity_is_known = person.where(ethnicity=none_of("NOBT")).called("a record of the child's ethnicity")
upn_is_known = person.where(has_upn=True).called("a record of the child's unique pupil number, or of the reason for none,")


def _kept(during, standard_id: str, words: str, particular, what: str, severity) -> Standard:
    """One particular of a child, on the record throughout; before the birth nothing is asked."""
    fact, yes, no = ("ethnicity", "WBRI", "NOBT") if particular is ethnicity_is_known else ("has_upn", "yes", "no")
    return Standard(
        standard_id, f"The record of a child {words} holds {what}.",
        area=RECORD, responsible=SOCIAL_WORKER, severity=severity, reference=["RQ-07"], cites=CITES, since=NOT_VERIFIED,
        rule=always(particular, during=during & reached(0 if fact == "ethnicity" else 5), force=GUIDANCE),
        note="A refusal to say is an answer and is recorded as one; that it has not been asked is not. "
        "An extract holds what is known today, not since when.",
        examples=f"""
            {during.title:<23} | person                          | as_at      || status
            2025-03-03 - 2025-06-01 | 2015-01-01 [{fact}={yes}]       | 2025-08-01 || met
            2025-03-03              | 2015-01-01 [{fact}={no}]        | 2025-08-01 || not_met
            2025-03-03              | 2015-01-01                      | 2025-08-01 || not_met     # never filled in
            2025-03-03              |                                 | 2025-08-01 || -           # not born yet
                                    | 2015-01-01 [{fact}={no}]        | 2025-08-01 || -           # nobody works with them
        """,
    )  # fmt: skip


UPN = "a unique pupil number, or the reason for having none, from the age of five"

ethnicity_in_need = _kept(
    referral, "ethnicity-known-open", "with an open referral", ethnicity_is_known, "the child's ethnicity", MEDIUM
)
upn_in_need = _kept(referral, "pupil-number-known-open", "with an open referral", upn_is_known, UPN, LOW)
ethnicity_in_care = _kept(
    looked_after, "ethnicity-known-in-care", "looked after", ethnicity_is_known, "the child's ethnicity", MEDIUM
)
upn_in_care = _kept(looked_after, "pupil-number-known-in-care", "looked after", upn_is_known, UPN, LOW)
