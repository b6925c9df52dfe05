"""The register's filters, and the forms by which homes are added and changed."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.homes.offers import ADAPTATIONS, SKILLS, Theme
from sufficiency.web.access.models import Authority
from sufficiency.web.homes import analytics, queries, vacancies
from sufficiency.web.homes.models import Approval, Home, Inspection, Offer, Provider, Stop
from sufficiency.web.ui.fields import DayField

ANY = ("", "Any")
FREE = {
    "": "Any",
    "any": "Free to any child",
    "siblings": "Free to brothers and sisters",
    "emergency": "Free in an emergency",
}
STATES = {"": "Open", "concern": "Inadequate or stopped", "closed": "Closed", "all": "All"}
ASKED_LATELY = {
    "": "Any time",
    "1": "Today or yesterday",
    "7": "In 7 days",
    "old": "More than 7 days ago or never",
}


class HomeFilters(forms.Form):
    """Narrows the register."""

    search = forms.CharField(required=False, max_length=60, help_text="Home, provider or Ofsted number")
    kind = forms.ChoiceField(required=False, choices=[ANY, *((kind.value, kind.label) for kind in HomeKind)])
    run_by = forms.ChoiceField(
        required=False, label="Run by", choices=[ANY, *((kind.value, kind.label) for kind in ProviderKind)]
    )
    free = forms.ChoiceField(required=False, label="Room", choices=list(FREE.items()))
    age = forms.IntegerField(required=False, min_value=0, max_value=25, label="Takes age")
    skill = forms.ChoiceField(
        required=False,
        label="Skill or adaptation",
        choices=[ANY, ("Skills", list(SKILLS.items())), ("Adaptations", list(ADAPTATIONS.items()))],
    )
    language = forms.CharField(required=False, max_length=40, label="Language or faith")
    confirmed = forms.ChoiceField(required=False, choices=list(ASKED_LATELY.items()))
    state = forms.ChoiceField(required=False, label="Which homes", choices=list(STATES.items()))

    def narrow(self, homes: "QuerySet[Home]") -> "QuerySet[Home]":
        """The homes that pass every filter the database can answer; one with a mistake lets nothing through."""
        if not self.is_valid():
            return homes.none()
        given = self.cleaned_data
        exact = {"kind": given["kind"], "provider__kind": given["run_by"]}
        wanted = Q(**{name: value for name, value in exact.items() if value})
        wanted &= _found(given["search"]) & _state(given["state"]) & _asked(given["confirmed"])
        if given["skill"]:
            wanted &= _offers(Q(theme__in=[Theme.SKILL, Theme.ADAPTATION], name=given["skill"]))
        if given["language"]:
            wanted &= _offers(Q(theme__in=[Theme.LANGUAGE, Theme.FAITH], name__icontains=given["language"]))
        found = queries.of_concern(homes, timezone.localdate()) if given["state"] == "concern" else homes
        return found.filter(wanted)

    def among(self, homes: "QuerySet[Home]", authority: Authority, *, at: datetime) -> "QuerySet[Home]":
        """Of some homes those that pass the filters that places and approvals answer."""
        given = self.cleaned_data if self.is_valid() else {}
        room, age = given.get("free", ""), given.get("age")
        if not room and age is None:
            return homes
        return homes.filter(pk__in=vacancies.with_room(authority, at=at, room=room, age=age))


def _found(words: str) -> Q:
    if not words:
        return Q()
    return (
        Q(reference__istartswith=words)
        | Q(name__icontains=words)
        | Q(provider__name__icontains=words)
        | Q(ofsted_number__istartswith=words)
    )


def _state(state: str) -> Q:
    return {"all": Q(), "closed": Q(closed_on__isnull=False)}.get(state, Q(closed_on=None))


def _asked(when: str) -> Q:
    if not when:
        return Q()
    days = 7 if when == "old" else int(when)
    since = timezone.now() - timedelta(days=days)
    lately = Q(confirmed_at__gte=since)
    return ~lately | Q(confirmed_at=None) if when == "old" else lately


def _offers(which: Q) -> Q:
    return Q(Exists(Offer.objects.filter(which, home=OuterRef("pk"))))


class RegisterForm(forms.ModelForm):
    """A form of the register: what a constraint forbids is told in our words (analytics.in_words)."""

    def _update_errors(self, errors: ValidationError) -> None:
        for error in errors.error_dict.get(NON_FIELD_ERRORS, []) if hasattr(errors, "error_dict") else []:
            error.message = analytics.in_words(str(error.message))
        super()._update_errors(errors)  # type: ignore[misc]  # Django's own step between model and form


class ProviderForm(RegisterForm):
    """A provider."""

    class Meta:
        """As the model has it."""

        model = Provider
        fields = ("name", "kind", "ofsted_number", "contact", "email", "phone", "notes")
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}


class HomeForm(RegisterForm):
    """A home: who runs it, where it is, and what daily life there is like."""

    opened_on = DayField(required=False, label="Opened or first approved")
    skills = forms.MultipleChoiceField(
        required=False, choices=list(SKILLS.items()), widget=forms.CheckboxSelectMultiple
    )
    adaptations = forms.MultipleChoiceField(
        required=False, choices=list(ADAPTATIONS.items()), widget=forms.CheckboxSelectMultiple
    )
    languages = forms.CharField(required=False, max_length=200, help_text="Separated by commas")
    faiths = forms.CharField(required=False, max_length=200, help_text="Separated by commas")

    class Meta:
        """As the model has it."""

        model = Home
        fields = (
            "reference", "name", "kind", "provider", "registration", "ofsted_number", "opened_on", "postcode",
            "contact", "email", "phone", "smoking", "has_pets", "pets", "school_run_miles", "school_run", "notes",
        )  # fmt: skip
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "reference": "Short, as it is said on the telephone, such as H-207",
            "postcode": "Kept covered. Area and distance are worked out from it.",
            "school_run_miles": "In miles each way; leave it empty if you do not know yet",
        }

    def __init__(self, *args: Any, providers: "QuerySet[Provider]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = providers  # type: ignore[attr-defined]  # typed as Field
        if self.instance.pk:
            for theme, field in _FIELDS.items():
                names = [one.name for one in self.instance.offers.all() if one.theme == theme]
                free = theme in (Theme.LANGUAGE, Theme.FAITH)
                self.fields[field].initial = ", ".join(names) if free else names

    def clean_postcode(self) -> str:
        """As the return writes it: capitals, a space before the last three."""
        plain = self.cleaned_data["postcode"].upper().replace(" ", "")
        return f"{plain[:-3]} {plain[-3:]}" if plain else ""

    def offers(self) -> list[tuple[Theme, str]]:
        """What it offers, by theme."""
        given = self.cleaned_data
        return [
            *((Theme.SKILL, name) for name in given["skills"]),
            *((Theme.ADAPTATION, name) for name in given["adaptations"]),
            *((Theme.LANGUAGE, name) for name in _listed(given["languages"])),
            *((Theme.FAITH, name) for name in _listed(given["faiths"])),
        ]


_FIELDS = {
    Theme.SKILL: "skills",
    Theme.ADAPTATION: "adaptations",
    Theme.LANGUAGE: "languages",
    Theme.FAITH: "faiths",
}


def _listed(text: str) -> list[str]:
    names = [part.strip()[:60] for part in text.split(",") if part.strip()]
    return list(dict.fromkeys(name[:1].upper() + name[1:] for name in names))


class ApprovalForm(RegisterForm):
    """What a home may do from when to when."""

    starts_on = DayField(label="From")
    ends_on = DayField(
        required=False, label="Until", help_text="The first day it no longer holds; empty while it goes on"
    )
    exemption_ends_on = DayField(required=False, label="The exemption ends on")

    class Meta:
        """As the model has it."""

        model = Approval
        fields = (
            "starts_on", "ends_on", "places", "youngest", "oldest", "sex", "sex_reason", "for_siblings",
            "for_emergencies", "beyond_limit", "exemption", "exemption_ends_on", "conditions", "decided_by",
        )  # fmt: skip
        widgets = {"conditions": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "sex": "Only where the law allows it: say why below",
            "beyond_limit": "With foster carers more than three are for brothers and sisters only, unless exempt",
        }

    def clean(self) -> dict[str, Any]:
        """Ends after starts, and reasons where they are due: said beside the field."""
        given = super().clean() or {}
        if given.get("ends_on") and given.get("starts_on") and given["ends_on"] <= given["starts_on"]:
            self.add_error("ends_on", "The approval ends before it starts.")
        if (given.get("oldest") or 0) < (given.get("youngest") or 0):
            self.add_error("oldest", "The ages run from the younger to the older.")
        if given.get("sex") and not given.get("sex_reason"):
            self.add_error("sex_reason", "Say why taking one sex only is lawful here.")
        if given.get("beyond_limit") and not given.get("exemption"):
            self.add_error("exemption", "Say who gave the exemption, when and why.")
        return given


class InspectionForm(RegisterForm):
    """What an inspection came to."""

    inspected_on = DayField(label="Inspected on")
    next_due_on = DayField(required=False, label="Next due by")

    class Meta:
        """As the model has it."""

        model = Inspection
        fields = ("inspected_on", "judgement", "next_due_on", "notes")
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}


class StopForm(RegisterForm):
    """No more children placed."""

    since = DayField(label="From")
    until = DayField(required=False, label="Until", help_text="Empty until further notice")

    class Meta:
        """As the model has it."""

        model = Stop
        fields = ("since", "until", "places", "reason")
        labels = {"reason": "Why?"}


class WhyForm(forms.Form):
    """Why something is done."""

    why = forms.CharField(max_length=200, label="Why?", error_messages={"required": "Say why."})


class DayForm(forms.Form):
    """On which day."""

    day = DayField(label="On which day?")

    def clean_day(self) -> date:
        """Not in time to come."""
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError("Give a day that is not in the future.")
        return day


class UncoverForm(forms.Form):
    """Why someone needs to see where a home is."""

    reason = forms.CharField(
        max_length=200,
        label="Why do you need to see it?",
        help_text="It is kept with your name.",
        error_messages={"required": "Say why you need to see where this home is."},
    )
