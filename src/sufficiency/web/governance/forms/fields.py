"""What the forms about groups share."""

from django import forms

CHOOSE = ("", "Choose one")


def words(label: str, *, required: bool = True, rows: int = 3, help_text: str = "") -> forms.CharField:
    """A field for sentences."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"Say something for “{label}”."},
    )


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = words("Why?")


class SearchForm(forms.Form):
    """What to look for."""

    q = forms.CharField(max_length=100, required=False)
