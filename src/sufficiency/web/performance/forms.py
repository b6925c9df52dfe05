"""The plain forms of the scorecard: which year, and by what to divide."""

from collections.abc import Sequence
from typing import Any

from django import forms

from sufficiency.analytics.measures.dimensions import ASKABLE, DIMENSIONS
from sufficiency.analytics.reference.years import CollectionYear

KEPT = ("run", "hidden")  # parts of the address that a form carries along


class YearForm(forms.Form):
    """Chooses a collection year; the last one where nothing, or nothing known, is chosen."""

    def __init__(self, *args: Any, years: Sequence[CollectionYear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = {year.label: year for year in years}
        choices = [(year.label, str(year.ending)) for year in reversed(years)]
        self.fields["year"] = forms.ChoiceField(
            required=False, label="Year to 31 March", choices=choices, initial=choices[0][0]
        )
        self.kept = [(name, self.data[name]) for name in KEPT if self.data.get(name)]

    @property
    def chosen(self) -> CollectionYear:
        """The year that was chosen."""
        asked = self.cleaned_data.get("year", "") if self.is_valid() else ""
        return self.years.get(asked) or max(self.years.values())


class DivisionForm(forms.Form):
    """Chooses by what the number of children is divided."""

    by = forms.ChoiceField(
        required=False,
        label="Divide by",
        choices=[(name, DIMENSIONS[name].label) for name in ASKABLE],
        initial=ASKABLE[0],
    )

    @property
    def dimension(self) -> str:
        """The dimension that was chosen; the first where nothing, or nothing known, was."""
        asked = self.cleaned_data.get("by", "") if self.is_valid() else ""
        return asked or ASKABLE[0]
