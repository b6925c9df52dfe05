"""The workbook of an import."""

from typing import Any

from django import forms


class WorkbookForm(forms.Form):
    """One workbook, filled in from the template."""

    workbook = forms.FileField(
        help_text="An .xlsx file, filled in from the template",
        error_messages={"required": "Choose the workbook.", "empty": "The workbook is empty."},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_workbook(self) -> Any:
        """A workbook by its name; what is in it is found out by reading."""
        given = self.cleaned_data["workbook"]
        if not str(given.name).lower().endswith(".xlsx"):
            raise forms.ValidationError(f"{given.name} is no .xlsx workbook. Save it as one and try again.")
        return given
