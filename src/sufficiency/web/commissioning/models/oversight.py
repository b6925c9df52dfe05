"""Children in settings that are not registered, visits to homes, and children at risk of exploitation."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.homes.oversight import Unregistered
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.children.models import Child
from sufficiency.web.commissioning.states import TONES, SettingState
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.components import Tone


class VisitKind(models.TextChoices):
    """What a visit to a home is for."""

    INDEPENDENT = "reg44", "Independent visit (regulation 44)"
    QUALITY = "reg45", "Review of the quality of care (regulation 45)"
    ASSURANCE = "quality", "Quality assurance visit"
    CARERS = "carers", "Unannounced visit to carers"


class Risk(models.TextChoices):
    """What a child is at risk of (contextual safeguarding)."""

    SEXUAL = "sexual", "Child sexual exploitation"
    CRIMINAL = "criminal", "Child criminal exploitation"
    COUNTY_LINES = "county_lines", "County lines"
    MISSING = "missing", "Going missing"
    SETTING = "setting", "Where the child lives"


class UnregisteredSetting(OfAuthority):
    """A child's stay in a setting that is not registered: why, who answers for it, and the way out."""

    reference = models.CharField(max_length=20)
    child = models.ForeignKey(Child, models.PROTECT, related_name="unregistered_stays")
    home = models.ForeignKey(Home, models.PROTECT, related_name="unregistered_stays")
    state = models.CharField(max_length=10, choices=SettingState.choices, default=SettingState.IN_USE)
    began_on = models.DateField("first day there")
    ended_on = models.DateField("day of leaving", null=True, blank=True)
    why = models.TextField("why nothing registered could be found")
    owner = models.CharField("who answers for it", max_length=100, blank=True)
    exit_plan = models.TextField("the way out", blank=True)
    exit_planned_on = models.DateField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField("director who approved", max_length=100, blank=True)
    key_decision = models.CharField("key decision on file", max_length=60, blank=True)
    why_ended = models.CharField(max_length=300, blank=True)

    class Meta:
        """A child is in one such setting at a time."""

        ordering: ClassVar = ["-began_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "reference"],
                name="a_reference_names_one_setting",
                violation_error_message="Another setting has this reference.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(state="in_use"),
                name="one_unregistered_stay_at_a_time",
                violation_error_message="This child is in an unregistered setting already.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="a_stay_ends_after_it_begins",
                violation_error_message="The day of leaving must not be before the first day there.",
            ),
            models.CheckConstraint(
                condition=Q(state="in_use", ended_on=None) | (~Q(state="in_use") & Q(ended_on__isnull=False)),
                name="a_stay_in_use_has_no_end",
                violation_error_message="Only a stay that has ended has a day of leaving.",
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="an_unregistered_stay_has_a_reason",
                violation_error_message="Say why nothing registered could be found.",
            ),
            models.CheckConstraint(
                condition=Q(approved_on=None) | (~Q(approved_by="") & ~Q(key_decision="")),
                name="an_approval_names_the_director_and_the_key_decision",
                violation_error_message="An approval names the director and the key decision on file.",
            ),
        ]

    def __str__(self) -> str:
        return f"unregistered setting {self.reference}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("commissioning:setting", args=[self.pk])

    @property
    def is_in_use(self) -> bool:
        """Whether the child still lives there."""
        return self.state == SettingState.IN_USE

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return TONES[self.state]

    def in_plain(self) -> Unregistered:
        """The same for what is due (reads the looks and the escalations)."""
        return Unregistered(
            began=self.began_on,
            ended=self.ended_on,
            owner=self.owner,
            looks=[one.on for one in self.looks.all()],
            escalated=[one.on for one in self.escalations.all()],
            exit_planned=self.exit_planned_on,
            approved=self.approved_on,
            key_decision=self.key_decision,
        )


class Look(OfAuthority):
    """The daily task: someone looked at how the child is and at the way out."""

    setting = models.ForeignKey(UnregisteredSetting, models.CASCADE, related_name="looks")
    on = models.DateField()
    by = models.CharField(max_length=100)
    saw_child = models.BooleanField("the child was seen or spoken to", default=False)
    text = models.CharField("how the child is, and what was done towards leaving", max_length=500)

    class Meta:
        """One a day counts; a second look the same day is another row of that day."""

        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="a_look_says_something",
                violation_error_message="Say how the child is, and what was done towards leaving.",
            )
        ]

    def __str__(self) -> str:
        return f"look on {self.on:%d/%m/%Y}"


class Escalation(OfAuthority):
    """The setting is still in use: it went to the director again, with what was answered."""

    setting = models.ForeignKey(UnregisteredSetting, models.CASCADE, related_name="escalations")
    on = models.DateField()
    by = models.CharField(max_length=100)
    to = models.CharField("to whom", max_length=100)
    answer = models.CharField("what they decided", max_length=500)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"escalation on {self.on:%d/%m/%Y}"


class Visit(OfAuthority):
    """A visit to a home, with who came along of the corporate parents, and what was found."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="visits")
    kind = models.CharField(max_length=10, choices=VisitKind.choices)
    on = models.DateField()
    visitor = models.CharField("who visited", max_length=100)
    member = models.CharField("councillor who came along", max_length=100, blank=True)
    found = models.TextField("what was found", blank=True)
    written_by = models.CharField(max_length=100)
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; the same visit is written down once."""

        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["home", "kind", "on"],
                name="a_visit_is_written_down_once",
                violation_error_message="This visit is written down already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on:%d/%m/%Y}"


class RiskListing(OfAuthority):
    """A child on the list that the working group on exploitation keeps, with the day it looks again."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="risk_listings")
    risk = models.CharField(max_length=20, choices=Risk.choices)
    since = models.DateField()
    review_on = models.DateField("looked at again on")
    owner = models.CharField("who acts", max_length=100)
    doing = models.CharField("what is being done", max_length=500)
    ended_on = models.DateField("taken off", null=True, blank=True)
    why_ended = models.CharField(max_length=300, blank=True)

    class Meta:
        """What is looked at soonest first; a child is listed for a risk once at a time."""

        ordering: ClassVar = ["review_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "risk"],
                condition=Q(ended_on=None),
                name="a_child_is_listed_once_for_a_risk",
                violation_error_message="This child is listed for this risk already.",
            ),
            models.CheckConstraint(
                condition=Q(review_on__gte=F("since")),
                name="a_listing_is_reviewed_later",
                violation_error_message="The day it is looked at again must not be before the day it was listed.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")),
                name="a_listing_ends_after_it_begins",
                violation_error_message="The day it was taken off must not be before the day it was listed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_risk_display()}, child {self.child.reference}"
