"""The tables of the record, a file for each family of them."""

from goldenthread.record.models.audit import AuditRow
from goldenthread.record.models.entries import Attachment, Draft, Entry, EntryPerson, Version
from goldenthread.record.models.facts import Conflict, Coverage, Fact, Feed, LatestTold, NotPlaced
from goldenthread.record.models.finding import SearchText
from goldenthread.record.models.holding import (
    AdoptionLink,
    Allocation,
    Block,
    BreakGlass,
    ChosenCase,
    Guarding,
    NamedAccess,
)
from goldenthread.record.models.leaving import (
    IssuedDocument,
    LegalHold,
    PreparedDocument,
    ProposedDestruction,
    RetentionSetting,
    SubjectAccess,
    Tombstone,
)
from goldenthread.record.models.people import (
    Address,
    Household,
    HouseholdMember,
    OtherName,
    Person,
    PersonChange,
    PossibleDuplicate,
    Relationship,
    SearchKey,
)
from goldenthread.record.models.story import ChronologyMark
from goldenthread.record.models.tokens import ApiToken

__all__ = [
    "Address",
    "AdoptionLink",
    "Allocation",
    "ApiToken",
    "Attachment",
    "AuditRow",
    "Block",
    "BreakGlass",
    "ChosenCase",
    "ChronologyMark",
    "Conflict",
    "Coverage",
    "Draft",
    "Entry",
    "EntryPerson",
    "Fact",
    "Feed",
    "Guarding",
    "Household",
    "HouseholdMember",
    "IssuedDocument",
    "LatestTold",
    "LegalHold",
    "NamedAccess",
    "NotPlaced",
    "OtherName",
    "Person",
    "PersonChange",
    "PossibleDuplicate",
    "PreparedDocument",
    "ProposedDestruction",
    "Relationship",
    "RetentionSetting",
    "SearchKey",
    "SearchText",
    "SubjectAccess",
    "Tombstone",
    "Version",
]
