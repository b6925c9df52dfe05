"""The tables of the strategy: versions and their parts, delivery, reports."""

from sufficiency.web.strategy.models.delivery import BusinessCase, Concern, Report
from sufficiency.web.strategy.models.parts import (
    Action,
    Claim,
    Commitment,
    ImpactMeasure,
    Objective,
    Principle,
    SummaryAction,
    Workstream,
)
from sufficiency.web.strategy.models.versions import Change, Version

__all__ = [
    "Action",
    "BusinessCase",
    "Change",
    "Claim",
    "Commitment",
    "Concern",
    "ImpactMeasure",
    "Objective",
    "Principle",
    "Report",
    "SummaryAction",
    "Version",
    "Workstream",
]
