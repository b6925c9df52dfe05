"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Scorecard",
        "performance:scorecard",
        Permission.PERFORMANCE_SEE,
        "How children are doing: eleven key measures, and all others by theme",
    ),
]
