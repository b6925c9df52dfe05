"""What pages and reports read about homes. Vacancies of all homes take the same few queries, however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
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


def judged(homes: "QuerySet[Home]") -> "QuerySet[Home]":
    """Homes with `judgement` and `judged_on` of their latest inspection, the agency's where they have none."""
    own = Inspection.objects.filter(home=OuterRef("pk")).order_by("-inspected_on", "-pk")
    agencys = Inspection.objects.filter(provider=OuterRef("provider_id")).order_by("-inspected_on", "-pk")
    return homes.annotate(
        judgement=Subquery(own.values("judgement")[:1]),
        judged_on=Subquery(own.values("inspected_on")[:1]),
        agency_judgement=Subquery(agencys.values("judgement")[:1]),
    )


@dataclass(frozen=True)
class Known:
    """What the register's sums need of a home: kind, who runs it, the ages it takes, and how it stands."""

    kind: str
    provider_kind: str
    youngest: int
    oldest: int
    standing: Standing

    @property
    def places(self) -> Places:
        """Its places divided up."""
        return places_of(self.standing)


def known(authority: Authority, *, at: datetime, homes: Iterable[int] | None = None) -> Mapping[int, Known]:
    """How each home that is not closed stands at a moment, by its number: four queries, however many homes.

    A child who is to move in later has the place already. A home without an approval in force offers nothing.
    """
    day = timezone.localtime(at).date()
    some = {} if homes is None else {"home__in": list(homes)}
    children = _children(authority, some)
    holds = dict(
        Hold.objects.of(authority)
        .filter(still_held(at), **some)
        .order_by()
        .values_list("home")
        .annotate(n=Count("pk"))
    )
    stops: dict[int, list[int | None]] = {}
    for home, places in (
        Stop.objects.of(authority).filter(stopping(day), **some).values_list("home", "places")
    ):
        stops.setdefault(home, []).append(places)
    own = {} if homes is None else {"pk__in": list(homes)}
    return {
        home: Known(
            kind, runs, youngest or 0, oldest or 0,
            _standing(approval, kind, children.get(home, NOBODY), holds.get(home, 0), stops.get(home, [])),
        )
        for home, kind, runs, youngest, oldest, *approval in _approved(authority, day, own)
    }  # fmt: skip


def standings(
    authority: Authority, *, at: datetime, homes: Iterable[int] | None = None
) -> Mapping[int, Standing]:
    """The same, the standings alone."""
    return {home: one.standing for home, one in known(authority, at=at, homes=homes).items()}


NOBODY = (0, 0, 0)


def _children(authority: Authority, some: Mapping[str, Any]) -> dict[int, tuple[int, int, int]]:
    """Children who live in each home, those who share a room with a sibling, and those in an emergency."""
    counted = (
        Placement.objects.of(authority)
        .filter(state=PlacementState.OPEN, **some)
        .order_by()
        .values_list("home")
        .annotate(
            there=Count("pk"),
            sharing=Count("pk", filter=Q(shares_room=True)),
            emergency=Count("pk", filter=Q(is_emergency=True)),
        )
    )
    return {home: (there, sharing, emergency) for home, there, sharing, emergency in counted}


def _approved(authority: Authority, day: date, own: Mapping[str, Any]) -> "QuerySet[Home, tuple[Any, ...]]":
    """Homes with the approval in force; one without comes with blanks."""
    holds_now = FilteredRelation(
        "approvals",
        condition=Q(approvals__starts_on__lte=day)
        & (Q(approvals__ends_on=None) | Q(approvals__ends_on__gt=day)),
    )
    return (
        Home.objects.of(authority)
        .filter(closed_on=None, **own)
        .order_by()
        .annotate(now=holds_now)
        .values_list(
            "pk", "kind", "provider__kind", "now__youngest", "now__oldest",
            "now__places", "now__for_siblings", "now__beyond_limit", "now__for_emergencies",
        )
    )  # fmt: skip


FAMILIES = frozenset(kind.value for kind in HomeKind if kind.is_fostering)


def _standing(
    approval: list[int | None], kind: str, children: tuple[int, int, int], held: int, stops: list[int | None]
) -> Standing:
    places, for_siblings, beyond_limit, for_emergencies = (value or 0 for value in approval)
    there, sharing, emergency = children
    return Standing(
        approved=places,
        children=there,
        held=held,
        stopped=sum(stop or 0 for stop in stops),
        stopped_whole=None in stops,
        for_siblings=for_siblings,
        sharing=sharing,
        above_limit=above_usual_limit(approved=places, beyond_limit=beyond_limit) if kind in FAMILIES else 0,
        for_emergencies=for_emergencies,
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
