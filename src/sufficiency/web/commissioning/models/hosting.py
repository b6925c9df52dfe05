"""Telling host authorities of our children in their areas, and what other authorities tell us of theirs in ours."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models import Home, Placement


class HostNotice(OfAuthority):
    """The host authority was told that one of our children lives in its area."""

    placement = models.OneToOneField(Placement, models.CASCADE, related_name="host_notice")
    told_on = models.DateField()
    told_whom = models.CharField("which authority, and who there", max_length=150)
    by = models.CharField(max_length=100)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-told_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.told_whom} told on {self.told_on:%d/%m/%Y}"


class HostedChild(OfAuthority):
    """A child of another authority placed in our area, as that authority told us. No name is kept."""

    placing_authority = models.CharField(max_length=100)
    their_reference = models.CharField(max_length=40)
    home = models.ForeignKey(Home, models.SET_NULL, null=True, blank=True, related_name="hosted")
    born_in = models.PositiveSmallIntegerField("year of birth", null=True, blank=True)
    came_on = models.DateField("came on")
    told_on = models.DateField("we were told on")
    left_on = models.DateField("left on", null=True, blank=True)

    class Meta:
        """A stay is noted once."""

        ordering: ClassVar = ["-came_on", "-pk"]
        verbose_name_plural = "children of other authorities"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "placing_authority", "their_reference"],
                condition=Q(left_on=None),
                name="a_hosted_child_is_noted_once",
                violation_error_message="This child of that authority is noted already.",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("came_on")),
                name="a_hosted_child_leaves_later",
                violation_error_message="The day of leaving must not be before the day of coming.",
            ),
        ]

    def __str__(self) -> str:
        return f"child of {self.placing_authority}"
