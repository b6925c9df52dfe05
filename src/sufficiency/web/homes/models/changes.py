"""What was changed in the register, field by field, so that what it said on any day can be told."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models.register import Home


class Change(OfAuthority):
    """A row was added or changed: which fields, from what to what, by whom.

    Only what differs is kept. What a row said on a day is the row of today with all later changes taken back; so rows
    that came in by the thousand, before anyone changed them, need no version of their own.
    """

    home = models.ForeignKey(Home, models.CASCADE, null=True, blank=True, related_name="changes")
    what = models.CharField(max_length=30)  # the kind of row, such as approval
    number = models.PositiveBigIntegerField()  # of the row
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.CharField(max_length=100)
    before = models.JSONField(default=dict)  # nothing where the row was added
    after = models.JSONField(default=dict)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["home", "at"], name="changes_of_homes"),
            models.Index(fields=["authority", "what", "number"], name="changes_of_rows"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.number} changed by {self.by}"

    @property
    def is_first(self) -> bool:
        """Whether the row was added by it."""
        return not self.before
