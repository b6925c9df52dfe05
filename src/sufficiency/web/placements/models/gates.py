"""What comes before a search: family and friends first, and whether an emergency is one."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models import Home
from sufficiency.web.placements.choices import KinOutcome
from sufficiency.web.placements.models.requests import SearchRequest


class KinPerson(OfAuthority):
    """Someone of the family or a friend who was thought of, and what came of it."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="kin")
    name = models.CharField(max_length=100)
    relation = models.CharField(max_length=60)
    # Their household in the register, where they are approved: it ties kinship carers to the children they know.
    home = models.ForeignKey(Home, models.SET_NULL, null=True, blank=True, related_name="+")
    contacted_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=KinOutcome.choices, default=KinOutcome.TO_CONTACT)
    note = models.CharField(max_length=300, blank=True)
    written_by = models.CharField(max_length=150)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order they were thought of; named once."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "name"], name="kin_are_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.relation}"


class Threshold(OfAuthority):
    """When needing a home counts as an emergency: hours and text, as it was from a day on."""

    version = models.PositiveSmallIntegerField()
    hours = models.DecimalField("needed within hours", max_digits=5, decimal_places=1, default=24)
    text = models.TextField()
    from_day = models.DateField()
    written_by = models.CharField(max_length=150)

    class Meta:
        """The newest first; versions are counted, and two never begin on one day."""

        ordering: ClassVar = ["-from_day", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "version"], name="thresholds_are_counted"),
            models.UniqueConstraint(fields=["authority", "from_day"], name="one_threshold_begins_on_a_day"),
            models.CheckConstraint(condition=Q(hours__gt=0), name="a_threshold_has_hours"),
        ]

    def __str__(self) -> str:
        return f"version {self.version}"

    @classmethod
    def on(cls, authority: object, day: date) -> "Threshold | None":
        """The one in force on a day."""
        return cls.objects.of(authority).filter(from_day__lte=day).first()  # type: ignore[arg-type]


class Challenge(OfAuthority):
    """Three questions put to a request for tonight, each answered with what shows it. Any no: not an emergency."""

    request = models.OneToOneField(SearchRequest, models.CASCADE, related_name="challenge")
    threshold = models.ForeignKey(Threshold, models.PROTECT, null=True, blank=True, related_name="+")
    is_genuine = models.BooleanField()
    genuine_because = models.CharField(max_length=500)
    is_unforeseeable = models.BooleanField()
    unforeseeable_because = models.CharField(max_length=500)
    is_unpreventable = models.BooleanField()
    unpreventable_because = models.CharField(max_length=500)
    was_known = models.BooleanField("known to agencies already")
    known_to = models.CharField("to which agencies", max_length=200, blank=True)
    answered_by = models.CharField(max_length=150)
    answered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Each answer says what shows it."""

        ordering: ClassVar = ["-answered_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(genuine_because="")
                & ~Q(unforeseeable_because="")
                & ~Q(unpreventable_because=""),
                name="each_challenge_is_answered_with_evidence",
            )
        ]

    def __str__(self) -> str:
        return f"challenge of {self.request}"

    @property
    def is_emergency(self) -> bool:
        """Whether all three were answered yes."""
        return self.is_genuine and self.is_unforeseeable and self.is_unpreventable

    @property
    def first_no(self) -> str:
        """Why it is not an emergency; blank where it is."""
        answers = (
            (self.is_genuine, self.genuine_because),
            (self.is_unforeseeable, self.unforeseeable_because),
            (self.is_unpreventable, self.unpreventable_because),
        )
        return next((because for yes, because in answers if not yes), "")
