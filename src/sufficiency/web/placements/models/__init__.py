"""Facts of the desk, and the constraints the database keeps."""

from sufficiency.web.placements.models.after import (
    Check,
    Commitment,
    Disruption,
    Expectation,
    Extension,
    Promise,
)
from sufficiency.web.placements.models.finding import Approval, Ask, Choice, Reveal
from sufficiency.web.placements.models.gates import Challenge, KinPerson, Threshold
from sufficiency.web.placements.models.posts import HeldPost, Neighbour
from sufficiency.web.placements.models.ranking_policy import RankingPolicy
from sufficiency.web.placements.models.requests import Answer, RequestChild, SearchRequest
from sufficiency.web.placements.models.rules_set_aside import RuleSetAside
from sufficiency.web.placements.models.trials import Trial

__all__ = [
    "Answer",
    "Approval",
    "Ask",
    "Challenge",
    "Check",
    "Choice",
    "Commitment",
    "Disruption",
    "Expectation",
    "Extension",
    "HeldPost",
    "KinPerson",
    "Neighbour",
    "Promise",
    "RankingPolicy",
    "RequestChild",
    "Reveal",
    "RuleSetAside",
    "SearchRequest",
    "Threshold",
    "Trial",
]
