"""A panel's year and what it keeps lists of."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from sufficiency.web.governance.models import Meeting, Member, OfGroup

NAME = 150


class PanelYear(OfGroup):
    """A municipal year of a panel: what it set out to do, and what goes into its report. Lists are a line an entry."""

    begins_on = models.DateField()
    ends_on = models.DateField()
    foreword = models.TextField("the chair’s foreword", blank=True)
    objectives = models.TextField("objectives of the strategy", blank=True)
    priorities = models.TextField("priorities of the year", blank=True)
    next_priorities = models.TextField("priorities of the year after", blank=True)
    implications = models.TextField(blank=True)
    background = models.TextField("background papers", blank=True)

    class Meta:
        """A year is kept once."""

        ordering: ClassVar = ["-begins_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "begins_on"], name="a_panel_year_is_kept_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("begins_on")), name="a_year_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The year as people write it: 2019–20."""
        return f"{self.begins_on.year}–{self.ends_on:%y}"


class Theme(OfGroup):
    """A line of the work programme: when, about what, for which objective, and what was found."""

    on = models.DateField("month", help_text="Any day of it")
    theme = models.CharField(max_length=NAME)
    objective = models.CharField(
        max_length=NAME, blank=True, help_text="Leave blank where it serves all of them"
    )
    by = models.CharField("presented by", max_length=NAME, blank=True)
    finding = models.TextField("what was found", blank=True)
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="themes")

    class Meta:
        """In the order of the year."""

        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return self.theme

    @property
    def month(self) -> str:
        """The month in words."""
        return f"{self.on:%B %Y}"

    @property
    def objective_or_all(self) -> str:
        """The objective, or that it serves all."""
        return self.objective or "All objectives"


class Champion(OfGroup):
    """Someone who champions a theme or a district; without a name it is vacant."""

    theme = models.CharField("theme or area", max_length=NAME)
    is_area = models.BooleanField("a district or area, not a theme", default=False)
    name = models.CharField(max_length=NAME, blank=True)
    on_panel = models.BooleanField("sits on the panel", default=True)
    result = models.TextField("what they brought about", blank=True)

    class Meta:
        """Themes first."""

        ordering: ClassVar = ["is_area", "theme"]

    def __str__(self) -> str:
        return f"{self.name or 'vacant'}: {self.theme}"

    @property
    def is_on_panel(self) -> bool | None:
        """Whether the champion sits on the panel; nothing where there is none."""
        return self.on_panel if self.name else None


class Training(OfGroup):
    """A course that a member did."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="trainings")
    course = models.CharField(max_length=NAME, default="Level 1 Child Protection Training")
    done_on = models.DateField("done on")

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-done_on", "pk"]

    def __str__(self) -> str:
        return f"{self.member}: {self.course}"


class PledgeSignature(OfGroup):
    """A member signed the pledge to the children in care; the day where it is known."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="signatures")
    signed_on = models.DateField("signed on", null=True, blank=True)

    class Meta:
        """Signed once."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "member"], name="the_pledge_is_signed_once")
        ]

    def __str__(self) -> str:
        return str(self.member)


class RotaHome(OfGroup):
    """A home of ours that a member visits each month with the independent visitor."""

    name = models.CharField("home", max_length=NAME)

    class Meta:
        """Each once."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "name"], name="a_home_is_on_the_rota_once")
        ]

    def __str__(self) -> str:
        return self.name


class VisitKind(models.TextChoices):
    """Which visit it is."""

    REG44 = "reg44", "Regulation 44, with the independent visitor"
    QUALITY = "quality", "Quality assurance of an independent provider"


class Visit(OfGroup):
    """A visit of a member to a home: who is due, and what was found. No child is named."""

    kind = models.CharField(max_length=10, choices=VisitKind.choices)
    home = models.CharField("home or provider", max_length=NAME)
    month = models.DateField(help_text="Any day of it")
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="visits")
    visitor = models.CharField("with whom", max_length=NAME, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    finding = models.TextField("what was found", blank=True, help_text="Name no child")

    class Meta:
        """Newest first; a home is due one Regulation 44 visit a month."""

        ordering: ClassVar = ["-month", "home"]

    def __str__(self) -> str:
        return f"{self.home}, {self.month:%B %Y}"

    @property
    def month_in_words(self) -> str:
        """The month in words."""
        return f"{self.month:%B %Y}"


class BodyKind(models.TextChoices):
    """How a body stands to the panel."""

    ACCOUNT = "account", "Held to account"
    WITNESS = "witness", "Witness"
    INVITED = "invited", "Invited to co-opt a member"
    SUPPORT = "support", "Supports the panel"


class Body(OfGroup):
    """A body that the panel holds to account, hears, invites or is supported by."""

    kind = models.CharField(max_length=10, choices=BodyKind.choices)
    name = models.CharField(max_length=NAME)
    accepted = models.BooleanField("has taken up the invitation", default=False)

    class Meta:
        """By kind."""

        ordering: ClassVar = ["kind", "pk"]

    def __str__(self) -> str:
        return self.name


class Invitation(OfGroup):
    """A body was asked to a meeting: about what, and whether it came."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="invitations")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    topic = models.CharField(max_length=NAME)
    came = models.BooleanField(default=False)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-meeting__on", "pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.topic}"


class Challenge(OfGroup):
    """A challenge that the panel put, and the assurance it got."""

    on = models.DateField("when")
    text = models.TextField("what was challenged")
    put_to = models.CharField("put to", max_length=NAME)
    assurance = models.TextField("what was answered", blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-on", "pk"]

    def __str__(self) -> str:
        return self.text


class Briefing(OfGroup):
    """A briefing to all councillors on their part as corporate parents."""

    on = models.DateField("when")
    title = models.CharField(max_length=NAME)
    briefed = models.PositiveSmallIntegerField("councillors briefed")
    councillors = models.PositiveSmallIntegerField("councillors in all")

    class Meta:
        """Newest first; no more are briefed than there are."""

        ordering: ClassVar = ["-on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(briefed__lte=models.F("councillors")), name="no_more_briefed_than_there_are"
            )
        ]

    def __str__(self) -> str:
        return self.title


class VoiceKind(models.TextChoices):
    """How children were heard or honoured."""

    CONSULTATION = "consultation", "Consultation"
    PRESENTATION = "presentation", "Presentation at a take-over meeting"
    CELEBRATION = "celebration", "Celebration"


class Voice(OfGroup):
    """What children and carers said, or what was celebrated with them; no child is named."""

    kind = models.CharField(max_length=15, choices=VoiceKind.choices)
    on = models.DateField("when")
    title = models.CharField(max_length=NAME)
    text = models.TextField("what was said", blank=True, help_text="Name no child")
    took_part = models.PositiveSmallIntegerField("children who took part", null=True, blank=True)
    took_part_uasc = models.PositiveSmallIntegerField("of them unaccompanied", null=True, blank=True)
    done = models.TextField("what was done about it", blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-on", "pk"]

    def __str__(self) -> str:
        return self.title


class ComplaintStage(models.TextChoices):
    """The stages of a children’s complaint, with their timescales (SI 2006/1738, regulations 14, 17 and 20)."""

    LOCAL = "1", "Stage 1: 10 working days, 20 where complex"
    INVESTIGATED = "2", "Stage 2: 25 working days, at most 65"
    PANEL = "3", "Stage 3: 15 working days from the panel’s report"


class Complaints(OfGroup):
    """Complaints of one service answered in a month: how many, and how many of them late. No complaint is told singly."""

    on = models.DateField("month", help_text="Any day of it")
    service = models.CharField(max_length=NAME)
    stage = models.CharField(max_length=1, choices=ComplaintStage.choices, default=ComplaintStage.LOCAL)
    answered = models.PositiveSmallIntegerField("answered in the month", default=0)
    late = models.PositiveSmallIntegerField("of them after their timescale", default=0)
    note = models.TextField("what is done about it", blank=True)

    class Meta:
        """Newest first; no more are late than were answered."""

        ordering: ClassVar = ["-on", "service", "stage"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(late__lte=models.F("answered")), name="no_more_are_late_than_answered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.on:%B %Y}"

    @property
    def month(self) -> str:
        """The month in words."""
        return f"{self.on:%B %Y}"

    def clean(self) -> None:
        """No more are late than were answered."""
        if self.late is not None and self.answered is not None and self.late > self.answered:
            raise ValidationError({"late": "More are late than were answered."})


class Improvement(OfGroup):
    """An area of an improvement plan, and the item of the business plan that answers it."""

    plan = models.CharField("which plan", max_length=NAME, default="Improvement plan after inspection")
    area = models.CharField(max_length=NAME)
    plan_item = models.CharField("item of the business plan", max_length=NAME, blank=True)
    standing = models.TextField("where it stands", blank=True)

    class Meta:
        """By plan."""

        ordering: ClassVar = ["plan", "pk"]

    def __str__(self) -> str:
        return self.area


class Citation(OfGroup):
    """A law or guidance as a paper cites it."""

    printed = models.CharField("as printed", max_length=200)
    where = models.CharField(max_length=60)
    problem = models.TextField(blank=True)

    class Meta:
        """As entered."""

        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.printed
