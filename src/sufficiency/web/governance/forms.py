"""Forms about groups, meetings and what they decide."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.forms.models import modelform_factory
from django.utils import timezone

from sufficiency.analytics.governance.declaring import SETTINGS
from sufficiency.web.access.models import User
from sufficiency.web.governance.deciding import outcomes_for
from sufficiency.web.governance.models import AgendaItem, Attendance, Group, Meeting, Member
from sufficiency.web.governance.models.groups import NAME_LENGTH, kinds
from sufficiency.web.governance.registers import Register
from sufficiency.web.governance.states import ActionState, Ask, Format, Mode, Presence
from sufficiency.web.ui.fields import DayField

CHOOSE = ("", "Choose one")


def words(label: str, *, required: bool = True, rows: int = 3, help_text: str = "") -> forms.CharField:
    """A field for sentences."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"Say something for “{label}”."},
    )


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
            self.fields[name] = _setting(name, label)
        self.fields["reason"] = words("Why is this changed?", rows=2)


def _setting(name: str, label: str) -> forms.Field:
    if name == "ends_on":
        return DayField(label=label, required=False)
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=600)


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
        self.fields["place"].choices = [(place.key, place.label) for place in group.type.places]  # type: ignore[attr-defined]
        people = User.objects.filter(memberships__authority=group.authority, memberships__ended_at=None)
        self.fields["user"].queryset = people.distinct()  # type: ignore[attr-defined]  # typed as Field


class EndForm(forms.Form):
    """When a seat ends."""

    on = DayField(label="Last day of service", initial=timezone.localdate)


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


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = words("Why?")


class ItemForm(forms.Form):
    """Something to put on an agenda."""

    title = forms.CharField(max_length=300)
    ask = forms.ChoiceField(label="What is the group asked?", choices=Ask.choices)
    minutes = forms.IntegerField(label="Minutes for it", min_value=1, max_value=240, initial=10)
    trigger = forms.CharField(label="Why is it on the agenda?", max_length=200, required=False)
    presented_by = forms.CharField(label="Who presents it", max_length=NAME_LENGTH, required=False)
    presenter_mode = forms.ChoiceField(
        label="How they present it", choices=[("", "Not known yet"), *Mode.choices], required=False
    )
    on_paper_because = words("If on paper, why not in person?", required=False, rows=2)


class PresenterForm(forms.Form):
    """Who presents an item, and how."""

    presented_by = forms.CharField(label="Who presents it", max_length=NAME_LENGTH)
    presenter_mode = forms.ChoiceField(label="How they present it", choices=Mode.choices)
    on_paper_because = words("If on paper, why not in person?", required=False, rows=2)


class PaperForm(forms.Form):
    """A paper: words, a file, or both."""

    title = forms.CharField(max_length=300)
    text = words("Words of the paper", required=False, rows=8)
    file = forms.FileField(required=False, help_text="Up to 10 MB")

    def clean_file(self) -> Any:
        """Too large a file is refused."""
        file = self.cleaned_data["file"]
        if file and file.size > 10_000_000:
            raise forms.ValidationError("This file is larger than 10 MB. Save it as a smaller one.")
        return file

    def clean(self) -> dict[str, Any]:
        """A paper has something in it."""
        given = super().clean() or {}
        if not self.errors and not (given.get("text") or given.get("file")):
            raise forms.ValidationError("Give the words of the paper, or a file.")
        return given


class ReplacementForm(PaperForm):
    """A new version of a paper."""

    because = words(
        "Why is it replaced?", required=False, rows=2, help_text="Needed once the papers have gone out"
    )
    title = None  # type: ignore[assignment]  # Django’s way to drop a field


class ConflictForm(forms.Form):
    """A member’s interest in an item."""

    member = forms.ModelChoiceField(Member.objects.none(), label="Who has an interest?")
    reason = words("What is it?", rows=2)

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]  # typed as Field


class DecisionForm(forms.Form):
    """What was decided about an item."""

    outcome = forms.ChoiceField(label="Outcome")
    text = words("What was decided?")
    reasons = words("Why?", rows=4)
    child_view = words("What does the child say about it?", required=False, rows=2)
    no_child_view_because = words("If the child’s view is not here, why not?", required=False, rows=2)
    options = words("Options considered", required=False, rows=2)
    principles = words("Principles applied", required=False, rows=2)
    cost_a_week = forms.DecimalField(
        label="Cost a week in pounds", required=False, min_value=0, max_digits=10, decimal_places=2
    )
    resources = words("Resources considered", required=False, rows=2)
    review_on = DayField(label="To be looked at again on", required=False)
    is_unanimous = forms.BooleanField(label="All members agreed", required=False)
    task_text = words("Action or condition", required=False, rows=2)
    task_owner = forms.CharField(label="Who is to do it", max_length=NAME_LENGTH, required=False)
    task_due_on = DayField(label="By when", required=False)
    task_is_condition = forms.BooleanField(label="It is a condition of the decision", required=False)

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [CHOOSE, *outcomes_for(item)]  # type: ignore[attr-defined]  # typed as Field
        if not item.group.type.hears_children:
            for name in ("child_view", "no_child_view_because"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """An action has an owner and a day."""
        given = super().clean() or {}
        if given.get("task_text"):
            for name, lack in (("task_owner", "Say who is to do it."), ("task_due_on", "Say by when.")):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, lack)
        return given

    @property
    def decision(self) -> dict[str, Any]:
        """The decision’s own values."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("task_")}


class ActionForm(forms.Form):
    """Something for someone to do."""

    text = words("What is to be done?", rows=2)
    owner = forms.CharField(label="Who is to do it", max_length=NAME_LENGTH)
    due_on = DayField(label="By when")


class AnswerForm(forms.Form):
    """How an action ended."""

    state = forms.ChoiceField(
        label="How did it end?",
        choices=[choice for choice in ActionState.choices if choice[0] != ActionState.OPEN],
    )
    answer = words("What was done, or why is it no longer needed?")


class MinutesForm(forms.Form):
    """Minutes as the chair has them."""

    text = words("Minutes", rows=20)


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


class SearchForm(forms.Form):
    """What to look for."""

    q = forms.CharField(max_length=100, required=False)


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


def register_form(
    register: Register, group: Group, *args: Any, sees_small_numbers: bool, **kwargs: Any
) -> forms.ModelForm:
    """The form of a row of a list, with members and meetings of the group to choose from."""
    fields = [name for name in register.fields if sees_small_numbers or name not in register.small_numbers]
    made: forms.ModelForm = modelform_factory(register.model, fields=fields, formfield_callback=_field)(
        *args, **kwargs
    )
    for field in made.fields.values():
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
            field.queryset = field.queryset.model._default_manager.filter(group=group)
    return made


def _field(column: models.Field, **kwargs: Any) -> forms.Field | None:
    if isinstance(column, models.DateField) and not isinstance(column, models.DateTimeField):
        label = str(column.verbose_name).capitalize()
        return DayField(label=label, required=not column.blank)
    if isinstance(column, models.TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
    return column.formfield(**kwargs)
