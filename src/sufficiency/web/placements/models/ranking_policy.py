"""How homes are ranked: weights and tolerance as the gateway panel agreed them, version by version."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import Authority, OfAuthority
from sufficiency.web.placements.states import TONES, PolicyState
from sufficiency.web.ui.components import Tone

MOST_POINTS = 100


class RankingPolicy(OfAuthority):
    """A proposal to rank by other weights or another tolerance, and what came of it. Settled once, never changed."""

    version = models.PositiveSmallIntegerField()
    weights = models.JSONField()  # points by the id of the criterion; every criterion, 100 together
    tolerance = models.DecimalField("tolerance in points of fit", max_digits=4, decimal_places=1)
    reason = models.TextField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    proposed_by_name = models.CharField(max_length=150)
    proposed_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=PolicyState.choices, default=PolicyState.WAITING)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    settled_by_name = models.CharField(max_length=150, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    because = models.TextField("why the panel agrees or not", blank=True)

    class Meta:
        """The newest first. Counted, one waits at a time, and nobody approves their own."""

        ordering: ClassVar = ["-version"]
        verbose_name = "ranking policy"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "version"], name="ranking_policies_are_counted"),
            # Two changes at once could not be told apart in what they would do.
            models.UniqueConstraint(
                fields=["authority"],
                condition=Q(state=PolicyState.WAITING),
                name="one_ranking_policy_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(tolerance__gte=0, tolerance__lte=MOST_POINTS), name="a_tolerance_is_points_of_100"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_ranking_policy_says_why"),
            models.CheckConstraint(
                condition=Q(state=PolicyState.WAITING, settled_at=None)
                | (~Q(state=PolicyState.WAITING) & Q(settled_at__isnull=False) & ~Q(settled_by_name="")),
                name="a_ranking_policy_is_settled_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(state=PolicyState.TAKEN_BACK)
                | Q(settled_by=None)
                | Q(proposed_by=None)
                | ~Q(settled_by=F("proposed_by")),
                name="nobody_agrees_their_own_ranking_policy",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.version}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("placements:ranking_policy", args=[self.pk])

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return TONES[self.state]

    @property
    def is_waiting(self) -> bool:
        """Whether the panel has not said yet."""
        return self.state == PolicyState.WAITING

    @classmethod
    def in_force(cls, authority: Authority) -> "RankingPolicy | None":
        """The one the panel agreed last; none where homes are still ranked by the weights of the start."""
        return cls.objects.of(authority).filter(state=PolicyState.AGREED).order_by("-settled_at").first()

    @classmethod
    def waiting(cls, authority: Authority) -> "RankingPolicy | None":
        """The one that waits for the panel."""
        return cls.objects.of(authority).filter(state=PolicyState.WAITING).first()
