"""The eleven key impact measures of the Cambridgeshire placements strategy 2011 (appendix 1).

The strategy names them and says that its sponsor group is to see them every six months; it leaves open which
outcomes of education and health are meant, so that theirs are the sets of national statistics.
"""

from dataclasses import dataclass

REPORTED_EVERY_MONTHS = 6


@dataclass(frozen=True)
class ImpactMeasure:
    """One of the eleven in the strategy's words, with the measures that answer it."""

    number: int
    wording: str
    measures: tuple[str, ...]


KEY_IMPACT_MEASURES = (
    ImpactMeasure(1, "Overall Number of Children in Care", ("cla_number",)),
    ImpactMeasure(
        2,
        "Projected Spend on placements with independent providers based on commitment record",
        ("weekly_cost_placement",),
    ),
    ImpactMeasure(3, "Number of Looked After Children placed out of county", ("outside_la",)),
    ImpactMeasure(
        4,
        "Number of Children beginning/ceasing to be Looked After per month",
        ("starts_month", "ceases_month", "starts_year", "ceases_year"),
    ),
    ImpactMeasure(
        5,
        "Proportion of Residential, Fostering and supported living placements",
        ("mix_residential", "mix_foster", "mix_supported"),
    ),
    ImpactMeasure(6, "Level of occupancy in in-house residential homes", ("home_occupancy",)),
    ImpactMeasure(
        7,
        "Level of capacity and actual placements made to in-house foster service",
        ("foster_capacity", "foster_filled"),
    ),
    ImpactMeasure(
        8, "% of Looked After Children cases reviewed within the agreed timescales", ("reviews_timely",)
    ),
    ImpactMeasure(
        9,
        "% of Looked After Children with three or more placements during a single year",
        ("stability_3plus",),
    ),
    ImpactMeasure(
        10,
        "Attainment outcome measures for Looked After Children",
        ("attainment", "absence", "persistent_absence", "exclusion"),
    ),
    ImpactMeasure(
        11,
        "Health & Wellbeing outcome measures for Looked After Children",
        (
            "health_assessment",
            "dental",
            "immunisation",
            "development",
            "sdq_submitted",
            "sdq_mean",
            "substance",
            "convicted",
        ),
    ),
)
