"""Form fields that people fill in without thinking."""

from typing import Any

from django import forms

DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y", "%d-%m-%Y"]


class DayField(forms.DateField):
    """A day typed as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "For example, 24/11/2026")
        kwargs.setdefault("error_messages", {"invalid": "Write the day like 24/11/2026."})
        widget = forms.DateInput(
            format="%d/%m/%Y", attrs={"inputmode": "numeric", "class": "govuk-input--width-10"}
        )
        super().__init__(input_formats=DAY_FORMATS, widget=widget, **kwargs)


class ManyFilesInput(forms.ClearableFileInput):
    """Chooses several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files; cleaned to a list of uploads."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file on its own; the first that is wrong is named."""
        given = data if isinstance(data, list | tuple) and data else [data or None]
        return [super(ManyFilesField, self).clean(one, initial) for one in given]


class FoldedCheckboxes(forms.CheckboxSelectMultiple):
    """Many boxes in groups that fold: one with something ticked stands open, the others say what is in them."""

    template_name = "django/forms/widgets/checkbox_folds.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With how many of each group are ticked."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["folds"] = [
            (group, options, sum(bool(option["selected"]) for option in options))
            for group, options, _ in context["widget"]["optgroups"]
        ]
        return context
