"""The form of a contract, and the filters of contracts and of occupancy."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from sufficiency.analytics.homes.contracts import ContractKind
from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.forms.base import OwnForm, with_days
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.homes.models import Home, Provider

ANY = ("", "Any")
IN_FORCE, OVER, TO_COME = "in-force", "over", "to-come"
OWN, BOUGHT = "own", "bought"


class ContractForm(OwnForm):
    """Everything that is agreed in a contract."""

    covers = forms.ModelMultipleChoiceField(
        queryset=Home.objects.none(),
        required=False,
        label="Homes it covers",
        help_text="Hold Ctrl (Cmd on a Mac) to choose several. Leave it where it covers all of the provider’s homes.",
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )

    class Meta:
        """The fields in the order in which a contract is read."""

        model = Contract
        fields = (
            "reference", "title", "provider", "kind", "places", "weekly_price", "discount", "starts_on", "last_day",
            "void_rule", "part", "notice_weeks", "expected_level", "notes",
        )  # fmt: skip
        formfield_callback = staticmethod(with_days)
        help_texts = {
            "reference": "As on the invoice. A placement is under this contract where it carries it",
            "places": "For a block, parent-and-child assessment, shared care or short breaks",
            "weekly_price": "Pounds for one place before the discount: what it would cost to buy each by itself",
            "last_day": "The last day that is paid for. Only a spot or framework contract may go on without one",
            "part": "Only where an empty place is paid for in part",
            "expected_level": "The share of place-days that the provider is to keep in use",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = Provider.objects.of(self.authority)  # type: ignore[attr-defined]
        homes = (
            Home.objects.of(self.authority).filter(provider__kind__isnull=False).select_related("provider")
        )
        self.fields["covers"].queryset = homes.exclude(kind__in=[HomeKind.CARERS, HomeKind.CONNECTED_CARERS])  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["covers"] = list(self.instance.homes.values_list("pk", flat=True))

    def clean(self) -> dict[str, Any]:
        """A home that is covered is one of the provider’s."""
        given = super().clean() or {}
        provider = given.get("provider")
        others = [home for home in given.get("covers") or () if provider and home.provider_id != provider.pk]
        if others:
            self.add_error("covers", f"{others[0]} is not a home of {provider}.")
        return given


class ContractFilters(forms.Form):
    """Narrows contracts by provider, kind and whether they are in force."""

    provider = forms.CharField(required=False, max_length=100, help_text="Any part of the name")
    kind = forms.ChoiceField(
        required=False, choices=[ANY, *((kind.value, kind.label) for kind in ContractKind)]
    )
    state = forms.ChoiceField(
        required=False,
        label="Where it stands",
        choices=[ANY, (IN_FORCE, "In force"), (TO_COME, "To come"), (OVER, "Over")],
    )

    def narrow(self, contracts: "QuerySet[Contract]", *, today: date) -> "QuerySet[Contract]":
        """The contracts that pass every filter given; a filter with a mistake in it lets nothing through."""
        if not self.is_valid():
            return contracts.none()
        given = self.cleaned_data
        states = {
            IN_FORCE: queries.in_force(today), TO_COME: Q(starts_on__gt=today), OVER: Q(last_day__lt=today)
        }  # fmt: skip
        wanted = states.get(given["state"], Q())
        if given["kind"]:
            wanted &= Q(kind=given["kind"])
        return contracts.filter(wanted, provider__name__icontains=given["provider"])


class OccupancyFilters(forms.Form):
    """Narrows homes by kind and by who runs them."""

    kind = forms.ChoiceField(
        required=False, label="Kind of home", choices=[ANY, *((k.value, k.label) for k in HomeKind)]
    )
    whose = forms.ChoiceField(
        required=False, label="Run by", choices=[ANY, (OWN, "Our own service"), (BOUGHT, "Someone else")]
    )

    def narrow(self, homes: "QuerySet[Home]") -> "QuerySet[Home]":
        """The homes that pass every filter given; a filter with a mistake in it lets nothing through."""
        if not self.is_valid():
            return homes.none()
        given = self.cleaned_data
        ours = Q(provider__kind="own_service")
        wanted = {OWN: ours, BOUGHT: ~ours}.get(given["whose"], Q())
        return homes.filter(wanted & (Q(kind=given["kind"]) if given["kind"] else Q()))
