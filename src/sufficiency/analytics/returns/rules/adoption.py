"""Adoption: the record, the decision and the episodes tell one story."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.adopters import any_field_blank, any_field_filled
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import LINE, PLACE_IN_ORDER
from sufficiency.analytics.returns.rules.placements import FOSTERING, PLACED_FOR_ADOPTION
from sufficiency.analytics.returns.rules.terms import (
    both_differ,
    filled,
    joined,
    latest,
    one_of,
    same,
    with_row,
    within,
    without_row,
)

ADOPTED = ("E11", "E12")


@rule(
    "199",
    flags="Episodes: REC DECOM",
    why="An adoption (E11 or E12) ended an earlier episode of the child; this one starts on {DECOM}.",
)
def care_goes_on_after_adoption(episodes: Frame, episodes_last: Frame | None = None) -> Frame:
    """The child had already left care by adoption, so there should be no further episode."""
    both = _stacked(episodes, 1)
    if episodes_last is not None:
        both = nw.concat([_stacked(episodes_last, 0), both])
    # Most children are never adopted: counting only for the others is much faster.
    theirs = with_row(both, both.filter(col("adopted") == 1))
    so_far = col("adopted").cum_sum().over("CHILD", order_by=["DECOM", "this_year", LINE])
    counted = theirs.with_columns(so_far.alias("adoptions"))
    # The adoption itself is no fault, but a second one is.
    first = (col("adopted") == 1) & (col("adoptions") == 1)
    return counted.filter((col("this_year") == 1) & (col("adoptions") > 0) & ~first)


def _stacked(episodes: Frame, this_year: int) -> Frame:
    """What is needed of one year's dated episodes to count adoptions across two years."""
    adopted = nw.when(one_of("REC", ADOPTED)).then(nw.lit(1)).otherwise(nw.lit(0))
    return episodes.filter(~col("DECOM").is_null()).select(
        "CHILD", "DECOM", LINE, adopted=adopted, this_year=nw.lit(this_year)
    )


@rule(
    "331",
    flags={"AD1": "DATE_MATCH", "Episodes": "DECOM REC"},
    why="The match is dated {DATE_MATCH}; the episode that ended with {REC} started on {DECOM}.",
)
def matched_after_the_last_episode_started(ad1: Frame, episodes: Frame) -> Frame:
    """The child was matched with the adopters after the episode that ended in adoption had started."""
    adopted = joined(ad1, episodes.filter(one_of("REC", ADOPTED)))
    return adopted.filter(col("DATE_MATCH") > col("DECOM"))


@rule(
    "334",
    flags={"AD1": "DATE_INT", "Episodes": "DECOM RNE"},
    why="The decision to place for adoption is dated {DATE_INT}; care started on {DECOM}.",
)
def decided_before_care_started(ad1: Frame, episodes: Frame) -> Frame:
    """The decision to place the child for adoption is dated before care last started."""
    start = latest(episodes.filter(one_of("RNE", ["S"])), "DECOM", LINE)
    return joined(ad1, start).filter(col("DATE_INT") < col("DECOM"))


@rule(
    "335",
    flags={"Episodes": "PLACE REC", "AD1": "FOSTER_CARE"},
    why="PLACE is {PLACE}, but FOSTER_CARE is {FOSTER_CARE}.",
)
def adopters_contradict_the_placement(episodes: Frame, ad1: Frame) -> Frame:
    """Whether the foster carer adopted the child does not agree with the last placement."""
    # E1 and A1, A2 are codes of earlier years; returns that still use them are tested too.
    adopted = joined(episodes.filter(one_of("REC", ["E1", *ADOPTED])), ad1)
    with_carer = one_of("PLACE", ["A2", "A3", "A5"]) & one_of("FOSTER_CARE", ["0"])
    with_others = one_of("PLACE", ["A1", "A4", "A6"]) & one_of("FOSTER_CARE", ["1"])
    return adopted.filter(with_carer | with_others)


@rule(
    "336",
    flags="Episodes: PLACE",
    why="PLACE is {PLACE}; the episode before it has PLACE {PLACE_before}.",
)
def placed_by_consent_from_elsewhere(episodes_with_before: Frame) -> Frame:
    """A child placed for adoption by consent (A3, A4) was not in foster care or placed for adoption before."""
    later = episodes_with_before.filter(one_of("PLACE", ["A3", "A4"]) & filled(f"{PLACE_IN_ORDER}_before"))
    return later.filter(~one_of("PLACE_before", (*PLACED_FOR_ADOPTION, *FOSTERING)))


@rule("390", flags="Episodes: REC PLACE")
def adopted_from_another_placement() -> nw.Expr:
    """The child was adopted, but not from a placement for adoption (A3 to A6)."""
    return one_of("REC", ADOPTED) & ~one_of("PLACE", PLACED_FOR_ADOPTION)


@rule(
    "521",
    flags={"Episodes": "PLACE DECOM", "AD1": "DATE_INT"},
    why="The decision is dated {DATE_INT}; the placement for adoption started on {DECOM}.",
)
def placed_before_the_decision(episodes: Frame, ad1: Frame) -> Frame:
    """The child was placed for adoption before the decision that it should be."""
    placed = joined(episodes.filter(one_of("PLACE", PLACED_FOR_ADOPTION)), ad1)
    return placed.filter(col("DATE_INT") > col("DECOM"))


@rule(
    "523",
    flags={"PlacedAdoption": "DATE_PLACED", "AD1": "DATE_INT"},
    why="DATE_PLACED is {DATE_PLACED}, but DATE_INT in AD1 is {DATE_INT}.",
    suggestion="Both are the date of the decision that the child should be placed: give the same day.",
)
def decision_dates_disagree(placed_adoption: Frame, ad1: Frame) -> Frame:
    """The decision to place the child for adoption has different dates in two tables."""
    return joined(placed_adoption, ad1).filter(both_differ(col("DATE_PLACED"), col("DATE_INT")))


@rule(
    "525",
    flags={
        "PlacedAdoption": "DATE_PLACED_CEASED",
        "AD1": "DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    },
    why="The plan was given up on {DATE_PLACED_CEASED}, but AD1 has details of the adoption.",
)
def adopted_although_the_plan_ceased(placed_adoption: Frame, ad1: Frame) -> Frame:
    """The decision to place for adoption was reversed, yet details of an adoption are recorded."""
    ceased = joined(placed_adoption.filter(filled("DATE_PLACED_CEASED_text")), ad1)
    return ceased.filter(any_field_filled())


@rule(
    "582",
    flags="Episodes: DEC REC",
    why="The child was matched with the adopters and adopted on one day, {DEC}.",
)
def adopted_on_the_day_of_the_match(episodes: Frame, ad1: Frame) -> Frame:
    """The adoption is dated the same day as the match with the adopters."""
    adopted = joined(episodes.filter(one_of("REC", ADOPTED)), ad1)
    # As text: two days written in different ways are taken for different, as in other validators.
    return adopted.filter(same(col("DEC_text"), col("DATE_MATCH_text")))


@rule(
    "601",
    flags={
        "Episodes": "REC DEC",
        "AD1": "DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    },
    why="The child was adopted on {DEC}; DATE_INT {DATE_INT}, DATE_MATCH {DATE_MATCH}, FOSTER_CARE {FOSTER_CARE}, "
    "NB_ADOPTR {NB_ADOPTR}, SEX_ADOPTR {SEX_ADOPTR}, LS_ADOPTR {LS_ADOPTR}.",
)
def adoption_record_is_incomplete(episodes: Frame, ad1: Frame, year: CheckedYear) -> Frame:
    """The child was adopted in the year, but details of the adoption are missing."""
    # A child without any AD1 row is not named here, only one whose row has gaps.
    return joined(_adopted_in(episodes, year), ad1).filter(any_field_blank())


@rule(
    "602",
    flags="AD1: DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    why="No episode of the child ended in the year with E11 or E12.",
)
def adoption_record_without_adoption(ad1: Frame, episodes: Frame, year: CheckedYear) -> Frame:
    """Details of an adoption are recorded, but no episode ended in adoption in the year."""
    return without_row(ad1.filter(any_field_filled()), _adopted_in(episodes, year))


def _adopted_in(episodes: Frame, year: CheckedYear) -> Frame:
    return episodes.filter(one_of("REC", ADOPTED) & within("DEC", year.start, year.end))
