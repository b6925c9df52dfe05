"""The sections of the site in the header. An app has its own in `sections.py`, in a list called SECTIONS."""

from dataclasses import dataclass

from django.urls import reverse

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.contributions import contributed


@dataclass(frozen=True)
class Section:
    """A part of the site: its name, its first page, who sees it, and one line that says what is in it."""

    label: str
    url_name: str
    permission: Permission
    description: str = ""

    @property
    def href(self) -> str:
        """The address of its first page."""
        return reverse(self.url_name)

    def holds(self, path: str) -> bool:
        """Whether an address lies in this section."""
        return path.startswith(self.href)


def sections_for(actor: Actor) -> list[Section]:
    """The sections that someone may see, in the order of the header."""
    return [section for section in contributed("sections", "SECTIONS") if actor.may(section.permission)]
