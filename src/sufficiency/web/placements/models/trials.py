"""Judgements of made-up cases, for the blind study of the ranking. They hold nothing about any child."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.placements.models.ranking_policy import RankingPolicy


class Trial(OfAuthority):
    """One made-up case before one officer: the home they chose without the ranking, and what they said after it."""

    number = models.PositiveSmallIntegerField("case")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # By which the case is ranked, kept with it so that a version agreed meanwhile changes no answer.
    ranking_policy = models.ForeignKey(RankingPolicy, models.PROTECT, null=True, blank=True, related_name="+")
    began_at = models.DateTimeField(default=timezone.now)
    picked = models.CharField("home chosen", max_length=20, blank=True)
    picked_at = models.DateTimeField(null=True, blank=True)
    place = models.PositiveSmallIntegerField("place of that home in the ranking", null=True, blank=True)
    keeps = models.BooleanField("keeps the choice after seeing the ranking", null=True, blank=True)
    because = models.CharField(max_length=1000, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Each case once for an officer; nothing is said of the ranking before a home was chosen."""

        ordering: ClassVar = ["officer", "number"]
        verbose_name = "judgement of a made-up case"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "officer", "number"], name="a_case_is_judged_once"),
            models.CheckConstraint(
                condition=Q(picked="", picked_at=None, place=None)
                | (~Q(picked="") & Q(picked_at__isnull=False, place__gte=1)),
                name="a_home_that_was_picked_has_a_time_and_a_place",
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None, keeps=None)
                | Q(finished_at__isnull=False, keeps__isnull=False, picked_at__isnull=False),
                name="the_ranking_is_seen_after_a_home_was_picked",
            ),
            # Only where the officer's home is the ranking's first is there nothing to explain.
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(place=1) | ~Q(because=""),
                name="who_differs_from_the_ranking_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"case {self.number}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("placements:trial", args=[self.pk])
