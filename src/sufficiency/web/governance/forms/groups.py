"""Forms about a group, its terms and its seats."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from sufficiency.analytics.governance.declaring import SETTINGS
from sufficiency.web.access.models import User
from sufficiency.web.governance.forms.fields import CHOOSE, words
from sufficiency.web.governance.models import Group, Member
from sufficiency.web.governance.models.groups import NAME_LENGTH, kinds
from sufficiency.web.ui.fields import DayField


class GroupForm(forms.Form):
    """A new group."""

    kind = forms.ChoiceField(label="What kind of group is it?", choices=lambda: [CHOOSE, *kinds()])
    name = forms.CharField(max_length=NAME_LENGTH)
    began_on = DayField(label="Begins on", required=False)
    ends_on = DayField(label="Ends on", required=False, help_text="Where its terms give it an end")
    support = forms.CharField(label="Who supports it", max_length=200, required=False)
    source = forms.CharField(label="Where its terms are written", max_length=200, required=False)

    def __init__(self, *args: Any, authority: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.authority = authority

    def clean_name(self) -> str:
        """A name is used once."""
        name = str(self.cleaned_data["name"]).strip()
        if Group.objects.of(self.authority).filter(name=name).exists():
            raise forms.ValidationError("There is a group of this name.")
        return name


class TermsForm(forms.Form):
    """What is different about a group’s terms; what is left blank is the kind’s own."""

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {**group.settings, "ends_on": group.ends_on})
        super().__init__(*args, **kwargs)
        for name, label in SETTINGS.items():
            self.fields[name] = _setting(name, label, usual=group.type.usual(name))
        self.fields["reason"] = words("Why is this changed?", rows=2)


def _setting(name: str, label: str, *, usual: int | None) -> forms.Field:
    if name == "ends_on":
        return DayField(label=label, required=False)
    hint = f"Blank is {usual}, as for its kind" if usual else "Blank is no such rule, as for its kind"
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=600, help_text=hint)


class SeatForm(forms.Form):
    """A new member."""

    name = forms.CharField(max_length=NAME_LENGTH)
    place = forms.ChoiceField(label="In which place?")
    user = forms.ModelChoiceField(
        User.objects.none(),
        label="Their account",
        required=False,
        help_text="Lets them read the group’s papers",
    )
    post = forms.CharField(label="Role or post", max_length=NAME_LENGTH, required=False)
    body = forms.CharField(label="Council, department or agency", max_length=NAME_LENGTH, required=False)
    political_group = forms.CharField(max_length=60, required=False)
    area = forms.CharField(label="Area or district", max_length=60, required=False)
    served_from = DayField(label="Serves from", required=False)
    is_chair = forms.BooleanField(label="Chairs the group", required=False)
    is_vice = forms.BooleanField(label="Vice chair", required=False)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [(place.key, place.label) for place in group.type.places]  # type: ignore[attr-defined]  # typed as Field
        people = User.objects.filter(memberships__authority=group.authority, memberships__ended_at=None)
        self.fields["user"].queryset = people.distinct()  # type: ignore[attr-defined]  # typed as Field


class RenewForm(forms.Form):
    """Who is appointed for another year."""

    on = DayField(label="Day of the annual meeting")
    again = forms.ModelMultipleChoiceField(
        Member.objects.none(),
        label="Who is appointed again?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The others serve until that day",
    )

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        keys = [member.pk for member in members]
        kwargs.setdefault("initial", {"on": timezone.localdate(), "again": keys})
        super().__init__(*args, **kwargs)
        self.fields["again"].queryset = Member.objects.filter(pk__in=keys)  # type: ignore[attr-defined]  # typed as Field


class EndForm(forms.Form):
    """When a seat ends."""

    on = DayField(label="Last day of service", initial=timezone.localdate)
