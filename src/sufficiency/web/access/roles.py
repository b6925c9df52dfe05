"""The thirteen roles. The descriptions are read by users: on the demonstration's first page and beside each person."""

from collections.abc import Mapping
from dataclasses import dataclass

from sufficiency.web.access.permissions import Permission


@dataclass(frozen=True)
class Role:
    """A job at an authority, as a list of what it may do."""

    key: str
    label: str
    description: str
    permissions: frozenset[Permission]


def _role(key: str, label: str, description: str, *permissions: Permission) -> Role:
    return Role(key, label, description, frozenset({Permission.SITE_USE, *permissions}))


_SERVICE = (
    Permission.PERFORMANCE_SEE,
    Permission.SMALL_NUMBERS_SEE,
    Permission.RUNS_SEE,
)  # everyone whose work is with the children themselves
_FIGURES = (
    Permission.PERFORMANCE_SEE,
    Permission.FORECAST_SEE,
    Permission.REPORT_DOWNLOAD,
    Permission.RUNS_SEE,
)  # everyone who plans and answers for the whole

_OVERSIGHT = (
    Permission.OVERSIGHT_SEE,
    Permission.OVERSIGHT_KEEP,
)  # everyone who answers for where children live

_ROLES = (
    _role(
        "placement_officer",
        "Placement officer",
        "Finds homes for children: takes requests, compares homes, asks carers and providers, records what was decided.",
        Permission.REQUESTS_SEE,
        Permission.REQUESTS_WRITE,
        Permission.HOMES_FIND,
        Permission.CHILDREN_SEE,
        Permission.ADDRESSES_SEE,
        Permission.HOMES_SEE,
        Permission.HOMES_KEEP,
        Permission.PLACES_TAKE,
        Permission.COMMISSIONING_SEE,
        *_OVERSIGHT,
        *_SERVICE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
        Permission.PANEL_CASES_SEE,
    ),
    _role(
        "social_worker",
        "Social worker",
        "Asks for a home for a child they work with, says what the child needs and wants, and follows where it stands.",
        Permission.REQUESTS_SEE,
        Permission.REQUESTS_WRITE,
        Permission.CHILDREN_SEE,
        Permission.ADDRESSES_SEE,
        Permission.HOMES_SEE,
        *_SERVICE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
        Permission.PANEL_CASES_SEE,
    ),
    _role(
        "team_manager",
        "Team manager",
        "Answers for a team’s children and decisions, and has mistakes in the return put right where they were made.",
        Permission.REQUESTS_SEE,
        Permission.REQUESTS_WRITE,
        Permission.CHALLENGE_ANSWER,
        Permission.PLACEMENTS_APPROVE,
        Permission.CHILDREN_SEE,
        Permission.ADDRESSES_SEE,
        Permission.RETURNS_SEE,
        Permission.HOMES_SEE,
        Permission.COMMISSIONING_SEE,
        *_OVERSIGHT,
        *_FIGURES,
        Permission.SMALL_NUMBERS_SEE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
        Permission.PANEL_CASES_SEE,
    ),
    _role(
        "panel_administrator",
        "Panel administrator",
        "Prepares panels: agenda, papers, attendance, minutes, and chases what was agreed.",
        Permission.REQUESTS_SEE,
        Permission.CHILDREN_SEE,
        *_SERVICE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
        Permission.GROUPS_RUN,
        Permission.PANEL_CASES_SEE,
    ),
    _role(
        "panel_member",
        "Panel member",
        "Reads the papers of the panels they sit on and takes part in the decisions.",
        *_SERVICE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
        Permission.PANEL_CASES_SEE,
    ),
    _role(
        "commissioner",
        "Commissioner",
        "Plans which homes will be needed, buys them, and answers for the placement strategy.",
        Permission.HOMES_SEE,
        Permission.COMMISSIONING_SEE,
        Permission.COMMISSIONING_KEEP,
        *_OVERSIGHT,
        Permission.HOMES_KEEP,
        *_FIGURES,
        Permission.FORECAST_RUN,
        Permission.SMALL_NUMBERS_SEE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.STRATEGY_KEEP,
        Permission.EVIDENCE_KEEP,
        Permission.GROUPS_SEE,
    ),
    _role(
        "finance_officer",
        "Finance officer",
        "Follows what placements cost, what is committed against budget, and whether savings are real.",
        Permission.HOMES_SEE,
        Permission.COMMISSIONING_SEE,
        *_FIGURES,
        Permission.FORECAST_RUN,
        Permission.SMALL_NUMBERS_SEE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
    ),
    _role(
        "analyst",
        "Analyst",
        "Uploads and checks the return, computes the measures, runs forecasts and writes reports.",
        Permission.RETURNS_SEE,
        Permission.RETURNS_UPLOAD,
        Permission.FINDINGS_ACCEPT,
        Permission.CHILDREN_SEE,
        Permission.ADDRESSES_SEE,
        Permission.HOMES_SEE,
        Permission.COMMISSIONING_SEE,
        *_FIGURES,
        Permission.FORECAST_RUN,
        Permission.SMALL_NUMBERS_SEE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.EVIDENCE_KEEP,
        Permission.GROUPS_SEE,
    ),
    _role(
        "reviewing_officer",
        "Independent reviewing officer",
        "Reviews each child’s plan, hears what the child says, and challenges drift.",
        Permission.REQUESTS_SEE,
        Permission.CHILDREN_SEE,
        Permission.ADDRESSES_SEE,
        Permission.HOMES_SEE,
        Permission.OVERSIGHT_SEE,
        *_SERVICE,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
        Permission.PANEL_CASES_SEE,
    ),
    _role(
        "councillor",
        "Councillor (corporate parent)",
        "Sees how the council’s children are doing and what is being done; no child can be found from it.",
        *_FIGURES,
        Permission.STRATEGY_SEE,
        Permission.EVIDENCE_SEE,
        Permission.GROUPS_SEE,
    ),
    _role(
        "provider",
        "Provider",
        "Answers for homes outside the council: sees only what was sent to them. Nothing is sent by this site yet.",
    ),
    _role(
        "data_protection_officer",
        "Data protection officer",
        "Sees who opened, changed or exported what, and who has which role; no casework.",
        Permission.AUDIT_SEE,
        Permission.PEOPLE_SEE,
    ),
    _role(
        "system_administrator",
        "System administrator",
        "Gives and ends accounts and roles, and sees the record of use; no casework.",
        Permission.AUDIT_SEE,
        Permission.PEOPLE_SEE,
        Permission.PEOPLE_MANAGE,
    ),
)
ROLES: Mapping[str, Role] = {role.key: role for role in _ROLES}


def choices() -> list[tuple[str, str]]:
    """The roles for a form or a column; a function, so that a new role needs no migration."""
    return [(role.key, role.label) for role in _ROLES]
