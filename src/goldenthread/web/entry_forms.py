"""What the sending of a form means: typed text becomes a body with every fault at once, or is kept as a draft."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils import timezone

from goldenthread.record import attachments, policies
from goldenthread.record.attachments import File, NotTaken
from goldenthread.record.forms import Typed, read
from goldenthread.record.kinds.language import Kind
from goldenthread.record.models import Draft, Entry, Person
from goldenthread.web.forms_of_kinds import Filling, Offers, id_of, only_asked, without_blank_rows
from goldenthread.web.minutes import check_closed
from goldenthread.workforce.models import Worker

NOT_TYPED = {"csrfmiddlewaretoken", "then", "draft", "version_seen", "address"}
"""What a form sends besides what was typed into it."""


@dataclass
class Sheet:
    """A form in hand. `children`: those it offers; `typed`, `faults`: by the name of the input.

    `old`: of an entry that is being changed, its body as it was read. `theirs`, `taken`: of what another has changed
    meanwhile, their text by input where both did, and the names where only they did.
    """

    by: Worker
    kind: Kind
    children: Sequence[Person]
    typed: Typed
    offers: Offers
    draft_id: UUID
    draft: Draft | None = None
    faults: dict[str, str] = field(default_factory=dict)
    more: str = ""
    fixed: frozenset[str] = frozenset()
    theirs: dict[str, list[str]] = field(default_factory=dict)
    taken: tuple[str, ...] = ()
    old: dict | None = None
    old_shown: frozenset[int] = frozenset()

    @property
    def chosen(self) -> list[Person]:
        """The children ticked."""
        ticked = set(self.typed.get("children", []))
        return [child for child in self.children if str(child.pk) in ticked]

    @property
    def filling(self) -> Filling:
        """The form as it is shown."""
        return Filling(self.kind, self.typed, self.children, self.offers, self.faults, self.more, self.fixed, self.theirs,
                       is_new=self.old is None, role=self.by.role)  # fmt: skip

    def read(self) -> dict:
        """The body that was typed. Every fault is kept beside its input; what was typed stays as it was typed."""
        self.typed = without_blank_rows(self.kind, self.typed)
        body, faults = read(self.kind, self.typed, self.chosen)
        body = only_asked(self.kind, body)
        self.add(policies.Unfit([*faults, *_not_offered(self.kind, body, self.offers)]))
        return self._with_unseen(body)

    def add(self, unfit: policies.Unfit) -> None:
        """Keep faults; the first of an input stands."""
        self.faults = unfit.by_field | self.faults

    def check(self, body: dict, entry: Entry | None = None) -> None:
        """Everything that the body lacks or cannot be, at once."""
        closing = [(check_closed, (self.by, self.kind, self.chosen, body))] if entry is None else []
        for check, of in ((policies.check_make, (self.kind, self.chosen, body, entry)),
                          (policies.check_required, (self.kind, body, self.chosen)), *closing):  # fmt: skip
            try:
                check(*of)
            except policies.Unfit as unfit:
                self.add(unfit)

    def errors(self) -> list[dict]:
        """The faults for the summary above the form, each leading to its input, in the order of the form."""
        order = [name for name in self._names() if name in self.faults]
        order += [name for name in self.faults if name not in order]
        return [{"text": self.faults[name], "href": f"#{id_of(name)}"} if name else {"text": self.faults[name]} for name in order]

    def both(self) -> Iterator[tuple[str, str]]:
        """The inputs that two people changed: the id of each on the page, and its question, with the child's name."""
        for block in self.filling.blocks():
            for each in (inner for one in block.inputs for inner in one.within()):
                if each.theirs is not None:
                    yield each.id, f"{each.words} ({block.child.name})" if block.child else each.words

    def _names(self) -> Iterator[str]:
        yield "children"
        for block in self.filling.blocks():
            for each in block.inputs:
                yield from (one.name for one in each.within())

    def _with_unseen(self, body: dict) -> dict:
        """The body with those people it named before whom this worker may not see, and so was not offered."""
        if self.old is None:
            return body
        for old, new in _places(self.old, body):
            for each in (each for each in self.kind.fields if each.kind in ("person", "people")):
                unseen = [pk for pk in _list(old.get(each.name)) if pk not in self.old_shown]
                if each.kind == "people" and unseen:
                    new[each.name] = [*_list(new.get(each.name)), *unseen]
                elif unseen:
                    new.setdefault(each.name, unseen[0])
        return body


def _list(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def _places(old: dict, new: dict) -> Iterator[tuple[dict, dict]]:
    yield old.get("shared", {}), new["shared"]
    for person, line in old.get("lines", {}).items():
        if person in new["lines"]:
            yield line, new["lines"][person]


def _not_offered(kind: Kind, body: dict, offers: Offers) -> Iterator[policies.Fault]:
    """People and workers who were not offered: nobody learns by trying who there is."""
    for each, name, value in policies.values(kind, body):
        if each.kind in ("person", "people", "worker"):
            may = {offered for offered, _ in offers.of(each)}
            if not {str(one) for one in _list(value)} <= may:
                yield policies.Fault(name, f"{each.words.rstrip('?')}: choose one of those listed.")


def typed_of(request: HttpRequest) -> Typed:
    """What was typed, as {name of input: [values]}."""
    return {name: values for name, values in request.POST.lists() if name not in NOT_TYPED}


def draft_of(request: HttpRequest, by: Worker) -> tuple[UUID, Draft | None]:
    """The draft that this form is kept as, where there is one yet; and its id, which the form carries from the beginning."""
    given = request.POST.get("draft") or request.GET.get("draft") or ""
    with contextlib.suppress(ValueError):
        pk = UUID(given)
        return pk, Draft.objects.filter(pk=pk, author=by).first()
    return uuid4(), None


def examined(request: HttpRequest) -> tuple[list[File], dict[str, str]]:
    """The files sent with a form, and what is wrong with them."""
    files, faults = [], []
    for sent in request.FILES.getlist("files"):
        try:
            if sent.size > attachments.LARGEST:
                raise NotTaken(f"“{attachments.clean_name(sent.name)}” is larger than {attachments.LARGEST // 1024 // 1024} MB.")
            files.append(attachments.examine(sent.name, sent.read()))
        except NotTaken as not_taken:
            faults.append(str(not_taken))
    return files, {"files": " ".join(faults)} if faults else {}


def finish(request: HttpRequest, draft_id: UUID) -> None:
    """Remember that this draft is done with: what autosave sends after it is not kept again."""
    request.session["finished"] = [*request.session.get("finished", [])[-20:], str(draft_id)]


def is_finished(request: HttpRequest, draft_id: UUID) -> bool:
    """Whether the form of this draft was finished or discarded in this session."""
    return str(draft_id) in request.session.get("finished", [])


def time_now() -> str:
    """14:02."""
    return f"{timezone.localtime():%H:%M}"
