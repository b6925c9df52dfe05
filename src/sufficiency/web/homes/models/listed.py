"""What Ofsted's list says of a home or a provider of the register, with the list and the day it is of."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models.register import Home, Provider


class OfstedEntry(OfAuthority):
    """What the latest list given says of a registration; it stands beside the register and does not overwrite it.

    Whether a home is closed, and where its children go, is for people to decide: a list can be old or mistaken.
    """

    home = models.OneToOneField(Home, models.CASCADE, null=True, blank=True, related_name="ofsted")
    provider = models.OneToOneField(Provider, models.CASCADE, null=True, blank=True, related_name="ofsted")
    urn = models.CharField("Ofsted number", max_length=20)
    is_listed = models.BooleanField("stands on the list", default=True)
    provider_type = models.CharField("registered as", max_length=120, blank=True)
    area = models.CharField("authority, as the list names it", max_length=120, blank=True)
    closed_on = models.DateField("no longer registered from", null=True, blank=True)
    source = models.CharField("name of the list", max_length=200)
    as_of = models.DateField("day of the list")
    kept_at = models.DateTimeField(default=timezone.now, editable=False)
    kept_by = models.CharField(max_length=100)

    class Meta:
        """Of a home or of a provider."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(home=None, provider__isnull=False) | Q(home__isnull=False, provider=None),
                name="ofsted_lists_a_home_or_a_provider",
            )
        ]

    def __str__(self) -> str:
        return f"{self.urn} on {self.source}"
