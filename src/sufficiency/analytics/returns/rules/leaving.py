"""Leaving care: reasons that only fit some ages, and what must be known of the young person by then."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import LINE
from sufficiency.analytics.returns.rules.parents import female
from sufficiency.analytics.returns.rules.terms import (
    SHORT_BREAKS,
    birthday,
    blank,
    fails,
    filled,
    joined,
    latest,
    one_of,
    within,
)

BORN = "DOB is {DOB}; the episode has DEC {DEC} and REC {REC}."


def reached(years: int) -> nw.Expr:
    """The episode ended on or after that birthday."""
    return birthday(col("DOB"), years) <= col("DEC")


@rule("387", flags="Episodes: REC DEC", why=BORN)
def independent_before_fourteen(episodes: Frame, header: Frame) -> Frame:
    """The child left for independent living (E5, E6) before turning 14, or has no known date of birth."""
    # A child whose birth is not known is named too: nothing shows that the age is right.
    left = episodes.filter(one_of("REC", ["E5", "E6"]) & ~col("DEC").is_null())
    return joined(left, header, how="left").filter(fails(reached(14)))


@rule("389", flags="Episodes: REC DEC", why=BORN)
def adult_care_before_sixteen(episodes: Frame, header: Frame) -> Frame:
    """The child left for adult social care (E7) before turning 16, or a date to tell by is missing."""
    return joined(episodes.filter(one_of("REC", ["E7"])), header, how="left").filter(fails(reached(16)))


@rule("407", flags={"Episodes": "REC DEC", "Header": "DOB"}, why=BORN)
def guardianship_after_eighteen(episodes: Frame, header: Frame) -> Frame:
    """A special guardianship order (E45 to E48) cannot be made after the eighteenth birthday."""
    # An order made on the birthday itself still counts.
    left = joined(episodes.filter(one_of("REC", ["E45", "E46", "E47", "E48"])), header)
    return left.filter(col("DEC") > birthday(col("DOB"), 18))


@rule("460", flags="Episodes: REC DEC", why=BORN)
def staying_put_before_eighteen(episodes: Frame, header: Frame) -> Frame:
    """The young person stayed with the carers on turning 18 (E17), but left care before that."""
    left = joined(episodes.filter(one_of("REC", ["E17"])), header)
    return left.filter(birthday(col("DOB"), 18) > col("DEC"))


@rule(
    "607",
    flags={"Episodes": "DEC REC LS", "Header": "SEX MOTHER"},
    why="She left care on {DEC} ({REC}); MOTHER is {MOTHER}.",
    confirmed_from=2025,
)
def motherhood_is_unknown_on_leaving(episodes: Frame, header: Frame, year: CheckedYear) -> Frame:
    """A girl left care in the year, but it is not recorded whether she is a mother."""
    left = filled("REC") & ~one_of("REC", ["X1"]) & ~one_of("LS", SHORT_BREAKS)
    leavers = joined(episodes.filter(left & within("DEC", year.start, year.end)), header)
    return leavers.filter(female(year) & blank("MOTHER"))


@rule(
    "625",
    flags={"Episodes": "DEC", "Header": "MC_DOB"},
    why="Her child was born on {MC_DOB}; the last episode with an end ended on {DEC}.",
)
def became_a_mother_after_leaving(episodes: Frame, header: Frame, year: CheckedYear) -> Frame:
    """Her first child was born after she left care or after the year ended."""
    # An open episode has no end to compare with, so the last one that has counts.
    both = joined(latest(episodes, "DEC", LINE), header)
    return both.filter((col("MC_DOB") > nw.lit(year.end)) | (col("MC_DOB") > col("DEC")))
