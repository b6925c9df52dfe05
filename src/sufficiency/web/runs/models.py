"""Saved results. A run is written once and never changed, so that what was shown can be shown again."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority


class RunKind(models.TextChoices):
    """What was worked out."""

    SCORECARD = "scorecard", "Scorecard"
    FORECAST = "forecast", "Forecast"
    REPORT = "report", "Report"
    SCENARIO = "scenario", "Scenario"
    BACK_TEST = "back_test", "Back-test"


class WrittenOnceError(Exception):
    """Something tried to change a result after it was kept."""


class Run(OfAuthority):
    """One result, with everything needed to work it out again."""

    kind = models.CharField(max_length=20, choices=RunKind.choices)
    title = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.CharField(max_length=100)
    # The name above stays when the account goes.
    maker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    fingerprint = models.CharField("fingerprint of the data", max_length=64)
    version = models.CharField("version of the program", max_length=40)
    seed = models.BigIntegerField(null=True, blank=True)
    assumptions = models.JSONField(default=dict)
    figures = models.JSONField(default=dict)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["authority", "kind", "-made_at"], name="latest_run_of_a_kind")
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row, the first time only."""
        if not self._state.adding:
            raise WrittenOnceError("A saved result is never changed. Make a new one.")
        super().save(*args, **kwargs)
