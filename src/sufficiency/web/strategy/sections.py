"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Strategy",
        "strategy:plan",
        Permission.STRATEGY_SEE,
        "What the council wants to achieve, who does what by when, and whether the savings add up",
    )
]
