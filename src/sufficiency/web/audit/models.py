"""Events, and the seals that chain them. Rows are added and never changed: here, and by triggers in the database."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils import timezone

from sufficiency.web.audit.verbs import choices


class AppendOnlyError(Exception):
    """Something tried to change or delete what has been recorded."""


class AppendedRows(models.QuerySet):
    """Rows that can be added and read, nothing else."""

    # Django's own way past save() and delete() is shut too.
    def update(self, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("What has been recorded is never changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("What has been recorded is never deleted.")


class Appended(models.Model):
    """A row that is written once."""

    objects = AppendedRows.as_manager()

    class Meta:
        """Not a table of its own."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row, the first time only."""
        if not self._state.adding:
            raise AppendOnlyError("What has been recorded is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("What has been recorded is never deleted.")


class Event(Appended):
    """One thing that someone did. Plain values only, so that it outlives whatever it speaks of."""

    # No foreign keys here, and none that point here: deleting a person or a child must leave this as it is.
    at = models.DateTimeField(default=timezone.now)
    verb = models.CharField(max_length=40, choices=choices)
    actor = models.CharField("who", max_length=100)
    actor_id = models.CharField(max_length=20, blank=True)
    roles = models.CharField(max_length=200, blank=True)
    authority = models.CharField("ONS code", max_length=9, blank=True)
    subject_type = models.CharField(max_length=40, blank=True)  # such as "upload"
    subject = models.CharField(max_length=100, blank=True)  # its reference
    child = models.CharField(max_length=40, blank=True)  # the child's reference, where one is concerned
    reason = models.CharField(max_length=500, blank=True)
    address = models.CharField("from", max_length=45, blank=True)
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        """Newest first; looked up by child, by person and by day."""

        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["authority", "child"], name="events_of_a_child"),
            models.Index(fields=["authority", "actor_id"], name="events_of_a_person"),
            models.Index(fields=["at"], name="events_of_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.get_verb_display()}"


class Seal(Appended):
    """The digest of a run of events and of the seal before it: changing one event breaks every later seal."""

    number = models.PositiveBigIntegerField(unique=True)
    first_event = models.PositiveBigIntegerField()
    last_event = models.PositiveBigIntegerField()
    events = models.PositiveIntegerField("how many events")
    previous = models.CharField("digest of the seal before", max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order of the chain."""

        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"seal {self.number}"
