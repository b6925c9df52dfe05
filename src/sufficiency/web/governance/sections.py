"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Groups",
        "governance:list",
        Permission.GROUPS_SEE,
        "Panels and boards: their terms, meetings, papers, decisions and what followed",
    ),
]
