"""Meetings and who was there."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.governance.models.groups import NAME_LENGTH, Group, Member
from sufficiency.web.governance.states import MEETING_TONES, Format, MeetingState, Mode, Presence
from sufficiency.web.ui.components import Tone
from sufficiency.web.ui.wording import full_day


class Meeting(OfAuthority):
    """One meeting of a group, planned, held or cancelled; or work on paper between meetings."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="meetings")
    on = models.DateField("day")
    only_month_known = models.BooleanField("only its month is known", default=False)
    starts_at = models.TimeField("begins at", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("length in minutes", default=120)
    mode = models.CharField(
        "how people take part", max_length=10, choices=Mode.choices, default=Mode.IN_PERSON
    )
    format = models.CharField(max_length=10, choices=Format.choices, default=Format.FORMAL)
    place = models.CharField("where", max_length=NAME_LENGTH, blank=True)
    is_extra = models.BooleanField("an extra meeting", default=False)
    chair_agreed = models.BooleanField("agreed by the chair", default=False)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    cancelled_because = models.TextField(blank=True)
    chair = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="chaired")
    pack_version = models.PositiveSmallIntegerField("version of the papers sent out", default=0)
    pack_issued_at = models.DateTimeField(null=True, blank=True)
    minutes_text = models.TextField("minutes", blank=True)
    minutes_confirmed_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    minutes_confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A group meets once a day; a cancelled meeting says why."""

        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "on"],
                condition=~Q(state=MeetingState.CANCELLED),
                name="a_group_meets_once_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.CANCELLED) | ~Q(cancelled_because=""),
                name="a_cancelled_meeting_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}, {self.day_in_words}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("governance:meeting", args=[self.pk])

    @property
    def day_in_words(self) -> str:
        """The day, or the month where no more is known."""
        return f"{self.on:%B %Y}" if self.only_month_known else full_day(self.on)

    @property
    def state_in_words(self) -> str:
        """The word in its tag."""
        return MeetingState(self.state).label

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return MEETING_TONES[MeetingState(self.state)]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be held or being held."""
        return self.state in (MeetingState.PLANNED, MeetingState.ISSUED)

    @property
    def is_held(self) -> bool:
        """Whether it was held and closed."""
        return self.state == MeetingState.HELD


class Attendance(OfAuthority):
    """Whether a member came to a meeting, how, and who sat in for them."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    member = models.ForeignKey(Member, models.PROTECT, related_name="attendances")
    presence = models.CharField(max_length=10, choices=Presence.choices)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.IN_PERSON)
    substitute = models.CharField("who sat in", max_length=NAME_LENGTH, blank=True)

    class Meta:
        """A member is noted once a meeting; who sat in is named."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "member"], name="a_member_is_noted_once"),
            models.CheckConstraint(
                condition=~Q(presence=Presence.SUBSTITUTE) | ~Q(substitute=""), name="who_sat_in_is_named"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_presence_display()}"

    @property
    def is_here(self) -> bool:
        """Whether the seat is filled at this meeting, by its member or a substitute."""
        return self.presence in (Presence.PRESENT, Presence.SUBSTITUTE)
