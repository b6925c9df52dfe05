"""The form of a row of a list that a group keeps."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.forms.models import modelform_factory

from sufficiency.web.governance.models import Group
from sufficiency.web.governance.registers import Register
from sufficiency.web.ui.fields import DayField


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
    for name, offered in register.choices.items():
        made.fields[name] = _picked(made.fields[name], offered(group), now=made.initial.get(name, ""))
    return made


def _picked(field: forms.Field, offered: Iterable[str], *, now: str) -> forms.Field:
    """A field to pick from; it stays one to type into where there is nothing to pick, and keeps what it holds."""
    known = list(dict.fromkeys([*offered, *([now] if now else [])]))
    if not known:
        return field
    first = ("", "Choose one" if field.required else "None")
    return forms.ChoiceField(
        label=field.label, required=field.required, choices=[first, *((one, one) for one in known)]
    )


def _field(column: models.Field, **kwargs: Any) -> forms.Field | None:
    if isinstance(column, models.DateField) and not isinstance(column, models.DateTimeField):
        label = str(column.verbose_name).capitalize()
        return DayField(label=label, required=not column.blank)
    if isinstance(column, models.TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
    return column.formfield(**kwargs)
