"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Returns",
        "returns:list",
        Permission.RETURNS_SEE,
        "Upload the return, see what is wrong in it and why",
    ),
]
