"""The roles, and what each may, in words that are shown to the people who hold them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """One role. `children`: whose records it may open: `own` (allocated, and the team's), `below` (every team under
    the worker's own), `reviewing` (those allocated to review), `all`, `chosen` (until a date) or `none`.

    `finds`: may find any child who is not restricted or sealed by name, to know whether a child is known.
    `writes`: may make entries about the children it may open. `decides`: may record a manager's decision.
    """

    name: str
    title: str
    children: str
    finds: bool = False
    writes: bool = False
    decides: bool = False
    may: tuple[str, ...] = ()


ROLES: dict[str, Role] = {
    role.name: role
    for role in (
        Role("social_worker", "Social worker", "own", writes=True, may=(
            "Open and add to the records of children allocated to you, and of your team's.",
            "Open another child's record in an emergency, with a reason that is reviewed.",
        )),
        Role("team_manager", "Team manager", "below", finds=True, writes=True, decides=True, may=(
            "Open and add to the records of your team's children; allocate them, accept transfers, decide.",
            "Find whether a child is known to the authority.",
            "Review the times when one of your team opened a record in an emergency.",
        )),
        Role("reviewing_officer", "Independent reviewing officer or conference chair", "reviewing", writes=True, may=(
            "Open and add to the records of the children you review, or whose conferences you chair.",
        )),
        Role("service_manager", "Service manager", "below", finds=True, writes=True, decides=True, may=(
            "Open and add to the records of the children of every team in your service; decide.",
        )),
        Role("head_of_service", "Head of service", "below", finds=True, writes=True, decides=True, may=(
            "Open and add to the records of the children of every team below you; decide; restrict a record.",
        )),
        Role("director", "Director", "all", finds=True, writes=True, decides=True, may=(
            "Open and add to every record that is not restricted to others; decide; restrict a record.",
        )),
        Role("quality_assurance", "Quality assurance", "all", finds=True, may=(
            "Read every record that is not restricted to others, to audit it.",
        )),
        Role("analyst", "Performance analyst", "none", may=(
            "Run the nightly feed, checks and returns. You see no child's record.",
        )),
        Role("administrator", "Administrator", "none", may=(
            "Keep workers, teams and roles. You see no child's record.",
        )),
        Role("out_of_hours", "Out-of-hours team", "all", finds=True, writes=True, may=(
            "Find and open every record that is not restricted to others, and add what happened out of hours.",
        )),
        Role("inspector", "Inspector", "chosen", may=(
            "Read the records chosen for the inspection, until the day it ends.",
        )),
    )
}  # fmt: skip
"""Every role by name."""


def choices() -> list[tuple[str, str]]:
    """Names and titles, for a choice."""
    return [(role.name, role.title) for role in ROLES.values()]
