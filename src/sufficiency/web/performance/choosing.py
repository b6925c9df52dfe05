"""What a page of the scorecard is about: which saved scorecard, which year, and whether small numbers are hidden."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import Http404
from django.utils.http import urlencode

from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.reports.results import Results
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.permissions import Permission
from sufficiency.web.performance import queries
from sufficiency.web.performance.analytics import result_of
from sufficiency.web.performance.forms import YearForm
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.asked import number_in


@dataclass(frozen=True)
class Chosen:
    """A saved scorecard as one person sees it, up to the year they chose.

    `asked` is what the address says beyond the newest scorecard and its last year, so that links can keep it.
    """

    run: Run
    results: Results
    year: CollectionYear
    years: tuple[CollectionYear, ...]
    form: YearForm
    hides_small_numbers: bool
    may_see_all: bool
    is_newest: bool
    is_up_to_date: bool
    asked: Mapping[str, str]

    @property
    def query(self) -> str:
        """What a link to another page about the same carries after its address."""
        return f"?{urlencode(self.asked)}" if self.asked else ""

    @property
    def other_query(self) -> str:
        """The same page with small numbers hidden instead of shown, or the other way round."""
        kept = {name: value for name, value in self.asked.items() if name != "hidden"}
        return f"?{urlencode(kept if self.hides_small_numbers else {**kept, 'hidden': '1'})}"

    def of(self, measure: str) -> MeasureResult | None:
        """A measure's result of the chosen year; None where the scorecard has none."""
        return next((one for one in self.results.years(measure) if one.period == self.year.label), None)

    def of_year_before(self, measure: str) -> MeasureResult | None:
        """A measure's result of the year before the chosen one."""
        before = self.year.previous.label
        return next((one for one in self.results.years(measure) if one.period == before), None)


def choose(request: SiteRequest, *, divided: Collection[str] = ()) -> Chosen | None:
    """What the address asks for; None where nothing has been computed yet. 404 for a scorecard that is not there.

    `divided` are the measures whose parts are needed.
    """
    newest = queries.latest(request.actor.here)
    run = _asked_run(request, newest)
    if run is None:
        return None
    may_see_all = request.actor.may(Permission.SMALL_NUMBERS_SEE)
    asked = request.GET.dict()
    return choice_of(run, asked=asked, may_see_all=may_see_all, is_newest=run == newest, divided=divided)


def choice_of(
    run: Run,
    *,
    asked: Mapping[str, str],
    may_see_all: bool,
    is_newest: bool,
    divided: Collection[str] = (),
) -> Chosen:
    """A scorecard as it is asked for: small numbers are hidden from who may not see them, and on demand."""
    hides = not may_see_all or "hidden" in asked
    records = run.figures["published" if hides else "measures"]
    results = [result_of(record, with_parts=record["id"] in divided) for record in records]
    years = tuple(sorted({CollectionYear.parse(result.period) for result in results}))
    form = YearForm(asked, years=years)
    year = form.chosen
    return Chosen(
        run=run,
        results=Results.of(one for one in results if one.period <= year.label),
        year=year,
        years=years,
        form=form,
        hides_small_numbers=hides,
        may_see_all=may_see_all,
        is_newest=is_newest,
        is_up_to_date=queries.is_up_to_date(run),
        asked={name: asked[name] for name in ("run", "year", "hidden") if asked.get(name)},
    )


def _asked_run(request: SiteRequest, newest: Run | None) -> Run | None:
    asked = request.GET.get("run", "")
    if not asked:
        return newest
    number = number_in(asked)
    found = None if number is None else queries.kept(request.actor.here, number)
    if found is None:
        raise Http404
    return found
