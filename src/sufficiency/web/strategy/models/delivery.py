"""Delivery: business cases, risks, issues and exceptions, and the reports that tell of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.strategy.models.parts import Workstream
from sufficiency.web.strategy.models.versions import NAME_LENGTH, TITLE_LENGTH, Version
from sufficiency.web.strategy.states import (
    CaseKind,
    CaseState,
    ConcernKind,
    ConcernState,
    ReportKind,
    Severity,
)


class BusinessCase(OfAuthority):
    """The brief or business case of a workstream, agreed or refused before the work begins."""

    workstream = models.ForeignKey(Workstream, models.CASCADE, related_name="cases")
    kind = models.CharField(max_length=10, choices=CaseKind.choices, default=CaseKind.CASE)
    purpose = models.TextField("what it is for, and for whom")
    options = models.TextField("options considered, doing nothing among them")
    costs = models.TextField()
    benefits = models.TextField()
    outcome_measure = models.TextField("how we shall know that it worked", blank=True)
    state = models.CharField(max_length=10, choices=CaseState.choices, default=CaseState.DRAFT)
    written_by = models.CharField(max_length=NAME_LENGTH)
    written_at = models.DateTimeField(default=timezone.now)
    decided_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    reasons = models.TextField("why", blank=True)

    class Meta:
        """Newest first; what is decided says by whom, when and why."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted"])
                | (~Q(decided_by="") & ~Q(reasons="") & Q(decided_on__isnull=False)),
                name="a_decided_case_says_by_whom_and_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.workstream.code}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("strategy:case", args=[self.pk])


class Concern(OfAuthority):
    """A risk, an issue or an exception; one that is raised goes up to the next agenda of the sponsors."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="concerns")
    workstream = models.ForeignKey(Workstream, models.CASCADE, null=True, blank=True, related_name="concerns")
    kind = models.CharField(max_length=10, choices=ConcernKind.choices)
    text = models.TextField("what it is")
    doing = models.TextField("what is done about it", blank=True)
    severity = models.CharField(max_length=8, choices=Severity.choices, default=Severity.MEDIUM)
    owner = models.CharField(max_length=NAME_LENGTH)
    state = models.CharField(max_length=8, choices=ConcernState.choices, default=ConcernState.OPEN)
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.CharField(max_length=NAME_LENGTH)
    raised_at = models.DateTimeField(null=True, blank=True)
    # The item's number, not a key to it: an agenda outlives what it was about.
    agenda_item = models.PositiveBigIntegerField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField("why it is closed", blank=True)

    class Meta:
        """Newest first; what is closed says why."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="closed") | (~Q(closed_because="") & Q(closed_at__isnull=False)),
                name="a_closed_concern_says_why",
            )
        ]

    def __str__(self) -> str:
        return self.text[:TITLE_LENGTH]


class Report(OfAuthority):
    """A highlight report or a six-monthly report: figures as they were, and the words that go with them."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=10, choices=ReportKind.choices)
    from_day = models.DateField("from")
    to_day = models.DateField("to")
    figures = models.JSONField()
    narrative = models.TextField("in our words", blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=NAME_LENGTH)
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.CharField(max_length=NAME_LENGTH, blank=True)

    class Meta:
        """Newest first; a report is about some days."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(from_day__lte=models.F("to_day")), name="a_report_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} to {self.to_day:%d %B %Y}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("strategy:report", args=[self.pk])
