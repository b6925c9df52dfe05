"""Forms about decisions and the actions that follow."""

from typing import Any

from django import forms

from sufficiency.web.governance.deciding import outcomes_for
from sufficiency.web.governance.forms.fields import CHOOSE, words
from sufficiency.web.governance.models import AgendaItem
from sufficiency.web.governance.models.groups import NAME_LENGTH
from sufficiency.web.governance.states import ActionState
from sufficiency.web.ui.fields import DayField


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
