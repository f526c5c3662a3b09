"""What one person can be to another: in words, the other way round, and a generation apart or not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.record.models import Person, Relationship


@dataclass(frozen=True)
class Tie:
    """One kind of relationship: "A is the `words` of B".

    `inverse`: the name of what B then is to A; `by_sex`: words where the sex of A is known. `generation`: of A above B
    (a mother 1, a child -1, a sister 0). `bond`: birth, half, step, adoptive, foster, legal, couple, kin or other.
    """

    name: str
    words: str
    inverse: str
    generation: int = 0
    bond: str = "other"
    by_sex: tuple[tuple[str, str], ...] = ()

    def in_words(self, person: Person) -> str:
        """What this person, of whom the tie is told, is called."""
        return dict(self.by_sex).get(person.sex, self.words)


def _sexes(female: str, male: str) -> tuple[tuple[str, str], ...]:
    return (("F", female), ("M", male))


TIES: dict[str, Tie] = {
    tie.name: tie
    for tie in (
        Tie("mother", "mother", "child", 1, "birth"),
        Tie("father", "father", "child", 1, "birth"),
        Tie("parent", "parent", "child", 1, "birth", _sexes("mother", "father")),
        Tie("child", "child", "parent", -1, "birth", _sexes("daughter", "son")),
        Tie("sibling", "brother or sister", "sibling", 0, "birth", _sexes("sister", "brother")),
        Tie("half_sibling", "half-brother or half-sister", "half_sibling", 0, "half", _sexes("half-sister", "half-brother")),
        Tie("step_sibling", "step-brother or step-sister", "step_sibling", 0, "step", _sexes("step-sister", "step-brother")),
        Tie("step_parent", "step-parent", "step_child", 1, "step", _sexes("step-mother", "step-father")),
        Tie("step_child", "step-child", "step_parent", -1, "step", _sexes("step-daughter", "step-son")),
        Tie("adoptive_parent", "adoptive parent", "adopted_child", 1, "adoptive",
            _sexes("adoptive mother", "adoptive father")),
        Tie("adopted_child", "adopted child", "adoptive_parent", -1, "adoptive",
            _sexes("adopted daughter", "adopted son")),
        Tie("grandparent", "grandparent", "grandchild", 2, "birth", _sexes("grandmother", "grandfather")),
        Tie("grandchild", "grandchild", "grandparent", -2, "birth", _sexes("granddaughter", "grandson")),
        Tie("aunt_or_uncle", "aunt or uncle", "niece_or_nephew", 1, "kin", _sexes("aunt", "uncle")),
        Tie("niece_or_nephew", "niece or nephew", "aunt_or_uncle", -1, "kin", _sexes("niece", "nephew")),
        Tie("cousin", "cousin", "cousin", 0, "kin"),
        Tie("relative", "another relative", "relative", 0, "kin"),
        Tie("partner", "partner", "partner", 0, "couple"),
        Tie("spouse", "husband, wife or civil partner", "spouse", 0, "couple", _sexes("wife", "husband")),
        Tie("former_partner", "former partner", "former_partner", 0, "couple"),
        Tie("partner_of_parent", "partner of a parent", "child_of_partner", 1, "step"),
        Tie("child_of_partner", "child of a partner", "partner_of_parent", -1, "step"),
        Tie("special_guardian", "special guardian", "under_special_guardianship", 1, "legal"),
        Tie("under_special_guardianship", "child under special guardianship", "special_guardian", -1, "legal"),
        Tie("guardian", "guardian", "ward", 1, "legal"),
        Tie("ward", "ward", "guardian", -1, "legal"),
        Tie("foster_carer", "foster carer", "fostered_child", 1, "foster"),
        Tie("fostered_child", "fostered child", "foster_carer", -1, "foster"),
        Tie("private_foster_carer", "private foster carer", "privately_fostered_child", 1, "foster"),
        Tie("privately_fostered_child", "privately fostered child", "private_foster_carer", -1, "foster"),
        Tie("friend", "family friend", "friend"),
        Tie("other", "someone else who matters", "other"),
    )
}  # fmt: skip
"""Every kind of relationship, by its name, in the order in which a form offers them."""

TO_A_CHILD = (
    "mother", "father", "parent", "step_parent", "partner_of_parent", "grandparent", "aunt_or_uncle", "sibling",
    "half_sibling", "step_sibling", "special_guardian", "guardian", "adoptive_parent", "foster_carer",
    "private_foster_carer", "relative", "friend", "other",
)  # fmt: skip
"""What an adult of a household may be to the child whom a contact is about."""

THROUGH_A_PARENT = ("step_parent", "partner_of_parent")
"""As which somebody comes to live with a child through a parent."""

OF_A_PARENTS_PARTNER = tuple(TIES[each].inverse for each in THROUGH_A_PARENT)
"""What the child then is to them: a relationship is recorded from either side."""


@dataclass(frozen=True)
class Seen:
    """A relationship as seen from one of the two: `who` is the `tie` of that one."""

    who: Person
    tie: Tie
    row: Relationship

    @property
    def words(self) -> str:
        """What `who` is: "step-father"."""
        return self.tie.in_words(self.who)

    @property
    def has_parental_responsibility(self) -> bool:
        """Whether `who` is known to have parental responsibility; of the row's first person only."""
        return bool(self.row.has_parental_responsibility) and self.row.person_id == self.who.pk


def tie(name: str) -> Tie:
    """The kind of relationship of this name; one that we do not have is "someone else who matters"."""
    return TIES.get(name, TIES["other"])


def seen_from(person: Person, rows: Iterable[Relationship]) -> Iterator[Seen]:
    """Relationships of one person, each as what the other is to this one. Of the rows' people, the records that go on."""
    for row in rows:
        first, second = row.person.survivor, row.other.survivor
        if first.pk == second.pk:
            continue
        if second.pk == person.pk:
            yield Seen(first, tie(row.kind), row)
        elif first.pk == person.pk:
            yield Seen(second, tie(tie(row.kind).inverse), row)
