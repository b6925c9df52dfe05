"""The app's place in the header."""

from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.sections import Section

SECTIONS = [Section("People", "people:list", Permission.PEOPLE_SEE, "Who has an account, and which roles")]
