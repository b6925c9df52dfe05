"""Stored returns row by row, and who the children in them are."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.access.models import OfAuthority

REFERENCE_LENGTH = (
    40  # as in the record of use; a return with a longer one is refused before anything is stored
)

# The number of an upload is kept as a plain value: rows are known to this app, uploads are not.


class StoredReturn(OfAuthority):
    """One collection year's return as it is stored: which tables were there, from which files."""

    year = models.PositiveSmallIntegerField("the calendar year of its 31 March")
    upload = models.PositiveBigIntegerField()
    sources = models.JSONField()  # table -> file, rows, columns kept beside its own
    notes = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)
    stored_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """A year is stored once."""

        ordering: ClassVar = ["year"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "year"], name="a_year_is_stored_once")
        ]

    def __str__(self) -> str:
        return f"return of {self.collection_year}"

    @property
    def collection_year(self) -> CollectionYear:
        """The year it is of."""
        return CollectionYear(self.year)


class Record(OfAuthority):
    """One row of a table of a stored return, every cell as it was read."""

    year = models.PositiveSmallIntegerField("the calendar year of its 31 March")
    table = models.CharField(max_length=20)
    line = models.PositiveIntegerField()  # in its file, the heading being line 1
    child = models.CharField(max_length=REFERENCE_LENGTH, blank=True)
    cells = models.JSONField()  # official column -> text; blank cells are left out
    upload = models.PositiveBigIntegerField()

    class Meta:
        """In the order of the file, which settles ties."""

        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(fields=["authority", "year", "table", "line"], name="row_of_a_table"),
            models.Index(fields=["authority", "child"], name="rows_about_a_child"),
        ]

    def __str__(self) -> str:
        return f"{self.table}, line {self.line}"

    @property
    def collection_year(self) -> CollectionYear:
        """The year of its return."""
        return CollectionYear(self.year)


class Child(OfAuthority):
    """A child in the stored returns, as the latest of them says; made anew whenever a return is stored. A child who
    is known to the desk stays, even before the first return that tells of them.

    Where the child lives is as at the end of the latest collection year.
    """

    reference = models.CharField(max_length=REFERENCE_LENGTH)
    sex = models.TextField(blank=True)
    born = models.DateField(null=True, blank=True)
    ethnicity = models.TextField(blank=True)
    uasc = models.BooleanField("unaccompanied asylum seeking child, at any time", default=False)
    in_care_since = models.DateField(null=True, blank=True)
    placed_since = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=30, blank=True, choices=[(kind.value, kind.label) for kind in Kind])
    legal_status = models.TextField(blank=True)
    left_on = models.DateField("left care, the last time", null=True, blank=True)
    # Live records are about them: they stay known, whether a return tells of them or not.
    is_live = models.BooleanField("known to the desk", default=False)

    class Meta:
        """A reference names one child of an authority."""

        ordering: ClassVar = ["reference"]
        verbose_name_plural = "children"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "reference"], name="a_reference_names_one_child")
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "kind"], name="children_by_kind")]

    def __str__(self) -> str:
        return f"child {self.reference}"

    @property
    def is_in_care(self) -> bool:
        """Whether they were in care at the end of the latest stored year."""
        return self.in_care_since is not None

    @property
    def lives_in(self) -> str:
        """The kind of placement in words; blank where they are not in care."""
        return Kind(self.kind).label if self.kind else ""
