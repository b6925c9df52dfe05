"""Versions of the strategy, and what was changed in them, by whom and why."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.strategy.states import VersionState

NAME_LENGTH, TITLE_LENGTH = 100, 300


class Version(OfAuthority):
    """One version of an authority's strategy. Its workstreams, claims and so on are rows of their own."""

    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=TITLE_LENGTH)
    from_year = models.CharField("first year", max_length=10, blank=True)
    to_year = models.CharField("last year", max_length=10, blank=True)
    aim = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=VersionState.choices, default=VersionState.CURRENT)
    adopted_on = models.DateField("adopted on", null=True, blank=True)
    next_due_printed = models.CharField("next version due, as printed", max_length=40, blank=True)
    next_due_on = models.DateField("next version due by", null=True, blank=True)
    promised = models.JSONField("promised content of the next version", default=list, blank=True)
    reported_every_months = models.PositiveSmallIntegerField(default=6)
    supporting_processes = models.JSONField(default=list, blank=True)
    money = models.JSONField("targets, change of mix and unit costs", default=dict, blank=True)
    fingerprint = models.CharField("of the file it came from", max_length=64, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=NAME_LENGTH)

    class Meta:
        """One version is in force, and numbers are given once."""

        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "number"], name="a_version_has_its_own_number"),
            models.UniqueConstraint(
                fields=["authority"], condition=Q(state="current"), name="one_version_is_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("strategy:version", args=[self.pk])


class Change(OfAuthority):
    """One value of the strategy that was changed: what it was, what it is, who did it and why."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="changes")
    what = models.CharField(max_length=TITLE_LENGTH)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    reason = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=NAME_LENGTH)

    class Meta:
        """Newest first; a change without a reason is no entry."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_change_has_a_reason")
        ]

    def __str__(self) -> str:
        return self.what
