"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Saved results", "runs:list", Permission.RUNS_SEE, "Every figure as it was, and what it was made from"
    ),
]
