"""Uploads, what became of each rule, and what was found."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import Outcome
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.children.models import REFERENCE_LENGTH
from sufficiency.web.returns.states import TONES, State
from sufficiency.web.ui.components import Tone

OUTCOMES = [(outcome.value, outcome.value.replace("_", " ")) for outcome in Outcome]


class ProviderList(OfAuthority):
    """Ofsted's list of homes and agencies, as an authority was sent it; a newer one takes its place."""

    file = models.CharField("name of the file", max_length=200)
    content = models.BinaryField()
    providers = models.PositiveIntegerField("numbers on it")
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.CharField(max_length=100)

    class Meta:
        """An authority has one at most."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["authority"], name="one_provider_list")]

    def __str__(self) -> str:
        return f"list of providers, {self.file}"


class Upload(OfAuthority):
    """Files that someone gave as a return, and what became of them."""

    state = models.CharField(max_length=10, choices=State.choices, default=State.CHECKING)
    year = models.PositiveSmallIntegerField("the calendar year of its 31 March", null=True, blank=True)
    uploaded_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField("when checking last began", default=timezone.now)
    uploaded_by = models.CharField(max_length=100)
    # The name above stays when the account goes.
    uploader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    files = models.JSONField(default=list)  # name and size of each
    tables = models.JSONField(default=list)  # name, file and rows of each
    notes = models.JSONField(default=list)  # message, where and count of each

    what = models.TextField("what is wrong with it", blank=True)
    where = models.TextField(blank=True)
    what_next = models.TextField(blank=True)

    passed = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    not_applicable = models.PositiveIntegerField(default=0)
    could_not_run = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField("rows that rules failed on", default=0)
    # Beside the upload of the same year that it replaced; nothing where it is the first.
    newly_found = models.PositiveIntegerField(null=True, blank=True)
    mended = models.PositiveIntegerField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    checked_against = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+"
    )  # the upload of the year before
    providers = models.ForeignKey(
        ProviderList, models.SET_NULL, null=True, blank=True, related_name="+"
    )  # the list it was checked with

    class Meta:
        """One upload of an authority is checked at a time, and one of each year is stored."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority"], condition=Q(state=State.CHECKING), name="one_upload_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["authority", "year"], condition=Q(state=State.STORED), name="one_stored_upload_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"return of {self.year_in_words}" if self.year else "files of an unknown year"

    def get_absolute_url(self) -> str:
        """Its page, or the question whether it is to replace what is stored."""
        return reverse("returns:replace" if self.state == State.WAITING else "returns:upload", args=[self.pk])

    @property
    def collection_year(self) -> CollectionYear | None:
        """The year it is of; None where that was never found out."""
        return CollectionYear(self.year) if self.year else None

    @property
    def year_in_words(self) -> str:
        """The year as people write it."""
        return self.collection_year.label if self.collection_year else "not known"

    @property
    def state_in_words(self) -> str:
        """The word in its tag."""
        return State(self.state).label

    @property
    def tone(self) -> Tone:
        """The look of its tag."""
        return TONES[State(self.state)]

    @property
    def rules(self) -> int:
        """How many rules there were."""
        return self.passed + self.failed + self.not_applicable + self.could_not_run

    @property
    def was_checked(self) -> bool:
        """Whether it came so far that rules ran."""
        return self.state in (State.STORED, State.REPLACED)

    @property
    def is_stored(self) -> bool:
        """Whether it is the one that counts for its year."""
        return self.state == State.STORED


class Original(OfAuthority):
    """The files of an upload as they came, in one zip; apart, so that lists do not carry them."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="original")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"files of {self.upload}"


class RuleOutcome(OfAuthority):
    """What became of one rule."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="outcomes")
    code = models.CharField(max_length=20)
    message = models.TextField()
    outcome = models.CharField(max_length=20, choices=OUTCOMES)
    reason = models.TextField(blank=True)
    count = models.PositiveIntegerField("rows it failed on", default=0)

    class Meta:
        """In order of code."""

        ordering: ClassVar = ["code"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["upload", "code"], name="a_rule_ends_once")]

    def __str__(self) -> str:
        return f"rule {self.code}: {self.outcome}"


class Finding(OfAuthority):
    """One row that one rule found to be wrong."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="findings")
    code = models.CharField(max_length=20)
    table = models.CharField(max_length=20)
    line = models.PositiveIntegerField()  # in its file, the heading being line 1
    child = models.CharField(max_length=REFERENCE_LENGTH, blank=True)
    columns = models.TextField(blank=True)  # at fault, parted by spaces
    message = models.TextField()
    why = models.TextField(blank=True)
    suggestion = models.TextField(blank=True)
    first_found = models.DateTimeField(default=timezone.now)
    accepted_reason = models.TextField(blank=True)
    accepted_by = models.CharField(max_length=100, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """By rule, in the order of the files."""

        ordering: ClassVar = ["code", "table", "line", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["upload", "code", "table", "line"], name="findings_of_a_rule"),
            models.Index(fields=["upload", "child"], name="findings_about_a_child"),
        ]

    def __str__(self) -> str:
        return f"finding {self.code}, {self.table} line {self.line}"

    @property
    def is_accepted(self) -> bool:
        """Whether someone said that it is right as it is."""
        return self.accepted_at is not None
