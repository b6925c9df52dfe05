"""Forms of unregistered settings, visits, children at risk, and telling host authorities."""

from datetime import date
from typing import Any

from django import forms

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.web.children.models import REFERENCE_LENGTH, Child
from sufficiency.web.commissioning.forms.base import OwnForm, with_days
from sufficiency.web.commissioning.forms.recruiting import not_to_come
from sufficiency.web.commissioning.models import HostedChild, RiskListing, UnregisteredSetting, Visit
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.fields import DayField


class AboutChildForm(OwnForm):
    """A form about a child, who is named by the reference: nobody picks a child from a list of all."""

    reference_of_child = forms.CharField(
        max_length=REFERENCE_LENGTH, label="Child’s reference", help_text="Exactly as in the child’s record"
    )

    def clean_reference_of_child(self) -> str:
        """The child of that reference; put on the row."""
        given = self.cleaned_data["reference_of_child"].strip()
        child = Child.objects.of(self.authority).filter(reference=given).first()
        if child is None:
            raise forms.ValidationError("No child has this reference here. Look whether it is written right.")
        self.instance.child = child
        return given

    def _get_validation_exclusions(self) -> set[str]:
        # Without a child the reference is what is wrong: nothing else is said of a field that is not on the page.
        found = {"child"} if self.instance.child_id else set()
        return super()._get_validation_exclusions() - found


class SettingForm(AboutChildForm):
    """A child's stay in a setting that is not registered."""

    field_order = ("reference", "reference_of_child", "home", "began_on", "why", "owner")

    class Meta:
        """What has to be known on the first day."""

        model = UnregisteredSetting
        fields = ("reference", "home", "began_on", "why", "owner")
        formfield_callback = staticmethod(with_days)
        help_texts = {"why": "Who was asked, and what they answered"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = Home.objects.of(self.authority).filter(  # type: ignore[attr-defined]
            kind=HomeKind.UNREGISTERED, closed_on=None
        )

    def clean_began_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["began_on"])


class PlanForm(OwnForm):
    """Who answers for a setting, and the way out."""

    class Meta:
        """Both are asked for soon after the first day."""

        model = UnregisteredSetting
        fields = ("owner", "exit_plan", "exit_planned_on")
        formfield_callback = staticmethod(with_days)

    def clean(self) -> dict[str, Any]:
        """A plan has a day on which it was made, and a day has a plan."""
        given = super().clean() or {}
        if bool(given.get("exit_plan")) != bool(given.get("exit_planned_on")):
            self.add_error("exit_planned_on", "Give the plan and the day on which it was made, or neither.")
        return given


class ApprovalForm(OwnForm):
    """The director's approval with the key decision on file."""

    class Meta:
        """Without the key decision it is no approval."""

        model = UnregisteredSetting
        fields = ("approved_by", "approved_on", "key_decision")
        formfield_callback = staticmethod(with_days)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True

    def clean_approved_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["approved_on"])


class LookForm(forms.Form):
    """The daily look."""

    on = DayField(label="Day")
    saw_child = forms.BooleanField(required=False, label="The child was seen or spoken to")
    text = forms.CharField(
        max_length=500,
        label="How is the child, and what was done towards leaving?",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])


class EscalateForm(forms.Form):
    """To whom it went, and what they decided."""

    on = DayField(label="Day")
    to = forms.CharField(max_length=100, label="To whom", initial="Director of children’s services")
    answer = forms.CharField(
        max_length=500, label="What they decided", widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])


class LeaveForm(forms.Form):
    """The day of leaving, and for where."""

    on = DayField(label="Day of leaving")
    why = forms.CharField(
        max_length=300,
        label="Where did the child go, and why?",
        help_text="The kind of home, not its address",
    )

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])


class VisitForm(OwnForm):
    """A visit to a home."""

    class Meta:
        """Who came along shows that each home has a councillor each month."""

        model = Visit
        fields = ("home", "kind", "on", "visitor", "member", "found")
        formfield_callback = staticmethod(with_days)
        labels = {"on": "Day of the visit"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        homes = Home.objects.of(self.authority).filter(closed_on=None)
        self.fields["home"].queryset = homes.exclude(kind=HomeKind.UNREGISTERED).order_by("reference")  # type: ignore[attr-defined]
        self.fields["on"].label = "Day of the visit"

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])


class RiskForm(AboutChildForm):
    """A child at risk of exploitation."""

    field_order = ("reference_of_child", "risk", "since", "review_on", "owner", "doing")

    class Meta:
        """The working group looks again on the day it says."""

        model = RiskListing
        fields = ("risk", "since", "review_on", "owner", "doing")
        formfield_callback = staticmethod(with_days)


class ReviewRiskForm(OwnForm):
    """What is being done now, and when it is looked at again."""

    class Meta:
        """The risk stays what it was; another one is another line."""

        model = RiskListing
        fields = ("review_on", "owner", "doing")
        formfield_callback = staticmethod(with_days)


class EndRiskForm(forms.Form):
    """Why a child is off the list."""

    on = DayField(label="Taken off on")
    why = forms.CharField(max_length=300, label="Why is the risk over?")

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])


class TellHostForm(forms.Form):
    """When the host authority was told, and whom."""

    told_on = DayField(label="Told on")
    told_whom = forms.CharField(max_length=150, label="Which authority, and who there")

    def clean_told_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["told_on"])


class HostedForm(OwnForm):
    """A child of another authority in our area. No name."""

    class Meta:
        """What the placing authority’s notice says."""

        model = HostedChild
        fields = ("placing_authority", "their_reference", "home", "born_in", "came_on", "told_on")
        formfield_callback = staticmethod(with_days)
        help_texts = {
            "their_reference": "Their own number; no name",
            "home": "Where it is a home of our register",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        homes = Home.objects.of(self.authority).filter(is_inside=True).exclude(provider__kind="own_service")
        self.fields["home"].queryset = homes.order_by("reference")  # type: ignore[attr-defined]  # typed as Field
        self.fields["home"].empty_label = "Not in the register"  # type: ignore[attr-defined]  # typed as Field


class HostedLeftForm(forms.Form):
    """The day on which such a child left."""

    on = DayField(label="Left on")

    def clean_on(self) -> date:
        """Not in the future."""
        return not_to_come(self.cleaned_data["on"])
