"""Contacts and referrals that come again and again and are each closed: a question about what they add up to."""

from goldenthread.standards.catalogue.words import FRONT_DOOR, FRONT_DOOR_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import contact, referral

CITES = (
    "Ofsted's inspections of Torbay 2018, paragraph 17, and Gloucestershire 2017, paragraph 27 (history not understood)"
)
NOTE = "The history has to be read as one. It speaks again only once the count has fallen below three, and risen again."

no_action_on_contact = contact.where(is_no_further_action=True).called(
    "a contact closed without action", "A contact was received, and closed without action"
)
no_action_on_referral = referral.where(is_no_further_action=True).called(
    "a referral closed without action", "The child was referred, and it was closed without action"
)


def _three(event, noun, standard_id: str, duty: str) -> Standard:
    """Three of an event within 12 months: two signals in the same words."""
    closed = "[is_no_further_action=yes]"
    return Standard(
        standard_id, duty,
        area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, reference=["FD-05"], kind="question",
        cites=CITES,
        since=NOT_VERIFIED,
        rule=never(event.repeated(3, within=months(12, force=DEFAULT)), force=DEFAULT),
        note=NOTE,
        examples=f"""
        {noun.name} | as_at || status | opened_on
        2024-06-03 {closed} ; 2024-09-02 {closed} ; 2025-03-03 {closed} | 2025-06-30 || not_met | 2025-03-03
        2024-03-03 {closed} ; 2024-09-02 {closed} ; 2025-03-03 {closed} | 2025-06-30 || not_met | 2025-03-03
        # a fourth within the year says nothing new
        2024-06-03 {closed} ; 2024-09-02 {closed} ; 2025-01-06 {closed} ; 2025-03-03 {closed} | 2025-06-30 || not_met |
        # more than a year from first to third
        2024-03-02 {closed} ; 2024-09-02 {closed} ; 2025-03-03 {closed} | 2025-06-30 || - |
        # one led to something
        2024-06-03 {closed} ; 2024-09-02 [is_no_further_action=no] ; 2025-03-03 {closed} | 2025-06-30 || - |
        2024-06-03 {closed} ; 2025-03-03 {closed} | 2025-06-30 || - |
        """,
    )  # fmt: skip


repeat_contacts = _three(
    no_action_on_contact, contact,
    "repeat-contacts", "Three contacts closed without action within 12 months ask what they add up to.",
)  # fmt: skip
repeat_referrals_closed = _three(
    no_action_on_referral.started, referral,
    "repeat-referrals-closed", "Three referrals closed without action within 12 months ask what they add up to.",
)  # fmt: skip
