"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Children",
        "children:list",
        Permission.CHILDREN_SEE,
        "Who is in care and where, from the stored returns",
    ),
]
