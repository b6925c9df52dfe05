"""`sufficiency measure`: how children are doing, by every measure the data allows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.options import Authority, FormatOption, Output, ReturnsFolder, collection_year

if TYPE_CHECKING:
    from sufficiency.analytics.measures.results import MeasureResult

Years = Annotated[
    list[str] | None,
    typer.Option("--year", help="Collection year such as 2023-24; may be given several times."),
]
Population = Annotated[int | None, typer.Option(help="Children aged 0 to 17 in the area, for rates.", min=1)]
By = Annotated[
    list[str] | None,
    typer.Option(help="Divide by age, sex, legal_status, need or uasc; may be given several times."),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("measure")(measure)


def measure(
    path: ReturnsFolder,
    year: Years = None,
    authority: Authority = None,
    population: Population = None,
    by: By = None,
    asked: FormatOption = None,
    output: Output = None,
) -> None:
    """Compute every measure the data allows; the last year's unless years are named."""
    from sufficiency.analytics.histories.joining import history
    from sufficiency.analytics.measures.scorecard import scorecard
    from sufficiency.analytics.returns.reading import read_returns
    from sufficiency.cli.references import postcodes_of

    returns = read_returns(path, authority=authority)
    results = scorecard(
        history(returns),
        years=[collection_year(text) for text in year or ()],
        authority=authority,
        population=population,
        by=by or (),
        postcodes=postcodes_of(returns),
    )
    deliver(answer(results, authority=authority), asked=asked, output=output)


def answer(results: Sequence["MeasureResult"], *, authority: str | None) -> Answer:
    """Measures in every form, with the keys of the command line's contract."""
    from sufficiency.reports.tables import text_table

    computed = [result for result in results if result.not_computed_because is None]
    words = text_table([_in_words(result) for result in computed], title="Measures")
    lacking = "".join(
        f"Not computed: {result.label} ({result.id}, {result.period}). {result.not_computed_because}\n"
        for result in results
        if result.not_computed_because
    )
    parts = [
        {"id": result.id, "period": result.period, "dimension": p.dimension, "part": p.value,
         "numerator": p.numerator, "denominator": p.denominator}
        for result in results
        for p in result.by
    ]  # fmt: skip
    sheets = {"measures": [_flat(result) for result in results], "parts": parts}
    contract = {"authority": authority, "measures": [_contract(result) for result in results]}
    return Answer(lambda: f"{words}\n{lacking}", lambda: contract, sheets)


def _flat(result: "MeasureResult") -> dict[str, Any]:
    names = (
        "id", "label", "period", "numerator", "denominator", "value", "unit", "better", "source", "suppressed",
        "not_computed_because",
    )  # fmt: skip
    flat = {name: getattr(result, name) for name in names}
    return {**flat, "unit": str(result.unit)}


def _contract(result: "MeasureResult") -> dict[str, Any]:
    names = ("dimension", "value", "numerator", "denominator")
    return {**_flat(result), "by": [{name: getattr(part, name) for name in names} for part in result.by]}


def _in_words(result: "MeasureResult") -> dict[str, Any]:
    return {
        "measure": result.label,
        "period": result.period,
        "value": result.value,
        "unit": str(result.unit),
        "out of": result.denominator,
        "id": result.id,
    }
