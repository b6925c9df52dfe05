"""`sufficiency backtest`: how good the forecast would have been, beside simpler methods."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.options import FormatOption, Output, ReturnsFolder
from sufficiency.cli.steps import say, step

Replications = Annotated[int, typer.Option(help="How often each future is played out.", min=20, max=10_000)]
Seed = Annotated[int, typer.Option(help="The same seed gives the same figures.", min=0)]
Prices = Annotated[
    str | None,
    typer.Option(help="Your own weekly prices (CSV or YAML), or the name of a set that comes with us."),
]
_SHOWN: Final = ("all", "families", "kinds", "flows", "cost")  # on the screen; the files have every target


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("backtest")(backtest)


def backtest(
    path: ReturnsFolder,
    replications: Replications = 400,
    seed: Seed = 1,
    prices: Prices = None,
    asked: FormatOption = None,
    output: Output = None,
) -> None:
    """Forecast from each past 31 March with what was known then, and score it against what came."""
    from sufficiency.analytics.forecast.backtest.contract import as_json
    from sufficiency.analytics.forecast.backtest.rolling import backtest as rolled
    from sufficiency.analytics.histories.joining import history
    from sufficiency.analytics.returns.reading import read_returns
    from sufficiency.cli.pipeline import prices_named

    priced = prices_named(prices)
    with step("Reading the returns"):
        joined = history(read_returns(path))
    with step("Forecasting from each past 31 March"):
        found = rolled(
            joined,
            prices=priced,
            replications=replications,
            seed=seed,
            progress=lambda origin: say(f"  from {origin:%d/%m/%Y}"),
        )
    deliver(answer(as_json(found)), asked=asked, output=output)


def answer(contract: Mapping[str, Any]) -> Answer:
    """A back-test in every form."""
    sheets = {name: contract[name] for name in ("scores", "targets", "methods")}
    return Answer(lambda: in_words(contract), lambda: contract, sheets)


def in_words(contract: Mapping[str, Any]) -> str:
    """The sentence, then CRPS by method, then how often our ranges held the outcome."""
    from sufficiency.reports.tables import text_table

    shown = [target for target in contract["targets"] if target["group"] in _SHOWN]
    days = f"{contract['origins'][0]} to {contract['origins'][-1]}"
    errors = [_errors(contract, *place) for place in _places(contract, shown)]
    ranges = [_ranges(contract, *place) for place in _places(contract, shown)]
    return (
        f"{sentence(contract)}\n\nForecasts from each 31 March, {days}. Error of the whole distribution (CRPS), lower is "
        f"better, * the lowest:\n{text_table(errors, width=150)}\n"
        f"Our forecast: error of the middle, and how often the ranges held what came:\n{text_table(ranges, width=150)}"
    )


def sentence(contract: Mapping[str, Any]) -> str:
    """In how many comparisons our forecast was best, and where another was."""
    places = _places(contract, contract["targets"])
    best = [_best(contract, *place) for place in places]
    won = sum(method == contract["ours"] for method in best)
    others = {name["method"]: name["label"] for name in contract["methods"]}
    lost = [method for method in best if method != contract["ours"]]
    beaten = ", ".join(f"{others[m].lower()} in {lost.count(m)}" for m in others if m in lost)
    return f"Our forecast had the lowest error in {won} of {len(best)} comparisons" + (
        f"; {beaten}." if beaten else "."
    )


def _places(
    contract: Mapping[str, Any], targets: Sequence[Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], int]]:
    horizons = sorted({score["horizon"] for score in contract["scores"]})
    found = {(score["target"], score["horizon"]) for score in contract["scores"]}
    return [(t, horizon) for t in targets for horizon in horizons if (t["target"], horizon) in found]


def _scores(
    contract: Mapping[str, Any], target: Mapping[str, Any], horizon: int
) -> dict[str, Mapping[str, Any]]:
    wanted = (target["target"], horizon)
    return {s["method"]: s for s in contract["scores"] if (s["target"], s["horizon"]) == wanted}


def _best(contract: Mapping[str, Any], target: Mapping[str, Any], horizon: int) -> str:
    scores = _scores(contract, target, horizon)
    return min(scores, key=lambda method: scores[method]["crps"])


def _errors(contract: Mapping[str, Any], target: Mapping[str, Any], horizon: int) -> dict[str, object]:
    scores, best = _scores(contract, target, horizon), _best(contract, target, horizon)
    labels = {name["method"]: name["label"] for name in contract["methods"]}
    shown = {labels[m]: f"{s['crps']:,.1f}{'*' if m == best else ' '}" for m, s in scores.items()}
    return {"target": target["label"], "years ahead": horizon, **shown}


def _ranges(contract: Mapping[str, Any], target: Mapping[str, Any], horizon: int) -> dict[str, object]:
    ours = _scores(contract, target, horizon)[contract["ours"]]
    return {
        "target": target["label"],
        "years ahead": horizon,
        "forecasts": ours["origins"],
        "bias": f"{ours['bias']:+,.1f}",
        "WAPE": "" if ours["wape"] is None else f"{ours['wape']:.1%}",
        "MASE": "" if ours["mase"] is None else f"{ours['mase']:.2f}",
        "80% range held": f"{ours['coverage80']:.0%}",
        "95% range held": f"{ours['coverage95']:.0%}",
    }
