"""The form of a step, made from the declared questions; “not known yet” is an answer everywhere."""

from typing import Any

from django import forms

from sufficiency.analytics.reference.postcodes import plain_text
from sufficiency.web.placements.questions import questions_of
from sufficiency.web.placements.questions.declaring import Kind, Question
from sufficiency.web.placements.shielding import POSTCODE
from sufficiency.web.ui.fields import DayField

NOT_KNOWN = "Not known yet"
ABOUT = ("said_by", "as_of")


class PostcodeField(forms.CharField):
    """A full postcode."""

    def clean(self, value: Any) -> str | None:
        """In capitals with its space; None where nothing is given."""
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        if not POSTCODE.fullmatch(text):
            raise forms.ValidationError("Write a full postcode, such as CB1 1AA, or leave it empty.")
        plain = plain_text(text)
        return f"{plain[:-3]} {plain[-3:]}"


class StepForm(forms.Form):
    """The questions of a step, with who said it and as of when."""

    said_by = forms.CharField(
        required=False, max_length=100, label="Who said this?", help_text="Such as the child, mother, school"
    )
    as_of = DayField(
        required=False,
        label="As of which day?",
        help_text="Today unless you say otherwise, such as 24/11/2026",
    )

    def __init__(self, *args: Any, step: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions_of(step):
            self.fields[question.key] = _field(question)
        self.order_fields([*(question.key for question in questions_of(step)), *ABOUT])

    def answers(self) -> dict[str, Any]:
        """What was answered, None for what is not known yet."""
        return {key: _plain(value) for key, value in self.cleaned_data.items() if key not in ABOUT}


def _field(question: Question) -> forms.Field:
    told: dict[str, Any] = {"required": False, "label": question.label, "help_text": question.hint}
    if question.kind is Kind.CHOICE:
        options = [(option, option) for option in question.options]
        return forms.ChoiceField(choices=[("", NOT_KNOWN), *options], **told)
    if question.kind is Kind.SEVERAL:
        options = [(option, option[0].upper() + option[1:]) for option in question.options]
        return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **told)
    if question.kind is Kind.DAY:
        return DayField(required=False, label=question.label)
    if question.kind is Kind.NUMBER:
        return forms.FloatField(min_value=0, max_value=500, **told)
    if question.kind is Kind.POSTCODE:
        return PostcodeField(max_length=10, **told)
    if question.kind is Kind.LONG_TEXT:
        return forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), **told)
    return forms.CharField(max_length=500, **told)


def _plain(value: Any) -> Any:
    if value in ("", [], None):
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value
