"""The demonstration’s strategy: a county’s of 2011 as it was published, with a first report and some evidence."""

from datetime import date

from sufficiency.analytics.strategy.examples import COUNTY_2011, county_text
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.evidence import actions as evidence
from sufficiency.web.evidence.models import Gap, Item
from sufficiency.web.evidence.states import Kind, Strength
from sufficiency.web.strategy import actions, delivery, reporting
from sufficiency.web.strategy.states import ConcernKind, ReportKind, Severity


def make_strategy(authority: Authority, *, by: Actor, today: date) -> None:
    """Load it once, with what stands around it; what is there already stays."""
    version, is_new = actions.load(county_text(), where=COUNTY_2011, authority=authority, by=by)
    if not is_new:
        return
    unit_model = version.workstreams.get(code="W07")
    delivery.note(
        version,
        kind=ConcernKind.EXCEPTION,
        text="The unit model takes at least three years, but is due in two and claims savings from the first",
        doing="The sponsors are asked for a new date",
        severity=Severity.HIGH,
        owner="EP",
        workstream=unit_model,
        by=by,
    )
    _evidence(authority, by=by)
    reporting.make(version, ReportKind.HIGHLIGHT, to_day=today, by=by)


def _evidence(authority: Authority, *, by: Actor) -> None:
    benchmark = Item(
        authority=authority,
        kind=Kind.BENCHMARK,
        title="Children Looked After Benchmarking Club Report 2010",
        source="CIPFA",
        place="England",
        year="2010",
        strength=Strength.MODERATE,
        says="Average weekly spend for each child: £1,074 here, £861 in comparable authorities",
        effect="The gap is largely one of mix: more residential placements, fewer with carers of our own",
        added_by=by.name,
    )
    supports = {"workstream:W14": "Workstream W14", "workstream:W15": "Workstream W15"}
    evidence.keep_item(benchmark, supports=supports, by=by)
    gap = Gap(
        authority=authority,
        question="Which early help keeps children safely at home, and for how long?",
        research="An evaluation framework for the additional £1m, with an outcome measure for each programme",
        noted_by=by.name,
    )
    evidence.keep(gap, by=by)
