"""Contracts, households on their way, visits and unregistered settings."""

from datetime import date
from decimal import Decimal

from factory import LazyAttribute, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.children import ChildFactory
from factories.homes import BareHomeFactory, HomeFactory, PlacementFactory, ProviderFactory
from factories.people import AuthorityFactory
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.commissioning.actions import recruiting
from sufficiency.web.commissioning.models import (
    CarerCase,
    Contract,
    HostedChild,
    RiskListing,
    UnregisteredSetting,
    Visit,
)


class ContractFactory(DjangoModelFactory):
    """The strategy's block of six at £3,000 a week with 15% off, for a year."""

    class Meta:
        model = Contract

    provider = SubFactory(ProviderFactory, kind="childrens_home_company")
    authority = SelfAttribute("provider.authority")
    reference = Sequence(lambda n: f"B-{n:02}")
    title = "Six places in the county"
    kind = "block"
    places = 6
    weekly_price = Decimal(3000)
    discount = Decimal(15)
    starts_on = date(2026, 4, 1)
    last_day = date(2027, 3, 31)
    notice_weeks = 13


class CarerCaseFactory(DjangoModelFactory):
    class Meta:
        model = CarerCase

    authority = SubFactory(AuthorityFactory)
    reference = Sequence(lambda n: f"F-{n:03}")
    name = Sequence(lambda n: f"Household {n}")
    places = 2


class UnregisteredSettingFactory(DjangoModelFactory):
    class Meta:
        model = UnregisteredSetting

    home = SubFactory(BareHomeFactory, kind="unregistered", provider__kind="supported_accommodation_company")
    authority = SelfAttribute("home.authority")
    child = LazyAttribute(lambda one: ChildFactory(authority=one.home.authority, is_live=True))
    reference = Sequence(lambda n: f"U-{n:02}")
    began_on = date(2026, 11, 2)
    why = "Fourteen homes said no."


class VisitFactory(DjangoModelFactory):
    class Meta:
        model = Visit

    home = SubFactory(HomeFactory, kind="childrens_home")
    authority = SelfAttribute("home.authority")
    kind = "reg44"
    on = date(2026, 10, 5)
    visitor = "Ivy Independent"
    written_by = "Sam Example"


class RiskListingFactory(DjangoModelFactory):
    class Meta:
        model = RiskListing

    authority = SubFactory(AuthorityFactory)
    child = LazyAttribute(lambda one: ChildFactory(authority=one.authority, is_live=True))
    risk = "criminal"
    since = date(2026, 9, 1)
    review_on = date(2026, 10, 1)
    owner = "Omar Example"
    doing = "Disruption plan with the police."


class HostedChildFactory(DjangoModelFactory):
    class Meta:
        model = HostedChild

    authority = SubFactory(AuthorityFactory)
    placing_authority = "Othershire"
    their_reference = Sequence(lambda n: f"X{n}")
    came_on = date(2026, 5, 1)
    told_on = date(2026, 5, 4)


def commissioner_of(authority, role="commissioner"):
    """Someone who may buy homes for an authority."""
    return Actor(authority=authority, roles=(ROLES[role],), name="Efua Example")


def case_at(authority, *steps, **known):
    """A household that came to some stages on some days: `case_at(authority, ("enquiry", day), ("visit", day))`."""
    case = CarerCaseFactory.build(authority=authority, **known)
    by = commissioner_of(authority)
    recruiting.open_case(case, on=steps[0][1], by=by)
    for stage, on in steps[1:]:
        recruiting.move_case(case, recruiting.Stage(stage), on=on, by=by, reason="As it was.")
    return case


def under(contract, **known):
    """A child placed under a contract."""
    provider = known.pop("provider", contract.provider)
    home = known.pop("home", None) or HomeFactory(
        provider=provider, kind="childrens_home", approval__places=20
    )
    return PlacementFactory(home=home, contract=contract.reference, **known)
