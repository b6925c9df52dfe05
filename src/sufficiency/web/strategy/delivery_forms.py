"""Forms about delivery: cases, concerns, reports."""

from typing import Any, ClassVar

from django import forms

from sufficiency.web.strategy.models import BusinessCase, Concern, Report, Version
from sufficiency.web.strategy.states import ReportKind
from sufficiency.web.ui.fields import DayField

SMALL = {"rows": 4}


class CaseForm(forms.ModelForm):
    """A brief or business case."""

    class Meta:
        """The columns."""

        model = BusinessCase
        fields: ClassVar = ["kind", "purpose", "options", "costs", "benefits", "outcome_measure"]
        widgets: ClassVar = {
            name: forms.Textarea(attrs=SMALL)
            for name in ("purpose", "options", "costs", "benefits", "outcome_measure")
        }


class DecisionForm(forms.Form):
    """What the sponsors said."""

    answer = forms.ChoiceField(
        label="The sponsors",
        choices=[("agreed", "agreed it"), ("refused", "refused it")],
        widget=forms.RadioSelect,
    )
    decided_by = forms.CharField(label="Decided by", max_length=100, help_text="The group or person")
    on = DayField(label="Decided on")
    reasons = forms.CharField(label="Why", widget=forms.Textarea(attrs=SMALL))


class ConcernForm(forms.ModelForm):
    """A risk, an issue or an exception."""

    class Meta:
        """The columns."""

        model = Concern
        fields: ClassVar = ["kind", "text", "doing", "severity", "owner", "workstream"]
        widgets: ClassVar = {name: forms.Textarea(attrs=SMALL) for name in ("text", "doing")}

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["workstream"].queryset = version.workstreams.all()  # type: ignore[attr-defined]  # typed as Field


class CloseForm(forms.Form):
    """Why a concern is closed."""

    because = forms.CharField(label="Why is it closed?", widget=forms.Textarea(attrs=SMALL))


class ReportForm(forms.Form):
    """Which report, up to which day."""

    kind = forms.ChoiceField(label="Report", choices=ReportKind.choices, widget=forms.RadioSelect)
    to_day = DayField(label="Up to and with")


class NarrativeForm(forms.ModelForm):
    """The words of a report."""

    class Meta:
        """The columns."""

        model = Report
        fields: ClassVar = ["narrative"]
        widgets: ClassVar = {"narrative": forms.Textarea(attrs={"rows": 10})}
        help_texts: ClassVar = {"narrative": "A blank line begins another paragraph."}
