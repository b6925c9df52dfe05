"""Rules of matching that an officer has set aside for a request."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.models import Home
from sufficiency.web.placements.models.requests import SearchRequest


class RuleSetAside(OfAuthority):
    """A hard rule set aside by the officer it names, for a request and one home or all, with a reason."""

    request = models.ForeignKey(SearchRequest, models.CASCADE, related_name="rules_set_aside")
    home = models.ForeignKey(Home, models.PROTECT, null=True, blank=True, related_name="+")
    rule = models.CharField(max_length=40)
    post = models.CharField("officer the rule names", max_length=80)
    reason = models.CharField(max_length=500)
    written_by = models.CharField(max_length=150)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Nothing is set aside without a reason."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_rule_is_set_aside_for_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.rule} for {self.request}"
