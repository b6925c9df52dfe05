"""Forms about posts and neighbouring councils."""

from typing import Any

from django import forms

from sufficiency.analytics.reference.authorities import authorities, codes_today
from sufficiency.web.access.models import User
from sufficiency.web.placements.choices import Post


def councils() -> list[tuple[str, str]]:
    """Every authority of today by name."""
    return sorted(
        ((code, one.name) for code, one in authorities().items() if codes_today(code) == (code,)),
        key=lambda pair: pair[1],
    )


class PostForm(forms.Form):
    """Who holds which post."""

    post = forms.ChoiceField(choices=Post.choices, label="Which post?")
    user = forms.ModelChoiceField(User.objects.none(), label="Who holds it?")

    def __init__(self, *args: Any, authority: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(memberships__authority=authority, memberships__ended_at=None)
        self.fields["user"].queryset = people.distinct()  # type: ignore[attr-defined]  # typed as Field


class NeighboursForm(forms.Form):
    """The councils next to ours."""

    codes = forms.MultipleChoiceField(
        choices=councils,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Whose area adjoins ours?",
        help_text="A home outside our area and theirs is at a distance, and the director approves it",
    )
