"""The library, what its items support, gaps, asks and replies, and the narrative."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.governance.entitlement import Entitlement
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.evidence.states import Chapter, Kind, Status, Strength

TITLE_LENGTH, NAME_LENGTH, KEY_LENGTH = 300, 100, 60


class Item(OfAuthority):
    """A study, a practice, an activity, a benchmark or a policy: where it is from, how strong, what it says."""

    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=TITLE_LENGTH)
    source = models.CharField("who wrote it", max_length=TITLE_LENGTH, blank=True)
    place = models.CharField("where it was found or tried", max_length=TITLE_LENGTH, blank=True)
    year = models.CharField(max_length=20, blank=True)
    strength = models.CharField(max_length=10, choices=Strength.choices, default=Strength.NOT_GRADED)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PUBLISHED)
    says = models.TextField("what it says", blank=True)
    effect = models.TextField("what it means for us", blank=True)
    link = models.URLField(max_length=500, blank=True)
    # Ages in completed years; only a policy that promises something to an age has them.
    from_age = models.PositiveSmallIntegerField("promised from age", null=True, blank=True)
    to_age = models.PositiveSmallIntegerField("to age", null=True, blank=True)
    to_age_with_send = models.PositiveSmallIntegerField("to age with SEND", null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.CharField(max_length=NAME_LENGTH)

    class Meta:
        """By title; a title of a source is there once; ages run forwards and are there together."""

        ordering: ClassVar = ["title", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "source", "title"], name="an_item_is_there_once"),
            models.CheckConstraint(
                condition=Q(from_age=None, to_age=None, to_age_with_send=None)
                | Q(from_age__lte=models.F("to_age"))
                & (Q(to_age_with_send=None) | Q(to_age_with_send__gte=models.F("to_age"))),
                name="ages_run_forwards",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def entitlement(self) -> Entitlement | None:
        """Whom it covers by age; None where it promises nothing to an age."""
        if self.from_age is None or self.to_age is None:
            return None
        return Entitlement(self.from_age, self.to_age, self.to_age_with_send)

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("evidence:item", args=[self.pk])


class Support(OfAuthority):
    """That an item supports (or speaks against) something of another app, known by a key."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="supports")
    about = models.CharField(max_length=KEY_LENGTH)
    label = models.CharField(max_length=TITLE_LENGTH)

    class Meta:
        """An item supports a thing once."""

        ordering: ClassVar = ["label"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "about"], name="an_item_supports_a_thing_once")
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "about"], name="evidence_about")]

    def __str__(self) -> str:
        return self.label


class Gap(OfAuthority):
    """A question to which there is no good answer; without evidence it proposes research."""

    question = models.TextField()
    research = models.TextField("research that is proposed", blank=True)
    answered_by = models.ManyToManyField(Item, blank=True, related_name="answers")
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.CharField(max_length=NAME_LENGTH)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.question[:TITLE_LENGTH]


class Ask(OfAuthority):
    """What was asked of someone (a letter, a request to government), and what came back."""

    topic = models.CharField(max_length=TITLE_LENGTH, blank=True)
    text = models.TextField("what was asked")
    of_whom = models.CharField("of whom", max_length=TITLE_LENGTH)
    asked_on = models.DateField("asked on", null=True, blank=True)
    reply = models.TextField("what came back", blank=True)
    replied_on = models.DateField("answered on", null=True, blank=True)
    next_step = models.TextField(blank=True)

    class Meta:
        """Open ones first; what came back has its day."""

        ordering: ClassVar = ["replied_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(reply="") | Q(replied_on__isnull=False), name="a_reply_has_its_day"
            )
        ]

    def __str__(self) -> str:
        return self.text[:TITLE_LENGTH]

    @property
    def is_open(self) -> bool:
        """Whether no reply has come."""
        return not self.reply


class Statement(OfAuthority):
    """A claim of the narrative. It is published only with evidence behind it."""

    chapter = models.CharField(max_length=6, choices=Chapter.choices)
    text = models.TextField()
    items = models.ManyToManyField(Item, blank=True, related_name="statements")
    is_published = models.BooleanField(default=False)

    class Meta:
        """In the order in which they were written."""

        ordering: ClassVar = ["chapter", "pk"]

    def __str__(self) -> str:
        return self.text[:TITLE_LENGTH]
