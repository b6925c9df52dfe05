"""A request for a home, the children it is for, and every answer ever given about them."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.children.models import Child
from sufficiency.web.placements.choices import Meeting
from sufficiency.web.placements.states import OPEN_STATES, TONES, RequestState
from sufficiency.web.ui.components import Tone


class SearchRequest(OfAuthority):
    """What is being looked for: the needs of one child, or of brothers and sisters together, and by when."""

    reference = models.CharField(max_length=12)  # such as R-1041
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.DRAFT)
    # Counts up with every move; a page that was opened before a move cannot be sent after it.
    version = models.PositiveIntegerField(default=1)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_by_name = models.CharField(max_length=150)
    asked_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    needed_by = models.DateTimeField("when a home is needed")
    is_emergency = models.BooleanField(default=False)
    # The family and friends gate.
    kin_meeting = models.CharField("family group meeting", max_length=10, choices=Meeting.choices, blank=True)
    kin_temporary = models.CharField("temporary approval (regulation 24)", max_length=200, blank=True)
    kin_closed_at = models.DateTimeField(null=True, blank=True)
    kin_closed_by = models.CharField(max_length=150, blank=True)
    kin_override = models.CharField(max_length=500, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        """A reference names one request of an authority; what was sent has a time."""

        ordering: ClassVar = ["needed_by", "pk"]
        verbose_name = "placement request"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "reference"], name="a_reference_names_one_request"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(state="withdrawn") | Q(sent_at__isnull=False),
                name="a_request_that_was_sent_says_when",
            ),
            models.CheckConstraint(
                condition=Q(needed_by__gt=F("asked_at")), name="a_home_is_needed_after_it_is_asked_for"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "state", "needed_by"], name="open_requests")]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("placements:request", args=[self.pk])

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return TONES[self.state]

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for a home."""
        return self.state in OPEN_STATES

    @property
    def kin_is_closed(self) -> bool:
        """Whether family and friends were thought of first, or that was set aside with a reason."""
        return self.kin_closed_at is not None or bool(self.kin_override)


class RequestChild(OfAuthority):
    """A child of a request; brothers and sisters share one."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="members")
    child = models.ForeignKey(Child, models.PROTECT, related_name="requests")
    # A short name for sibling groups on the desk, such as "older brother"; never sent.
    called = models.CharField(max_length=40, blank=True)

    class Meta:
        """A child is once in a request."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "child"], name="a_child_is_once_in_a_request")
        ]

    def __str__(self) -> str:
        return self.called or str(self.child)


class Answer(OfAuthority):
    """An answer to a question at a time, by whom; answers are added, never changed, so that each version is kept."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="answers")
    member = models.ForeignKey(RequestChild, models.CASCADE, null=True, blank=True, related_name="answers")
    question = models.CharField(max_length=40)
    value = models.JSONField(null=True)  # null: not known yet
    said_by = models.CharField("who said it", max_length=100, blank=True)
    as_of = models.DateField("as of", null=True, blank=True)
    written_by = models.CharField(max_length=150)
    written_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)

    class Meta:
        """One answer to a question holds at a time."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request", "member", "question"],
                condition=Q(is_current=True, member__isnull=False),
                name="one_answer_holds_for_a_child",
            ),
            models.UniqueConstraint(
                fields=["request", "question"],
                condition=Q(is_current=True, member__isnull=True),
                name="one_answer_holds_for_a_request",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["request", "is_current"], name="answers_that_hold")]

    def __str__(self) -> str:
        return f"{self.question} of {self.request}"

    def age_days(self, now: datetime) -> int:
        """How many days old it is."""
        return (timezone.localdate(now) - (self.as_of or timezone.localdate(self.written_at))).days
