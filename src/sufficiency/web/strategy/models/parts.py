"""What a version is made of: objectives, principles, workstreams with actions, claims, impact measures."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.strategy.status import Progress
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.strategy.models.versions import NAME_LENGTH, TITLE_LENGTH, Version
from sufficiency.web.strategy.states import Stage

CODE_LENGTH = 20
KINDS = [(kind.value, kind.label) for kind in Kind]


class Objective(OfAuthority):
    """One of the few things to achieve. `cards` are its lines on the one-page overview."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="objectives")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=TITLE_LENGTH)
    detail = models.TextField(blank=True)
    principles = models.JSONField("numbers of its principles", default=list, blank=True)
    stated_areas = models.PositiveSmallIntegerField("key areas, as the text says", null=True, blank=True)
    areas = models.JSONField("key areas listed", default=list, blank=True)
    cards = models.JSONField("lines on the one-page overview", default=list, blank=True)

    class Meta:
        """In the order of their numbers."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "number"], name="an_objective_has_its_own_number")
        ]

    def __str__(self) -> str:
        return f"objective {self.number}"


class Commitment(OfAuthority):
    """What a chapter commits to, in the words of its body and in those of its summary."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="commitments")
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="commitments")
    name = models.CharField("in short", max_length=NAME_LENGTH)
    wording = models.TextField("as the text says it", blank=True)
    summary = models.TextField("as the summary says it", blank=True)
    by = models.CharField("reached by", max_length=NAME_LENGTH, blank=True)
    at_least = models.PositiveIntegerField("at least", null=True, blank=True)
    unit = models.CharField("counted in", max_length=NAME_LENGTH, blank=True)
    years = models.PositiveSmallIntegerField("over how many years", null=True, blank=True)

    class Meta:
        """Chapter by chapter; a commitment that is worded nowhere is none."""

        ordering: ClassVar = ["objective__number", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(wording="", summary="", at_least=None), name="a_commitment_says_something"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def in_number(self) -> str:
        """What is to be reached, in a few words: “at least 55 placements over 4 years”."""
        number = "" if self.at_least is None else f"at least {self.at_least:,} {self.unit}".strip()
        over = f"over {self.years} years" if self.years else ""
        by = f"by the {self.by}" if self.by else ""
        return " ".join(filter(None, (number, over, by)))


class Principle(OfAuthority):
    """A principle, with the other wording where it is repeated with other words."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="principles")
    number = models.PositiveSmallIntegerField()
    wording = models.TextField()
    variant = models.TextField("other wording", blank=True)
    differs = models.TextField("where the two differ", blank=True)
    rule = models.TextField("what can be checked", blank=True)

    class Meta:
        """In the order of their numbers."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "number"], name="a_principle_has_its_own_number")
        ]

    def __str__(self) -> str:
        return f"principle {self.number}"


class Workstream(OfAuthority):
    """A line of work. It goes live once its business case is agreed; out of scope is business as usual."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="workstreams")
    objective = models.ForeignKey(Objective, models.PROTECT, related_name="workstreams")
    code = models.CharField(max_length=CODE_LENGTH)
    title = models.CharField(max_length=TITLE_LENGTH)
    directorates = models.JSONField("contributing directorates", default=list, blank=True)
    in_scope = models.BooleanField("in the scope of the strategy", default=True)
    levers = models.JSONField("levers in the forecast", default=list, blank=True)
    at_least_years = models.PositiveSmallIntegerField("takes at least, years", null=True, blank=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.PROPOSED)

    class Meta:
        """In the order of their codes; a code is given once."""

        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "code"], name="a_workstream_has_its_own_code")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def reference(self) -> str:
        """Its name in the record of use."""
        return self.code

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("strategy:workstream", args=[self.pk])


class Action(OfAuthority):
    """One step of a workstream. `first_due_on` stays what it was when the action was first written."""

    workstream = models.ForeignKey(Workstream, models.CASCADE, related_name="actions")
    text = models.CharField(max_length=TITLE_LENGTH)
    lead = models.CharField(max_length=NAME_LENGTH)
    due_printed = models.CharField("due", max_length=40)
    due_on = models.DateField()
    first_due_on = models.DateField()
    progress = models.CharField(
        max_length=12,
        choices=[(one.value, one.label) for one in Progress],
        default=Progress.NOT_STARTED.value,
    )

    class Meta:
        """In the order in which they were written."""

        ordering: ClassVar = ["workstream__code", "pk"]

    def __str__(self) -> str:
        return f"{self.workstream.code}, {self.text}"


class SummaryAction(OfAuthority):
    """An action as a chapter sums it up, traced to a workstream; untraced where none does it."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="summary_actions")
    objective = models.ForeignKey(Objective, models.PROTECT, related_name="summary_actions")
    code = models.CharField(max_length=CODE_LENGTH)
    text = models.TextField()
    workstream = models.ForeignKey(
        Workstream, models.PROTECT, null=True, blank=True, related_name="summary_actions"
    )

    class Meta:
        """In the order of their codes."""

        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "code"], name="a_summary_action_has_its_own_code")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class Claim(OfAuthority):
    """An amount (pounds) claimed in one year by a workstream, or once by several that share it."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="claims")
    workstreams = models.ManyToManyField(Workstream, related_name="claims")
    year = models.PositiveSmallIntegerField("financial year, by its 31 March", null=True, blank=True)
    year_is_printed = models.BooleanField(default=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    count = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField("counted in", max_length=NAME_LENGTH, blank=True)
    method = models.CharField(max_length=12, choices=[(one.value, one.label) for one in Method])
    basis = models.TextField(blank=True)
    instead_of = models.CharField("instead of", max_length=30, choices=KINDS, blank=True)
    used = models.CharField("used", max_length=30, choices=KINDS, blank=True)
    unit_value = models.DecimalField(
        "worth of one in a year", max_digits=14, decimal_places=2, null=True, blank=True
    )
    starts_on = models.DateField("counts from", null=True, blank=True)
    accepted_because = models.TextField("why it stands although a check warns", blank=True)

    class Meta:
        """In the order in which they were written; savings are positive."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="a_saving_is_not_below_nought")
        ]

    def __str__(self) -> str:
        return f"saving of £{self.amount:,.0f}"


class ImpactMeasure(OfAuthority):
    """What is to show that the strategy works: measures, and the path they are to take."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="impact_measures")
    number = models.PositiveSmallIntegerField()
    wording = models.CharField(max_length=TITLE_LENGTH)
    measures = models.JSONField("measures that answer it", default=list, blank=True)
    path = models.JSONField("values to reach, by 31 March", default=dict, blank=True)

    class Meta:
        """In the order of their numbers."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "number"], name="an_impact_measure_has_its_own_number")
        ]

    def __str__(self) -> str:
        return f"impact measure {self.number}"
