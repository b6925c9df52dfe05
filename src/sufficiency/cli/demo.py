"""`sufficiency demo`: the whole path on a made-up council, or on one's own returns, and the site with it."""

import importlib.util
import json
import os
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sufficiency.analytics.reference.years import LAST_ENDING, CollectionYear
from sufficiency.cli.options import Authority
from sufficiency.cli.steps import say, step

if TYPE_CHECKING:
    from sufficiency.cli.pipeline import Walked

Returns = Annotated[
    Path | None, typer.Option(help="Your own returns, a folder for each year, in place of made-up ones.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Start again, whatever an earlier run left.")]
Home = Annotated[Path, typer.Option(help="Where the demonstration keeps what it makes.")]
Children = Annotated[int, typer.Option(help="Children looked after in the made-up council.", min=1)]
HowManyYears = Annotated[int, typer.Option("--years", help="Years of made-up returns.", min=1, max=10)]
NoServe = Annotated[bool, typer.Option("--no-serve", help="Do everything but serve the site.")]
Port = Annotated[int, typer.Option(help="At which port the site is served.")]

SEED = 1
FORECAST_YEARS = 5
OWN_CODE, OWN_NAME = "X00000000", "Your authority"  # where neither told nor to be guessed
LOCAL = "127.0.0.1"


@dataclass(frozen=True)
class Place:
    """Where the demonstration's files are."""

    folder: Path

    @property
    def returns(self) -> Path:
        """The made-up returns."""
        return self.folder / "returns"

    @property
    def report(self) -> Path:
        """The report."""
        return self.folder / "report.html"

    @property
    def site(self) -> Path:
        """The site's database and files."""
        return self.folder / "site"

    @property
    def summary(self) -> Path:
        """What was printed at the end, and what it was made from."""
        return self.folder / "summary.json"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


@dataclass(frozen=True)
class Shown:
    """Whose returns are shown, and where they are."""

    folder: Path
    code: str | None
    name: str
    is_made_up: bool


def demo(
    returns: Returns = None,
    fresh: Fresh = False,
    home: Home = Path(".demo"),
    authority: Authority = None,
    children: Children = 1200,
    years: HowManyYears = 8,
    no_serve: NoServe = False,
    port: Port = 8000,
) -> None:
    """Make a council (or take your returns), check, measure, forecast and cost it, write the report, serve the site."""
    place = Place(home / "own" if returns else home / "made-up")
    if fresh and place.folder.exists():
        shutil.rmtree(place.folder)
    place.folder.mkdir(parents=True, exist_ok=True)
    if returns is None:
        _make_council(place, children=children, years=years)
    shown = _own(returns, authority) if returns else _made_up(place)
    sys.stdout.write(_whole_path(place, shown))
    sys.stdout.flush()
    if importlib.util.find_spec("django") is None:
        say("The site is not installed: pip install 'sufficiency[web,report,fast]' brings it.")
        return
    _site(place, shown, serve_at=None if no_serve else port)


def _made_up(place: Place) -> Shown:
    from sufficiency.web.demo.people import AUTHORITY_CODE, AUTHORITY_NAME

    return Shown(place.returns, AUTHORITY_CODE, AUTHORITY_NAME, is_made_up=True)


def _own(folder: Path, code: str | None) -> Shown:
    """One's own returns; whose they are is told, or else guessed from the children's home postcodes and said."""
    from sufficiency.analytics.reference.authorities import authorities
    from sufficiency.analytics.returns.places import authority_by_homes
    from sufficiency.analytics.returns.reading import read_returns
    from sufficiency.cli.references import postcodes_of

    told = code
    if code is None:
        found = read_returns(folder)
        code = authority_by_homes(found, postcodes_of(found))
    known = authorities().get(code or "")
    name = known.name if known else OWN_NAME
    if known and told is None:
        say(f"Most home postcodes lie in {name}, so it is taken to be ours (--authority tells another).")
    return Shown(folder, code, name, is_made_up=False)


def _site(place: Place, shown: Shown, *, serve_at: int | None) -> None:
    """Set the site up with the same returns, and serve it until Ctrl-C."""
    os.environ.setdefault("SUFFICIENCY_HOME", str(place.site.resolve()))
    from sufficiency.web.config import starting

    starting.begin()
    starting.set_up(step)
    from sufficiency.analytics.made_up.writing import PROVIDERS_FILE
    from sufficiency.web.demo.actions import Council, load

    council = Council(shown.code or OWN_CODE, shown.name, "")
    providers = shown.folder / PROVIDERS_FILE if shown.is_made_up else None
    load(shown.folder, council=council, providers=providers, years=FORECAST_YEARS, seed=SEED, step=step)
    if serve_at is not None:
        starting.serve(
            host=LOCAL, port=serve_at, ready=lambda at: say(f"The site is at {at}. Ctrl-C ends it.")
        )


def _make_council(place: Place, *, children: int, years: int) -> None:
    """Make up the returns, unless the same ones are there."""
    from sufficiency.analytics.made_up.authority import make_up_authority
    from sufficiency.analytics.made_up.writing import write_authority
    from sufficiency.cli.pipeline import version

    recipe = {"children": children, "years": years, "seed": SEED, "version": version()}
    kept = place.folder / "recipe.json"
    if kept.exists() and json.loads(kept.read_text(encoding="utf-8")) == recipe:
        say("The made-up council is there from an earlier run.")
        return
    if place.returns.exists():
        shutil.rmtree(place.returns)
    with step(f"Making up {years} returns of a council of {children:,} children"):
        made = make_up_authority(
            children=children, years=years, last_year=CollectionYear(LAST_ENDING), seed=SEED
        )
        write_authority(place.returns, made)
    kept.write_text(json.dumps(recipe), encoding="utf-8")


def _whole_path(place: Place, shown: Shown) -> str:
    """Walk the path, unless the same data were walked before; the summary either way."""
    from sufficiency.analytics.made_up.writing import PROVIDERS_FILE
    from sufficiency.analytics.returns.fingerprint import fingerprint
    from sufficiency.cli.pipeline import Asked, contents_of, read, version, walk
    from sufficiency.reports.html import write_html_report

    asked = Asked(
        authority=shown.code,
        authority_name=shown.name,
        providers=shown.folder / PROVIDERS_FILE if shown.is_made_up else None,
        years=FORECAST_YEARS,
        seed=SEED,
        made_up=shown.is_made_up,
    )
    returns = read(shown.folder, asked)
    made_from = [fingerprint(returns), version(), asked.authority or ""]
    kept = _kept(place, made_from)
    if kept:
        say("The same data were gone through before; add --fresh to start again.")
        return kept
    walked = walk(returns, asked)
    with step("Writing the report"):
        write_html_report(contents_of(walked, asked, today=datetime.now(tz=UTC).date()), place.report)
    summary = _summary(walked, place)
    place.summary.write_text(json.dumps({"made_from": made_from, "summary": summary}), encoding="utf-8")
    return summary


def _kept(place: Place, made_from: list[str]) -> str | None:
    if not (place.summary.exists() and place.report.exists()):
        return None
    kept = json.loads(place.summary.read_text(encoding="utf-8"))
    return str(kept["summary"]) if kept["made_from"] == made_from else None


def _summary(walked: "Walked", place: Place) -> str:
    """What the path came to, for the screen."""
    from sufficiency.cli.check import sentence as checked
    from sufficiency.cli.forecast import sentence as expected
    from sufficiency.reports.results import year_of
    from sufficiency.reports.wording import money, number, span

    counts = [result for result in walked.measures if result.id == "cla_number"]
    numbers = ", ".join(f"{year_of(result).end.year} {number(result.value or 0)}" for result in counts)
    computed = sum(r.not_computed_because is None for r in walked.measures if r.period == counts[-1].period)
    cost = walked.forecast["cost"][0]
    low, likely, high = (money(cost["quantiles"][share]) for share in ("0.1", "0.5", "0.9"))
    spent = f"Placements are expected to cost {span(low, high)} in {cost['year']}, most likely {likely}"
    lines = [
        f"Children looked after at 31 March: {numbers}",
        checked(walked.check),
        f"{computed} measures computed for {counts[-1].period}; the others say what they need.",
        expected(walked.forecast),
        f"{spent} (some prices are assumptions; see the report).",
        f"The report: {place.report.resolve().as_uri()}",
    ]
    return "\n" + "\n".join(lines) + "\n"
