"""What one says to run a forecast."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from sufficiency.analytics.money.prices import PriceError, PriceSet, built_in, built_in_names
from sufficiency.web.forecasting import analytics
from sufficiency.web.forecasting.analytics import Asked
from sufficiency.web.runs.models import Run

MOST_YEARS = 10
FEWEST_FUTURES, MOST_FUTURES = (
    100,
    2_000,
)  # fewer say little of the ends of a range; more take too long to wait
LARGEST_PRICE_FILE = 1_000_000  # bytes
NARROW = {"class": "govuk-input--width-5", "inputmode": "numeric"}


class CountField(forms.IntegerField):
    """A whole number as people write it, thousands parted or not."""

    def to_python(self, value: Any) -> int | None:
        """The number without what parts its thousands."""
        return super().to_python(value.replace(",", "").replace(" ", "") if isinstance(value, str) else value)


class ForecastForm(forms.Form):
    """How far ahead, how many futures, and at which prices."""

    years = CountField(
        label="Years ahead",
        help_text=f"From 1 to {MOST_YEARS}. Ranges widen with every year.",
        initial=5,
        min_value=1,
        max_value=MOST_YEARS,
        widget=forms.TextInput(attrs=NARROW),
    )
    prices = forms.ChoiceField(label="Prices", widget=forms.RadioSelect)
    price_file = forms.FileField(
        label="Or your own prices",
        required=False,
        help_text="A CSV or YAML file with the columns kind, weekly_price, from, inflation_per_year and source. "
        "It takes the place of the choice above; kinds that it leaves out are filled in and marked as assumptions.",
        widget=forms.FileInput(attrs={"accept": ".csv,.yaml,.yml"}),
    )
    replications = CountField(
        label="Futures to play out",
        help_text=f"From {FEWEST_FUTURES} to {MOST_FUTURES:,}. 1,000 are enough for steady ranges.",
        initial=1000,
        min_value=FEWEST_FUTURES,
        max_value=MOST_FUTURES,
        widget=forms.TextInput(attrs=NARROW),
    )
    seed = CountField(
        label="Seed",
        help_text="Any whole number. The same seed and the same data give the same figures.",
        initial=1,
        min_value=0,
        max_value=2**31,
        widget=forms.TextInput(attrs=NARROW),
    )
    # Off at first, as on the command line: with four or five past years it mends about as often as it harms.
    recalibrate = forms.BooleanField(
        label="Make the ranges wider or narrower after forecasts of our own past",
        required=False,
        help_text="Forecasts are made again from each past 31 March, and the ranges follow how far those missed. "
        "It needs five years of returns, does little with fewer than eight, and takes about half as long again.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(prices.name, prices.label) for prices in analytics.price_sets()]
        self.fields["prices"] = forms.ChoiceField(
            label="Prices", choices=choices, initial=choices[0][0], widget=forms.RadioSelect
        )

    def clean_price_file(self) -> PriceSet | None:
        """The prices in the file; what is wrong with them is said with the line."""
        upload: UploadedFile | None = self.cleaned_data.get("price_file")
        if upload is None:
            return None
        if (upload.size or 0) > LARGEST_PRICE_FILE:
            raise forms.ValidationError("This file is too large for a list of prices. Choose another.")
        try:
            return analytics.prices_in(upload)
        except PriceError as wrong:
            raise forms.ValidationError(f"{wrong.where}: {wrong.what} {wrong.what_next}") from wrong

    def asked(self) -> Asked:
        """The forecast that is asked for, once the form is valid."""
        given = self.cleaned_data
        return Asked(
            years=given["years"],
            replications=given["replications"],
            seed=given["seed"],
            prices=given["price_file"] or built_in(given["prices"]),
            recalibrate=given["recalibrate"],
        )


def as_before(forecast: Run) -> dict[str, Any]:
    """What a forecast was asked to be, to begin another one with."""
    asked = {
        "years": forecast.assumptions["years_ahead"],
        "replications": forecast.assumptions["replications"],
        "seed": forecast.seed,
        # Forecasts that were kept before one could ask for it were not recalibrated.
        "recalibrate": forecast.assumptions.get("recalibrate", False),
    }
    prices = forecast.assumptions["price_set"]
    return {**asked, "prices": prices} if prices in built_in_names() else asked
