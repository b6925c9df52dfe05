"""The app's places in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [
    Section(
        "Commissioning",
        "commissioning:sufficiency",
        Permission.COMMISSIONING_SEE,
        "Whether there are enough homes, contracts, occupancy, recruiting carers",
    ),
    Section(
        "Oversight",
        "commissioning:oversight",
        Permission.OVERSIGHT_SEE,
        "Registration, inspections, visits, unregistered settings, telling host authorities",
    ),
]
