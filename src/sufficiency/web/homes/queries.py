"""What pages and reports read about homes. Vacancies of all homes take the same few queries, however many there are."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from sufficiency.analytics.homes.judgements import Judgement
from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.places import Places, Standing, above_usual_limit, places_of
from sufficiency.web.access.models import Authority
from sufficiency.web.homes.models import Approval, Hold, Home, Inspection, Placement, Provider, Stop
from sufficiency.web.homes.states import HoldState, PlacementState

OF_CONCERN = [judgement.value for judgement in Judgement if judgement.is_of_concern]


def homes_of(authority: Authority) -> "QuerySet[Home]":
    """Every home of the register, closed ones too."""
    return Home.objects.of(authority).select_related("provider")


def providers_of(authority: Authority) -> "QuerySet[Provider]":
    """Everyone who runs homes."""
    return Provider.objects.of(authority)


def in_force(day: date) -> Q:
    """Approvals that hold on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gt=day))


def stopping(day: date) -> Q:
    """Stops that hold on a day."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def still_held(at: datetime) -> Q:
    """Holds that are neither ended nor run out."""
    return Q(state=HoldState.HELD, until__gt=at)


def judged(inspections: "QuerySet[Home]") -> "QuerySet[Home]":
    """Homes with `judgement` and `judged_on` of their latest inspection, the agency's where they have none."""
    own = Inspection.objects.filter(home=OuterRef("pk")).order_by("-inspected_on", "-pk")
    agencys = Inspection.objects.filter(provider=OuterRef("provider_id")).order_by("-inspected_on", "-pk")
    return inspections.annotate(
        judgement=Subquery(own.values("judgement")[:1]),
        judged_on=Subquery(own.values("inspected_on")[:1]),
        agency_judgement=Subquery(agencys.values("judgement")[:1]),
    )


def standings(
    authority: Authority, *, at: datetime, homes: Iterable[int] | None = None
) -> Mapping[int, Standing]:
    """How each home that is not closed stands at a moment, by its number: four queries, however many homes.

    A child who is to move in later has the place already.
    """
    day = timezone.localtime(at).date()
    some = {} if homes is None else {"home__in": list(homes)}
    open_placements = Placement.objects.of(authority).filter(state=PlacementState.OPEN, **some)
    living = open_placements.values_list("home").annotate(
        there=Count("pk"),
        sharing=Count("pk", filter=Q(shares_room=True)),
        emergency=Count("pk", filter=Q(is_emergency=True)),
    )
    held = (
        Hold.objects.of(authority).filter(still_held(at), **some).values_list("home").annotate(n=Count("pk"))
    )
    stops = Stop.objects.of(authority).filter(stopping(day), **some).values_list("home", "places")
    stopped: dict[int, list[int | None]] = {}
    for home, places in stops:
        stopped.setdefault(home, []).append(places)
    children = {home: counts for home, *counts in living.order_by()}
    holds = dict(held.order_by())
    approvals = Approval.objects.of(authority).filter(in_force(day), home__closed_on=None, **some)
    facts = approvals.order_by().values_list(
        "home", "home__kind", "places", "for_siblings", "beyond_limit", "for_emergencies"
    )
    found = {
        home: _standing(
            fact, children=children.get(home, (0, 0, 0)), held=holds.get(home, 0), stops=stopped.get(home, [])
        )
        for home, *fact in facts
    }
    # A home without an approval offers nothing, and yet children may live there.
    for home in children.keys() - found.keys():
        there, sharing, emergency = children[home]
        found[home] = Standing(0, there, holds.get(home, 0), sharing=sharing, in_emergency=emergency)
    return found


FAMILIES = frozenset(kind.value for kind in HomeKind if kind.is_fostering)


def _standing(
    fact: Iterable[object], *, children: Iterable[int], held: int, stops: list[int | None]
) -> Standing:
    kind, places, for_siblings, beyond_limit, for_emergencies = fact
    there, sharing, emergency = children
    return Standing(
        approved=places,  # type: ignore[arg-type]
        children=there,
        held=held,
        stopped=sum(stop or 0 for stop in stops),
        stopped_whole=None in stops,
        for_siblings=for_siblings,  # type: ignore[arg-type]
        sharing=sharing,
        above_limit=above_usual_limit(approved=places, beyond_limit=beyond_limit) if kind in FAMILIES else 0,  # type: ignore[arg-type]
        for_emergencies=for_emergencies,  # type: ignore[arg-type]
        in_emergency=emergency,
    )


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
