"""The filters of the record of use."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import choices
from sufficiency.web.ui.fields import DayField


class EventFilters(forms.Form):
    """Narrows events by child, person, what was done, and day."""

    child = forms.CharField(required=False, max_length=40, help_text="Their reference, exactly")
    actor = forms.CharField(required=False, max_length=100, label="Who", help_text="Any part of the name")
    verb = forms.ChoiceField(required=False, label="What", choices=lambda: [("", "Anything"), *choices()])
    since = DayField(required=False, label="From")
    until = DayField(required=False, label="To")

    def clean(self) -> dict[str, Any]:
        """The two days have to be in order."""
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day must not be before the first.")
        return given

    def narrow(self, events: "QuerySet[Event]") -> "QuerySet[Event]":
        """The events that pass every filter given; a filter with a mistake in it lets nothing through."""
        # A typing mistake must not show everything: the reader would take it for the answer.
        if not self.is_valid():
            return events.none()
        given = self.cleaned_data
        wanted = {
            "child": given["child"],
            "actor__icontains": given["actor"],
            "verb": given["verb"],
            "at__gte": given["since"] and _midnight(given["since"], time.min),
            "at__lte": given["until"] and _midnight(given["until"], time.max),
        }
        return events.filter(**{name: value for name, value in wanted.items() if value})


def _midnight(day: Any, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
