"""What pages read about contracts, recruiting and oversight."""

from datetime import date

from django.db.models import Q, QuerySet

from sufficiency.analytics.homes.kinds import ProviderKind
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models import (
    CarerCase,
    Contract,
    HostedChild,
    RecruitmentGoal,
    RiskListing,
    UnregisteredSetting,
    Visit,
)
from sufficiency.web.commissioning.states import SettingState
from sufficiency.web.homes.models import Placement
from sufficiency.web.homes.states import PlacementState


def contracts_of(authority: Authority) -> "QuerySet[Contract]":
    """Every contract of an authority, with its provider."""
    return Contract.objects.of(authority).select_related("provider")


def contract_named(authority: Authority, reference: str) -> Contract | None:
    """The contract of a reference, whatever the letters' case."""
    return contracts_of(authority).filter(reference__iexact=reference.strip()).first()


def in_force(day: date) -> Q:
    """Contracts that hold on a day."""
    return Q(starts_on__lte=day) & (Q(last_day=None) | Q(last_day__gte=day))


def bought_without_contract(authority: Authority) -> int:
    """Children who live in homes that others run, under no contract: bought one by one."""
    live = Placement.objects.of(authority).filter(state=PlacementState.OPEN, contract="")
    return live.exclude(home__provider__kind=ProviderKind.OWN_SERVICE).count()


def cases_of(authority: Authority) -> "QuerySet[CarerCase]":
    """Every household that asked about fostering, with the stages it came to."""
    return CarerCase.objects.of(authority).prefetch_related("reached")


def goal_of(authority: Authority) -> RecruitmentGoal | None:
    """The goal for more places; None where none is set."""
    return RecruitmentGoal.objects.of(authority).first()


def settings_of(authority: Authority) -> "QuerySet[UnregisteredSetting]":
    """Every stay in an unregistered setting, with what was done about it."""
    found = UnregisteredSetting.objects.of(authority).select_related("child", "home")
    return found.prefetch_related("looks", "escalations")


def settings_in_use(authority: Authority) -> "QuerySet[UnregisteredSetting]":
    """Those in which a child still lives."""
    return settings_of(authority).filter(state=SettingState.IN_USE)


def visits_of(authority: Authority) -> "QuerySet[Visit]":
    """Every visit, newest first."""
    return Visit.objects.of(authority).select_related("home")


def listed_at_risk(authority: Authority) -> "QuerySet[RiskListing]":
    """Children on the list now, whom to look at soonest first."""
    return RiskListing.objects.of(authority).filter(ended_on=None).select_related("child")


def hosted_now(authority: Authority) -> "QuerySet[HostedChild]":
    """Children of other authorities in our area now."""
    return HostedChild.objects.of(authority).filter(left_on=None).select_related("home")
