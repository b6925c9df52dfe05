"""Who holds the posts that law and rules name, and which councils adjoin ours."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.placements.choices import Post


class HeldPost(OfAuthority):
    """A post held by an account from a day on. A role says what someone may open; a post, what only they may decide."""

    post = models.CharField(max_length=60, choices=Post.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    began_on = models.DateField(default=timezone.localdate)
    ended_on = models.DateField(null=True, blank=True)
    given_by = models.CharField(max_length=150)

    class Meta:
        """Several people may hold a post, nobody one twice at a time; what was held stays as history."""

        ordering: ClassVar = ["post", "began_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "post", "user"], condition=Q(ended_on=None), name="a_post_is_held_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="a_post_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_post_display()}"


class Neighbour(OfAuthority):
    """A council whose area adjoins ours. Beyond our neighbours a placement is at a distance (regulation 11)."""

    code = models.CharField("ONS code", max_length=9)

    class Meta:
        """Each once."""

        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "code"], name="a_neighbour_is_named_once")
        ]

    def __str__(self) -> str:
        return self.code
