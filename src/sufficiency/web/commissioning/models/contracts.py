"""Contracts with providers, and the homes whose places they buy."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from sufficiency.analytics.homes.contracts import Block, ContractKind, VoidRule
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models import Home, Provider
from sufficiency.web.ui.components import Tone

KINDS = [(kind.value, kind.label) for kind in ContractKind]
VOID_RULES = [(rule.value, rule.label) for rule in VoidRule]
WITH_PLACES = [kind.value for kind in ContractKind if kind.terms.has_places]
PRICES = "A price is not below nought, a discount below 100 and a part at most 100 in a hundred."
WITH_END = [kind.value for kind in ContractKind if kind.terms.needs_end]


class Contract(OfAuthority):
    """An agreement by which homes are bought. A placement is under it by its `reference` (homes, Placement.contract).

    Prices are in pounds a week for one place; the discount and the part paid when empty are percentages.
    """

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="contracts")
    reference = models.CharField(max_length=40)  # such as B-01; what is written on the invoice
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=KINDS)
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    weekly_price = models.DecimalField("price a week", max_digits=9, decimal_places=2)
    discount = models.DecimalField("discount, %", max_digits=5, decimal_places=2, default=Decimal(0))
    starts_on = models.DateField("first day")
    last_day = models.DateField("last day", null=True, blank=True)
    void_rule = models.CharField(
        "an empty place", max_length=10, choices=VOID_RULES, default=VoidRule.IN_FULL.value
    )
    part = models.DecimalField(
        "part paid when empty, %", max_digits=5, decimal_places=2, default=Decimal(100)
    )
    notice_weeks = models.PositiveSmallIntegerField("weeks of notice", default=0)
    expected_level = models.DecimalField(
        "use agreed, %", max_digits=5, decimal_places=2, null=True, blank=True
    )
    notes = models.TextField(blank=True)
    homes = models.ManyToManyField(Home, through="ContractHome", related_name="contracts")

    class Meta:
        """A reference names one contract. Places below the open placements under it: see `triggers.py`."""

        ordering: ClassVar = ["reference"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "reference"],
                name="a_reference_names_one_contract",
                violation_error_message="Another contract has this reference.",
            ),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("starts_on")),
                name="a_contract_ends_after_it_starts",
                violation_error_message="The last day must not be before the first.",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=WITH_END) | Q(last_day__isnull=False),
                name="such_a_contract_has_an_end",
                violation_error_message="A contract of this kind needs a last day.",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=WITH_PLACES) | Q(places__isnull=False, places__gte=1),
                name="such_a_contract_has_places",
                violation_error_message="A contract of this kind needs a number of places, 1 or more.",
            ),
            models.CheckConstraint(
                condition=Q(
                    weekly_price__gte=0, discount__gte=0, discount__lt=100, part__gte=0, part__lte=100
                ),
                name="prices_and_shares_are_possible",
                violation_error_message=PRICES,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("commissioning:contract", args=[self.pk])

    @property
    def kind_of(self) -> ContractKind:
        """What kind of contract it is."""
        return ContractKind(self.kind)

    @property
    def has_places(self) -> bool:
        """Whether it buys a number of places, so that some may stand empty."""
        return self.kind_of.terms.has_places

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.starts_on <= day and (self.last_day is None or day <= self.last_day)

    def standing(self, today: date) -> tuple[str, Tone]:
        """Whether it is to come, in force or over, as a tag."""
        if today < self.starts_on:
            return "To come", Tone.WAITING
        return ("In force", Tone.GOOD) if self.holds_on(today) else ("Over", Tone.QUIET)

    def in_plain(self) -> Block | None:
        """Its terms for the arithmetic of a block; None where it buys no number of places."""
        if not self.has_places or self.places is None or self.last_day is None:
            return None
        return Block(
            places=self.places,
            weekly_price=self.weekly_price,
            discount=self.discount / 100,
            starts=self.starts_on,
            last_day=self.last_day,
            void_rule=VoidRule(self.void_rule),
            part=self.part / 100,
            notice_weeks=self.notice_weeks,
        )


class ContractHome(OfAuthority):
    """A home whose places a contract buys."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="covers")
    home = models.ForeignKey(Home, models.PROTECT, related_name="covered_by")

    class Meta:
        """A contract names a home once."""

        ordering: ClassVar = ["contract", "home__reference"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contract", "home"],
                name="a_contract_names_a_home_once",
                violation_error_message="This home is named already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.contract.reference} at {self.home.reference}"
