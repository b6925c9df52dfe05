"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Homes",
        "homes:list",
        Permission.HOMES_SEE,
        "Who has room tonight: carers, children’s homes and supported accommodation",
    ),
]
