"""Forms about recommendations and the replies to them."""

from typing import Any

from django import forms

from sufficiency.web.governance.forms.fields import words
from sufficiency.web.governance.models import Member
from sufficiency.web.governance.models.groups import NAME_LENGTH
from sufficiency.web.ui.fields import DayField


class ProposalForm(forms.Form):
    """Something to be recommended."""

    text = words("What is recommended?")
    grounds = words("Why, and on what evidence?")
    aimed_at = forms.CharField(label="Who is to act on it", max_length=NAME_LENGTH, required=False)


class VoiceForm(forms.Form):
    """Whether a seat agrees."""

    member = forms.ModelChoiceField(Member.objects.none(), label="Whose seat?")
    agrees = forms.TypedChoiceField(
        label="Do they agree?",
        choices=[("", "Choose one"), ("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
    )
    substitute = forms.CharField(label="If a substitute spoke, who?", max_length=NAME_LENGTH, required=False)

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]  # typed as Field


class ReplyForm(forms.Form):
    """Someone asked to reply, or their reply."""

    asked = forms.CharField(label="Who was asked?", max_length=NAME_LENGTH)
    asked_on = DayField(label="When were they asked?")
    due_on = DayField(label="When is the answer due?", required=False)
    text = words("What did they answer?", required=False)
    answered_on = DayField(label="When did they answer?", required=False)
