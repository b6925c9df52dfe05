"""The filter of the list of runs."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from sufficiency.web.access.acting import Actor
from sufficiency.web.runs.models import Run
from sufficiency.web.runs.seeing import kinds_for


class RunFilters(forms.Form):
    """Narrows runs by kind; only the kinds someone may see are offered."""

    kind = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(kind.value, kind.label) for kind in kinds_for(actor)]
        self.fields["kind"] = forms.ChoiceField(required=False, choices=[("", "Every kind"), *offered])

    def narrow(self, runs: "QuerySet[Run]") -> "QuerySet[Run]":
        """The runs of the kind asked for; a kind that is not offered lets nothing through."""
        if not self.is_valid():
            return Run.objects.none()
        kind = self.cleaned_data["kind"]
        return runs.filter(kind=kind) if kind else runs
