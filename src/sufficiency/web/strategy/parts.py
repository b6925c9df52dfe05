"""The parts of a strategy that are changed on screen: each with its form and what it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import Http404

from sufficiency.web.access.models import Authority
from sufficiency.web.strategy import forms
from sufficiency.web.strategy.models import Version
from sufficiency.web.strategy.states import VersionState


@dataclass(frozen=True)
class Part:
    """A kind of part: its words, its form, where one returns to, and how its version is found."""

    label: str
    form: type[forms.PartForm]
    back: str
    version_of: Callable[[Any], Version] = lambda row: row.version

    @property
    def model(self) -> type[models.Model]:
        """The table."""
        model: type[models.Model] = self.form._meta.model
        return model


PARTS = {
    "version": Part("the strategy", forms.VersionForm, "strategy:plan", lambda row: row),
    "objective": Part("an objective", forms.ObjectiveForm, "strategy:plan"),
    "commitment": Part("a commitment", forms.CommitmentForm, "strategy:plan"),
    "principle": Part("a principle", forms.PrincipleForm, "strategy:plan"),
    "workstream": Part("a workstream", forms.WorkstreamForm, "strategy:actions"),
    "action": Part("an action", forms.ActionForm, "strategy:actions", lambda row: row.workstream.version),
    "summary": Part("a summary action", forms.SummaryForm, "strategy:plan"),
    "claim": Part("a savings claim", forms.ClaimForm, "strategy:savings"),
    "measure": Part("an impact measure", forms.MeasureForm, "strategy:measures"),
}


def part_named(name: str) -> Part:
    """The kind of part in an address."""
    if name not in PARTS:
        raise Http404
    return PARTS[name]


def row_of(part: Part, authority: Authority, pk: int) -> Any:
    """A part of a version that can still be changed."""
    row: Any = part.model._default_manager.filter(authority=authority, pk=pk).first()
    if row is None or part.version_of(row).state == VersionState.REPLACED:
        raise Http404
    return row
