"""Forms about evidence."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from sufficiency.analytics.governance.entitlement import OLDEST, Entitlement
from sufficiency.analytics.governance.papers import PapersError
from sufficiency.web.access.models import Authority
from sufficiency.web.evidence import subjects
from sufficiency.web.evidence.models import Ask, Gap, Item, Statement
from sufficiency.web.evidence.states import Kind, Strength
from sufficiency.web.ui.fields import DayField, FoldedCheckboxes

SMALL = {"rows": 3}


def _by_kind(labels: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be supported, in a group for each kind of thing: “workstream:W03” is a workstream."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, label in labels.items():
        kind = key.partition(":")[0].replace("_", " ").capitalize()
        groups.setdefault(f"{kind}s", []).append((key, label))
    return list(groups.items())


class ItemFilters(forms.Form):
    """Narrows the library."""

    words = forms.CharField(required=False, max_length=100, help_text="Any part of title, source or place")
    kind = forms.ChoiceField(required=False, choices=[("", "Any"), *Kind.choices])
    strength = forms.ChoiceField(required=False, choices=[("", "Any"), *Strength.choices])


class AgeForm(forms.Form):
    """Whose entitlement is asked about."""

    age = forms.IntegerField(required=False, min_value=0, max_value=OLDEST)
    has_send = forms.BooleanField(label="Has SEND", required=False)


class OwnForm(forms.ModelForm):
    """A row of an authority, linked only to its own items."""

    links: ClassVar[str] = ""

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.authority = authority
        if self.links:
            self.fields[self.links].queryset = Item.objects.of(authority)  # type: ignore[attr-defined]  # typed as Field


class ItemForm(OwnForm):
    """An item of the library and what it supports."""

    supports = forms.MultipleChoiceField(required=False, widget=FoldedCheckboxes)
    link = forms.URLField(required=False, max_length=500, assume_scheme="https")

    class Meta:
        """The columns."""

        model = Item
        fields: ClassVar = [
            "kind",
            "title",
            "source",
            "place",
            "year",
            "strength",
            "status",
            "says",
            "effect",
            "link",
            "from_age",
            "to_age",
            "to_age_with_send",
        ]
        widgets: ClassVar = {name: forms.Textarea(attrs=SMALL) for name in ("says", "effect")}
        help_texts: ClassVar = {
            "from_age": "Only for something that is promised to people of some ages",
            "to_age_with_send": "Where it lasts longer for people with SEND",
        }

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, authority=authority, **kwargs)
        known = subjects.choices(authority)
        # What it supports already stays to be chosen, though it is no longer new enough to be offered.
        held = [(one.about, one.label) for one in self.instance.supports.all()] if self.instance.pk else []
        self.labels = {**dict(held), **dict(known)}
        self.fields["supports"].choices = _by_kind(self.labels)  # type: ignore[attr-defined]  # typed as Field
        self.fields["supports"].initial = [key for key, _ in held]

    def supported(self) -> dict[str, str]:
        """What was chosen: key and label."""
        return {key: self.labels[key] for key in self.cleaned_data["supports"]}

    def clean(self) -> dict[str, Any]:
        """A title of a source is there once."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        same = Item.objects.of(self.instance.authority).filter(
            source=told.get("source", ""), title=told.get("title", "")
        )
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("title", "This title of this source is in the library already.")
        self._clean_ages(told)
        return told

    def _clean_ages(self, told: dict[str, Any]) -> None:
        first, last, with_send = (told.get(name) for name in ("from_age", "to_age", "to_age_with_send"))
        if (first is None) != (last is None) or (with_send is not None and last is None):
            self.add_error("to_age", "Give the first age and the last, or neither.")
        elif first is not None and last is not None:
            try:
                Entitlement(first, last, with_send)
            except PapersError as problem:
                self.add_error("to_age", problem.what)


class GapForm(OwnForm):
    """A gap in what is known."""

    links = "answered_by"

    class Meta:
        """The columns."""

        model = Gap
        fields: ClassVar = ["question", "research", "answered_by"]
        widgets: ClassVar = {
            "question": forms.Textarea(attrs=SMALL),
            "research": forms.Textarea(attrs=SMALL),
            "answered_by": forms.CheckboxSelectMultiple,
        }


class AskForm(OwnForm):
    """What was asked, and what came back."""

    asked_on = DayField(required=False)
    replied_on = DayField(label="Answered on", required=False)

    class Meta:
        """The columns."""

        model = Ask
        fields: ClassVar = ["topic", "text", "of_whom", "asked_on", "reply", "replied_on", "next_step"]
        widgets: ClassVar = {name: forms.Textarea(attrs=SMALL) for name in ("text", "reply", "next_step")}

    def clean(self) -> dict[str, Any]:
        """A reply has its day."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("reply") and not told.get("replied_on"):
            self.add_error("replied_on", "Say on which day the reply came.")
        return told


class StatementForm(OwnForm):
    """A claim of the narrative."""

    links = "items"

    class Meta:
        """The columns."""

        model = Statement
        fields: ClassVar = ["chapter", "text", "items", "is_published"]
        widgets: ClassVar = {"text": forms.Textarea(attrs=SMALL), "items": forms.CheckboxSelectMultiple}
