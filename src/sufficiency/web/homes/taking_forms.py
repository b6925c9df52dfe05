"""The forms by which a place is held or taken and a placement ended."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from sufficiency.analytics.returns.codes import code_sets
from sufficiency.web.children.models import REFERENCE_LENGTH, Child
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.fields import DayField

BESIDE = "Only if something speaks against it: say why it is done all the same"


def _why_ended() -> list[tuple[str, str]]:
    codes = code_sets()["REASON_PLACE_CHANGE"].codes
    return [("", "Not known yet"), *((code.code, code.meaning) for code in codes)]


class PlaceForm(forms.Form):
    """Which child comes to live here, from when."""

    child = forms.CharField(max_length=REFERENCE_LENGTH, label="Child", help_text="Their reference")
    on = DayField(label="From")
    place_code = forms.ChoiceField(label="Placement code")
    with_siblings = forms.BooleanField(required=False, label="A brother or sister lives here or comes too")
    shares_room = forms.BooleanField(required=False, label="They share a room with a brother or sister")
    is_emergency = forms.BooleanField(required=False, label="It is an emergency")
    is_short_break = forms.BooleanField(required=False, label="It is shared care or a short break")
    expected_until = DayField(
        required=False, label="Expected until", help_text="Needed for shared care and short breaks"
    )
    contract = forms.CharField(required=False, max_length=40, help_text="Its reference, if it is known")
    because = forms.CharField(required=False, max_length=300, label="Why all the same", help_text=BESIDE)

    def __init__(self, *args: Any, home: Home, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        codes = {code.code: code.meaning for code in code_sets()["PLACE"].codes}
        offered = [(code, f"{codes[code]} ({code})") for code in home.kind_of.codes]
        self.fields["place_code"].choices = offered  # type: ignore[attr-defined]  # typed as Field

    def clean_child(self) -> Child:
        """A child known to this authority."""
        reference = self.cleaned_data["child"].strip()
        found = Child.objects.of(self.home.authority).filter(reference=reference).first()
        if found is None:
            raise forms.ValidationError(
                "No child has this reference. Look in Children, or add them: Add a child."
            )
        return found


class HoldForm(forms.Form):
    """For whom a place is kept, and until when."""

    for_whom = forms.CharField(
        max_length=REFERENCE_LENGTH,
        label="For whom?",
        help_text="A child’s or a request’s reference, never a name",
    )
    day = DayField(label="Until which day?")
    time = forms.TimeField(label="At what time?", help_text="For example, 16:30", initial="17:00")
    with_siblings = forms.BooleanField(required=False, label="A brother or sister lives here or comes too")
    in_emergency = forms.BooleanField(required=False, label="It is an emergency")

    def until(self) -> datetime:
        """The moment at which the hold runs out."""
        moment = datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return timezone.make_aware(moment)


class EndForm(forms.Form):
    """When and why a child left."""

    on = DayField(label="The day on which the child was no longer there")
    why = forms.ChoiceField(choices=_why_ended, required=False, label="Why it ended")


class AddChildForm(forms.Form):
    """A child whom no return tells of yet."""

    reference = forms.CharField(max_length=REFERENCE_LENGTH, help_text="As in the council’s case system")
    born = DayField(label="Date of birth", required=False)
    sex = forms.ChoiceField(choices=[("", "Not known yet"), ("F", "Female"), ("M", "Male")], required=False)
