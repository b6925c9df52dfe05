"""Form fields of the strategy: lists a line each, due dates in any form, values a year."""

from collections.abc import Mapping
from typing import Any

from django import forms

from sufficiency.web.strategy.analytics import Due, read_due

ROWS = 5


class LinesField(forms.CharField):
    """A list, an entry a line."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "One on each line")
        super().__init__(widget=forms.Textarea(attrs={"rows": ROWS}), required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A list as lines."""
        return "\n".join(str(one) for one in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Lines as a list, blank ones left out."""
        lines = (" ".join(line.split()) for line in str(value or "").splitlines())
        return [line for line in lines if line]


class DueField(forms.CharField):
    """A due date as it is printed; cleaned to the words and the day."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "30/09/2026, Sept 2026 or a financial year such as 2026/27")
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> Due | None:
        """The due date; the error says how to write one."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_due(text)
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from None


class PathField(forms.CharField):
    """Values to reach, a line a year: 2027: 480."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "One on each line, the year of the 31 March first, such as 2027: 480")
        super().__init__(widget=forms.Textarea(attrs={"rows": ROWS}), required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Values as lines."""
        return (
            "\n".join(f"{year}: {one:g}" for year, one in value.items()) if isinstance(value, dict) else value
        )

    def to_python(self, value: Any) -> Any:
        """Lines as values by year."""
        found: dict[str, float] = {}
        for line in filter(None, (line.strip() for line in str(value or "").splitlines())):
            year, colon, amount = line.partition(":")
            try:
                number = float(amount.replace(",", ""))
            except ValueError:
                number = float("nan")
            if not colon or not year.strip().isdecimal() or len(year.strip()) != 4 or not abs(number) < 1e9:
                raise forms.ValidationError(f"“{line}” cannot be read. Write it like 2027: 480.")
            found[year.strip()] = number
        return found


def changed_due(due: Due) -> Mapping[str, object]:
    """The columns that a due date fills."""
    return {"due_printed": due.printed, "due_on": due.day}
