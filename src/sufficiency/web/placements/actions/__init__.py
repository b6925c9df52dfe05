"""What is written on the desk. Each function is one transaction and records one event."""

from sufficiency.web.placements.actions.after import (
    check,
    close,
    keep_promise,
    place,
    review_disruption,
)
from sufficiency.web.placements.actions.choosing import agree_price, approve, choose, fall_through
from sufficiency.web.placements.actions.extending import ask_extension, settle_extension
from sufficiency.web.placements.actions.finding import ask, name_children, reply, reveal, revoke
from sufficiency.web.placements.actions.gates import (
    answer_challenge,
    close_kin,
    set_kin_aside,
    set_rule_aside,
    set_threshold,
    think_of,
)
from sufficiency.web.placements.actions.keeping_places import hold
from sufficiency.web.placements.actions.posts import end_post, give_post, set_neighbours
from sufficiency.web.placements.actions.ranking_policy import (
    propose_ranking,
    settle_ranking,
    take_back_ranking,
)
from sufficiency.web.placements.actions.requests import begin, need_by, panel_agreed, send, withdraw, write
from sufficiency.web.placements.actions.trials import begin_trial, pick_home, say_after

__all__ = [
    "agree_price",
    "answer_challenge",
    "approve",
    "ask",
    "ask_extension",
    "begin",
    "begin_trial",
    "check",
    "choose",
    "close",
    "close_kin",
    "end_post",
    "fall_through",
    "give_post",
    "hold",
    "keep_promise",
    "name_children",
    "need_by",
    "panel_agreed",
    "pick_home",
    "place",
    "propose_ranking",
    "reply",
    "reveal",
    "review_disruption",
    "revoke",
    "say_after",
    "send",
    "set_kin_aside",
    "set_neighbours",
    "set_rule_aside",
    "set_threshold",
    "settle_extension",
    "settle_ranking",
    "take_back_ranking",
    "think_of",
    "withdraw",
    "write",
]
