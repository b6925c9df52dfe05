"""After a home is chosen: promises, the commitment, how the child settles, and what a breakdown teaches."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models import Placement
from sufficiency.web.placements.choices import CheckKind, Met, VisitMode, Why
from sufficiency.web.placements.models.finding import Choice
from sufficiency.web.placements.models.requests import SearchRequest


class Promise(OfAuthority):
    """A support promised with a home, by whom and by when."""

    choice = models.ForeignKey(Choice, models.CASCADE, related_name="promises")
    text = models.CharField(max_length=300)
    owner = models.CharField(max_length=100)
    due_on = models.DateField()
    kept_on = models.DateField(null=True, blank=True)

    class Meta:
        """Soonest first."""

        ordering: ClassVar = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.text


class Commitment(OfAuthority):
    """What a placement commits the council to pay: a line a child, from a day on, by the week."""

    placement = models.OneToOneField(Placement, models.PROTECT, related_name="commitment")
    choice = models.ForeignKey(Choice, models.PROTECT, related_name="commitments")
    weekly = models.DecimalField("pounds a week", max_digits=10, decimal_places=2)
    from_day = models.DateField()
    expected_until = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=200)

    class Meta:
        """No line pays less than nothing."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(weekly__gte=0), name="a_commitment_is_not_below_nothing")
        ]

    def __str__(self) -> str:
        return f"commitment for {self.placement}"


class Check(OfAuthority):
    """How the child has settled: due at 72 hours, 28 days and 6 months after the move."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="checks")
    kind = models.CharField(max_length=4, choices=CheckKind.choices)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=150, blank=True)
    child_says = models.CharField("what the child says", max_length=500, blank=True)
    note = models.TextField("how it is going", blank=True)
    mode = models.CharField(
        "how the child was seen", max_length=10, choices=VisitMode.choices, default=VisitMode.IN_PERSON
    )

    class Meta:
        """Soonest first; each is done once, and then says how it is."""

        ordering: ClassVar = ["due_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "kind"], name="each_check_is_made_once"),
            models.CheckConstraint(condition=Q(done_on=None) | ~Q(note=""), name="a_check_says_how_it_is"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Expectation(OfAuthority):
    """One thing that is expected of a placement, as a check found it."""

    check_made = models.ForeignKey(Check, models.CASCADE, related_name="expectations")
    key = models.CharField(max_length=20)
    result = models.CharField(max_length=8, choices=Met.choices)

    class Meta:
        """Each once at a check."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["check_made", "key"], name="an_expectation_is_judged_once")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.get_result_display()}"


class Disruption(OfAuthority):
    """What a placement that broke down teaches: known and not acted on, unknown, or changed."""

    request = models.OneToOneField(SearchRequest, models.CASCADE, related_name="disruption")
    ended_on = models.DateField()
    why = models.CharField(max_length=8, choices=Why.choices)
    what_happened = models.TextField()
    learned = models.TextField("what we will do differently")
    reviewed_by = models.CharField(max_length=150)
    reviewed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-reviewed_at"]

    def __str__(self) -> str:
        return f"disruption of {self.request}"


class Extension(OfAuthority):
    """A longer stay that was asked of the panel: until when, why, and what came of it."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="extensions")
    until = models.DateField()
    because = models.CharField(max_length=500)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField(default=timezone.now)
    is_agreed = models.BooleanField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One waits for the panel at a time; each says why."""

        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(decided_at=None), name="one_extension_waits_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(because=""), name="an_extension_says_why"),
            models.CheckConstraint(
                condition=Q(decided_at=None, is_agreed=None)
                | Q(decided_at__isnull=False, is_agreed__isnull=False),
                name="an_extension_that_was_decided_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request} until {self.until}"
