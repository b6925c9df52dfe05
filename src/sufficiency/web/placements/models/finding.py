"""Asking homes, showing one recipient where someone is, choosing a home, and what must be approved first."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models import Home
from sufficiency.web.placements.choices import ApprovalKind, Refusal
from sufficiency.web.placements.models.ranking_policy import RankingPolicy
from sufficiency.web.placements.models.requests import SearchRequest
from sufficiency.web.placements.states import TONES, AskState
from sufficiency.web.ui.components import Tone


class Ask(OfAuthority):
    """One home asked about one request: sent, answered or not. What was sent tells no name and no address."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="asks")
    home = models.ForeignKey(Home, models.PROTECT, related_name="asks")
    state = models.CharField(max_length=10, choices=AskState.choices, default=AskState.WAITING)
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.CharField(max_length=150)
    reply_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=150, blank=True)
    why_not = models.CharField(max_length=12, choices=Refusal.choices, blank=True)
    note = models.CharField(max_length=500, blank=True)
    # Named once the home is on the shortlist; before that children are called child A and child B.
    is_named = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A home is asked once at a time; a no has a reason that can be counted."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request", "home"], condition=~Q(state="revoked"), name="a_home_is_asked_once"
            ),
            models.CheckConstraint(condition=~Q(state="no") | ~Q(why_not=""), name="a_no_has_a_reason"),
            models.CheckConstraint(
                condition=Q(reply_by__gt=F("sent_at")), name="an_answer_is_due_after_asking"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "state", "reply_by"], name="asks_by_reply")]

    def __str__(self) -> str:
        return f"{self.home.reference} about {self.request}"

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return TONES[self.state]

    def is_silent(self, now: datetime) -> bool:
        """Whether the time to answer is over without an answer."""
        return self.state == AskState.WAITING and now > self.reply_by


class Reveal(OfAuthority):
    """Where someone lives or goes to school was shown to one named recipient, for a reason."""

    ask = models.ForeignKey(Ask, models.CASCADE, related_name="reveals")
    recipient = models.CharField("who is shown it", max_length=150)
    reason = models.CharField(max_length=300)
    shown_by = models.CharField(max_length=150)
    shown_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Names whom and says why."""

        ordering: ClassVar = ["-shown_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(recipient="") & ~Q(reason=""), name="an_address_is_shown_to_someone_for_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"shown to {self.recipient}"


class Choice(OfAuthority):
    """The home that was chosen, why, over which others, and what that costs in fit and money."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="choices")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)
    reason = models.TextField()
    gaps = models.TextField("gaps accepted", blank=True)
    principles = models.TextField("principles applied", blank=True)
    passed_over_because = models.CharField(
        "why no in-house home that could take them", max_length=500, blank=True
    )
    card = models.JSONField()  # the home as it was ranked then
    runners_up = models.JSONField(default=list)
    cost_of_preference = models.DecimalField("points of fit", max_digits=5, decimal_places=2, default=0)
    weekly_cost = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    # The version by which homes were ranked then; none: the weights that the system starts with.
    ranking_policy = models.ForeignKey(
        RankingPolicy, models.PROTECT, null=True, blank=True, related_name="choices"
    )
    threshold = models.CharField(max_length=20, blank=True)  # the emergency threshold in force that day
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField(default=timezone.now)
    fell_through_because = models.CharField(max_length=500, blank=True)

    class Meta:
        """One choice holds; every choice says why."""

        ordering: ClassVar = ["-decided_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(is_current=True), name="one_home_is_chosen_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_choice_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.home.reference} for {self.request}"


class Approval(OfAuthority):
    """Something that must be approved, or someone who must be told, before a child moves in. Not by who asked."""

    choice = models.ForeignKey(Choice, models.CASCADE, related_name="approvals")
    kind = models.CharField(max_length=20, choices=ApprovalKind.choices)
    who = models.CharField(max_length=120)
    law = models.CharField(max_length=200)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=150, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        """Each kind once for a choice."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["choice", "kind"], name="each_approval_is_given_once")
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_notice(self) -> bool:
        """Whether somebody is told rather than asked."""
        return self.kind == ApprovalKind.HOST_NOTICE
