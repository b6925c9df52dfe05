"""The filters of the list of children, and the reason for uncovering addresses."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.children.ages import BANDS, born_between
from sufficiency.web.children.models import Child
from sufficiency.web.ui.wording import full_day

IN_CARE, LEFT = "in-care", "left"
KINDS = [("", "Anywhere"), *((kind.value, kind.label) for kind in Kind)]
AGES = [("", "Any age"), *((band, band.capitalize()) for band in BANDS)]


class ChildFilters(forms.Form):
    """Narrows children by reference, whether they are in care, where they live, and age, as at a day."""

    reference = forms.CharField(required=False, max_length=40, help_text="All of it or how it begins")
    care = forms.ChoiceField(required=False, label="In care")
    kind = forms.ChoiceField(required=False, label="Lives in", choices=KINDS)
    age = forms.ChoiceField(required=False, choices=AGES)

    def __init__(self, *args: Any, as_at: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.as_at = as_at
        here = (IN_CARE, f"In care on {full_day(as_at)}")
        self.fields["care"] = forms.ChoiceField(
            required=False, label="In care", choices=[("", "Everyone"), here, (LEFT, "Left care")]
        )

    def narrow(self, children: "QuerySet[Child]") -> "QuerySet[Child]":
        """The children that pass every filter given; a filter with a mistake in it lets nothing through."""
        if not self.is_valid():
            return children.none()
        given = self.cleaned_data
        wanted = Q()
        if given["reference"]:
            wanted &= Q(reference__istartswith=given["reference"])
        if given["care"]:
            wanted &= Q(in_care_since__isnull=given["care"] == LEFT)
        if given["kind"]:
            wanted &= Q(kind=given["kind"])
        if given["age"]:
            wanted &= Q(born__range=born_between(given["age"], day=self.as_at))
        return children.filter(wanted)


class UncoverAddresses(forms.Form):
    """Why someone needs to see where a child lives."""

    reason = forms.CharField(
        max_length=200,
        label="Why do you need to see them?",
        help_text="It is kept with your name. Do not write anything about the child here.",
        error_messages={"required": "Say why you need to see where this child lives."},
    )
