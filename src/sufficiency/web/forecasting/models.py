"""Scenarios that an authority keeps. What one comes to is a run, made from it as it was that day."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority


class Scenario(OfAuthority):
    """A named set of levers, places and a plan's money; `content` is what a scenario file holds."""

    name = models.CharField(max_length=200)
    content = models.JSONField(default=dict)
    made_by = models.CharField(max_length=100)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=100)

    class Meta:
        """By name, which is an authority's own."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "name"], name="one_scenario_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The scenario's own page."""
        return reverse("forecasting:scenario", args=[self.pk])

    @property
    def levers(self) -> list[dict[str, Any]]:
        """The levers as a file holds them."""
        return list(self.content.get("levers", []))
