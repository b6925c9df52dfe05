"""Homes of the register as matching knows them: a few queries, however many homes there are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.places import Standing, places_of
from sufficiency.analytics.matching.homes import Home as Known, Source
from sufficiency.analytics.matching.rules.law import USUAL_LIMIT
from sufficiency.analytics.matching.travel import Point
from sufficiency.analytics.matching.vocabulary import Domain, Essential, Feature, Stay
from sufficiency.analytics.reference.postcodes import plain_text
from sufficiency.web.access.models import Authority
from sufficiency.web.children.ages import age_on
from sufficiency.web.homes import queries
from sufficiency.web.homes.models import Approval, Home, Offer, Placement, Resident
from sufficiency.web.homes.states import PlacementState, Registration
from sufficiency.web.placements.choices import KinOutcome
from sufficiency.web.placements.held_places import holds_of
from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.placements.prices import contract_prices, usual_price

SKILLED = 3  # an offer that is listed; what is not listed beside others counts as none, and with none at all is unknown
OFFERS: Mapping[str, Domain] = {
    "challenging_behaviour": Domain.BEHAVIOUR,
    "therapeutic": Domain.ATTACHMENT,
    "medical": Domain.HEALTH,
    "autism": Domain.COMMUNICATION,
    "learning_disability": Domain.COMMUNICATION,
    "makaton": Domain.COMMUNICATION,
    "mental_health": Domain.EMOTIONAL,
    "exploitation": Domain.EXPLOITATION,
    "missing": Domain.EXPLOITATION,
    "disabled_children": Domain.PERSONAL_CARE,
    "moving_on": Domain.INDEPENDENCE,
}
ESSENTIALS: Mapping[Essential, str] = {
    Essential.WHEELCHAIR: "wheelchair",
    Essential.GROUND_FLOOR: "ground_floor",
    Essential.MEDICAL_SKILL: "medical",
    Essential.SIGNING: "bsl",
    Essential.TWO_ADULTS: "two_to_one",
    Essential.SOLO: "solo",
}
REGISTERED = {
    Registration.REGISTERED: True,
    Registration.NOT_NEEDED: True,
    Registration.APPLIED: False,
    Registration.NOT_REGISTERED: False,
}
NO_SKILL: Mapping[Domain, int | None] = dict.fromkeys(Domain, 0)
STAYS = (Stay.EMERGENCY, Stay.SHORT_TERM, Stay.LONG_TERM)


def known_homes(
    authority: Authority,
    *,
    emergency: bool = False,
    only: Sequence[int] | None = None,
    request: SearchRequest | None = None,
) -> tuple[Known, ...]:
    """Every home of the register, full, stopped and closed ones too, as a request finds them."""
    now = timezone.now()
    day = timezone.localdate()
    rows = queries.judged(queries.homes_of(authority))
    homes = list(rows if only is None else rows.filter(pk__in=only))
    standings = queries.standings(authority, at=now, homes=only)
    approvals = {a.home_id: a for a in _of(Approval, authority, only).filter(queries.in_force(day))}
    offers, ages = _offers(authority, only), _ages(authority, only, day)
    connected, holds = connections(request), own_holds(request)
    prices = contract_prices(authority, day)
    return tuple(
        _known(
            home, standings.get(home.pk), approvals.get(home.pk), offers.get(home.pk), ages.get(home.pk, ()),
            day=day, emergency=emergency, connected=_connected(home, connected),
            own_holds=holds.get(home.pk, 0), agreed=prices.get(home.pk),
        )
        for home in homes
    )  # fmt: skip


def as_found_by(request: SearchRequest, homes: tuple[Known, ...]) -> tuple[Known, ...]:
    """Homes that were read for no request in particular, as one finds them: its own kin, and places held for it.

    Few homes differ from request to request, so that a page about many requests reads the register once.
    """
    kin, holds = connections(request), own_holds(request)
    rows = {home.reference: home for home in Home.objects.of(request.authority).filter(pk__in={*kin, *holds})}
    return tuple(
        _own(home, rows[home.id], kin, holds.get(rows[home.id].pk, 0)) if home.id in rows else home
        for home in homes
    )


def _own(known: Known, home: Home, kin: Mapping[int, tuple[str, ...] | None], own_holds: int) -> Known:
    # Without an approval no place is free, held or not.
    free = (known.free_places or 0) + own_holds if known.approved_number is not None else known.free_places
    return replace(known, free_places=free, connected_to=_connected(home, kin))


def points_of_homes(authority: Authority, only: Sequence[int] | None = None) -> dict[str, Point]:
    """Where homes are, as the register has it."""
    rows = Home.objects.of(authority).exclude(postcode="").exclude(easting=None)
    rows = rows if only is None else rows.filter(pk__in=only)
    places = rows.values_list("postcode", "easting", "northing", "area")
    return {
        plain_text(code): Point(float(east or 0), float(north or 0), area or None)
        for code, east, north, area in places
    }


def _known(
    home: Home,
    standing: Standing | None,
    approval: Approval | None,
    offers: set[str] | None,
    ages: tuple[int, ...],
    *,
    day: date,
    emergency: bool,
    connected: tuple[str, ...] | None,
    own_holds: int,
    agreed: Decimal | None,
) -> Known:
    places = places_of(standing) if standing else None
    free = None if places is None else places.free_in_emergency if emergency else places.free
    confirmed = timezone.localdate(home.confirmed_at) if home.confirmed_at else None
    source = Source(what="vacancy confirmed", on=confirmed)
    kind = home.placement_kind
    limit = approval.beyond_limit + USUAL_LIMIT if approval and approval.beyond_limit else 0
    return Known(
        id=home.reference,
        name=home.name,
        kind=kind,
        postcode=home.postcode or None,
        registered=REGISTERED.get(Registration(home.registration)),
        admitting=not home.is_closed,
        stopped=standing.stopped_whole if standing else False,
        # A place held for this request is free for it, and for nobody else.
        free_places=(free or 0) + own_holds if approval else 0,
        fostered=(standing.children if standing else 0) if home.kind_of.is_fostering else 0,
        exempt_up_to=limit,
        ages_from=approval.youngest if approval else None,
        ages_to=approval.oldest if approval else None,
        approved_number=approval.places if approval else None,
        approved_for=STAYS if approval else None,
        connected_to=connected,
        skills=_skills(offers),
        offers={item: name in offers for item, name in ESSENTIALS.items()} if offers else {},
        features=_features(home),
        children_there=ages,
        animals=home.has_pets,
        weekly_cost=_cost(kind, day, agreed),
        rating=getattr(home, "judgement", None) or getattr(home, "agency_judgement", None),
        sources={
            "free_places": source,
            "ages_from": Source(what="approval", on=approval.starts_on if approval else None),
            "approved_number": Source(what="approval", on=approval.starts_on if approval else None),
        },
    )


def _connected(home: Home, connected: Mapping[int, tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """Whom kinship carers are connected to, as the request’s family and friends say. Of no one else’s children."""
    return connected.get(home.pk, ()) if home.kind == HomeKind.CONNECTED_CARERS else ()


def connections(request: SearchRequest | None) -> dict[int, tuple[str, ...] | None]:
    """By household: the children of a request they are connected to; None while nobody has asked them yet."""
    if request is None:
        return {}
    members = tuple(f"child {pk}" for pk in request.members.values_list("pk", flat=True))
    rows = request.kin.exclude(home=None).values_list("home", "outcome")
    answers = {KinOutcome.WILLING: members, KinOutcome.TO_CONTACT: None, KinOutcome.ASKED: None}
    return {home: answers.get(KinOutcome(outcome), ()) for home, outcome in rows if home is not None}


def own_holds(request: SearchRequest | None) -> Counter[int]:
    """By home: places held for this request now."""
    if request is None:
        return Counter()
    return Counter(holds_of(request).values_list("home", flat=True))


def _cost(kind: Any, day: date, agreed: Decimal | None) -> float | None:
    price = agreed if agreed is not None else usual_price(kind, day)
    return None if price is None else float(price)


def _skills(offers: set[str] | None) -> dict[Domain, int | None]:
    if not offers:
        return {}
    found = dict(NO_SKILL)
    for name in offers:
        if name in OFFERS:
            found[OFFERS[name]] = SKILLED
    return found


def _features(home: Home) -> dict[Feature, bool | None]:
    return {} if home.has_pets is None else {Feature.PETS: home.has_pets}


def _of(model: Any, authority: Authority, only: Sequence[int] | None) -> Any:
    rows = model.objects.of(authority)
    return rows if only is None else rows.filter(home__in=only)


def _offers(authority: Authority, only: Sequence[int] | None) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for home, name in _of(Offer, authority, only).values_list("home", "name"):
        found.setdefault(home, set()).add(name)
    return found


def _ages(authority: Authority, only: Sequence[int] | None, day: date) -> dict[int, tuple[int, ...]]:
    """Ages of children there, own children too. A child whose birthday is not known is left out of ages."""
    found: dict[int, tuple[int, ...]] = {}
    living = _of(Placement, authority, only).filter(state=PlacementState.OPEN)
    for home, born in living.values_list("home", "child__born"):
        if born:
            found[home] = (*found.get(home, ()), age_on(day, born=born))
    own = _of(Resident, authority, only).filter(relation="own_child")
    years: Iterable[tuple[int, int | None]] = own.values_list("home", "born_in")
    for home, year in years:
        if year:
            found[home] = (*found.get(home, ()), day.year - year)
    return found
