"""What the forms here share: days as people type them, rows of one authority only."""

from typing import Any

from django import forms
from django.db import models

from sufficiency.web.access.models import Authority
from sufficiency.web.ui.fields import DayField


def with_days(field: models.Field, **kwargs: Any) -> forms.Field | None:
    """Days are typed, not picked; everything else as Django has it."""
    if isinstance(field, models.DateField):
        kwargs.setdefault("required", not field.blank)
        return DayField(
            label=_label(field), **{k: v for k, v in kwargs.items() if k in ("required", "initial")}
        )
    return field.formfield(**kwargs)


def _label(field: models.Field) -> str:
    words = str(field.verbose_name)
    return words[:1].upper() + words[1:]


class OwnForm(forms.ModelForm):
    """A form of a row that belongs to an authority; `instance.authority` is set before anything is checked."""

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.authority = authority
        self.instance.authority = authority

    def _get_validation_exclusions(self) -> set[str]:
        # Without it a reference that is taken would only be found out by the database.
        return super()._get_validation_exclusions() - {"authority"}  # type: ignore[misc]  # Django leaves it untyped
