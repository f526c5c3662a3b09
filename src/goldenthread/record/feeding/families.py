"""Brings families up to the source: households, mothers, addresses. What is gone is ended on the feed's day, not deleted."""

from collections import Counter, defaultdict

from goldenthread.record.feeding.people import lines_of
from goldenthread.record.feeding.run import FeedRun
from goldenthread.record.models import Address, Household, HouseholdMember, Relationship
from goldenthread.record.some import in_parts


def bring_families(run: FeedRun, ids: dict[str, int]) -> None:
    """Who lives with whom, who is whose mother, and where they live. `ids`: of people, by number."""
    run.progress("Families")
    if "family" in run.people.tables or run.tells("person"):
        _households(run, ids)
    if "mother" in run.people.tables:
        _mothers(run, ids)
    if "address" in run.people.tables:
        _addresses(run, ids)


def _families(run: FeedRun) -> list[tuple[str, str]]:
    if "family" in run.people.tables:
        return [(row["family"], row["number"]) for row in run.people.rows["families"]]
    return run.connection.execute("SELECT family_id, subject_id FROM person WHERE family_id IS NOT NULL").fetchall()


def _households(run: FeedRun, ids: dict[str, int]) -> None:
    fed = [(family, ids[number]) for family, number in _families(run) if number in ids and len(family) <= 64]
    homes = dict(Household.objects.filter(source=run.source).values_list("number", "pk"))
    new = [Household(number=family, source=run.source) for family in sorted({family for family, _ in fed} - homes.keys())]
    homes |= {home.number: home.pk for home in Household.objects.bulk_create(new, batch_size=1000)}
    held = {(each.household_id, each.person_id): each for each in HouseholdMember.objects.filter(household__source=run.source)}
    wanted = {(homes[family], person) for family, person in fed}
    made = [HouseholdMember(household_id=home, person_id=person) for home, person in sorted(wanted - held.keys())]
    HouseholdMember.objects.bulk_create(made, batch_size=1000)
    _end_or_reopen(run, HouseholdMember, held, wanted)


def _mothers(run: FeedRun, ids: dict[str, int]) -> None:
    fed = {(ids[row["mother"]], ids[row["child"]]) for row in run.people.rows["mothers"]
           if row["mother"] in ids and row["child"] in ids}  # fmt: skip
    held = {(each.person_id, each.other_id): each for each in Relationship.objects.filter(source=run.source, kind="mother")}
    typed = set(Relationship.objects.filter(source="", kind="mother").values_list("person_id", "other_id"))
    new = sorted(fed - held.keys() - typed)
    Relationship.objects.bulk_create(
        [Relationship(person_id=mother, other_id=child, kind="mother", source=run.source) for mother, child in new],
        batch_size=1000,
    )
    _end_or_reopen(run, Relationship, held, fed)


def _end_or_reopen(run: FeedRun, model, held: dict[tuple, object], told: set[tuple]) -> None:
    """End what the source no longer tells of; open again what it tells of once more."""
    ended = [each.pk for key, each in held.items() if key not in told and each.ended_on is None]
    back = [each.pk for key, each in held.items() if key in told and each.ended_on is not None]
    for pks, day in ((ended, run.as_at), (back, None)):
        for part in in_parts(pks):
            model.objects.filter(pk__in=part).update(ended_on=day)


def _addresses(run: FeedRun, ids: dict[str, int]) -> None:
    """An address of someone whose address is protected here is protected too, and stays so."""
    held, protected = defaultdict(list), set()
    for each in Address.objects.order_by("pk").iterator(10_000):
        if each.is_protected:
            protected.add(each.person_id)
        if each.source == run.source:
            held[each.person_id, each.kind, each.started_on].append(each)
    new, changed, number = [], [], Counter()
    for row in run.people.rows["addresses"]:
        if row["number"] not in ids:
            continue
        person, said = ids[row["number"]], _said(run, row)
        key = (person, said["kind"], said["started_on"])
        place, number[key] = number[key], number[key] + 1
        if place >= len(held[key]):
            new.append(Address(person_id=person, source=run.source, is_protected=person in protected, **said))
        elif any(getattr(held[key][place], name) != value for name, value in said.items()):
            changed.append(_with(held[key][place], said))
    Address.objects.bulk_create(new, batch_size=1000)
    Address.objects.bulk_update(changed, ["lines", "postcode", "ended_on"], batch_size=500)
    gone = [each.pk for key, rows in held.items() for each in rows[number[key] :] if each.ended_on is None]
    for part in in_parts(gone):
        Address.objects.filter(pk__in=part).update(ended_on=run.as_at)
    run.counts["addresses"] += len(new) + len(changed)


def _said(run: FeedRun, row: dict) -> dict:
    kind = (row["type"] or "").lower()
    said = {
        "kind": "school" if "school" in kind else "home" if "home" in kind or not kind else "other",
        "lines": lines_of(row["json"]), "postcode": row["postcode"] or "", "started_on": row["started_on"],
        "ended_on": row["ended_on"],
    }  # fmt: skip
    return run.fits(Address, "address", said)


def _with(address: Address, said: dict) -> Address:
    for name, value in said.items():
        setattr(address, name, value)
    return address
