"""Forms of the blind study."""

from collections.abc import Sequence
from typing import Any

from django import forms


class PickForm(forms.Form):
    """Which home an officer would choose."""

    home = forms.ChoiceField(
        label="Which home would you choose?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the homes.", "invalid_choice": "Choose one of the homes."},
    )

    def __init__(self, *args: Any, homes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["home"].choices = list(homes)  # type: ignore[attr-defined]  # typed as Field


class AfterForm(forms.Form):
    """What they think once they have seen the ranking."""

    keeps = forms.TypedChoiceField(
        choices=(("True", "I keep my choice"), ("False", "I would now take the home that is shown first")),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        label="Now that you have seen the ranking",
    )
    because = forms.CharField(
        required=False,
        max_length=1000,
        label="Why?",
        help_text="What the ranking does not see, or what you had not seen. It is reported without your name.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
