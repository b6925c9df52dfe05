"""The demonstration's register of homes: every child of the stored returns who lives with carers or in a home
lives in one of it. Written at once, not home by home, so that nobody waits."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import polars as pl
from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.made_up.register.making import make_up_register
from sufficiency.analytics.made_up.register.rows import MadeUpHome, MadeUpRegister, Stay
from sufficiency.analytics.reference.postcodes import find_postcodes
from sufficiency.web.access.models import Authority
from sufficiency.web.children.analytics import history_of
from sufficiency.web.children.models import Child
from sufficiency.web.homes.models import (
    Approval,
    Confirmation,
    Hold,
    Home,
    Inspection,
    Offer,
    Placement,
    Provider,
    Resident,
    Stop,
    TakenPlace,
)
from sufficiency.web.homes.states import HoldState, PlacementState, Registration

AT_ONCE = 2_000  # rows to an INSERT
HELD = 8  # places held when the demonstration begins
BY = "Amira Hassan"
Homes = Mapping[str, Home]


def has_register(authority: Authority) -> bool:
    """Whether there is a register already: it stays as it is."""
    return Home.objects.of(authority).exists()


@transaction.atomic
def load_register(authority: Authority, *, seed: int = 1) -> int:
    """Make up and store the register; how many homes it has."""
    joined, now = history_of(authority), timezone.now()
    made = make_up_register(
        joined.placements,
        joined.children,
        in_care=Child.objects.of(authority).filter(in_care_since__isnull=False).count(),
        today=timezone.localdate(now),
        seed=seed,
    )
    homes = _homes(authority, made, now)
    _about(authority, made, homes)
    _living(authority, made, homes)
    _stopped_and_held(authority, made, homes, now)
    return len(homes)


def _homes(authority: Authority, made: MadeUpRegister, now: datetime) -> Homes:
    known = Provider.objects.bulk_create(
        Provider(authority=authority, name=one.name, kind=one.kind, ofsted_number=one.ofsted_number)
        for one in made.providers
    )
    providers = {one.name: one for one in known}
    at = _places({home.postcode for home in made.homes}, authority)
    rows = [_home(authority, home, providers[home.provider], at, now) for home in made.homes]
    return {home.reference: home for home in Home.objects.bulk_create(rows, AT_ONCE)}


def _home(
    authority: Authority, home: MadeUpHome, provider: Provider, at: Mapping[str, Any], now: datetime
) -> Home:
    hours = home.extra.get("hours_since_confirmed")
    facts = ("smoking", "has_pets", "pets", "school_run_miles")
    registered = Registration.NOT_NEEDED if home.kind.is_fostering else Registration.REGISTERED
    return Home(
        authority=authority,
        provider=provider,
        reference=home.reference,
        name=home.name,
        kind=home.kind,
        registration=registered,
        ofsted_number=home.ofsted_number,
        opened_on=home.opened,
        postcode=home.postcode,
        email=f"{home.reference.lower()}@homes.invalid",
        confirmed_at=now - timedelta(hours=hours) if hours else None,
        **at.get(home.postcode.replace(" ", ""), {}),
        **{name: home.extra[name] for name in facts if name in home.extra},
    )


def _places(postcodes: Iterable[str], authority: Authority) -> dict[str, dict[str, Any]]:
    found = find_postcodes(pl.Series(sorted(postcodes), dtype=pl.String))
    return {
        row["postcode"]: {
            "easting": round(row["easting"]),
            "northing": round(row["northing"]),
            "area": row["authority"] or "",
            "is_inside": row["authority"] == authority.code,
        }
        for row in found.drop_nulls(["easting", "northing"]).iter_rows(named=True)
    }


def _about(authority: Authority, made: MadeUpRegister, homes: Homes) -> None:
    """Approvals, offers, who else lives there, inspections, confirmations."""
    own: list[dict[str, Any]] = [
        {"authority": authority, "home": homes[home.reference]} for home in made.homes
    ]
    pairs = list(zip(own, made.homes, strict=True))
    Approval.objects.bulk_create((_approval(of, home) for of, home in pairs), AT_ONCE)
    Offer.objects.bulk_create(
        (Offer(**of, theme=theme, name=name) for of, home in pairs for theme, name in home.offers), AT_ONCE
    )
    Resident.objects.bulk_create((one for of, home in pairs for one in _residents(of, home)), AT_ONCE)
    Inspection.objects.bulk_create(
        (
            Inspection(**of, inspected_on=day, judgement=judgement)
            for of, home in pairs
            for day, judgement in home.judgements
        ),
        AT_ONCE,
    )
    Confirmation.objects.bulk_create(
        (_confirmation(of, home) for of, home in pairs if of["home"].confirmed_at), AT_ONCE
    )


def _approval(of: dict[str, Any], home: MadeUpHome) -> Approval:
    by = "Fostering panel" if home.kind.is_fostering else "Ofsted"
    emergency = ("skill", "emergencies") in home.offers and home.kind is HomeKind.CARERS and home.places > 1
    return Approval(
        **of,
        starts_on=home.opened,
        places=home.places,
        youngest=home.youngest,
        oldest=home.oldest,
        decided_by=by,
        for_emergencies=1 if emergency and not home.living else 0,
    )


def _confirmation(of: dict[str, Any], home: MadeUpHome) -> Confirmation:
    free = max(home.places - len(home.living), 0)
    return Confirmation(
        **of, at=of["home"].confirmed_at, how="officer", by=BY, places_free=free, expected=free
    )


def _residents(of: dict[str, Any], home: MadeUpHome) -> list[Resident]:
    carers = [Resident(**of, relation="carer") for _ in range(home.extra.get("carers", 0))]
    return [
        *carers,
        *(Resident(**of, relation="own_child", born_in=year) for year in home.extra.get("own_children", [])),
    ]


def _living(authority: Authority, made: MadeUpRegister, homes: Homes) -> None:
    """Every stay as a placement; who lives there still has a place."""
    children = {child.reference: child for child in Child.objects.of(authority)}
    pairs = [(homes[home.reference], stay) for home in made.homes for stay in home.stays]
    number: dict[str, int] = {}
    taken: dict[str, TakenPlace] = {}
    for home, stay in pairs:
        if stay.ended is None:
            number[home.reference] = number.get(home.reference, 0) + 1
            taken[stay.child] = TakenPlace(authority=authority, home=home, number=number[home.reference])
    TakenPlace.objects.bulk_create(taken.values(), AT_ONCE)
    Placement.objects.bulk_create(
        (_placement(authority, home, stay, children[stay.child], taken) for home, stay in pairs), AT_ONCE
    )
    Child.objects.of(authority).filter(placements__isnull=False).update(is_live=True)


def _placement(
    authority: Authority, home: Home, stay: Stay, child: Child, taken: Mapping[str, TakenPlace]
) -> Placement:
    is_open = stay.ended is None
    return Placement(
        authority=authority,
        home=home,
        child=child,
        taken=taken[stay.child] if is_open else None,
        state=PlacementState.OPEN if is_open else PlacementState.ENDED,
        started_on=stay.started,
        ended_on=stay.ended,
        why_ended=stay.why_ended,
        place_code=stay.place,
        provider_code=stay.provider_code or home.provider.kind_of.code,
        placed_by="From the returns",
    )


def _stopped_and_held(authority: Authority, made: MadeUpRegister, homes: Homes, now: datetime) -> None:
    day = timezone.localdate(now)
    stopped = [home for home in made.homes if home.stopped_for]
    Stop.objects.bulk_create(
        Stop(
            authority=authority,
            home=homes[home.reference],
            since=day - timedelta(days=9),
            reason=home.stopped_for,
            set_by=BY,
        )
        for home in stopped
    )
    free = [home for home in made.homes if not home.stopped_for and len(home.living) < home.places]
    for number, home in enumerate(free[:: max(len(free) // HELD, 1)][:HELD]):
        taken = TakenPlace.objects.create(
            authority=authority, home=homes[home.reference], number=len(home.living) + 1
        )
        Hold.objects.create(
            authority=authority,
            home=homes[home.reference],
            taken=taken,
            state=HoldState.HELD,
            for_whom=f"R-{1040 + number}",
            held_at=now,
            until=now + timedelta(hours=20 + number),
            held_by=BY,
        )
