"""Forms by which the strategy is changed on screen. Each change asks for its reason."""

from typing import Any, ClassVar

from django import forms

from sufficiency.analytics.strategy.status import Rating
from sufficiency.web.strategy.analytics import lever_choices, measure_choices
from sufficiency.web.strategy.fields import DueField, LinesField, PathField, changed_due
from sufficiency.web.strategy.models import (
    Action,
    Claim,
    Commitment,
    ImpactMeasure,
    Objective,
    Principle,
    SummaryAction,
    Version,
    Workstream,
)
from sufficiency.web.ui.fields import DayField, FoldedCheckboxes

SMALL = {"rows": 3}


class PartForm(forms.ModelForm):
    """A part of the strategy and the reason for changing it."""

    reason = forms.CharField(
        label="Why is it changed?",
        help_text="Kept in the change log for everyone who may see the strategy",
        max_length=500,
        widget=forms.Textarea(attrs=SMALL),
    )

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.instance.authority = version.authority

    def values(self) -> dict[str, Any]:
        """The columns as they are to be; what belongs to other rows is left out."""
        own = {field.name for field in self.instance._meta.concrete_fields}
        return {name: value for name, value in self.cleaned_data.items() if name in own}


class VersionForm(PartForm):
    """The frame of a version."""

    promised = LinesField(label="Promised content of the next version")
    supporting_processes = LinesField()
    due = DueField(label="Next version due", required=False)

    class Meta:
        """The columns."""

        model = Version
        fields: ClassVar = ["title", "from_year", "to_year", "aim", "promised", "supporting_processes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due"].initial = self.instance.next_due_printed
        self.fields["aim"].widget.attrs.update(SMALL)

    def values(self) -> dict[str, Any]:
        """With the day of the next version."""
        due = self.cleaned_data["due"]
        days = {"next_due_printed": due.printed if due else "", "next_due_on": due.day if due else None}
        return {**super().values(), **days}


class ObjectiveForm(PartForm):
    """An objective."""

    areas = LinesField(label="Key areas listed")
    cards = LinesField(label="Lines on the one-page overview")

    class Meta:
        """The columns."""

        model = Objective
        fields: ClassVar = ["number", "title", "detail", "stated_areas", "areas", "cards"]
        widgets: ClassVar = {"detail": forms.Textarea(attrs=SMALL)}


class CommitmentForm(PartForm):
    """What a chapter commits to, as its text and its summary say it."""

    class Meta:
        """The columns."""

        model = Commitment
        fields: ClassVar = ["objective", "name", "wording", "summary", "by", "at_least", "unit", "years"]
        widgets: ClassVar = {name: forms.Textarea(attrs=SMALL) for name in ("wording", "summary")}
        help_texts: ClassVar = {
            "name": "For example, foster capacity",
            "by": "For example, second care review",
            "unit": "For example, placements",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].queryset = self.version.objectives.all()  # type: ignore[attr-defined]  # typed as Field

    def clean(self) -> dict[str, Any]:
        """A commitment that says nothing is refused here rather than by the database."""
        values = self.cleaned_data
        if not (values.get("wording") or values.get("summary") or values.get("at_least") is not None):
            self.add_error("wording", "Say what is to be reached, in words or as a number.")
        return values


class PrincipleForm(PartForm):
    """A principle in both wordings."""

    class Meta:
        """The columns."""

        model = Principle
        fields: ClassVar = ["number", "wording", "variant", "differs", "rule"]
        widgets: ClassVar = {
            name: forms.Textarea(attrs=SMALL) for name in ("wording", "variant", "differs", "rule")
        }


class WorkstreamForm(PartForm):
    """A workstream."""

    directorates = LinesField(label="Contributing directorates")
    levers = forms.MultipleChoiceField(
        label="Levers in the forecast",
        required=False,
        choices=lever_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="What this work is meant to change in the forecast",
    )

    class Meta:
        """The columns."""

        model = Workstream
        fields: ClassVar = [
            "code",
            "title",
            "objective",
            "directorates",
            "in_scope",
            "at_least_years",
            "levers",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].queryset = self.version.objectives.all()  # type: ignore[attr-defined]  # typed as Field


class ActionForm(PartForm):
    """An action with its lead, due date and progress."""

    due = DueField(label="Due")

    class Meta:
        """The columns."""

        model = Action
        fields: ClassVar = ["workstream", "text", "lead", "due", "progress"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["workstream"].queryset = self.version.workstreams.all()  # type: ignore[attr-defined]  # typed as Field
        self.fields["due"].initial = self.instance.due_printed
        self.order_fields(["workstream", "text", "lead", "due", "progress", "reason"])

    def values(self) -> dict[str, Any]:
        """With the day of the due date."""
        return {**super().values(), **changed_due(self.cleaned_data["due"])}

    def save(self, commit: bool = True) -> Action:
        """A new action, first due when it is due."""
        due = self.cleaned_data["due"]
        self.instance.due_printed, self.instance.due_on = due.printed, due.day
        self.instance.first_due_on = due.day
        return super().save(commit)


class SummaryForm(PartForm):
    """A summary action, traced to a workstream or to none."""

    class Meta:
        """The columns."""

        model = SummaryAction
        fields: ClassVar = ["code", "objective", "text", "workstream"]
        widgets: ClassVar = {"text": forms.Textarea(attrs=SMALL)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].queryset = self.version.objectives.all()  # type: ignore[attr-defined]  # typed as Field
        self.fields["workstream"].queryset = self.version.workstreams.all()  # type: ignore[attr-defined]  # typed as Field


class MeasureForm(PartForm):
    """An impact measure and its path."""

    measures = forms.MultipleChoiceField(
        label="Measures that answer it",
        required=False,
        choices=measure_choices,
        widget=FoldedCheckboxes,
    )
    path = PathField(label="Values to reach")

    class Meta:
        """The columns."""

        model = ImpactMeasure
        fields: ClassVar = ["number", "wording", "path", "measures"]


class ClaimForm(PartForm):
    """A savings claim. Where a check warns, it is kept only with the reason why it stands."""

    workstreams = forms.ModelMultipleChoiceField(
        queryset=Workstream.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Several share the saving: it is counted once",
    )
    year = forms.TypedChoiceField(label="Year", required=False, coerce=int, empty_value=None)
    starts_on = DayField(label="Counts from", required=False)

    class Meta:
        """The columns."""

        model = Claim
        fields: ClassVar = [
            "workstreams", "year", "amount", "count", "unit", "method", "basis", "instead_of", "used", "unit_value",
            "starts_on", "accepted_because",
        ]  # fmt: skip
        widgets: ClassVar = {name: forms.Textarea(attrs=SMALL) for name in ("basis", "accepted_because")}

    def __init__(self, *args: Any, years: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["workstreams"].queryset = self.version.workstreams.all()  # type: ignore[attr-defined]  # typed as Field
        self.fields["year"].choices = [("", "No year printed"), *years]  # type: ignore[attr-defined]  # typed as Field

    def values(self) -> dict[str, Any]:
        """With whether a year is printed."""
        return {**super().values(), "year_is_printed": self.cleaned_data["year"] is not None}


class ActionFilters(forms.Form):
    """Narrows the action plan."""

    objective = forms.ChoiceField(required=False)
    rating = forms.ChoiceField(
        required=False, label="Status", choices=[("", "Any"), *((one.value, one.label) for one in Rating)]
    )
    lead = forms.CharField(required=False, max_length=100)

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.number), f"{one.number}. {one.title}") for one in version.objectives.all()]
        self.fields["objective"].choices = [("", "Any"), *known]  # type: ignore[attr-defined]  # typed as Field


class ImportForm(forms.Form):
    """A strategy as a file."""

    file = forms.FileField(
        label="Strategy as YAML",
        help_text="It becomes the version in force; the one before is kept as it was.",
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml"}),
    )


class AdoptForm(forms.Form):
    """When a draft was adopted."""

    on = DayField(label="Adopted on")
