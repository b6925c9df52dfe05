"""What pages and reports read about homes. Vacancies of all homes take the same few queries, however many there are."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from sufficiency.analytics.homes.judgements import Judgement
from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.homes.places import Places, Standing, places_of
from sufficiency.web.access.models import Authority
from sufficiency.web.homes.models import Approval, Hold, Home, Inspection, Placement, Provider, Stop
from sufficiency.web.homes.states import HoldState, PlacementState
from sufficiency.web.homes.vacancies import Known, in_force, known, still_held, stopping

__all__ = ["Known", "in_force", "known", "still_held", "stopping"]  # what counts, where places are counted
OF_CONCERN = [judgement.value for judgement in Judgement if judgement.is_of_concern]


def homes_of(authority: Authority) -> "QuerySet[Home]":
    """Every home of the register, closed ones too."""
    return Home.objects.of(authority).select_related("provider")


def childrens_homes(authority: Authority, *, own: bool) -> "QuerySet[Home]":
    """Open children’s homes of our own service, or of anyone else, by name."""
    found = homes_of(authority).filter(kind=HomeKind.CHILDRENS_HOME, closed_on=None)
    ours = Q(provider__kind=ProviderKind.OWN_SERVICE)
    return (found.filter(ours) if own else found.exclude(ours)).order_by("name")


def providers_of(authority: Authority) -> "QuerySet[Provider]":
    """Everyone who runs homes."""
    return Provider.objects.of(authority)


def judged(homes: "QuerySet[Home]") -> "QuerySet[Home]":
    """Homes with `judgement` and `judged_on` of their latest inspection, the agency's where they have none."""
    own = Inspection.objects.filter(home=OuterRef("pk")).order_by("-inspected_on", "-pk")
    agencys = Inspection.objects.filter(provider=OuterRef("provider_id")).order_by("-inspected_on", "-pk")
    return homes.annotate(
        judgement=Subquery(own.values("judgement")[:1]),
        judged_on=Subquery(own.values("inspected_on")[:1]),
        agency_judgement=Subquery(agencys.values("judgement")[:1]),
    )


def standings(
    authority: Authority, *, at: datetime, homes: Iterable[int] | None = None
) -> Mapping[int, Standing]:
    """How each home that is not closed stands at a moment, by its number: one query, however many homes."""
    return {home: one.standing for home, one in known(authority, at=at, homes=homes).items()}


EMPTY = Standing(0)


def places_at(home: Home, *, at: datetime) -> Places:
    """One home's places divided up."""
    return places_of(standings(home.authority, at=at, homes=[home.pk]).get(home.pk, EMPTY))


def approval_of(home: Home, day: date) -> Approval | None:
    """The approval in force on a day."""
    return home.approvals.filter(in_force(day)).first()


def living_in(home: Home) -> "QuerySet[Placement]":
    """The children who live in a home."""
    return home.placements.filter(state=PlacementState.OPEN).select_related("child")


def lived_in(home: Home) -> "QuerySet[Placement]":
    """Placements that ended, the latest first."""
    return home.placements.exclude(state=PlacementState.OPEN).select_related("child")


def is_of_concern(home: Home) -> bool:
    """Whether the latest inspection, of the home or else of its agency, was of the worst kind."""
    latest = home.inspections.first() or home.provider.inspections.first()
    return latest is not None and latest.outcome.is_of_concern


def is_stopped(home: Home, day: date) -> bool:
    """Whether placing in the whole home is stopped."""
    return home.stops.filter(stopping(day), places=None).exists()


def lapsed(home: Home, at: datetime) -> "QuerySet[Hold]":
    """Holds whose time ran out while nobody looked."""
    return home.holds.filter(state=HoldState.HELD, until__lte=at).annotate(number=F("taken__number"))


def of_concern(homes: "QuerySet[Home]", day: date) -> "QuerySet[Home]":
    """Of some homes those whose latest inspection was of the worst kind, or in which placing is stopped."""
    whole = Stop.objects.filter(stopping(day), places=None, home=OuterRef("pk"))
    latest = Q(judgement__in=OF_CONCERN) | Q(judgement=None, agency_judgement__in=OF_CONCERN)
    return judged(homes).filter(latest | Exists(whole), closed_on=None)


def holds_of(home: Home, at: datetime) -> "QuerySet[Hold]":
    """Places held now, the first to run out first."""
    return home.holds.filter(still_held(at)).order_by("until")


def living_in_any(homes: Iterable[Home]) -> Mapping[int, list[Placement]]:
    """The children who live in some homes, by the home's number."""
    found: dict[int, list[Placement]] = {}
    here = Placement.objects.filter(home__in=list(homes), state=PlacementState.OPEN).select_related(
        "child", "home"
    )
    for placement in here.order_by("home", "started_on"):
        found.setdefault(placement.home_id, []).append(placement)
    return found


def confirmed_lately(authority: Authority, at: datetime) -> Mapping[str, int]:
    """How many open homes said today, in seven days, and longer ago or never which places are free."""
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    week = at - timedelta(days=7)
    return (
        Home.objects.of(authority)
        .filter(closed_on=None)
        .aggregate(
            today=Count("pk", filter=Q(confirmed_at__gte=today)),
            week=Count("pk", filter=Q(confirmed_at__gte=week)),
            older=Count("pk", filter=Q(confirmed_at__lt=week) | Q(confirmed_at=None)),
        )
    )
