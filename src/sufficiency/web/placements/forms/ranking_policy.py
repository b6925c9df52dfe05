"""Forms about how homes are ranked."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.analytics.matching.scoring import FULL_MARKS

PREFIX = "weight_"
SHORT = {"class": "govuk-input--width-4", "inputmode": "decimal"}


def _points(label: str, hint: str) -> forms.DecimalField:
    return forms.DecimalField(
        min_value=0,
        max_value=int(FULL_MARKS),
        decimal_places=1,
        label=label,
        help_text=hint,
        widget=forms.TextInput(attrs=SHORT),
    )


class RankingForm(forms.Form):
    """Points of every criterion, the tolerance, and why."""

    reason = forms.CharField(
        label="Why should homes be ranked otherwise?",
        help_text="What was seen, and what should become better for children. The panel decides by this.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {f"{PREFIX}{name}": _points(one.label, one.measures) for name, one in CRITERIA.items()}
        tolerance = _points(
            "Tolerance",
            "Points by which a home of a lower tier must fit better to be shown first. 0: by fit alone",
        )
        self.fields = {**asked, "tolerance": tolerance, **self.fields}

    @property
    def weights(self) -> dict[str, float]:
        """Points by criterion."""
        return {name: float(self.cleaned_data[f"{PREFIX}{name}"]) for name in CRITERIA}

    def clean(self) -> dict[str, Any]:
        """Together they are 100, so that what the panel reads is what is used."""
        told = super().clean() or {}
        given = [told.get(f"{PREFIX}{name}") for name in CRITERIA]
        known = [points for points in given if points is not None]
        together = sum(known, Decimal(0))
        if len(known) == len(given) and together != int(FULL_MARKS):
            self.add_error(None, f"The points of the eight criteria add up to {together:g}. Make them 100.")
        return told


def started_with(weights: Mapping[str, float], tolerance: float) -> dict[str, str]:
    """What the form shows first: how homes are ranked now."""
    return {
        **{f"{PREFIX}{name}": f"{points:g}" for name, points in weights.items()},
        "tolerance": f"{tolerance:g}",
    }


class SettleForm(forms.Form):
    """What the panel says."""

    agrees = forms.TypedChoiceField(
        choices=(
            ("True", "Agree: homes are ranked by it from now on"),
            ("False", "Send it back: nothing changes"),
        ),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        label="What does the panel say?",
    )
    because = forms.CharField(
        label="Why?",
        help_text="And at which meeting",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
