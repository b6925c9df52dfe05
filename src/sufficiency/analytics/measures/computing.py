"""From a declaration and the rows of its population to a result."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from narwhals import Expr

from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.dimensions import DIMENSIONS, Dimension
from sufficiency.analytics.measures.figures import Figure
from sufficiency.analytics.measures.inputs import Inputs, Rows
from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.analytics.reference.units import rounded

Sums = Mapping[str, Any]
NOBODY = "Nobody was in the group that this is about."


@dataclass(frozen=True)
class _Computing:
    """One measure of one year, with the rows of its population."""

    measure: Measure
    figure: Figure
    rows: Rows
    inputs: Inputs

    @property
    def sums(self) -> dict[str, Expr]:
        """What to add up over any group of rows."""
        figure = self.figure
        parts = {"numerator": figure.numerator, "denominator": figure.denominator, "middle": figure.middle}
        return {name: expression for name, expression in parts.items() if expression is not None}


def result_of(measure: Measure, rows: Rows, inputs: Inputs, *, by: Iterable[str] = ()) -> MeasureResult:
    """The figure of a measure whose population has been collected, divided as declared and as asked."""
    if measure.figure is None:
        raise ValueError(f"{measure.id} has no figure to compute.")
    task = _Computing(measure, measure.figure, rows, inputs)
    sums = rows.select(**task.sums).rows(named=True)[0]
    numerator = _whole(sums.get("numerator"))
    denominator = task.figure.over(inputs) if task.figure.over else _whole(sums.get("denominator"))
    value = _value(task, numerator, denominator, sums.get("middle"))
    parts = (*_divided(task, (*measure.by, *by)), *_split(task, denominator))
    because = NOBODY if value is None else None
    return _result(measure, inputs, numerator, denominator, value, because, parts)


def without_figure(measure: Measure, inputs: Inputs, *, because: str) -> MeasureResult:
    """The result of a measure that could not be computed."""
    return _result(measure, inputs, None, None, None, because, ())


def _result(
    measure: Measure,
    inputs: Inputs,
    numerator: int | None,
    denominator: int | None,
    value: float | None,
    because: str | None,
    by: tuple[Part, ...],
) -> MeasureResult:
    return MeasureResult(
        id=measure.id,
        label=measure.label,
        period=inputs.year.label,
        numerator=numerator,
        denominator=denominator,
        value=value,
        unit=measure.unit,
        better=measure.better,
        source=measure.source,
        not_computed_because=because,
        by=by,
    )


def _value(
    task: _Computing, numerator: int | None, denominator: int | None, middle: float | None
) -> float | None:
    # Fractions keep a half exactly a half, which rounding up needs.
    decimals = task.measure.unit.decimals
    if task.figure.middle is not None:
        return None if middle is None else rounded(middle, decimals)
    if numerator is None or denominator == 0:
        return None
    return rounded(Fraction(numerator * task.figure.scale, denominator or 1), decimals)


def _divided(task: _Computing, names: Iterable[str]) -> list[Part]:
    """Parts by what the rows are: each has its own numerator and denominator."""
    return [
        Part(name, dimension.text(key), _whole(sums.get("numerator")), _whole(sums.get("denominator")))
        for name in dict.fromkeys(names)
        if (dimension := DIMENSIONS[name]).column in task.rows.columns
        for key, sums in _groups(task, dimension).items()
    ]


def _split(task: _Computing, denominator: int | None) -> list[Part]:
    """Parts of the numerator alone: each is set against the whole denominator."""
    return [
        Part(name, dimension.text(key), _whole(sums["numerator"]), denominator)
        for name in task.measure.split
        for dimension in (DIMENSIONS[name],)
        for key, sums in _groups(task, dimension).items()
        if sums["numerator"] or key in dimension.shown(task.inputs.year)
    ]


def _groups(task: _Computing, dimension: Dimension) -> dict[Hashable, Sums]:
    """Sums of each key: those always shown first, then others found, those not known last."""
    keyed = task.rows.with_columns(key=dimension.key).group_by("key").agg(**task.sums)
    found: dict[Hashable, Sums] = {row["key"]: row for row in keyed.rows(named=True)}
    shown = dimension.shown(task.inputs.year)
    others = sorted((key for key in found if key not in shown), key=lambda key: (key is None, str(key)))
    nothing = dict.fromkeys(task.sums, 0)
    return {key: found.get(key, nothing) for key in (*shown, *others)}


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)
