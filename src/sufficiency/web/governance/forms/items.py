"""Forms about agenda items, their papers and interests in them."""

from typing import Any

from django import forms

from sufficiency.web.governance.forms.fields import words
from sufficiency.web.governance.models import Member
from sufficiency.web.governance.models.groups import NAME_LENGTH
from sufficiency.web.governance.states import Ask, Mode


class ItemForm(forms.Form):
    """Something to put on an agenda."""

    title = forms.CharField(max_length=300)
    ask = forms.ChoiceField(label="What is the group asked?", choices=Ask.choices)
    minutes = forms.IntegerField(label="Minutes for it", min_value=1, max_value=240, initial=10)
    trigger = forms.CharField(label="Why is it on the agenda?", max_length=200, required=False)
    presented_by = forms.CharField(label="Who presents it", max_length=NAME_LENGTH, required=False)
    presenter_mode = forms.ChoiceField(
        label="How they present it", choices=[("", "Not known yet"), *Mode.choices], required=False
    )
    on_paper_because = words("If on paper, why not in person?", required=False, rows=2)


class PresenterForm(forms.Form):
    """Who presents an item, and how."""

    presented_by = forms.CharField(label="Who presents it", max_length=NAME_LENGTH)
    presenter_mode = forms.ChoiceField(label="How they present it", choices=Mode.choices)
    on_paper_because = words("If on paper, why not in person?", required=False, rows=2)


class PaperForm(forms.Form):
    """A paper: words, a file, or both."""

    title = forms.CharField(max_length=300)
    text = words("Words of the paper", required=False, rows=8)
    file = forms.FileField(required=False, help_text="Up to 10 MB")

    def clean_file(self) -> Any:
        """Too large a file is refused."""
        file = self.cleaned_data["file"]
        if file and file.size > 10_000_000:
            raise forms.ValidationError("This file is larger than 10 MB. Save it as a smaller one.")
        return file

    def clean(self) -> dict[str, Any]:
        """A paper has something in it."""
        given = super().clean() or {}
        if not self.errors and not (given.get("text") or given.get("file")):
            raise forms.ValidationError("Give the words of the paper, or a file.")
        return given


class ReplacementForm(PaperForm):
    """A new version of a paper."""

    because = words(
        "Why is it replaced?", required=False, rows=2, help_text="Needed once the papers have gone out"
    )
    title = None  # type: ignore[assignment]  # Django’s way to drop a field


class ConflictForm(forms.Form):
    """A member’s interest in an item."""

    member = forms.ModelChoiceField(Member.objects.none(), label="Who has an interest?")
    reason = words("What is it?", rows=2)

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]  # typed as Field
