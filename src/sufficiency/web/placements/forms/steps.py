"""Forms of the desk's own steps: beginning, gates, asks, choosing, after."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.matching.rules.catalogue import RULES
from sufficiency.web.homes.models import Home
from sufficiency.web.placements.choices import KinOutcome, Meeting, Met, Refusal, VisitMode, Why
from sufficiency.web.placements.expectations import EXPECTED
from sufficiency.web.ui.fields import DayField


def _long(label: str, *, required: bool = True, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MomentForm(forms.Form):
    """A day and a time of day."""

    day = DayField(label="Day")
    time = forms.TimeField(
        label="Time",
        help_text="Such as 18:00",
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5"}),
    )

    def moment(self) -> datetime:
        """The moment on this clock."""
        both = datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return timezone.make_aware(both)


class BeginForm(MomentForm):
    """For whom, and by when."""

    children = forms.CharField(
        max_length=200,
        label="Whose home is looked for?",
        help_text="The child’s reference; brothers and sisters with commas between",
    )
    born = DayField(
        required=False,
        label="Date of birth, if the child is new to us",
        help_text="Only for a child in no return yet, such as 24/11/2015",
    )

    field_order = ("children", "born", "day", "time")


class ReasonForm(forms.Form):
    """A reason."""

    reason = _long("Why?")


class KinForm(forms.Form):
    """Someone who was thought of."""

    name = forms.CharField(max_length=100)
    relation = forms.CharField(max_length=60, label="Who are they to the child?")
    outcome = forms.ChoiceField(choices=KinOutcome.choices, label="What came of it?")
    home = forms.ModelChoiceField(
        Home.objects.none(), required=False, label="Their household in the register, if they are approved"
    )
    contacted_on = DayField(required=False, label="Contacted on")
    note = forms.CharField(required=False, max_length=300)

    def __init__(self, *args: Any, authority: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kin = Home.objects.of(authority).filter(kind=HomeKind.CONNECTED_CARERS, closed_on=None)
        self.fields["home"].queryset = kin  # type: ignore[attr-defined]  # typed as Field


class KinCloseForm(forms.Form):
    """Closing the question of family and friends."""

    meeting = forms.ChoiceField(choices=[("", "Choose one"), *Meeting.choices], label="Family group meeting")
    temporary = forms.CharField(
        required=False, max_length=200, label="Temporary approval under regulation 24, if any"
    )


class ChallengeForm(forms.Form):
    """Three questions, each with what shows it, and whether agencies knew."""

    YES_NO = (("True", "Yes"), ("False", "No"))

    is_genuine = forms.TypedChoiceField(
        choices=YES_NO, coerce=lambda v: v == "True", widget=forms.RadioSelect, label="Is it genuine?"
    )
    genuine_because = forms.CharField(max_length=500, label="What shows it?")
    is_unforeseeable = forms.TypedChoiceField(
        choices=YES_NO,
        coerce=lambda v: v == "True",
        widget=forms.RadioSelect,
        label="Was it impossible to foresee?",
    )
    unforeseeable_because = forms.CharField(max_length=500, label="What shows that?")
    is_unpreventable = forms.TypedChoiceField(
        choices=YES_NO,
        coerce=lambda v: v == "True",
        widget=forms.RadioSelect,
        label="Was it impossible to prevent?",
    )
    unpreventable_because = forms.CharField(max_length=500, label="What shows that it was?")
    was_known = forms.TypedChoiceField(
        choices=YES_NO,
        coerce=lambda v: v == "True",
        widget=forms.RadioSelect,
        label="Was the child known to agencies already?",
    )
    known_to = forms.CharField(required=False, max_length=200, label="To which?")


class ThresholdForm(forms.Form):
    """What counts as an emergency."""

    hours = forms.DecimalField(min_value=1, max_value=168, label="Needed within how many hours")
    text = _long("The threshold in words")
    from_day = DayField(label="From which day?")


class ReplyForm(forms.Form):
    """A home's answer."""

    answer = forms.ChoiceField(
        choices=(("yes", "Yes, we can"), ("no", "No, we cannot")), widget=forms.RadioSelect
    )
    why_not = forms.ChoiceField(
        required=False, choices=[("", "Choose one"), *Refusal.choices], label="If no, why not?"
    )
    note = forms.CharField(required=False, max_length=500, label="Anything we should know")

    def clean(self) -> dict[str, Any]:
        """A no needs its reason."""
        told = super().clean() or {}
        if told.get("answer") == "no" and not told.get("why_not"):
            self.add_error("why_not", "Choose the reason that fits best.")
        return told


class ChooseForm(forms.Form):
    """Why this home."""

    reason = _long("Why this home?")
    gaps = _long(
        "Gaps accepted",
        required=False,
        hint="What it lacks or what is not known, and why it is chosen all the same",
    )
    passed_over_because = forms.CharField(
        required=False, max_length=500, label="If an in-house home could take them: why not that one?"
    )
    principles = forms.CharField(required=False, max_length=500, label="Principles applied")
    weekly_cost = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        label="Agreed weekly price for one child",
        help_text="In pounds. Left empty, the contract’s price is taken, else the usual price of its kind",
    )
    promise = forms.CharField(required=False, max_length=300, label="A support that is promised")
    promise_owner = forms.CharField(required=False, max_length=100, label="Who sees to it?")
    promise_due = DayField(required=False, label="By when?")

    def clean(self) -> dict[str, Any]:
        """A promise has an owner and a day."""
        told = super().clean() or {}
        if told.get("promise") and not (told.get("promise_owner") and told.get("promise_due")):
            self.add_error("promise_owner", "Say who sees to the promise, and by when.")
        return told

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        told = dict(self.cleaned_data)
        text, owner, due = (told.pop(name) for name in ("promise", "promise_owner", "promise_due"))
        return {**told, "promises": [{"text": text, "owner": owner, "due_on": due}] if text else []}


class PlaceForm(forms.Form):
    """The day of moving in."""

    on = DayField(label="Moving in on")
    expected_until = DayField(required=False, label="Expected to stay until, if that is known")
    because = forms.CharField(
        required=False, max_length=300, label="If the register objects: why all the same?"
    )


class ExtensionForm(forms.Form):
    """A longer stay to be put before the panel."""

    until = DayField(label="Until which day?")
    because = _long("Why should the stay be longer?")


class CheckForm(forms.Form):
    """How the child has settled."""

    child_says = forms.CharField(required=False, max_length=500, label="What the child says")
    note = _long("How is it going?")
    mode = forms.ChoiceField(
        choices=VisitMode.choices, initial=VisitMode.IN_PERSON, label="How was the child seen?"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in EXPECTED:
            self.fields[f"expected_{one.key}"] = forms.ChoiceField(
                choices=[("", "Not looked at"), *Met.choices], required=False, label=one.label
            )

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        told = dict(self.cleaned_data)
        results = {one.key: told.pop(f"expected_{one.key}") for one in EXPECTED}
        return {**told, "expected": {key: result for key, result in results.items() if result}}


class DisruptionForm(forms.Form):
    """What a breakdown teaches."""

    ended_on = DayField(label="When did it end?")
    why = forms.ChoiceField(choices=Why.choices, widget=forms.RadioSelect, label="What lay behind it was…")
    what_happened = _long("What happened?")
    learned = _long("What will we do differently?")


class RevealForm(forms.Form):
    """Who is shown an address, and why."""

    recipient = forms.CharField(max_length=150, label="Who is shown the addresses?")
    reason = forms.CharField(max_length=300, label="Why do they need them?")


class SetAsideForm(forms.Form):
    """A rule set aside."""

    rule = forms.ChoiceField(
        choices=[(r.id, f"{r.text} (by the {r.may_waive})") for r in RULES.values() if r.may_waive]
    )
    reason = _long("Why did the officer set it aside?")


class ImportForm(forms.Form):
    """A CSV of the regional standard."""

    file = forms.FileField(label="CSV file")
