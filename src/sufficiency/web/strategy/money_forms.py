"""Forms by which a version's targets, mix and unit costs are changed."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.strategy.money import Figure, Path

REASON = {"rows": 3}


class MoneyForm(forms.Form):
    """A field for each number, under the heading that it stands under, and why they are changed."""

    def __init__(self, *args: Any, figures: Sequence[Figure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = list(figures)
        for place, figure in enumerate(self.figures):
            self.fields[f"figure_{place}"] = forms.DecimalField(
                label=figure.label,
                required=figure.value is not None,
                initial=figure.value,
                max_digits=14,
                decimal_places=2,
                min_value=None if figure.may_be_negative else 0,
                widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "decimal"}),
            )
        self.fields["reason"] = forms.CharField(
            label="Why are they changed?", max_length=500, widget=forms.Textarea(attrs=REASON)
        )

    def grouped(self) -> Iterator[tuple[str, list[Any]]]:
        """Headings with their fields, for the page."""
        groups = dict.fromkeys(figure.group for figure in self.figures)
        for group in groups:
            yield group, [self[f"figure_{n}"] for n, one in enumerate(self.figures) if one.group == group]

    def values(self) -> dict[Path, Decimal | None]:
        """What was changed, by where it is kept."""
        told = ((one, self.cleaned_data[f"figure_{n}"]) for n, one in enumerate(self.figures))
        return {one.path: value for one, value in told if value != one.value}


class YearForm(forms.Form):
    """Another year of the strategy."""

    year = forms.CharField(label="Financial year", max_length=10, help_text="For example, 2015/16")
    reason = forms.CharField(label="Why is it added?", max_length=500, widget=forms.Textarea(attrs=REASON))

    def clean_year(self) -> CollectionYear:
        """A financial year."""
        try:
            return CollectionYear.parse(self.cleaned_data["year"])
        except ValueError:
            raise forms.ValidationError("Write the financial year like 2015/16.") from None


class KindForm(forms.Form):
    """Another kind of placement, with what it costs."""

    kind = forms.ChoiceField(label="Kind of placement")
    weekly_price = forms.DecimalField(
        label="Unit cost, pounds a week", min_value=0, max_digits=10, decimal_places=2
    )
    reason = forms.CharField(label="Why is it added?", max_length=500, widget=forms.Textarea(attrs=REASON))

    def __init__(self, *args: Any, known: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(kind.value, kind.label) for kind in Kind if kind not in known]
        self.fields["kind"].choices = [("", "Choose one"), *offered]  # type: ignore[attr-defined]  # typed as Field
