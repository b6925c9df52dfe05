"""Forms about meetings: planning them, who came, minutes."""

from collections.abc import Sequence
from typing import Any

from django import forms

from sufficiency.web.governance.forms.fields import words
from sufficiency.web.governance.models import Attendance, Meeting, Member
from sufficiency.web.governance.models.groups import NAME_LENGTH
from sufficiency.web.governance.states import Format, Mode, Presence
from sufficiency.web.ui.fields import DayField


class MeetingForm(forms.Form):
    """A meeting to be planned."""

    on = DayField(label="Day")
    starts_at = forms.TimeField(label="Begins at", required=False, help_text="For example, 14:00")
    minutes = forms.IntegerField(label="Length in minutes", min_value=5, max_value=600, initial=120)
    mode = forms.ChoiceField(label="How people take part", choices=Mode.choices)
    format = forms.ChoiceField(choices=Format.choices)
    place = forms.CharField(label="Where", max_length=NAME_LENGTH, required=False)
    is_extra = forms.BooleanField(label="It is an extra meeting", required=False)
    chair_agreed = forms.BooleanField(label="The chair has agreed to it", required=False)


class ScheduleForm(forms.Form):
    """Several meetings, spread evenly."""

    first = DayField(label="First meeting")
    until = DayField(label="Last meeting")
    count = forms.IntegerField(label="How many", min_value=2, max_value=24)
    minutes = forms.IntegerField(label="Length in minutes", min_value=5, max_value=600, initial=120)
    mode = forms.ChoiceField(label="How people take part", choices=Mode.choices)

    def clean(self) -> dict[str, Any]:
        """The last comes after the first."""
        given = super().clean() or {}
        first, until = given.get("first"), given.get("until")
        if first and until and until <= first:
            self.add_error("until", "The last meeting comes after the first.")
        return given


class MinutesForm(forms.Form):
    """Minutes as the chair has them."""

    text = words("Minutes", rows=20)


def attendance_form(meeting: Meeting, members: Sequence[Member], data: Any = None) -> forms.Form:
    """For each member whether they came, how, and, where the terms let someone sit in, who; and who chairs."""
    fields: dict[str, forms.Field] = {"chair": _chair_field(meeting, members)}
    noted = {one.member_id: one for one in meeting.attendances.all()}
    for member in members:
        fields |= _member_fields(member, meeting, noted.get(member.pk))
    return type("AttendanceForm", (forms.Form,), fields)(data)


def _member_fields(member: Member, meeting: Meeting, before: Attendance | None) -> dict[str, forms.Field]:
    may_sit_in = meeting.group.terms.substitutes.allowed
    choices = [choice for choice in Presence.choices if may_sit_in or choice[0] != Presence.SUBSTITUTE]
    presence = forms.ChoiceField(
        label=f"Did {member} come?",
        choices=[("", "Not noted"), *choices],
        required=False,
        initial=before.presence if before else "",
    )
    mode = forms.ChoiceField(
        label=f"How did {member} take part?",
        choices=Mode.choices,
        required=False,
        initial=before.mode if before else meeting.mode,
    )
    fields: dict[str, forms.Field] = {f"presence_{member.pk}": presence, f"mode_{member.pk}": mode}
    if may_sit_in:
        fields[f"substitute_{member.pk}"] = forms.CharField(
            label=f"Who sat in for {member}?",
            max_length=NAME_LENGTH,
            required=False,
            initial=before.substitute if before else "",
        )
    return fields


def _chair_field(meeting: Meeting, members: Sequence[Member]) -> forms.Field:
    usual = next((member.pk for member in members if member.is_chair), "")
    return forms.TypedChoiceField(
        label="Who chairs this meeting?",
        choices=[("", "Nobody yet"), *((member.pk, str(member)) for member in members)],
        coerce=int,
        empty_value=None,
        required=False,
        initial=meeting.chair_id or usual,
    )
