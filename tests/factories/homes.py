"""The register of homes: a home comes with an approval for three places, as most have."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from factory import LazyAttribute, RelatedFactory, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.children import ChildFactory
from factories.people import AuthorityFactory
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.homes.models import (
    Approval,
    Hold,
    Home,
    Inspection,
    Offer,
    Placement,
    Provider,
    Stop,
    TakenPlace,
)
from sufficiency.web.homes.states import Registration

LONG_AGO = date(2020, 1, 1)


class ProviderFactory(DjangoModelFactory):
    class Meta:
        model = Provider

    authority = SubFactory(AuthorityFactory)
    name = Sequence(lambda n: f"Example Fostering {n}")
    kind = "own_service"


class ApprovalFactory(DjangoModelFactory):
    class Meta:
        model = Approval

    authority = SelfAttribute("home.authority")
    home = SubFactory("factories.homes.BareHomeFactory")
    starts_on = LONG_AGO
    places = 3


class BareHomeFactory(DjangoModelFactory):
    """A home without an approval."""

    class Meta:
        model = Home
        skip_postgeneration_save = True

    provider = SubFactory(ProviderFactory)
    authority = SelfAttribute("provider.authority")
    reference = Sequence(lambda n: f"H-{n:03}")
    name = LazyAttribute(lambda home: f"Household {home.reference}")
    kind = "carers"
    registration = Registration.NOT_NEEDED


class HomeFactory(BareHomeFactory):
    """A home with an approval: `HomeFactory(approval__places=2)`."""

    approval = RelatedFactory(ApprovalFactory, factory_related_name="home")


class TakenPlaceFactory(DjangoModelFactory):
    class Meta:
        model = TakenPlace

    home = SubFactory(HomeFactory)
    authority = SelfAttribute("home.authority")
    number = LazyAttribute(lambda taken: taken.home.taken.count() + 1)


class PlacementFactory(DjangoModelFactory):
    """A child who lives in a home; `PlacementFactory(ended_on=...)` one who has left."""

    class Meta:
        model = Placement

    home = SubFactory(HomeFactory)
    authority = SelfAttribute("home.authority")
    child = LazyAttribute(lambda placement: ChildFactory(authority=placement.home.authority, is_live=True))
    state = LazyAttribute(lambda placement: "ended" if placement.ended_on else "open")
    taken = LazyAttribute(
        lambda placement: None if placement.ended_on else TakenPlaceFactory(home=placement.home)
    )
    started_on = date(2026, 1, 5)
    ended_on = None
    place_code = LazyAttribute(lambda placement: placement.home.kind_of.usual_code)
    provider_code = LazyAttribute(lambda placement: placement.home.provider.kind_of.code)


class HoldFactory(DjangoModelFactory):
    class Meta:
        model = Hold

    home = SubFactory(HomeFactory)
    authority = SelfAttribute("home.authority")
    taken = LazyAttribute(lambda hold: TakenPlaceFactory(home=hold.home))
    for_whom = Sequence(lambda n: f"R-{n}")
    held_at = LazyAttribute(lambda hold: hold.until - timedelta(hours=2))
    until = LazyAttribute(lambda _: timezone.now() + timedelta(hours=2))
    held_by = "Sam Example"


class StopFactory(DjangoModelFactory):
    class Meta:
        model = Stop

    home = SubFactory(HomeFactory)
    authority = SelfAttribute("home.authority")
    since = LazyAttribute(lambda _: timezone.localdate())
    reason = "The carer is ill."
    set_by = "Sam Example"


class OfferFactory(DjangoModelFactory):
    class Meta:
        model = Offer

    home = SubFactory(HomeFactory)
    authority = SelfAttribute("home.authority")
    theme = "skill"
    name = "babies"


class InspectionFactory(DjangoModelFactory):
    class Meta:
        model = Inspection

    home = SubFactory(HomeFactory)
    authority = SelfAttribute("home.authority")
    inspected_on = date(2026, 3, 2)
    judgement = "good"


def officer_of(authority, role="placement_officer"):
    """Someone who may place children for an authority."""
    return Actor(authority=authority, roles=(ROLES[role],), name="Amira Example")


def tonight():
    """A moment in the evening of today."""
    return datetime.combine(
        timezone.localdate(), datetime.min.time(), timezone.get_current_timezone()
    ).replace(hour=20)
