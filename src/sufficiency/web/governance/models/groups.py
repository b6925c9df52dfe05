"""Groups and who sits on them."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from sufficiency.analytics.governance import attendance
from sufficiency.analytics.governance.declaring import GroupType
from sufficiency.analytics.governance.group_types import GROUP_TYPES
from sufficiency.analytics.governance.membership import Member as Seat
from sufficiency.web.access.models import OfAuthority

NAME_LENGTH = 150


def kinds() -> list[tuple[str, str]]:
    """The kinds of group for a form or a column; a function, so that a new kind needs no migration."""
    return [(kind.key, kind.label) for kind in GROUP_TYPES.values()]


class Group(OfAuthority):
    """A panel, board or group: its kind says the rules, its settings what is different here."""

    kind = models.CharField(max_length=40, choices=kinds)
    name = models.CharField(max_length=NAME_LENGTH)
    purpose = models.TextField(blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children_groups")
    began_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    settings = models.JSONField(default=dict, blank=True)  # as declared in SETTINGS; ends_on is a column
    scope = models.JSONField(default=dict, blank=True)  # "in", "out", "impact_only": lists of topics
    routes = models.JSONField(
        default=list, blank=True
    )  # bodies it reports to, where they differ from the kind's
    support = models.CharField("who supports it", max_length=200, blank=True)
    source = models.CharField("where its terms are written", max_length=200, blank=True)

    class Meta:
        """A name is used once at an authority."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "name"], name="a_group_is_named_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("governance:group", args=[self.pk])

    @property
    def type(self) -> GroupType:
        """The kind as it is declared."""
        return GROUP_TYPES[self.kind]

    @property
    def terms(self) -> GroupType:
        """The terms of reference: the kind with this group's settings."""
        return self.type.with_settings({**self.settings, "ends_on": self.ends_on})

    @property
    def reports_to(self) -> list[str]:
        """The bodies that its report goes to."""
        return list(self.routes or self.type.reports_to)


class Member(OfAuthority):
    """A seat on a group and who holds it, from when to when."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="members")
    name = models.CharField(max_length=NAME_LENGTH)
    # The name above stays when the account goes.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="seats"
    )
    place = models.CharField(max_length=30)  # a key of the kind's places
    post = models.CharField("role or post", max_length=NAME_LENGTH, blank=True)
    body = models.CharField("council, department or agency", max_length=NAME_LENGTH, blank=True)
    political_group = models.CharField(max_length=60, blank=True)
    area = models.CharField("area or district", max_length=60, blank=True)
    is_chair = models.BooleanField("chairs the group", default=False)
    is_vice = models.BooleanField("vice chair", default=False)
    served_from = models.DateField(null=True, blank=True)
    served_to = models.DateField(null=True, blank=True)
    appointed_until = models.DateField("term ends on", null=True, blank=True)
    # Attendance as a report printed it, where meetings were not recorded one by one.
    printed_attended = models.PositiveSmallIntegerField(null=True, blank=True)
    printed_possible = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        """One chair at a time; service does not end before it begins."""

        ordering: ClassVar = ["-is_chair", "-is_vice", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(is_chair=True, served_to=None), name="one_chair_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(served_from=None) | Q(served_to=None) | Q(served_to__gte=models.F("served_from")),
                name="service_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(printed_attended=None) | Q(printed_attended__lte=models.F("printed_possible")),
                name="nobody_attends_more_than_was_held",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def seat(self) -> Seat:
        """The same as the rules know it."""
        return Seat(
            name=self.name, place=self.place, post=self.post, body=self.body,
            political_group=self.political_group, is_chair=self.is_chair, is_vice=self.is_vice,
            served_from=self.served_from, served_to=self.served_to, appointed_until=self.appointed_until,
        )  # fmt: skip

    @property
    def place_label(self) -> str:
        """The place in words."""
        place = self.group.type.place(self.place)
        return place.label if place else self.place

    @property
    def counts_as_member(self) -> bool:
        """Whether the holder is a member, not someone who supports the group."""
        place = self.group.type.place(self.place)
        return place is None or place.is_member

    @property
    def printed(self) -> attendance.Count | None:
        """Attendance as printed; None where it was not."""
        if self.printed_attended is None or self.printed_possible is None:
            return None
        return attendance.Count(self.printed_attended, self.printed_possible)

    def serves_on(self, day: date) -> bool:
        """Whether they hold the seat on a day."""
        return self.seat.serves_on(day)


class EligibleSubstitute(OfAuthority):
    """Someone who may sit in for a member: a member or substitute of the board that the terms name."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="eligible_substitutes")
    name = models.CharField(max_length=NAME_LENGTH)
    political_group = models.CharField(max_length=60, blank=True)

    class Meta:
        """A name is listed once."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "name"], name="a_substitute_is_listed_once")
        ]

    def __str__(self) -> str:
        return self.name
