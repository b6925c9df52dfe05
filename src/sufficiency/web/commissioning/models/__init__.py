"""Facts about contracts, recruiting and oversight, and the constraints the database keeps."""

from sufficiency.web.commissioning.models.contracts import Contract, ContractHome
from sufficiency.web.commissioning.models.hosting import HostedChild, HostNotice
from sufficiency.web.commissioning.models.oversight import (
    Escalation,
    Look,
    RiskListing,
    UnregisteredSetting,
    Visit,
)
from sufficiency.web.commissioning.models.recruiting import CarerCase, RecruitmentGoal, StageReached

__all__ = [
    "CarerCase",
    "Contract",
    "ContractHome",
    "Escalation",
    "HostNotice",
    "HostedChild",
    "Look",
    "RecruitmentGoal",
    "RiskListing",
    "StageReached",
    "UnregisteredSetting",
    "Visit",
]
