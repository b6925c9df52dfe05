"""Forms of households on their way to fostering, of moving one on, and of the goal."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from sufficiency.analytics.homes.recruitment import Stage
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.commissioning.forms.base import OwnForm, with_days
from sufficiency.web.commissioning.models import CarerCase, RecruitmentGoal
from sufficiency.web.commissioning.states import STAGE_MOVES
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.fields import DayField


def not_to_come(day: date) -> date:
    """A day that is not after today."""
    if day > timezone.localdate():
        raise forms.ValidationError("Write down what has happened: this day is still to come.")
    return day


class CaseForm(OwnForm):
    """What is known of a household."""

    class Meta:
        """Where it stands is moved on its page."""

        model = CarerCase
        fields: tuple[str, ...] = ("reference", "name", "places", "came_by", "worker", "home", "notes")
        formfield_callback = staticmethod(with_days)
        help_texts = {
            "came_by": "Campaign, website, another carer: so that it can be told what works",
            "home": "Once approved: the home in the register",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Home.objects.of(self.authority).filter(provider__kind="own_service", kind="carers")
        self.fields["home"].queryset = own  # type: ignore[attr-defined]  # typed as Field
        self.fields["home"].empty_label = "Not yet"  # type: ignore[attr-defined]  # typed as Field


class NewCaseForm(CaseForm):
    """A new enquiry."""

    on = DayField(label="Day of the enquiry")

    class Meta(CaseForm.Meta):
        """A home in the register comes later."""

        fields = ("reference", "name", "places", "came_by", "worker", "notes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        forms.ModelForm.__init__(self, *args, **{k: v for k, v in kwargs.items() if k != "authority"})
        self.authority = kwargs["authority"]
        self.instance.authority = self.authority

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])


class MoveForm(forms.Form):
    """The next stage, since when, and why where it is not the way forward."""

    to = forms.ChoiceField(label="Where do they stand now?", widget=forms.RadioSelect)
    on = DayField(label="Since")
    reason = forms.CharField(
        required=False,
        max_length=300,
        help_text="Needed where they leave, or where the panel sends the assessment back",
    )

    def __init__(self, *args: Any, case: CarerCase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        moves = STAGE_MOVES[case.stage_of]
        self.fields["to"] = forms.ChoiceField(
            label="Where do they stand now?",
            widget=forms.RadioSelect,
            choices=[(stage.value, stage.label) for stage in moves],
        )

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """A move that needs a reason has one."""
        given = super().clean() or {}
        move = STAGE_MOVES[self.case.stage_of].get(Stage(given["to"])) if given.get("to") else None
        if move and move.needs_reason and not given.get("reason"):
            self.add_error("reason", "Say why.")
        return given


class CaseFilters(forms.Form):
    """Narrows households by name and stage."""

    name = forms.CharField(required=False, max_length=100, help_text="Any part of the name or reference")
    stage = forms.ChoiceField(
        required=False, choices=[("", "Any"), *((stage.value, stage.label) for stage in Stage)]
    )

    def narrow(self, cases: "QuerySet[CarerCase]") -> "QuerySet[CarerCase]":
        """The households that pass every filter given; a filter with a mistake in it lets nothing through."""
        if not self.is_valid():
            return cases.none()
        given = self.cleaned_data
        if given["stage"]:
            cases = cases.filter(stage=given["stage"])
        named = cases.filter(name__icontains=given["name"]) | cases.filter(reference__icontains=given["name"])
        return named if given["name"] else cases


class GoalForm(forms.Form):
    """How many more places, in which years."""

    first_year = forms.ChoiceField(label="First year")
    each_year = forms.CharField(
        label="Places in each year",
        help_text="Numbers parted by commas, such as 6, 10, 20, 20. Places, not households",
    )
    at_least = forms.IntegerField(label="Places in all, at least", min_value=1)
    source = forms.CharField(required=False, max_length=200, label="Where this is written")

    def __init__(self, *args: Any, goal: RecruitmentGoal | None, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this = CollectionYear.containing(today).ending
        years = [CollectionYear(ending) for ending in range(this - 4, this + 3)]
        self.fields["first_year"].choices = [(str(y.ending), y.label) for y in years]  # type: ignore[attr-defined]
        self.initial = {"first_year": str(this), "each_year": "6, 10, 20, 20", "at_least": 55}
        if goal:
            each = ", ".join(str(places) for places in goal.each_year)
            self.initial = {
                "first_year": str(goal.first_year),
                "each_year": each,
                "at_least": goal.at_least,
                "source": goal.source,
            }

    def clean_each_year(self) -> list[int]:
        """Whole numbers, nought or more."""
        parts = [part.strip() for part in self.cleaned_data["each_year"].split(",")]
        if not all(part.isdecimal() and len(part) <= 3 for part in parts):
            raise forms.ValidationError("Write whole numbers parted by commas, such as 6, 10, 20, 20.")
        return [int(part) for part in parts]
