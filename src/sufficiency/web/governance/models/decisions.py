"""What was decided, why, and what follows."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.governance.models.groups import NAME_LENGTH, Group
from sufficiency.web.governance.models.papers import AgendaItem
from sufficiency.web.governance.states import ActionState, Outcome


class Decision(OfAuthority):
    """What a group decided about one item, with the reasons, and what it was decided on."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    text = models.TextField("what was decided")
    reasons = models.TextField("why")
    options = models.TextField("options considered", blank=True)
    principles = models.TextField("principles applied", blank=True)
    cost_a_week = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)  # pounds
    resources = models.TextField("resources considered", blank=True)
    child_view = models.TextField("what the child says", blank=True)
    no_child_view_because = models.TextField("why the child’s view is not here", blank=True)
    review_on = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.CharField(max_length=NAME_LENGTH)
    chaired_by = models.CharField(max_length=NAME_LENGTH)
    present = models.JSONField(default=list)  # names of who took part
    quorum = models.CharField("quorum when it was decided", max_length=120)
    is_unanimous = models.BooleanField(default=False)
    is_on_paper = models.BooleanField("decided between meetings, in writing", default=False)
    remarks = models.JSONField(default=list)  # rules that were broken and did not refuse, in words

    class Meta:
        """Newest first; every decision says why."""

        ordering: ClassVar = ["-decided_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reasons=""), name="a_decision_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.item}"

    def get_absolute_url(self) -> str:
        """The page of its item."""
        return reverse("governance:item", args=[self.item_id])

    @property
    def agrees(self) -> bool:
        """Whether what was asked for was agreed, with conditions or without."""
        return self.outcome in (Outcome.AGREED, Outcome.CONDITIONS)


class Action(OfAuthority):
    """Something that someone is to do by a day; conditions of a decision are actions too."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="actions")
    decision = models.ForeignKey(Decision, models.CASCADE, null=True, blank=True, related_name="actions")
    text = models.TextField("what is to be done")
    owner = models.CharField(max_length=NAME_LENGTH)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField()
    is_condition = models.BooleanField("a condition of the decision", default=False)
    state = models.CharField(max_length=8, choices=ActionState.choices, default=ActionState.OPEN)
    answer = models.TextField("what was done", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Soonest first; what is settled says what was done."""

        ordering: ClassVar = ["due_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ActionState.OPEN) | ~Q(answer=""), name="a_settled_action_has_an_answer"
            )
        ]

    def __str__(self) -> str:
        return self.text
