"""Strategies: the county's of 2011 as it is loaded, and who keeps it."""

from sufficiency.analytics.strategy.examples import county_text
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.strategy.actions import load


def keeper_of(authority, role="commissioner"):
    """Someone who may change the strategy of an authority."""
    return Actor(authority=authority, roles=(ROLES[role],), name="Efua Example")


def county(authority):
    """The county strategy, in force at an authority."""
    version, _ = load(county_text(), where="county.yaml", authority=authority, by=keeper_of(authority))
    return version
