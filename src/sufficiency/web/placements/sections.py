"""The section of the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Requests",
        "placements:board",
        Permission.REQUESTS_SEE,
        "Who needs a home, by when, and what each request waits for.",
    ),
    Section(
        "Posts",
        "placements:posts",
        Permission.PEOPLE_MANAGE,
        "Who holds the posts that rules name, and which councils are next to ours.",
    ),
]
