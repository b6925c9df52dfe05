"""Episodes on the way to adoption beside the decision to place the child."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.adoption import ADOPTED
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import LINE
from sufficiency.analytics.returns.rules.placed_for_adoption import LINE as DECISION
from sufficiency.analytics.returns.rules.placements import PLACED_FOR_ADOPTION
from sufficiency.analytics.returns.rules.terms import (
    SHORT_BREAKS,
    any_filled,
    blank,
    earliest,
    filled,
    joined,
    latest,
    one_of,
)

PLACEMENT_ORDER = ("E1",)
GOES_ON = ("X1",)


@rule(
    "117",
    flags={"Episodes": "DECOM DEC REC", "PlacedAdoption": "DATE_PLACED DATE_PLACED_CEASED"},
    why="DATE_PLACED is {DATE_PLACED}, DATE_PLACED_CEASED {DATE_PLACED_CEASED}; DEC of the last episode is {DEC}.",
)
def decided_after_care_or_the_year(episodes: Frame, placed_adoption: Frame, year: CheckedYear) -> Frame:
    """The decision to place the child, or its reversal, is dated after the child left or the year ended."""
    # An open episode has no end: then only the end of the year counts.
    both = joined(latest(episodes.filter(~one_of("REC", GOES_ON)), "DECOM", LINE), placed_adoption)
    latest_day = nw.max_horizontal("DATE_PLACED", "DATE_PLACED_CEASED")
    return both.filter((latest_day > nw.lit(year.end)) | (latest_day > col("DEC")))


@rule(
    "118",
    flags={"Episodes": "DECOM LS", "PlacedAdoption": "DATE_PLACED_CEASED"},
    why="The decision was reversed on {DATE_PLACED_CEASED}; the first episode started on {DECOM}.",
)
def reversed_before_care_or_the_year(episodes: Frame, placed_adoption: Frame, year: CheckedYear) -> Frame:
    """The decision to place the child was reversed before care or the year began."""
    both = joined(earliest(episodes.filter(~one_of("LS", SHORT_BREAKS)), "DECOM", LINE), placed_adoption)
    ceased = col("DATE_PLACED_CEASED")
    return both.filter((ceased < col("DECOM")) | (ceased < nw.lit(year.start)))


@rule(
    "551",
    flags="Episodes: PLACE",
    why="PLACE is {PLACE}, but there is no dated decision to place the child for adoption.",
)
def placed_without_decision(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The child is placed for adoption, but the date of the decision is missing."""
    placed = episodes.filter(one_of("PLACE", PLACED_FOR_ADOPTION))
    return joined(placed, placed_adoption, how="left").filter(blank("DATE_PLACED_text"))


@rule(
    "552",
    flags={"Episodes": "PLACE DECOM", "PlacedAdoption": "DATE_PLACED"},
    why="The placement for adoption started on {DECOM}, before the decision of {DATE_PLACED}.",
)
def placed_before_the_decision(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The child was placed for adoption before the latest decision that it should be."""
    # Earlier decisions may have been reversed, so the latest is the one the placement rests on.
    first = earliest(episodes.filter(one_of("PLACE", PLACED_FOR_ADOPTION)), "DECOM", LINE)
    both = joined(first, latest(placed_adoption, "DATE_PLACED", DECISION))
    return both.filter(col("DATE_PLACED") > col("DECOM"))


@rule(
    "553",
    flags={"Episodes": "LS DEC", "PlacedAdoption": "DATE_PLACED_CEASED REASON_PLACED_CEASED"},
    why="The episode that starts on {DECOM} has a placement order (E1); decision {DATE_PLACED}, "
    "reversed {DATE_PLACED_CEASED}, reason {REASON_PLACED_CEASED}.",
)
def placement_order_without_standing_decision(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The child has a placement order, but no decision to place for adoption stands."""
    both = joined(episodes.filter(one_of("LS", PLACEMENT_ORDER)), placed_adoption, how="left")
    reversed_ = any_filled("DATE_PLACED_CEASED_text", "REASON_PLACED_CEASED") & blank("DEC_text")
    # The episode is at fault where there is no decision, the decision where it was reversed.
    faults = both.filter(blank(DECISION) | reversed_)
    return faults.with_columns(nw.when(blank(DECISION)).then(col(LINE)).alias(LINE))


@rule(
    "554",
    flags={"Episodes": "LS DECOM", "PlacedAdoption": "DATE_PLACED"},
    why="The placement order (E1) dates from {DECOM}, before the decision of {DATE_PLACED}.",
)
def ordered_before_the_decision(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The placement order was made before the decision to place the child for adoption."""
    first = earliest(episodes.filter(one_of("LS", PLACEMENT_ORDER)), "DECOM", LINE)
    return joined(first, placed_adoption).filter(col("DATE_PLACED") > col("DECOM"))


@rule(
    "557",
    flags={
        "Episodes": "PLACE LS REC",
        "PlacedAdoption": "DATE_PLACED_CEASED REASON_PLACED_CEASED",
    },
    why="PLACE {PLACE}, LS {LS}, REC {REC}; DATE_PLACED_CEASED {DATE_PLACED_CEASED}, "
    "REASON_PLACED_CEASED {REASON_PLACED_CEASED}.",
    suggestion="Give the date on which the plan for adoption was given up, and why.",
    confirmed_from=2025,
)
def left_for_elsewhere_without_reversal(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The child left care other than by adoption, but the decision to place is not shown as reversed."""
    # Joined also where there is no decision at all, for then there is no reversal either.
    towards_adoption = one_of("PLACE", PLACED_FOR_ADOPTION) | one_of("LS", PLACEMENT_ORDER)
    left = filled("REC") & ~one_of("REC", (*GOES_ON, *ADOPTED))
    both = joined(episodes.filter(towards_adoption & left), placed_adoption, how="left")
    return both.filter(blank("DATE_PLACED_CEASED_text") | blank("REASON_PLACED_CEASED"))


@rule(
    "558",
    flags="Episodes: REC",
    why="REC is {REC}, but every decision to place the child was reversed.",
)
def adopted_although_all_decisions_were_reversed(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The child was adopted although each decision to place was reversed."""
    # One reversed decision proves nothing, a later one may be missing: two or more are needed.
    pairs = joined(episodes.filter(one_of("REC", ADOPTED)), placed_adoption)
    counted = pairs.with_columns(
        col(DECISION).count().over("CHILD").alias("pairs"),
        col("DATE_PLACED_CEASED_text").count().over("CHILD").alias("reversed"),
    )
    return counted.filter((col("pairs") >= 2) & (col("reversed") == col("pairs")))


@rule(
    "1003",
    flags={"Episodes": "RNE DECOM", "PlacedAdoption": "DATE_PLACED"},
    why="The decision is dated {DATE_PLACED}; care started on {DECOM}.",
)
def decided_before_care_started(episodes: Frame, placed_adoption: Frame) -> Frame:
    """The decision to place the child for adoption is dated before care first started."""
    first = earliest(episodes.filter(one_of("RNE", ["S"])), "DECOM", LINE)
    return joined(first, placed_adoption).filter(col("DATE_PLACED") < col("DECOM"))
