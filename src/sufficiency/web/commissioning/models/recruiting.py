"""Households on their way to fostering for the council, the days of each stage, and how many places are wanted."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.homes.recruitment import Case, Goal, Stage, Step, strategy_goal
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.commissioning.states import TONES
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.components import Tone

STAGES = [(stage.value, stage.label) for stage in Stage]


class CarerCase(OfAuthority):
    """A household that asked about fostering. Once approved it is a home of the register as well."""

    reference = models.CharField(max_length=20)  # such as F-118
    name = models.CharField("household", max_length=120)
    places = models.PositiveSmallIntegerField("places they would offer", default=1)
    came_by = models.CharField("how they heard of us", max_length=80, blank=True)  # campaign, carer, website
    worker = models.CharField("who works with them", max_length=100, blank=True)
    stage = models.CharField(max_length=20, choices=STAGES, default=Stage.ENQUIRY.value)
    home = models.ForeignKey(
        Home,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="recruited_as",
        verbose_name="in the register",
    )
    notes = models.TextField(blank=True)

    class Meta:
        """A reference names one household."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "reference"],
                name="a_reference_names_one_carer_case",
                violation_error_message="Another household has this reference.",
            ),
            models.CheckConstraint(
                condition=models.Q(places__gte=1),
                name="a_household_offers_a_place",
                violation_error_message="A household offers one place or more.",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "stage"], name="carer_cases_by_stage")]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("commissioning:carer_case", args=[self.pk])

    @property
    def stage_of(self) -> Stage:
        """Where it stands."""
        return Stage(self.stage)

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return TONES[self.stage]

    def in_plain(self) -> Case:
        """The same for the arithmetic of recruiting (reads the stages)."""
        steps = [Step(Stage(one.stage), one.on) for one in self.reached.all()]
        return Case(self.reference, steps, self.places)


class StageReached(OfAuthority):
    """The day on which a household came to a stage, who wrote it down, and why where that was asked for."""

    case = models.ForeignKey(CarerCase, models.CASCADE, related_name="reached")
    stage = models.CharField(max_length=20, choices=STAGES)
    on = models.DateField()
    by = models.CharField(max_length=100)
    reason = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order in which they happened."""

        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{Stage(self.stage).label} on {self.on:%d/%m/%Y}"


class RecruitmentGoal(OfAuthority):
    """The first year of the goal for more places, and so many in each year."""

    first_year = models.PositiveSmallIntegerField("the calendar year in which its first year ends")
    each_year = models.JSONField(default=list)  # places wanted, a number a year
    at_least = models.PositiveSmallIntegerField("places wanted in all")
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        """An authority has one goal."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority"],
                name="an_authority_has_one_recruitment_goal",
                violation_error_message="There is a goal already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.at_least} places from {CollectionYear(self.first_year)}"

    def in_plain(self) -> Goal:
        """The same for the arithmetic; the strategy's own note where the numbers are the strategy's."""
        usual = strategy_goal(CollectionYear(self.first_year))
        is_usual = tuple(self.each_year) == usual.each_year and self.at_least == usual.at_least
        if is_usual:
            return usual
        return Goal(
            usual.label, usual.first_year, tuple(self.each_year), self.at_least, self.source or "Set here"
        )

    @property
    def starts_on(self) -> date:
        """The first day that counts."""
        return CollectionYear(self.first_year).start
