"""Reviews: whether they were held in time and whether children took part."""

from narwhals import col

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import share
from sufficiency.analytics.measures.needs import kept_elsewhere, table, tables
from sufficiency.analytics.measures.review_dates import PARTICIPATED, children_by_reviews, reviews_of_the_year
from sufficiency.analytics.measures.sources import CARE_PLANNING, LOCAL, PERFORMANCE_ASSESSMENT
from sufficiency.analytics.reference.units import Unit

reviewed_in_time = Measure(
    id="reviews_timely",
    label="Children whose reviews in the year were all in time",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CARE_PLANNING.item("regulation 33 (formerly NI 66)"),
    certainty=Certainty.FROM_MEMORY,
    population=children_by_reviews,
    figure=share(col("late") == 0),
    # The year before has the last review that the first of this year is counted from.
    needs=(tables("Reviews", years=2),),
    note="Of children in care on 31 March for 20 working days or more; one late review is enough to count as late.",
)

# Reviews are counted, not children; the old indicator asked that a child took part in all of them.
taking_part = Measure(
    id="participation",
    label="Reviews in which the child took part",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=PERFORMANCE_ASSESSMENT.item("C63"),
    certainty=Certainty.FROM_MEMORY,
    population=reviews_of_the_year,
    figure=share(col("REVIEW_CODE").is_in(PARTICIPATED)),
    needs=(table("Reviews"),),
    note="Of reviews of children aged four or more.",
)

permanence_by_second_review = Measure(
    id="permanence_second_review",
    label="Children with a plan for permanence by their second review",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LOCAL.item("Children Act 1989 guidance, volume 2"),
    certainty=Certainty.PARTLY_READ,
    needs=(kept_elsewhere("the record of care plans"),),
)
