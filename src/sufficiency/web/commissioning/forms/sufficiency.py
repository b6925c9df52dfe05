"""The day of a forecast that the gap is shown for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from sufficiency.web.ui.wording import full_day


class DayForm(forms.Form):
    """One of the days of a forecast; the last where none is asked for."""

    on = forms.ChoiceField(required=False, label="Gap on")

    def __init__(self, data: Any, *, days: Sequence[date]) -> None:
        super().__init__(data if data.get("on") else {"on": days[-1].isoformat()})
        self.days = days
        self.fields["on"].choices = [(day.isoformat(), full_day(day)) for day in days]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> date:
        """The day asked for."""
        return date.fromisoformat(self.cleaned_data["on"]) if self.is_valid() else self.days[-1]
