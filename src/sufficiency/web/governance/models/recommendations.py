"""Recommendations on their way to becoming policy."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.governance.recommendations import APPROVED, LABELS, Stage
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.governance.models.groups import NAME_LENGTH, Group, Member

STAGES = [(stage.value, LABELS[stage]) for stage in Stage]


class Recommendation(OfAuthority):
    """Something a group wants to become policy, or asks others for."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    text = models.TextField("what is recommended")
    grounds = models.TextField("why, and on what evidence", blank=True)
    aimed_at = models.CharField("who is to act on it", max_length=NAME_LENGTH, blank=True)
    stage = models.CharField(max_length=25, choices=STAGES, default=Stage.PROPOSED)
    swift_reason = models.TextField("why it could not wait for the board", blank=True)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = models.CharField(max_length=NAME_LENGTH, blank=True)

    class Meta:
        """Numbered within the group; what went to lead members says why."""

        ordering: ClassVar = ["group", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "number"], name="a_recommendation_has_a_number_of_its_own"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.WITH_LEADS, Stage.APPROVED_BY_LEADS]) | ~Q(swift_reason=""),
                name="the_swift_way_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number}: {self.text}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("governance:recommendation", args=[self.pk])

    @property
    def stage_in_words(self) -> str:
        """The word in its tag."""
        return LABELS[Stage(self.stage)]

    @property
    def is_policy(self) -> bool:
        """Whether it was adopted, which only follows approval."""
        return self.stage == Stage.ADOPTED

    @property
    def is_approved(self) -> bool:
        """Whether the board or its lead members approved it."""
        return self.stage in APPROVED


class RecommendationStep(OfAuthority):
    """One move of a recommendation: from where to where, by whom, and why."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="steps")
    before = models.CharField(max_length=25, choices=STAGES)
    after = models.CharField(max_length=25, choices=STAGES)
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=NAME_LENGTH)
    reason = models.TextField(blank=True)

    class Meta:
        """In the order in which they were made."""

        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_before_display()} to {self.get_after_display()}"


class Agreement(OfAuthority):
    """What one seat said about a recommendation, and who said it."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="agreements")
    member = models.ForeignKey(Member, models.PROTECT, related_name="agreements")
    agrees = models.BooleanField()
    substitute = models.CharField("who spoke for the seat", max_length=NAME_LENGTH, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """A seat speaks once; a new answer takes the place of the old one."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "member"], name="a_seat_speaks_once")
        ]

    def __str__(self) -> str:
        return f"{self.substitute or self.member}: {'agrees' if self.agrees else 'does not agree'}"


class Reply(OfAuthority):
    """An answer that a recommendation asks for, and what came."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="replies")
    asked = models.CharField("who was asked", max_length=NAME_LENGTH)
    asked_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    text = models.TextField("what they answered", blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        """Longest asked first."""

        ordering: ClassVar = ["asked_on", "pk"]

    def __str__(self) -> str:
        return f"{self.asked}: {self.text or 'no answer yet'}"
