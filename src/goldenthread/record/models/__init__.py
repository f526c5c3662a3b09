"""The tables of the record, a file for each family of them."""

from goldenthread.record.models.audit import AuditRow
from goldenthread.record.models.entries import Attachment, Draft, Entry, EntryPerson, Version
from goldenthread.record.models.facts import Conflict, Coverage, Fact, Feed, LatestTold, NotPlaced
from goldenthread.record.models.holding import (
    AdoptionLink,
    Allocation,
    Block,
    BreakGlass,
    ChosenCase,
    NamedAccess,
)
from goldenthread.record.models.leaving import IssuedDocument, SubjectAccess, Tombstone
from goldenthread.record.models.people import (
    Address,
    Household,
    HouseholdMember,
    OtherName,
    Person,
    PossibleDuplicate,
    Relationship,
    SearchKey,
)
from goldenthread.record.models.story import ChronologyMark

__all__ = [
    "Address",
    "AdoptionLink",
    "Allocation",
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
    "Household",
    "HouseholdMember",
    "IssuedDocument",
    "LatestTold",
    "NamedAccess",
    "NotPlaced",
    "OtherName",
    "Person",
    "PossibleDuplicate",
    "Relationship",
    "SearchKey",
    "SubjectAccess",
    "Tombstone",
    "Version",
]
