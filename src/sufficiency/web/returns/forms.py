"""The upload form, the filters of findings and rules, and the reason for accepting a finding."""

from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet

from sufficiency.analytics.reference.years import FIRST_ENDING, LAST_ENDING, CollectionYear
from sufficiency.analytics.returns.checking import Outcome
from sufficiency.analytics.returns.files import READABLE
from sufficiency.analytics.returns.tables import TABLES
from sufficiency.web.returns.models import Finding, RuleOutcome, Upload
from sufficiency.web.returns.packing import Given, given
from sufficiency.web.ui.fields import ManyFilesField

KNOWN_ENDINGS = (*sorted(READABLE), ".zip")
ANY = ("", "Any")
OPEN, ACCEPTED, NEW = "open", "accepted", "new"
WITH, WITHOUT = "with", "without"
OUTCOMES = {
    Outcome.FAILED: "Failed",
    Outcome.PASSED: "Passed",
    Outcome.NOT_APPLICABLE: "Did not apply",
    Outcome.COULD_NOT_RUN: "Could not run",
}


class UploadForm(forms.Form):
    """The files of one return, and its collection year where the dates cannot tell it."""

    given_files = ManyFilesField(
        label="Files of one return",
        help_text="CSV files (choose all of them at once), a zip of them, or one XML file. What a file holds "
        "is told by its columns, not by its name.",
        error_messages={
            "required": "Choose the files of the return.",
            "empty": "One of the files is empty. Export it again, with its heading.",
        },
    )
    year = forms.ChoiceField(
        required=False,
        label="Collection year",
        help_text="Leave it, unless you were told that the year could not be found out.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_files"].widget.attrs["accept"] = ",".join(KNOWN_ENDINGS)
        years = [CollectionYear(ending) for ending in range(LAST_ENDING, FIRST_ENDING - 1, -1)]
        offered = [("", "As the dates tell"), *((str(year.ending), year.label) for year in years)]
        self.fields["year"].choices = offered  # type: ignore[attr-defined]  # typed as Field

    def clean_given_files(self) -> list[Given]:
        """The files by name and content; a kind that is not read is named."""
        uploads: list[UploadedFile] = self.cleaned_data["given_files"]
        for upload in uploads:
            if PurePosixPath(upload.name or "").suffix.lower() not in KNOWN_ENDINGS:
                raise forms.ValidationError(
                    f"{upload.name} cannot be read. Give CSV files, a zip of them or XML; "
                    "a workbook has to be saved as CSV, each sheet by itself."
                )
        return [given(upload.name or "", upload.read()) for upload in uploads]

    def clean_year(self) -> CollectionYear | None:
        """The year that was chosen; None leaves it to the dates."""
        chosen = self.cleaned_data["year"]
        return CollectionYear(int(chosen)) if chosen else None


class ProvidersForm(forms.Form):
    """Ofsted's list of providers."""

    given_file = forms.FileField(
        label="List of providers",
        help_text="The workbook (.xlsx) or CSV file with a row for each of Ofsted’s numbers.",
        error_messages={
            "required": "Choose the file with the list.",
            "empty": "The file is empty. Save the list again.",
        },
    )

    def clean_given_file(self) -> Given:
        """The file by name and content."""
        upload: UploadedFile = self.cleaned_data["given_file"]
        return given(upload.name or "", upload.read())


class FindingFilters(forms.Form):
    """Narrows the findings of an upload."""

    rule = forms.CharField(required=False, max_length=20, help_text="Its code, such as 101")
    child = forms.CharField(required=False, max_length=40, help_text="Their reference, exactly")
    table = forms.ChoiceField(required=False, choices=[ANY, *((name, name) for name in TABLES)])
    suggestion = forms.ChoiceField(
        required=False,
        label="Mend",
        choices=[ANY, (WITH, "One is suggested"), (WITHOUT, "None is suggested")],
    )
    state = forms.ChoiceField(
        required=False,
        label="Where it stands",
        choices=[ANY, (OPEN, "Open"), (NEW, "New in this upload"), (ACCEPTED, "Accepted")],
    )

    def narrow(self, findings: "QuerySet[Finding]", *, of: Upload) -> "QuerySet[Finding]":
        """The findings that pass every filter given; a filter with a mistake in it lets nothing through."""
        if not self.is_valid():
            return findings.none()
        given = self.cleaned_data
        states = {
            OPEN: Q(accepted_at=None),
            ACCEPTED: Q(accepted_at__isnull=False),
            NEW: Q(first_found__gte=of.uploaded_at),
        }
        exact = {"code__iexact": given["rule"], "child__iexact": given["child"], "table": given["table"]}
        wanted = Q(**{name: value for name, value in exact.items() if value})
        wanted &= states.get(given["state"], Q())
        wanted &= {WITH: ~Q(suggestion=""), WITHOUT: Q(suggestion="")}.get(given["suggestion"], Q())
        return findings.filter(wanted)


class RuleFilters(forms.Form):
    """Narrows the rules of an upload by how they ended."""

    outcome = forms.ChoiceField(
        required=False,
        label="How it ended",
        choices=[ANY, *((key.value, words) for key, words in OUTCOMES.items())],
    )

    def narrow(self, outcomes: "QuerySet[RuleOutcome]") -> "QuerySet[RuleOutcome]":
        """The rules that ended so; a filter with a mistake in it lets nothing through."""
        if not self.is_valid():
            return outcomes.none()
        outcome = self.cleaned_data["outcome"]
        return outcomes.filter(outcome=outcome) if outcome else outcomes


class AcceptForm(forms.Form):
    """Why a row that a rule fails on is right as it is."""

    reason = forms.CharField(
        max_length=300,
        label="Why is it right as it is?",
        help_text="It is kept with your name, and stays with this finding in later uploads.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it is right as it is."},
    )
