"""Sums that readers can do between measures of one release, so that suppression takes them into account."""

from collections.abc import Iterable, Iterator

from sufficiency.analytics.disclosure import cell_of
from sufficiency.analytics.measures.care import children_ceasing, children_in_care
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.small_numbers import Sum

MIX_OF_KINDS = {
    "mix_foster": (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    "mix_kinship": (Kind.KINSHIP_FOSTERING,),
    "mix_residential": (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL, Kind.SECURE),
    "mix_supported": (Kind.SUPPORTED_ACCOMMODATION,),
    "mix_parents": (Kind.WITH_PARENTS,),
    "mix_other": (Kind.OTHER,),
}
EXCLUSIVE = (
    ("cla_number", ("mix_foster", "mix_residential", "mix_supported", "mix_other", "mix_parents")),
    ("ceases_year", ("adopted_pct", "sgo_pct", "cao_pct", "reunified")),
)
WHOLE_COUNTS = {children_in_care: "cla_number", children_ceasing: "ceases_year"}


def sums_between(results: Iterable[MeasureResult]) -> list[Sum]:
    """The sums that hold between the results of a scorecard, whatever they are divided by."""
    found = list(results)
    return [*_mix(), *_providers(), *_exclusive(), *_flows(found), *_same_children(found)]


def _mix() -> Iterator[Sum]:
    for measure, kinds in MIX_OF_KINDS.items():
        yield Sum(
            cell_of(measure), tuple(cell_of("cla_number", dimension="kind", value=kind) for kind in kinds)
        )


def _providers() -> Iterator[Sum]:
    ours, theirs = cell_of("provider_inhouse"), cell_of("provider_independent")
    yield Sum(
        cell_of("provider_inhouse", "denominator"), (ours, theirs, cell_of("provider_inhouse", "others"))
    )


def _exclusive() -> Iterator[Sum]:
    """Measures that exclude one another; what is left of the whole is given away."""
    for whole, measures in EXCLUSIVE:
        yield Sum(cell_of(whole), (*map(cell_of, measures), cell_of(whole, "others")))


def _flows(results: Iterable[MeasureResult]) -> Iterator[Sum]:
    """Starts are ceases plus the net change, in the year and in each month."""
    places = {
        (part.dimension, part.value) for result in results if result.id == "net_change" for part in result.by
    }
    for dimension, value in [("", ""), *sorted(places)]:
        came, went, net = (
            cell_of(measure, dimension=dimension, value=value)
            for measure in ("starts_month", "ceases_month", "net_change")
        )
        yield Sum(came, (went, net))


def _same_children(results: Iterable[MeasureResult]) -> Iterator[Sum]:
    """Shares of the same children have the same denominator, for each part too."""
    for result in results:
        population = MEASURES[result.id].population
        whole = WHOLE_COUNTS.get(population) if population and result.unit.is_share else None
        if whole:
            for dimension, value in [("", ""), *((part.dimension, part.value) for part in result.by)]:
                denominator = cell_of(result.id, "denominator", dimension=dimension, value=value)
                yield Sum(cell_of(whole, dimension=dimension, value=value), (denominator,))
