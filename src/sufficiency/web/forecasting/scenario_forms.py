"""The forms of a scenario: how it begins, its name, and a lever as a sentence with numbers in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField

from sufficiency.analytics.forecast.bands import AGE_GROUPS
from sufficiency.analytics.forecast.causes import LEAVING
from sufficiency.analytics.forecast.levers.declaring import Lever, LeverUnit, Takes
from sufficiency.analytics.forecast.levers.wording import FIELD
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.forecast.scenario_files import (
    as_record,
    scenario_in,
    scenario_of,
    shipped,
    shipped_names,
)
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.position import age_label
from sufficiency.web.forecasting.forms import CountField

Record = Mapping[str, Any]
SHORT: Final = {"class": "govuk-input--width-4", "inputmode": "decimal"}
DATE: Final = {"class": "govuk-input--width-10"}
INLINE: Final = ("amount", "direction", "discount", "cause", "over_months", "from", "until")
BLANK: Final = ""


@dataclass(frozen=True)
class Part:
    """A part of a sentence: plain text, or a field with its words for who cannot see where it stands."""

    text: str = ""
    field: BoundField | None = None


class NewScenarioForm(forms.Form):
    """How a scenario begins: from nothing, from one that comes with the program, or from a file."""

    name = forms.CharField(
        max_length=200, help_text="What readers will know it by, such as “Closer to home”.", required=False
    )
    begin_with = forms.ChoiceField(label="Begin with", widget=forms.RadioSelect, required=False)
    file = forms.FileField(
        label="Or a scenario file",
        required=False,
        help_text="A YAML file, as the command line takes it. It takes the place of the choice above.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(BLANK, "Nothing yet"), *((name, shipped(name).name) for name in shipped_names())]
        self.fields["begin_with"] = forms.ChoiceField(
            label="Begin with", choices=choices, widget=forms.RadioSelect, required=False, initial=BLANK
        )

    def clean_file(self) -> Record | None:
        """The scenario in the file; what is wrong with it is said with its place."""
        upload: UploadedFile | None = self.cleaned_data.get("file")
        if upload is None:
            return None
        try:
            return as_record(scenario_in(upload.read(), name=upload.name or "the file"))
        except ScenarioError as wrong:
            raise forms.ValidationError(f"{wrong.where}: {wrong.what} {wrong.what_next}") from wrong

    def clean(self) -> dict[str, Any]:
        """A scenario from nothing needs a name."""
        given = super().clean() or {}
        if not (given.get("name") or given.get("file") or given.get("begin_with") or self.errors):
            self.add_error("name", "Give the scenario a name.")
        return given

    def content(self) -> Record:
        """What the new scenario holds, once the form is valid."""
        given = self.cleaned_data
        begun = given["file"] or (as_record(shipped(given["begin_with"])) if given["begin_with"] else {})
        return {**begun, "name": given["name"] or begun["name"]}


class NameForm(forms.Form):
    """What a scenario is called and about."""

    name = forms.CharField(max_length=200)
    about = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label="What it is about"
    )


class LeverForm(forms.Form):
    """A lever as its sentence, with a field where each number stands; the fields follow its declaration."""

    def __init__(self, data: Any = None, *, lever: Lever, record: Record | None = None) -> None:
        super().__init__(data, initial=_initial(lever, record or {}))
        self.lever = lever
        self.fields.update(_fields(lever))

    @property
    def sentence(self) -> Iterator[Part]:
        """The sentence in parts."""
        for place, part in enumerate(FIELD.split(self.lever.sentence)):
            if place % 2 == 0:
                yield Part(part)
            elif part == "amount":
                yield from self._amount()
            elif part in self.fields and part in INLINE:
                yield Part(field=self[part])
            else:
                yield Part("the kinds ticked below" if part == Takes.KINDS else "those ticked under “To”")
        yield from (Part(", from "), Part(field=self["from"]))
        if "{over_months}" not in self.lever.sentence:
            yield from (Part(", building up over "), Part(field=self["over_months"]), Part(" months"))
        yield from (Part(", until "), Part(field=self["until"]), Part("."))

    @property
    def groups(self) -> list[BoundField]:
        """The fields that stand under the sentence."""
        return [self[name] for name in self.fields if name not in INLINE]

    @property
    def inline_errors(self) -> list[str]:
        """What is wrong with the fields in the sentence."""
        return [
            f"{self[name].label}: {error}"
            for name in INLINE
            if name in self.fields
            for error in self[name].errors
        ]

    def _amount(self) -> Iterator[Part]:
        yield Part(field=self["amount"])
        if self.lever.unit is LeverUnit.PERCENT:
            yield Part("%")
        if self.lever.is_signed:
            yield from (Part(" "), Part(field=self["direction"]))
        if self.lever.unit is not LeverUnit.PERCENT:
            yield Part(f" {self.lever.unit}")

    def clean(self) -> dict[str, Any]:
        """The whole lever is read as a file would be, so that both are held to the same rules."""
        given = super().clean() or {}
        if not self.errors:
            try:
                scenario_of({"name": "it", "levers": [self.record()]}, where="it")
            except ScenarioError as wrong:
                field = wrong.where.rsplit(", ", 1)[-1]
                self.add_error(field if field in self.fields else None, f"{wrong.what} {wrong.what_next}")
        return given

    def record(self) -> Record:
        """The lever as a file holds it."""
        given = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}
        amount = float(given.pop("amount")) * (-1 if given.pop("direction", "more") != "more" else 1)
        if sorted(given.get("ages", [])) == sorted(AGE_GROUPS):
            given.pop("ages")
        return {"lever": self.lever.id, "amount": int(amount) if amount == int(amount) else amount, **given}


def _initial(lever: Lever, record: Record) -> dict[str, Any]:
    amount = record.get("amount", lever.usual_amount)
    usual: dict[str, Any] = {name: [str(kind) for kind in kinds] for name, kinds in lever.usual.items()}
    begun = {
        "from": "year 1",
        "ages": list(AGE_GROUPS),
        "cause": lever.usual_cause and str(lever.usual_cause),
        "discount": 15,
        **usual,
        **record,
    }
    if not record:
        begun["over_months"] = 12
    if "uasc" in begun:
        begun["uasc"] = "yes" if begun["uasc"] in (True, "yes", "only") else "no"
    return {**begun, "amount": abs(amount), "direction": "more" if amount >= 0 else lever.down}


def _fields(lever: Lever) -> dict[str, forms.Field]:
    most = max(abs(lever.least), abs(lever.most))
    found: dict[str, forms.Field] = {
        "amount": forms.FloatField(
            label="Amount", min_value=0, max_value=most, widget=forms.TextInput(attrs=SHORT)
        )
    }
    if lever.is_signed:
        words = [("more", "more"), (lever.down, lever.down)]
        found["direction"] = forms.ChoiceField(label="More or fewer", choices=words)
    if Takes.CAUSE in lever.takes:
        causes = [(str(cause), cause.label.lower()) for cause in LEAVING]
        found["cause"] = forms.ChoiceField(label="Reason for leaving", choices=causes)
    if Takes.DISCOUNT in lever.takes:
        found["discount"] = forms.FloatField(
            label="Discount", min_value=0, max_value=100, widget=forms.TextInput(attrs=SHORT)
        )
    found["from"] = forms.CharField(label="From", max_length=40, widget=forms.TextInput(attrs=DATE))
    found["over_months"] = CountField(
        label="Months", required=False, min_value=0, max_value=300, widget=forms.TextInput(attrs=SHORT)
    )
    found["until"] = forms.CharField(
        label="Until", required=False, max_length=40, widget=forms.TextInput(attrs=DATE)
    )
    return {**found, **_for_whom(lever), "why": _why()}


def _for_whom(lever: Lever) -> dict[str, forms.Field]:
    kinds = [(str(kind), kind.label) for kind in Kind]
    ages = [(group, age_label(group)) for group in AGE_GROUPS]
    groups: dict[str, forms.Field] = {
        Takes.KINDS: _ticked(
            "From" if Takes.TO in lever.takes else "Kinds of placement", kinds, required=True
        ),
        Takes.TO: _ticked("To", kinds, required=True),
        Takes.AGES: _ticked("Ages", ages, required=True),
        Takes.UASC: forms.ChoiceField(
            label="Unaccompanied asylum-seeking children",
            required=False,
            choices=[(BLANK, "Together with all others"), ("yes", "Only them"), ("no", "All others")],
            widget=forms.RadioSelect,
        ),
    }
    if Takes.KINDS in lever.takes and "{kinds}" not in lever.sentence:
        groups[Takes.KINDS] = _ticked("Living in (none ticked: anywhere)", kinds, required=False)
    return {str(name): field for name, field in groups.items() if name in lever.takes}


def _ticked(label: str, choices: list[tuple[str, str]], *, required: bool) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


def _why() -> forms.Field:
    return forms.CharField(
        label="Why",
        required=False,
        max_length=2000,  # as in a file: a shorter limit here would refuse what was read there
        help_text="What is done that this should come of. Readers of the comparison see it.",
    )
