"""What groups keep lists of: reports they owe or asked for, what they put out, parties they consulted."""

from typing import ClassVar

from django.db import models

from sufficiency.web.access.models import OfAuthority
from sufficiency.web.governance.models.groups import NAME_LENGTH, Group


class OfGroup(OfAuthority):
    """A row of a list that a group keeps."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="%(class)s_rows")

    class Meta:
        """Not a table of its own."""

        abstract = True


class Report(OfGroup):
    """A report that the group owes to someone, or has asked for because of a concern."""

    title = models.CharField(max_length=NAME_LENGTH)
    given_to = models.CharField("for whom", max_length=NAME_LENGTH)
    asked_of = models.CharField("from whom", max_length=NAME_LENGTH, blank=True)
    concern = models.TextField("why it was asked for", blank=True)
    due_on = models.DateField("due")
    given_on = models.DateField("given", null=True, blank=True)
    answer = models.TextField("what it said", blank=True)

    class Meta:
        """Soonest due first."""

        ordering: ClassVar = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title


class OutputKind(models.TextChoices):
    """What a working group puts out."""

    EVIDENCE = "evidence", "Evidence considered"
    PROPOSAL = "proposal", "Proposal"
    PRACTICE = "practice", "Good practice to share"


class Output(OfGroup):
    """Something a working group puts out, with where it comes from."""

    kind = models.CharField(max_length=10, choices=OutputKind.choices)
    text = models.TextField()
    source = models.CharField(max_length=300)

    class Meta:
        """By kind."""

        ordering: ClassVar = ["kind", "pk"]

    def __str__(self) -> str:
        return self.text


class PartyConsultation(OfGroup):
    """A member asked their political group about something."""

    political_group = models.CharField(max_length=60)
    about = models.CharField("about what", max_length=300)
    on = models.DateField("when")
    note = models.TextField("what they said", blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-on", "pk"]

    def __str__(self) -> str:
        return f"{self.political_group} on {self.about}"
