"""What agenda items are about. Another app says in `panel_subjects.py`, in a list called SUBJECTS, which of its
things may come before which groups; this app knows no more of them than that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.components import Fact
from sufficiency.web.ui.contributions import contributed

if TYPE_CHECKING:
    from sufficiency.web.governance.models import AgendaItem, Decision


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One thing a panel hears about, as an item's page shows it.

    `child` is the child's reference for the record of use; `child_view` their own words, or `no_view_because` why
    there are none yet. `asked_by` is the account that asked: nobody decides about what they asked for themselves.
    `href` is its own page, for those who have the permission `opens_with`. `presenter` is who usually presents it.
    """

    label: str
    href: str = ""
    opens_with: Permission | None = None
    child: str = ""
    child_view: str = ""
    no_view_because: str = ""
    facts: Sequence[Fact] = field(default=())
    asked_by: int | None = None
    presenter: str = ""


@dataclass(frozen=True, kw_only=True)
class SubjectKind:
    """A kind of thing that comes before panels.

    `find` gives one by its key, or None where there is none; `decided` is called in the transaction that records a
    decision about it, and may raise to refuse it; `lacking` says what an item still lacks before it can be decided.
    """

    key: str
    label: str
    group_types: frozenset[str]
    find: Callable[[Authority, str], Subject | None]
    decided: "Callable[[Decision, Actor], None] | None" = None
    lacking: "Callable[[AgendaItem], Sequence[str]] | None" = None


def kinds() -> dict[str, SubjectKind]:
    """Every kind that an app has declared, by key."""
    return {kind.key: kind for kind in contributed("panel_subjects", "SUBJECTS")}


def kind_of(item: "AgendaItem") -> SubjectKind | None:
    """The kind of an item's subject; None where the item is about nothing of another app."""
    return kinds().get(item.subject_kind)


def subject_of(item: "AgendaItem") -> Subject | None:
    """An item's subject; None where it has none, or it is no longer there."""
    kind = kind_of(item)
    return kind.find(item.authority, item.subject_key) if kind else None


def subject_for(item: "AgendaItem", reader: Actor) -> Subject | None:
    """An item's subject as someone is shown it: without the way to a page that is not theirs to open."""
    subject = subject_of(item)
    if subject is None or subject.opens_with is None or reader.may(subject.opens_with):
        return subject
    return replace(subject, href="")
