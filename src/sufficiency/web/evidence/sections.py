"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Evidence",
        "evidence:library",
        Permission.EVIDENCE_SEE,
        "What is known and how well, what is not, and what was asked of whom",
    )
]
