"""The demonstration's contracts, households on their way to fostering, visits, notices and one unregistered setting,
laid over the made-up register."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from sufficiency.analytics.clocks.limits import months_after
from sufficiency.analytics.homes.contracts import ContractKind, VoidRule
from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models import (
    Contract,
    ContractHome,
    HostedChild,
    HostNotice,
    RiskListing,
    Visit,
)
from sufficiency.web.demo.recruiting import load_recruiting
from sufficiency.web.demo.unregistered import load_unregistered
from sufficiency.web.homes.models import Home, Placement, Provider
from sufficiency.web.homes.states import PlacementState, Registration

OFFICER = "Amira Hassan"
LIVES = Q(homes__placements__state=PlacementState.OPEN)


@transaction.atomic
def load_commissioning(authority: Authority) -> None:
    """Store it all, once; nothing where there is no register to lay it over."""
    if Contract.objects.of(authority).exists() or not Home.objects.of(authority).exists():
        return
    today = timezone.localdate()
    _contracts(authority, today)
    load_recruiting(authority, today)
    _visits(authority, today)
    _hosting(authority, today)
    _risks(authority, today)
    _registration(authority)
    load_unregistered(authority, today)


def _contracts(authority: Authority, today: date) -> None:
    # Begun a year ago, so that there are months to look back on; the last day for notice is near.
    year = CollectionYear.containing(today)
    for terms in _terms(year.previous.start, year.end):
        provider = _provider(authority, terms.pop("of"))
        if provider is not None:
            made = Contract.objects.create(authority=authority, provider=provider, **terms)
            _cover(made, today)


def _terms(start: date, until: date) -> Iterator[dict[str, Any]]:
    # The first two are the blocks of the placement strategy of 2011: £140,400 and £75,000 off a year.
    yield {
        "of": ProviderKind.CHILDRENS_HOME_COMPANY, "reference": "B-01", "title": "Six places in children’s homes",
        "kind": ContractKind.BLOCK, "places": 6, "weekly_price": Decimal(3000), "discount": Decimal(15),
        "starts_on": start, "last_day": until, "notice_weeks": 13, "expected_level": Decimal(90),
    }  # fmt: skip
    yield {
        "of": ProviderKind.SUPPORTED_ACCOMMODATION_COMPANY, "reference": "B-02", "title": "Eight supported flats",
        "kind": ContractKind.BLOCK, "places": 8, "weekly_price": Decimal(1250), "discount": Decimal(10),
        "starts_on": start, "last_day": until.replace(year=until.year + 1), "notice_weeks": 13,
        "void_rule": VoidRule.IN_PART, "part": Decimal(50),
    }  # fmt: skip
    yield {
        "of": ProviderKind.FOSTERING_AGENCY, "reference": "P-01", "title": "Parent-and-child assessments",
        "kind": ContractKind.PARENT_AND_CHILD, "places": 6, "weekly_price": Decimal("1602.56"),
        "discount": Decimal(15), "starts_on": start, "last_day": until, "void_rule": VoidRule.NOTHING,
    }  # fmt: skip
    yield {
        "of": ProviderKind.FOSTERING_AGENCY, "reference": "F-01", "title": "Framework for fostering agencies",
        "kind": ContractKind.FRAMEWORK, "weekly_price": Decimal(1000), "starts_on": start,
    }  # fmt: skip


def _provider(authority: Authority, kind: ProviderKind) -> Provider | None:
    """The provider of a kind with most of our children."""
    found = Provider.objects.of(authority).filter(kind=kind)
    return found.annotate(living=Count("homes__placements", filter=LIVES)).order_by("-living", "pk").first()


def _cover(contract: Contract, today: date) -> None:
    """The provider's homes, and so many of its children as the contract has places."""
    homes = list(contract.provider.homes.filter(closed_on=None))
    ContractHome.objects.bulk_create(
        ContractHome(authority=contract.authority, contract=contract, home=home) for home in homes
    )
    if contract.kind != ContractKind.BLOCK:
        return
    since = Placement.objects.filter(home__in=homes).exclude(state=PlacementState.CANCELLED)
    still = since.filter(state=PlacementState.OPEN).order_by("started_on")[: (contract.places or 0) - 1]
    left = since.filter(ended_on__range=(contract.starts_on, today)).order_by("ended_on")[:3]
    wanted = [one.pk for one in (*still, *left)]
    Placement.objects.filter(pk__in=wanted).update(contract=contract.reference)


def _visits(authority: Authority, today: date) -> None:
    """A visit in most months, a councillor along with every other; a review of quality twice a year."""
    own = Home.objects.of(authority).filter(
        provider__kind=ProviderKind.OWN_SERVICE, kind=HomeKind.CHILDRENS_HOME
    )
    for at, home in enumerate(own.order_by("reference")):
        months = [months_after(today.replace(day=1), -back) for back in range(8)]
        days = [month.replace(day=3 + (5 * at + 2 * n) % 25) for n, month in enumerate(months)]
        Visit.objects.bulk_create(
            _visit(home, "reg44", day, member="Grace Okafor" if n % 2 else "")
            for n, day in enumerate(days)
            if day <= today and (3 * at + n) % 9 != 4
        )
        Visit.objects.create(**_values(home, "reg45", today - timedelta(days=20 + 14 * at)))


def _visit(home: Home, kind: str, on: date, *, member: str) -> Visit:
    return Visit(**_values(home, kind, on), member=member)


def _values(home: Home, kind: str, on: date) -> dict[str, Any]:
    return {
        "authority": home.authority, "home": home, "kind": kind, "on": on, "visitor": "Ivy Thorne",
        "found": "Young people spoke of weekend plans; the garden fence is to be mended.", "written_by": OFFICER,
    }  # fmt: skip


def _hosting(authority: Authority, today: date) -> None:
    """Host authorities were told of all but the last few moves; a dozen of others' children live here."""
    away = Placement.objects.of(authority).filter(
        state=PlacementState.OPEN, is_short_break=False, home__is_inside=False
    )
    told = list(away.order_by("-started_on", "-pk"))[4:]
    HostNotice.objects.bulk_create(
        HostNotice(
            authority=authority,
            placement=one,
            told_on=one.started_on + timedelta(days=one.pk % 4),
            told_whom="Its duty desk",
            by=OFFICER,
        )
        for one in told
    )
    homes = list(
        Home.objects.of(authority)
        .filter(is_inside=True, kind__in=(HomeKind.CHILDRENS_HOME, HomeKind.SUPPORTED_ACCOMMODATION))
        .exclude(provider__kind=ProviderKind.OWN_SERVICE)[:4]
    )
    HostedChild.objects.bulk_create(_hosted(authority, number, homes, today) for number in range(12))


def _hosted(authority: Authority, number: int, homes: Sequence[Home], today: date) -> HostedChild:
    came = today - timedelta(days=30 * number + 12)
    return HostedChild(
        authority=authority,
        placing_authority=("Northshire", "Westport", "Lakeland City")[number % 3],
        their_reference=f"{4100 + 7 * number}",
        home=homes[number % len(homes)] if homes and number % 3 else None,
        born_in=today.year - 10 - number % 8,
        came_on=came,
        told_on=came + timedelta(days=number % 5),
    )


def _risks(authority: Authority, today: date) -> None:
    teenagers = Placement.objects.of(authority).filter(
        state=PlacementState.OPEN,
        child__born__range=(today - timedelta(days=6400), today - timedelta(days=5000)),
    )
    risks = ("criminal", "sexual", "missing", "county_lines", "setting")
    chosen = teenagers.order_by("pk").values_list("child", flat=True)[:5]
    RiskListing.objects.bulk_create(
        RiskListing(
            authority=authority,
            child_id=child,
            risk=risk,
            since=today - timedelta(days=60 + 9 * at),
            review_on=today + timedelta(days=8 * at - 10),
            owner=("Tom Reyes", OFFICER)[at % 2],
            doing="Mapping meeting held; disruption plan with the police; return interviews shared.",
        )
        for at, (child, risk) in enumerate(zip(chosen, risks, strict=False))
    )


def _registration(authority: Authority) -> None:
    """Three settings that are not plainly registered."""
    settings = Home.objects.of(authority).filter(kind=HomeKind.SUPPORTED_ACCOMMODATION).order_by("-reference")
    standings = (Registration.APPLIED, Registration.NOT_KNOWN, Registration.NOT_REGISTERED)
    for home, standing in zip(settings, standings, strict=False):
        Home.objects.filter(pk=home.pk).update(registration=standing)
