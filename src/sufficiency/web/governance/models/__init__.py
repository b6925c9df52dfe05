"""The tables: groups and their members; meetings, agenda, papers; decisions and what follows from them."""

from sufficiency.web.governance.models.decisions import Action, Decision
from sufficiency.web.governance.models.groups import EligibleSubstitute, Group, Member
from sufficiency.web.governance.models.lists import OfGroup, Output, OutputKind, PartyConsultation, Report
from sufficiency.web.governance.models.meetings import Attendance, Meeting
from sufficiency.web.governance.models.papers import AgendaItem, Conflict, Paper
from sufficiency.web.governance.models.recommendations import (
    Agreement,
    Recommendation,
    RecommendationStep,
    Reply,
)

__all__ = [
    "Action",
    "AgendaItem",
    "Agreement",
    "Attendance",
    "Conflict",
    "Decision",
    "EligibleSubstitute",
    "Group",
    "Meeting",
    "Member",
    "OfGroup",
    "Output",
    "OutputKind",
    "Paper",
    "PartyConsultation",
    "Recommendation",
    "RecommendationStep",
    "Reply",
    "Report",
]
