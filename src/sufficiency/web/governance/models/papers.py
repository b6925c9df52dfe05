"""The agenda of a meeting, its papers, and who may not see an item."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.governance.models.groups import NAME_LENGTH, Group, Member
from sufficiency.web.governance.models.meetings import Meeting
from sufficiency.web.governance.states import Ask, ItemState, Mode, Origin


class AgendaItem(OfAuthority):
    """Something a group is to deal with; without a meeting it waits for the next one that is planned."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="items")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    ask = models.CharField("what the group is asked", max_length=12, choices=Ask.choices, default=Ask.DECIDE)
    minutes = models.PositiveSmallIntegerField("minutes for it", default=10)
    origin = models.CharField(max_length=12, choices=Origin.choices, default=Origin.BY_HAND)
    trigger = models.CharField("why it is on the agenda", max_length=200, blank=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_key = models.CharField(max_length=60, blank=True)
    presented_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    presenter_mode = models.CharField(max_length=10, choices=Mode.choices, blank=True)
    on_paper_because = models.TextField("why nobody presents it in person", blank=True)
    state = models.CharField(max_length=8, choices=ItemState.choices, default=ItemState.WAITING)
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="carried_to")
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.CharField(max_length=NAME_LENGTH, blank=True)

    class Meta:
        """A subject waits once before a group."""

        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "subject_kind", "subject_key"],
                condition=Q(state=ItemState.WAITING) & ~Q(subject_kind=""),
                name="a_subject_waits_once",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("governance:item", args=[self.pk])

    @property
    def first(self) -> "AgendaItem":
        """The item this one goes back to, through every time it was carried over."""
        item = self
        while item.carried_from is not None:
            item = item.carried_from
        return item

    @property
    def origin_in_words(self) -> str:
        """Where it comes from: the trigger, or the meeting it was first put to."""
        first = self.first
        if first.pk != self.pk and first.meeting is not None:
            return f"Carried over from {first.meeting.day_in_words}"
        return self.trigger or self.get_origin_display()


class Paper(OfAuthority):
    """A version of a paper for an item. A replaced one stays, so that what was sent out can be shown."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="papers")
    title = models.CharField(max_length=300)
    version = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    sent_in = models.PositiveSmallIntegerField("version of the pack it went out in", null=True, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaced_because = models.TextField("why it was replaced after it went out", blank=True)

    class Meta:
        """Versions of a paper are numbered."""

        ordering: ClassVar = ["title", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "title", "version"], name="a_version_is_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @property
    def is_current(self) -> bool:
        """Whether no later version has taken its place."""
        return not hasattr(self, "replaced_by")

    @property
    def replaces_issued(self) -> bool:
        """Whether it took the place of one that people had been sent already."""
        return self.replaces is not None and self.replaces.sent_in is not None


class Conflict(OfAuthority):
    """A member who has an interest in an item: it is hidden from them, and they take no part."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="conflicts")
    member = models.ForeignKey(Member, models.PROTECT, related_name="conflicts")
    reason = models.TextField()

    class Meta:
        """Declared once an item."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "member"], name="a_conflict_is_declared_once")
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.reason}"
