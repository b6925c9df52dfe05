"""What carers and providers say of their vacancies, and the links by which they say it."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models.register import Home

HOW = [("link", "By the link"), ("officer", "Told to an officer")]


class ConfirmLink(OfAuthority):
    """A link by which one home confirms its vacancies without an account. The link itself is signed, not stored."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="links")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.CharField(max_length=100)
    expires_at = models.DateTimeField()
    sent_to = models.EmailField(blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)  # the last time

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"link {self.pk}"

    def is_good(self, now: datetime) -> bool:
        """Whether it still opens the page."""
        return self.revoked_at is None and now < self.expires_at


class Confirmation(OfAuthority):
    """Someone said how many places a home can offer. It tells the officer; the arithmetic stays the arithmetic."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="confirmations")
    at = models.DateTimeField(default=timezone.now)
    how = models.CharField(max_length=10, choices=HOW)
    by = models.CharField(max_length=100)
    places_free = models.PositiveSmallIntegerField("places they can offer now")
    expected = models.PositiveSmallIntegerField("places the register had free then")
    note = models.CharField("anything we should know", max_length=300, blank=True)
    link = models.ForeignKey(ConfirmLink, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.places_free} free"

    @property
    def differs(self) -> bool:
        """Whether they offer another number of places than the register had."""
        return self.places_free != self.expected
