"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Record of use",
        "audit:events",
        Permission.AUDIT_SEE,
        "Who opened, changed or exported what, and when",
    ),
]
