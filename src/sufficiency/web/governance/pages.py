"""Further pages about a group that other apps have: in `group_pages.py`, in a list called PAGES."""

from dataclasses import dataclass

from django.urls import reverse

from sufficiency.web.governance.models import Group
from sufficiency.web.ui.contributions import contributed


@dataclass(frozen=True)
class GroupPage:
    """A page about groups of some kinds; its address takes the group’s number."""

    label: str
    url_name: str
    kinds: frozenset[str]


def pages_of(group: Group) -> list[tuple[str, str]]:
    """The further pages about a group, as label and address."""
    pages = [page for page in contributed("group_pages", "PAGES") if group.kind in page.kinds]
    return [(page.label, reverse(page.url_name, args=[group.pk])) for page in pages]
