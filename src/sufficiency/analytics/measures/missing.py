"""Children who go missing or are away without authorisation."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.measures.care import children_during_the_year
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import rows_a_child, share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.needs import kept_elsewhere, table
from sufficiency.analytics.measures.sources import ANNEX_A, CLA, LAIT
from sufficiency.analytics.reference.units import Unit

MISSING = "M"
AWAY = "A"


def incidents(inputs: Inputs) -> Frame:
    """Times missing or away in the year of children looked after in it; each row of the table is one."""
    year = inputs.year
    # Under way on 1 April counts in both years, as in the published tables.
    in_year = (col("MIS_START") <= year.end) & (col("MIS_END").is_null() | (col("MIS_END") >= year.start))
    rows = inputs.table("Missing").filter(in_year).select("child", missing=col("MISSING"))
    return rows.join(children_during_the_year(inputs), on="child", how="inner")


def children_by_incidents(inputs: Inputs) -> Frame:
    """Children looked after in the year with their times_missing and times_away."""
    counts = (
        incidents(inputs).group_by("child").agg(times_missing=_rows_of(MISSING), times_away=_rows_of(AWAY))
    )
    joined = children_during_the_year(inputs).join(counts, on="child", how="left")
    return joined.with_columns(
        nw.coalesce(col(name), nw.lit(0)).alias(name) for name in ("times_missing", "times_away")
    )


def _rows_of(kind: str) -> nw.Expr:
    return nw.when(col("missing") == kind).then(nw.lit(1)).otherwise(nw.lit(0)).sum()


def children_missing(inputs: Inputs) -> Frame:
    """Children who were missing at least once in the year."""
    return children_by_incidents(inputs).filter(col("times_missing") > 0)


children_who_were_missing = Measure(
    id="missing_children",
    label="Children missing from placement in the year",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("Children_missing"),
    certainty=Certainty.READ,
    population=children_by_incidents,
    figure=share(col("times_missing") > 0),
    needs=(table("Missing"),),
)

children_who_were_away = Measure(
    id="away_children",
    label="Children away from placement without authorisation in the year",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("Children_Away"),
    certainty=Certainty.READ,
    population=children_by_incidents,
    figure=share(col("times_away") > 0),
    needs=(table("Missing"),),
    note="Many authorities record every incident as missing.",
)

# Over children who were missing or away, so that it says how often, not how many.
times_missing = Measure(
    id="missing_incidents",
    label="Times missing or away for each child who was",
    unit=Unit.INCIDENTS,
    better=Better.LOWER,
    period=Period.YEAR,
    source=CLA.item("children who went missing"),
    certainty=Certainty.READ,
    population=incidents,
    figure=rows_a_child(),
    needs=(table("Missing"),),
    by=("type",),
)

# Split, so that three times or more can be read off beside twice or more.
repeatedly_missing = Measure(
    id="missing_repeat",
    label="Missing children who went missing more than once",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=CLA.item("children who went missing"),
    certainty=Certainty.READ,
    population=children_missing,
    figure=share(col("times_missing") > 1),
    needs=(table("Missing"),),
    split=("incidents",),
)

return_interviews = Measure(
    id="return_interview",
    label="Return interviews within 72 hours",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=ANNEX_A.item("list 8; statutory guidance on missing children, 2014"),
    certainty=Certainty.READ,
    needs=(kept_elsewhere("the times of each missing episode and of its return interview"),),
)
